/** Our own elements: https://w3id.org/creditline/1 */

import type { Row } from '../../text/xml.ts'
import { readText } from '../../text/xml-text.ts'
import { type EntryDraft, text } from '../reading.ts'

export const CREDITLINE_ENTRY: Readonly<Record<string, Row<EntryDraft>>> = {
  'cl:credittext': (x, draft) => {
    const said = readText(x)
    if (said) draft.said.creditText.push(said)
  },
  'cl:status': text('status'),
  'cl:provenance': text('record'),
}

/** The name of the house at the end of a page's title: "Oil falls | Reuters". */

import { readList } from './list.ts'
import { agencyAt, mastheadAt } from './party.ts'
import { type Line, type Reading, resolve } from './resolve.ts'

/** The agency or masthead after the title's last bar or dash. */
export function titleSuffix(line: Line): Reading | undefined {
  const { tokens } = line
  const last = tokens.length
  const from = tokens.findLastIndex(
    (token) => token.shape === 'mark' && (token.key === '|' || (token.key === '-' && token.spaced)),
  )
  if (from < 1 || from + 1 >= last) return undefined
  const found = agencyAt(tokens, from + 1, last) ?? mastheadAt(tokens, from + 1, last)
  if (found?.end !== last) return undefined
  const list = readList(tokens, from + 1, last, undefined)
  return list && resolve(line, list, 'wire')
}

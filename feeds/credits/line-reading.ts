/** Reads credit lines at the end of a text, each once: the same line stands in body, excerpt and every format. */

import type { CreditReading } from '../model/credit.ts'
import { hasCue, readCredits } from './index.ts'

const NOTHING: CreditReading = { credits: [], publication: null }
/** Lines remembered, each shorter than MAX_LINE: a megabyte at most. */
const REMEMBERED = 1000
const MAX_LINE = 600

const readings = new Map<string, CreditReading>()

/** What readCredits finds in a line at the end of an article; nothing in one that is too long for a credit line. */
export function readEndLine(text: string): CreditReading {
  if (text.length > MAX_LINE) return NOTHING
  const known = readings.get(text)
  if (known) return known
  if (!hasCue(text)) return NOTHING
  const reading = readCredits(text, { where: 'end' })
  const oldest = readings.size >= REMEMBERED ? readings.keys().next().value : undefined
  if (oldest !== undefined) readings.delete(oldest)
  readings.set(text, reading)
  return reading
}

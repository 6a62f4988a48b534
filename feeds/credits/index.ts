/** Reads a credit line as a news editor does: who wrote, supplied, contributed, photographed, translated and edited. */

import type { Agency } from '../agencies/index.ts'
import type { CreditReading, ReadCredit, Where } from '../model/credit.ts'
import { catalogued, plainNames } from './creators.ts'
import { dateline } from './dateline.ts'
import { ending } from './ending.ts'
import { postFooter } from './footer.ts'
import { hasCue } from './hint.ts'
import { joinNames } from './japanese.ts'
import { tokensOf } from './lexicon.ts'
import type { Head } from './line.ts'
import { isCode, isHeading, isReference } from './no-credit.ts'
import { opening } from './opening.ts'
import { type Line, NOTHING, type Reading } from './resolve.ts'
import { sentences } from './sentences.ts'
import { signature } from './signature.ts'
import { isNamed } from './state.ts'
import { mentionsTaught, taughtTokens } from './taught.ts'
import { titleSuffix } from './title.ts'
import { whole } from './whole.ts'

export { hasCue, prepareCredits } from './hint.ts'

export interface ReadOptions {
  /** Where the line stands; it helps, but need not be known. */
  readonly where?: Where
  /** BCP 47: it tells how names are written where the characters don't. */
  readonly language?: string
  /** Agencies that are known beside the table; the same array for many lines. */
  readonly agencies?: readonly Agency[]
}

/**
 * The credits and the publication that a line names. A sentence that merely mentions an agency gives nothing.
 * Never throws; linear in the line's length; the same line gives the same reading.
 */
export function readCredits(text: string, options: ReadOptions = {}): CreditReading {
  const { where, agencies } = options
  const isTold = agencies !== undefined && mentionsTaught(text, agencies)
  const isHeld = HELD.includes(where) || isTold || hasCue(text) || isShortEnd(text, where)
  if (!isHeld && where !== 'dateline') return NOTHING
  if (isCode(text) || (!isNamed(where) && isReference(text))) return NOTHING
  const read = isTold ? taughtTokens(text, agencies) : tokensOf(text)
  const line: Line = { text, tokens: joinNames(read, options.language), where }
  if (line.tokens.length === 0) return NOTHING
  if (where === 'title-suffix') return titleSuffix(line) ?? NOTHING
  const listed = catalogued(line)
  if (listed) return listed
  const footer = where === undefined || where === 'end' ? postFooter(line) : undefined
  if (footer) return footer
  const head = HEADLESS.includes(where) ? undefined : dateline(line)
  // papers in datelines have no cue
  if (!isHeld || isHeading(line.tokens)) return head ?? NOTHING
  return (
    (head ? undefined : (whole(line) ?? signature(line))) ??
    parts(line, head) ??
    opening(line) ??
    titleSuffix(line) ??
    plainNames(line) ??
    NOTHING
  )
}

// places that hold credits and hardly anything else; where no place is said, whoever asks has a credit line
const HELD: readonly (Where | undefined)[] = [
  undefined,
  'byline',
  'dc:creator',
  'caption',
  'title-suffix',
]

// "— Jane Doe", "Example.com" have no cue
const LONGEST_END = 60
const isShortEnd = (text: string, where: Where | undefined): boolean =>
  where === 'end' && text.length <= LONGEST_END

// no place of datelines
const HEADLESS: readonly (Where | undefined)[] = ['caption', 'dc:creator']

function parts(line: Line, head: Head | undefined): Reading | undefined {
  const from = head?.to ?? 0
  const end = ending(line, from)
  return merge([head, ...sentences(line, from, end?.from ?? line.tokens.length), end])
}

// "... (AP Photo/Jane Doe) Copyright 2024 The Associated Press.": an agency counts once
const isSaidTwice = (a: ReadCredit, b: ReadCredit): boolean =>
  (a.name === b.name && a.role === b.role) ||
  (a.agencyId !== undefined && a.agencyId === b.agencyId && a.role === 'photo' && b.role === 'wire')

function merge(readings: readonly (Reading | undefined)[]): Reading | undefined {
  const found = readings.filter((reading) => reading !== undefined)
  if (found.length === 0) return undefined
  const credits = found.flatMap((reading) => reading.credits)
  const first = credits.filter(
    (credit, n) => credits.findIndex((c) => isSaidTwice(c, credit)) === n,
  )
  return { credits: first, publication: found.find((r) => r.publication)?.publication ?? null }
}

/** The credits that an article prints: in its first and last paragraphs, its captions and its title. */

import type { Agency } from '../agencies/index.ts'
import { type Credit, mergeCredits, type Where } from '../model/credit.ts'
import type { RawHtml } from '../model/html.ts'
import { type Paragraph, paragraphs } from '../text/html.ts'
import { hasCue, readCredits } from './index.ts'
import { mentionsTaught } from './taught.ts'

export interface PrintedCredits {
  readonly credits: readonly Credit[]
  /** The lines that credit the article and nothing else, verbatim, in order (DESIGN: credit line). */
  readonly creditText: readonly string[]
  readonly publication?: string
}

interface Line {
  readonly text: string
  readonly where: Where
}

/** A byline or an end note is a line of its own; longer ones are prose and at most hold a dateline. */
const BYLINE_LENGTH = 160
const END_LENGTH = 600
const FIRST = 2
const LAST = 4

/** Reads the lines of a body where credit lines stand, and a title's suffix. Linear in the length of the body. */
export function readPrintedCredits(
  body: RawHtml | undefined,
  title: string | undefined,
  language: string | undefined,
  agencies?: readonly Agency[],
): PrintedCredits {
  const lines = [...titleLine(title), ...(body ? creditLinesOf(paragraphs(body)) : [])]
  // A bare name counts only where a name is known to stand: every second link blog begins with "Comments".
  return readLines(
    lines.filter(({ text }) => hasCue(text) || (agencies && mentionsTaught(text, agencies))),
    language,
    agencies,
  )
}

/** Reads lines whose place is known already, such as those of a document. */
export function readLines(
  lines: readonly Line[],
  language: string | undefined,
  agencies?: readonly Agency[],
): PrintedCredits {
  const options = { ...(language ? { language } : {}), ...(agencies ? { agencies } : {}) }
  const readings = lines
    .map((line) => ({
      line,
      reading: readCredits(line.text, { where: line.where, ...options }),
    }))
    .filter(({ reading }) => reading.credits.length > 0 || reading.publication)
  const publication = readings.find(({ reading }) => reading.publication)?.reading.publication
  return {
    credits: mergeCredits(
      ...readings.map(({ line, reading }) => reading.credits.map((read) => parsed(read, line))),
    ),
    creditText: readings.filter(({ line }) => line.where === 'end').map(({ line }) => line.text),
    ...(publication ? { publication } : {}),
  }
}

const parsed = (read: ReturnType<typeof readCredits>['credits'][number], line: Line): Credit => ({
  name: read.name,
  kind: read.kind,
  ...(read.agencyId ? { agencyId: read.agencyId } : {}),
  role: read.role,
  evidence: [{ how: 'parsed', text: read.text, at: line.where, span: read.span }],
})

const titleLine = (title: string | undefined): Line[] =>
  title ? [{ text: title, where: 'title-suffix' }] : []

function creditLinesOf(all: readonly Paragraph[]): Line[] {
  const prose = all.filter((p) => p.block !== 'caption' && p.text !== '')
  const captions = all.filter((p) => p.block === 'caption')
  // Of two paragraphs, the second is the end.
  const tailStart = Math.max(prose.length > FIRST ? FIRST : 1, prose.length - LAST)
  const tail = prose.slice(tailStart).filter((p) => p.text.length <= END_LENGTH)
  return [
    ...prose.slice(0, Math.min(FIRST, tailStart)).map(headLine),
    ...captions.map((p): Line => ({ text: p.text, where: 'caption' })),
    ...tail.map((p): Line => ({ text: p.text, where: 'end' })),
  ]
}

/** A short first paragraph is a byline; of a longer one only the beginning, where a dateline stands, is read. */
const headLine = (p: Paragraph): Line =>
  p.text.length <= BYLINE_LENGTH && !/[.!?]["”’»]?$/.test(p.text)
    ? { text: p.text, where: 'byline' }
    : { text: p.text.slice(0, BYLINE_LENGTH), where: 'dateline' }

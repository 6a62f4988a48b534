/** Where a word that lost the space after it ends: "example.comJane", "ImagesThe", "AFPThe". */

import { codeAt } from './characters.ts'
import { fold } from './fold.ts'

const GLUED = new Map<number, readonly string[]>(
  [['Credit'], ['copyright'], ['by'], ['von'], ['par', 'por'], ['door'], ['av', 'af']].map(
    (words) => [words[0]?.charCodeAt(0) ?? 0, words],
  ),
)

// "vonFlavia", "byJane": pages lose the space between the byline's word and its link
export function gluedEnd(line: string, start: number, end: number): number {
  const word = GLUED.get(codeAt(line, start))?.find((each) => line.startsWith(each, start))
  if (!word) return end
  const next = start + word.length
  const capital = next < end && line[next] !== line[next]?.toLowerCase()
  return capital ? next : end
}

const DOMAINS = ['com', 'net', 'org', 'info', 'br', 'de', 'es', 'it', 'pt', 'fr', 'ru', 'pl']

/** Whether the letter at `last` ends the name of a site that begins at `start`. */
export function isSiteEnd(line: string, start: number, last: number): boolean {
  const dot = line.lastIndexOf('.', last)
  return dot > start + 1 && DOMAINS.includes(line.slice(dot + 1, last + 1))
}

const HEADS = new Set(['images', 'reuters', 'shutterstock', 'alamy'])

/** Whether the word up to `end` closes the name of an agency: a caption follows its credit. */
export const isHead = (line: string, start: number, end: number): boolean =>
  HEADS.has(fold(line.slice(start, end)))

const isUpper = (char: string | undefined): boolean =>
  char !== undefined && char !== char.toLowerCase()

/** Where an agency in capitals ends before a capitalised word: "AFPThe"; or -1. */
export function headEnd(
  line: string,
  start: number,
  end: number,
  isAgency: (key: string) => boolean,
): number {
  if (isUpper(line[end - 1])) return -1
  let at = start + 2
  while (at < end && isUpper(line[at])) at++
  const last = at - 1
  return last - start > 2 && isAgency(fold(line.slice(start, last))) ? last : -1
}

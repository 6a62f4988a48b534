/** Words of a query marked in a text, found as the index finds them: whatever their case and accents. */

import { indexText } from '../../db/search-text.ts'
import { cut } from './excerpt.ts'

interface Term {
  readonly text: string
  /** `word*`: any word that begins so. */
  readonly isBeginning: boolean
}

const TERMS = /(?<=^|\s)(-)?(?:"([^"]*)"?|([^\s"*]+)(\*)?\S*)/gu
const WORD = /[\p{L}\p{N}\p{M}]+/gu
/** Scripts without spaces: a term may stand anywhere in a run. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const fold = (text: string): string =>
  indexText(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

/** The words that are looked for, folded; those that are not wanted are left out. */
export function termsOf(query: string): Term[] {
  return [...query.slice(0, 1000).matchAll(TERMS)].flatMap(([, minus, phrase, word, star]) =>
    minus
      ? []
      : [...(phrase ?? word ?? '').matchAll(WORD)].map(([text]) => ({
          text: fold(text),
          isBeginning: star !== undefined,
        })),
  )
}

interface Match {
  readonly start: number
  readonly end: number
}

/** Where the terms stand in the text, in order and apart. */
export function matchesIn(text: string, terms: readonly Term[]): Match[] {
  if (terms.length === 0) return []
  return [...text.matchAll(WORD)].flatMap((word) => {
    const start = word.index
    if (UNSPACED.test(word[0])) return inside(word[0], start, terms)
    const folded = fold(word[0])
    const isFound = terms.some(({ text: term, isBeginning }) =>
      isBeginning ? folded.startsWith(term) : folded === term,
    )
    return isFound ? [{ start, end: start + word[0].length }] : []
  })
}

function inside(word: string, start: number, terms: readonly Term[]): Match[] {
  for (const { text } of terms) {
    const bare = text.replace(/\s+/g, '')
    const at = bare ? word.toLowerCase().indexOf(bare) : -1
    if (at >= 0) return [{ start: start + at, end: start + at + bare.length }]
  }
  return []
}

export const Highlighted = ({ text, terms }: { text: string; terms: readonly Term[] }) => {
  const matches = matchesIn(text, terms)
  return (
    <>
      {matches.map(({ start, end }, index) => (
        <>
          {text.slice(matches[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(matches.at(-1)?.end ?? 0)}
    </>
  )
}

/** About `length` characters of the text around its first match. */
export function snippet(text: string, terms: readonly Term[], length = 260): string {
  const [first] = matchesIn(text, terms)
  if (!first || first.end < length * 0.8) return cut(text, length)
  const from = text.indexOf(' ', Math.max(0, first.start - length / 3)) + 1
  return `…${cut(text.slice(from > 0 && from <= first.start ? from : first.start), length)}`
}

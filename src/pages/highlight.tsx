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

const ASCII = /^[\x20-\x7e]*$/

/** Most words are plain, and folding is dear. */
const fold = (text: string): string =>
  ASCII.test(text)
    ? text.toLowerCase()
    : indexText(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()

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
export const matchesIn = (text: string, terms: readonly Term[]): Match[] => [
  ...matches(text, terms),
]

function* matches(text: string, terms: readonly Term[]): Generator<Match> {
  if (terms.length === 0) return
  for (const word of text.matchAll(WORD)) {
    if (UNSPACED.test(word[0])) yield* inside(word[0], word.index, terms)
    else if (isWanted(fold(word[0]), terms))
      yield { start: word.index, end: word.index + word[0].length }
  }
}

const isWanted = (word: string, terms: readonly Term[]): boolean =>
  terms.some(({ text, isBeginning }) => (isBeginning ? word.startsWith(text) : word === text))

function inside(word: string, start: number, terms: readonly Term[]): Match[] {
  for (const { text } of terms) {
    const bare = text.replace(/\s+/g, '')
    const at = bare ? word.toLowerCase().indexOf(bare) : -1
    if (at >= 0) return [{ start: start + at, end: start + at + bare.length }]
  }
  return []
}

export const Highlighted = ({ text, terms }: { text: string; terms: readonly Term[] }) => {
  const found = matchesIn(text, terms)
  return (
    <>
      {found.map(({ start, end }, index) => (
        <>
          {text.slice(found[index - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </>
      ))}
      {text.slice(found.at(-1)?.end ?? 0)}
    </>
  )
}

/** About `length` characters of the text around its first match. */
export function snippet(text: string, terms: readonly Term[], length = 260): string {
  const first = matches(text, terms).next().value
  if (!first || first.end < length * 0.8) return cut(text, length)
  const from = text.indexOf(' ', Math.max(0, first.start - length / 3)) + 1
  return `…${cut(text.slice(from > 0 && from <= first.start ? from : first.start), length)}`
}

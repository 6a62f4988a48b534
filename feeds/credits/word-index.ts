/** Finds a word of the lexicon by its letters where they stand in a line, without making a string of them first. */

import { unitAt } from './characters.ts'
import type { Phrase } from './phrase.ts'
import { CJK, FOLDED, hashed, UNITS } from './units.ts'

/** A word that phrases begin with, under its folded letters. */
export interface KnownWord {
  readonly key: string
  readonly phrase: Phrase
  /** Those of the word by itself, and of all that it begins. */
  readonly flags: number
  readonly reach: number
  readonly hash: number
  /** The next word of its bucket. */
  readonly next: KnownWord | undefined
}

export interface WordIndex {
  readonly buckets: readonly (KnownWord | undefined)[]
  /** A bit for each word: of most others it tells without a look at the buckets. */
  readonly bits: Int32Array
  /** How far a mixed hash is shifted to be a place among the buckets. */
  readonly shift: number
}

/** Of all first words that are letters and digits alone; two buckets and more for each. */
export function indexWords(root: ReadonlyMap<string, Phrase>): WordIndex {
  const bits = Math.ceil(Math.log2(root.size + 1)) + 1
  const buckets = new Array<KnownWord | undefined>(2 ** bits).fill(undefined)
  const shift = 32 - bits
  const seen = new Int32Array((2 ** BITS) >> 5)
  for (const [key, phrase] of root) {
    const hash = hashOf(key)
    if (hash === undefined) continue
    const at = placeOf(hash, shift)
    const { reach, meaning } = phrase
    const flags = meaning?.flags ?? 0
    buckets[at] = { key, phrase, flags, reach, hash, next: buckets[at] }
    const bit = placeOf(hash, 32 - BITS)
    seen[bit >>> 5] = (seen[bit >>> 5] ?? 0) | (1 << (bit & 31))
  }
  return { buckets, bits: seen, shift }
}

/** Two to this power: some bits a word. */
const BITS = 17

const placeOf = (hash: number, shift: number): number => Math.imul(hash, 0x9e3779b1) >>> shift

function hashOf(key: string): number | undefined {
  let hash = 0
  for (let i = 0; i < key.length; i++) {
    const unit = UNITS[key.charCodeAt(i)] ?? 0
    if (unit <= CJK) return undefined
    hash = hashed(hash, unit)
  }
  return hash
}

/** The word that the units [start, end) of the line fold to; `hash` is that of them all. */
export function knownWord(
  { buckets, bits, shift }: WordIndex,
  line: string,
  start: number,
  end: number,
  hash: number,
): KnownWord | undefined {
  const bit = placeOf(hash, 32 - BITS)
  if ((((bits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) return undefined
  let word = buckets[placeOf(hash, shift)]
  while (word && !(word.hash === hash && isSpelt(word.key, line, start, end))) word = word.next
  return word
}

function isSpelt(key: string, line: string, start: number, end: number): boolean {
  const length = end - start
  if (key.length !== length) return false
  for (let i = 0; i < length; i++) {
    const unit = UNITS[unitAt(line, start + i)] ?? 0
    if (unit <= CJK || (unit & FOLDED) !== unitAt(key, i)) return false
  }
  return true
}

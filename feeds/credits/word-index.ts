/** Finds a word of the lexicon by its letters where they stand in a line, without making a string of them first. */

import type { Phrase } from './phrase.ts'
import { CJK, FOLDED, hashed, UNITS } from './units.ts'

/** A word that phrases begin with, under its folded letters. */
export interface KnownWord {
  readonly key: string
  readonly phrase: Phrase
  readonly hash: number
  /** The next word of its bucket. */
  readonly next: KnownWord | undefined
}

export interface WordIndex {
  /** By the last bits of the hash; a power of two of them. */
  readonly buckets: readonly (KnownWord | undefined)[]
}

/** Of all first words; those that hold other than letters and digits are in it and never asked for. */
export function indexWords(root: ReadonlyMap<string, Phrase>): WordIndex {
  const size = 2 ** Math.ceil(Math.log2(root.size + 1))
  const buckets = new Array<KnownWord | undefined>(size).fill(undefined)
  for (const [key, phrase] of root) {
    const hash = hashOf(key)
    const at = hash & (size - 1)
    buckets[at] = { key, phrase, hash, next: buckets[at] }
  }
  return { buckets }
}

function hashOf(key: string): number {
  let hash = 0
  for (let i = 0; i < key.length; i++) hash = hashed(hash, UNITS[key.charCodeAt(i)] ?? 0)
  return hash
}

/** The word that the units [start, end) of the line fold to; `hash` is that of them all. */
export function knownWord(
  { buckets }: WordIndex,
  line: string,
  start: number,
  end: number,
  hash: number,
): KnownWord | undefined {
  let word = buckets[hash & (buckets.length - 1)]
  while (word && !(word.hash === hash && isSpelt(word.key, line, start, end))) word = word.next
  return word
}

function isSpelt(key: string, line: string, start: number, end: number): boolean {
  if (key.length !== end - start) return false
  for (let i = 0; i < key.length; i++) {
    const unit = UNITS[line.charCodeAt(start + i)] ?? 0
    if (unit <= CJK || (unit & FOLDED) !== key.charCodeAt(i)) return false
  }
  return true
}

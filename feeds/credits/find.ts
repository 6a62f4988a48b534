/** Finds phrases of the lexicon in the tokens of a line. */

import type { Meaning, Phrase } from './phrase.ts'
import type { Token } from './tokens.ts'

export interface Found<T> {
  readonly value: T
  /** Index of the token after it. */
  readonly end: number
}

/**
 * The longest phrase that begins at token `i`, ends before `to` and means what `pick` asks for; only phrases that
 * may hold one of the flags `wanted` are looked at.
 */
export function longest<T>(
  tokens: readonly Token[],
  i: number,
  to: number,
  wanted: number,
  pick: (meaning: Meaning, end: number) => T | undefined,
): Found<T> | undefined {
  let found: Found<T> | undefined
  let phrase: Phrase | undefined = i < to ? tokens[i]?.phrase : undefined
  for (let j = i + 1; phrase && (phrase.reach & wanted) !== 0; j++) {
    const value = phrase.meaning && pick(phrase.meaning, j)
    if (value !== undefined) found = { value, end: j }
    phrase = j < to ? phrase.next?.get((tokens[j] as Token).key) : undefined
  }
  return found
}

/** Where the longest phrase with one of these flags ends, or -1. */
export function flagEnd(tokens: readonly Token[], i: number, to: number, flags: number): number {
  let end = -1
  let phrase: Phrase | undefined = i < to ? tokens[i]?.phrase : undefined
  for (let j = i + 1; phrase && (phrase.reach & flags) !== 0; j++) {
    if (phrase.meaning && (phrase.meaning.flags & flags) !== 0) end = j
    phrase = j < to ? phrase.next?.get((tokens[j] as Token).key) : undefined
  }
  return end
}

/** The flags of one token by itself. */
export const flagsOf = (token: Token | undefined): number => token?.phrase?.meaning?.flags ?? 0

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
  const first = i < to ? tokens[i] : undefined
  if (first === undefined || (first.reach & wanted) === 0) return undefined
  let found: Found<T> | undefined
  let phrase: Phrase | undefined = first.phrase
  for (let j = i + 1; phrase && (phrase.reach & wanted) !== 0; j++) {
    const value = phrase.meaning && pick(phrase.meaning, j)
    if (value !== undefined) found = { value, end: j }
    phrase = j < to ? phrase.next?.get((tokens[j] as Token).key) : undefined
  }
  return found
}

/** Where the longest phrase with one of these flags ends, or -1. */
export function flagEnd(tokens: readonly Token[], i: number, to: number, flags: number): number {
  const first = i < to ? tokens[i] : undefined
  if (first === undefined || (first.reach & flags) === 0) return -1
  let end = -1
  let phrase: Phrase | undefined = first.phrase
  for (let j = i + 1; phrase && (phrase.reach & flags) !== 0; j++) {
    if (phrase.meaning && (phrase.meaning.flags & flags) !== 0) end = j
    phrase = j < to ? phrase.next?.get((tokens[j] as Token).key) : undefined
  }
  return end
}

/** Whether a phrase that begins with the token may have one of these flags: what a step asks before it looks closer. */
export const mayBegin = (token: Token | undefined, flags: number): boolean =>
  token !== undefined && (token.reach & flags) !== 0

/** The flags of one token by itself. */
export const flagsOf = (token: Token | undefined): number => token?.flags ?? 0

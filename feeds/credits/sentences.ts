/** Sentences of a line that are credits by what they say: "... contributed to this report." */

import { readList } from './list.ts'
import { type Line, type Reading, resolve } from './resolve.ts'
import type { Token } from './tokens.ts'
import { isCredit, isHeadline } from './whole.ts'

/** A credit line of more tokens is none; it bounds what hostile lines cost. */
const LONGEST = 400

/** How many sentences are looked at, from the end. */
const MOST = 6

/** The readings of those sentences between tokens `head` and `end` that a cue closes or opens. */
export function sentences(line: Line, head: number, end: number): readonly Reading[] {
  const tokens = end < line.tokens.length ? line.tokens.slice(0, end) : line.tokens
  const readings: Reading[] = []
  const starts = startsOf(tokens, head)
  for (let n = Math.max(0, starts.length - MOST); n < starts.length; n++) {
    const from = starts[n] ?? head
    const to = starts[n + 1] ?? tokens.length
    const list = to - from > LONGEST ? undefined : readList(tokens, from, to, undefined)
    if (list && list.cues > 0 && isCredit(list, line.where) && !isHeadline(tokens, list))
      readings.push(resolve(line, list, 'author'))
  }
  return readings
}

/** Where sentences begin: at `head`, and after each mark that ends one. */
function startsOf(tokens: readonly Token[], head: number): number[] {
  const starts = [head]
  for (let i = head; i + 1 < tokens.length; i++) {
    const { shape, key } = tokens[i] as Token
    if (shape === 'mark' && '.!?'.includes(key)) starts.push(i + 1)
  }
  return starts
}

/** Sentences of a line that are credits by what they say: "... contributed to this report." */

import { readList } from './list.ts'
import { type Line, type Reading, resolve } from './resolve.ts'
import { isCredit, isHeadline } from './whole.ts'

/** A credit line of more tokens is none; it bounds what hostile lines cost. */
const LONGEST = 400

/** How many sentences are looked at, from the end. */
const MOST = 6

/** The readings of those sentences between tokens `head` and `end` that a cue closes or opens. */
export function sentences(line: Line, head: number, end: number): readonly Reading[] {
  const tokens = line.tokens.slice(0, end)
  const starts = [head]
  tokens.forEach((token, i) => {
    if (i >= head && token.shape === 'mark' && '.!?'.includes(token.key) && i + 1 < tokens.length)
      starts.push(i + 1)
  })
  return starts.slice(-MOST).flatMap((from, n, all) => {
    const to = all[n + 1] ?? tokens.length
    if (to - from > LONGEST) return []
    const list = readList(tokens, from, to, undefined)
    if (!list || list.cues === 0 || !isCredit(list, line.where) || isHeadline(tokens, list))
      return []
    return [resolve(line, list, 'author')]
  })
}

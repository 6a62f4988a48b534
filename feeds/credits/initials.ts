/** House initials that are also a word of some language: "em/dpa", "dpa, als". */

import { flagsOf } from './find.ts'
import { Flag } from './phrase.ts'
import type { Token } from './tokens.ts'

const LONGEST = 4
const NOBODY = Flag.nobody | Flag.job | Flag.house

/** Two to four small letters that touch a slash, or that close a line after an agency's comma. */
export function isTypist(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokens[i]
  if (!token || token.text.length < 2 || token.text.length > LONGEST) return false
  if ((flagsOf(token) & NOBODY) !== 0 || (i > 0 && tokens[i - 1]?.shape !== 'mark')) return false
  return touchesSlash(tokens, i, to) || closesList(tokens, i, to) || opensList(tokens, i, to)
}

// "(bei, APA, 24.11.2024)"
const opensList = (tokens: readonly Token[], i: number, to: number): boolean =>
  tokens[i - 1]?.key === '(' &&
  i + 2 < to &&
  tokens[i + 1]?.key === ',' &&
  tokens[i + 2]?.shape === 'caps' &&
  tokens[i + 2]?.phrase?.meaning?.agencies !== undefined

const touchesSlash = (tokens: readonly Token[], i: number, to: number): boolean =>
  (tokens[i - 1]?.key === '/' && !tokens[i]?.spaced) ||
  (i + 1 < to && tokens[i + 1]?.key === '/' && !tokens[i + 1]?.spaced)

// in capitals or as dpa writes itself: "dpa, em"
const closesList = (tokens: readonly Token[], i: number, to: number): boolean =>
  tokens[i - 1]?.key === ',' &&
  tokens[i - 2]?.phrase?.meaning?.agencies !== undefined &&
  (i + 1 === to || tokens[i + 1]?.key === ')')

/** What is said of a party that stands before it: a clock, who typed it, who it is, where it reports from. */

import { isCjk } from '../characters.ts'
import { flagEnd, flagsOf } from '../find.ts'
import { beatJobEnd, jobEnd } from '../job.ts'
import { Flag } from '../phrase.ts'
import { isMark, isNamed, type State } from '../state.ts'
import { afterSlash, areDeskers, areTypists } from './typists.ts'

/** The end of what is said of a party at `i`, or -1. */
export function attributeEnd(state: State, i: number): number {
  if (isClock(state, i) || isPosted(state, i)) return i + 1
  if (areTypists(state, i) || areDeskers(state, i)) return state.to
  const apposition = appositionEnd(state, i)
  if (apposition > 0) return apposition
  if (isDesk(state, i)) return i + 2
  const report = reportEnd(state, i)
  if (report > 0) return report
  return Math.max(beatEnd(state, i), afterSlash(state, i), description(state, i))
}

// "CTV's medical specialist Jane Doe": who works there, in small letters
function description({ tokens, to, slots }: State, i: number): number {
  if (slots.length === 0 || tokens[i - 1]?.key !== "'s") return -1
  let end = i
  while (end < Math.min(to, i + 4) && tokens[end]?.shape === 'lower') end++
  return end > i && tokens[end]?.shape === 'cap' ? end : -1
}

// 記者王大明／台北報導, 法新社華盛頓9日電: where it was reported from
function reportEnd({ tokens, to, parties, joint }: State, i: number): number {
  if (parties.length === 0 || !isCjk(tokens[i]?.text.charCodeAt(0) ?? 0)) return -1
  if (joint === 'slash') return REPORT.test(tokens[i + 1]?.text ?? '') ? i + 2 : -1
  const end = tokens.findIndex(
    (token, j) => j > i && j < Math.min(to, i + 4) && /^[电電]$/.test(token.text),
  )
  return end > 0 && tokens[i + 1]?.shape === 'number' ? end + 1 : -1
}
const REPORT = /^(?:即時|綜合)?[报報][导導道]$/

// "Published by Jane Doe"
const isPosted = ({ tokens, to, where }: State, i: number): boolean =>
  isNamed(where) && tokens[i]?.key === 'published' && flagEnd(tokens, i + 1, to, Flag.by) > 0

// ロンドン＝山田太郎: the place that a correspondent writes from
const isDesk = ({ tokens, parties, where }: State, i: number): boolean =>
  isNamed(where) &&
  parties.length === 0 &&
  isMark(tokens[i + 1], '=') &&
  isCjk(tokens[i]?.text.charCodeAt(0) ?? 0)

// 10h12: the letter and the minutes belong to the number before them
const isClock = ({ tokens }: State, i: number): boolean =>
  tokens[i]?.spaced === false &&
  tokens[i - 1]?.shape === 'number' &&
  (tokens[i]?.shape === 'lower' || /^[hH]\d*$/.test(tokens[i]?.text ?? ''))

// "Jane Doe, MD, a resident in the harbour clinic, contributed": who she is, between commas
function appositionEnd({ tokens, to, parties, joint }: State, i: number): number {
  if (parties.length === 0 || joint !== 'comma' || !APPOSED.has(tokens[i]?.text ?? '')) return -1
  const comma = tokens.findIndex(({ key }, j) => j > i && j < Math.min(to, i + 14) && key === ',')
  const contributed = (flagsOf(tokens[comma + 1]) & Flag.contributed) !== 0
  return comma > 0 && contributed ? comma + 1 : -1
}
const APPOSED = new Set(['a', 'an', 'the', 'who'])

// "Jane Doe, Political Editor"
function beatEnd({ tokens, to, parties }: State, i: number): number {
  if (parties.length === 0 || (tokens[i]?.shape !== 'cap' && tokens[i]?.shape !== 'caps')) return -1
  // "Jane Doe, Chronicle Staff Writer" names her paper
  if ((flagsOf(tokens[i]) & Flag.mastheadWord) !== 0) return -1
  const end = jobEnd(tokens, i + 1, to)
  return end > i + 1 ? end : beatJobEnd(tokens, i, to)
}

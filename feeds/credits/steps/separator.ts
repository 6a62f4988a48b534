/** What joins and separates parties: marks, `and`, `for`. */

import { flagEnd, flagsOf } from '../find.ts'
import { agencyAt, mastheadAt } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isNamed, type Joint, type State } from '../state.ts'
import type { Token } from '../tokens.ts'
import { isOfPaper } from './of-paper.ts'

const JOINTS: Readonly<Record<string, Joint>> = {
  ',': 'comma',
  ';': 'bar',
  '|': 'bar',
  '/': 'slash',
  '\\': 'slash',
  '+': 'and',
  '-': 'dash',
  '=': 'dash',
  '·': 'bar',
  '.': 'dot',
  '(': 'bracket',
  ')': 'bracket',
  '[': 'bracket',
  ']': 'bracket',
  ':': 'bar',
  '→': 'bar',
  '…': 'bar',
  '~': 'bar',
}
const SILENT = new Set(['"', '*', '®', '™', '_', '■', '▲', '▶', '#'])
const FOR = new Set(['for', 'pour', 'para', 'fur', 'voor'])

export function separator(state: State, i: number): number {
  const token = state.tokens[i] as Token
  const and = flagEnd(state.tokens, i, state.to, Flag.and)
  if (and > 0 && isSmall(token) && hasBefore(state, i)) return join(state, 'and', and)
  if (isFromAgency(state, i)) return join(state, 'via', i + 1)
  if (isFor(state, i) || isOfPaper(state, i)) return join(state, 'for', i + 1)
  if (isFromPaper(state, i)) {
    state.slots = ['publication']
    return join(state, 'for', i + 1)
  }
  if (token.shape !== 'mark') return -1
  if (SILENT.has(token.key) || token.text.length === 2) return i + 1
  const joint = JOINTS[token.key]
  if (!joint || (token.key === ':' && !mayStand(state, i))) return -1
  if (token.key === ':' && state.where === undefined && isSupplied(state)) state.pictured = true
  // "By Example News. The Associated Press contributed"
  if (joint === 'bar' || (token.key === '.' && state.byline)) state.clause = state.parties.length
  // "... has been published through a syndicated feed. Only the headline was changed."
  if (joint === 'dot' && state.slots[0] === 'publication' && state.parties.length === 0)
    state.slots = []
  return join(state, joint, i + 1)
}

// "Jane Doe for Example News", "Jane Doe, Senior Editor at The Example"
const isFor = ({ tokens, parties, joint }: State, i: number): boolean =>
  parties.length > 0 &&
  (FOR.has(tokens[i]?.key ?? '') || (joint === 'job' && EMPLOYERS.has(tokens[i]?.key ?? '')))
const EMPLOYERS = new Set(['at', 'of', 'with', 'bei', 'der', 'chez', 'en', 'da'])

function join(state: State, joint: Joint, end: number): number {
  state.joint = joint
  return end
}

// something to join: a party, or the staff of "Staff and agencies"
const hasBefore = (state: State, i: number): boolean =>
  state.parties.length > 0 || (flagsOf(state.tokens[i - 1]) & (Flag.job | Flag.nobody)) !== 0

// "Image by Jane Doe from Pixabay"
const isFromAgency = (state: State, i: number): boolean =>
  isOfHouse(state, i) ||
  (state.parties.length > 0 &&
    (state.slots.includes('photo') || state.tokens[i]?.key === 'of') &&
    state.tokens[i]?.shape === 'lower' &&
    (flagsOf(state.tokens[i]) & (Flag.at | Flag.from)) !== 0 &&
    agencyAt(state.tokens, i + 1, state.to) !== undefined)

// "By Jane Doe of The Example Gazette"
const isOfHouse = ({ tokens, to, parties, where, byline }: State, i: number): boolean =>
  tokens[i]?.key === 'of' &&
  parties.length > 0 &&
  tokens[i + 1]?.shape === 'cap' &&
  (isNamed(where) ||
    (byline && tokens[i + 1]?.key === 'the') ||
    mastheadAt(tokens, i + 1, to) !== undefined)

// "Translation: Jane Doe From The Example Gazette"
const isFromPaper = ({ tokens, to, parties, slots }: State, i: number): boolean =>
  parties.length > 0 &&
  slots.length > 0 &&
  tokens[i]?.key === 'from' &&
  tokens[i]?.shape === 'cap' &&
  mastheadAt(tokens, i + 1, to) !== undefined

const isSmall = (token: Token): boolean =>
  (token.shape !== 'cap' && token.shape !== 'caps') ||
  token.key === 'and' ||
  token.key === 'und' ||
  token.text.length === 1

// "dpa:230428-99-483045": a colon before a number; "Reuters: Oil falls" is a headline
// "(Reuters: Jane Doe)": in captions, and in brackets that hold nothing else
const isSupplied = ({ tokens, parties, where }: State): boolean => {
  const before = parties.at(-1)
  // "Foto Prensa Libre: Jane Doe"
  if (parties.length === 1 && before?.kind === 'paper' && before.slots.includes('photo'))
    return true
  return (
    parties.length === 1 &&
    (before?.kind === 'agency' || before?.kind === 'broadcaster') &&
    (where === 'caption' || tokens[before.from - 1]?.key === '(')
  )
}

const mayStand = (state: State, i: number): boolean =>
  isSupplied(state) ||
  state.parties.at(-1)?.agency?.kind === 'unnamed' ||
  (isNamed(state.where) && agencyAt(state.tokens, i + 1, state.to)?.end === state.to) ||
  (flagsOf(state.tokens[i - 1]) & (Flag.date | Flag.nobody | Flag.job)) !== 0 ||
  state.parties.length === 0 ||
  i + 1 >= state.to ||
  state.tokens[i + 1]?.shape === 'number'

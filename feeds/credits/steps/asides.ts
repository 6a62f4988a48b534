/** What stands beside parties and says of the picture where it was taken, filed or found: it is nobody. */

import type { Slot } from '../cues/index.ts'
import { flagEnd, flagsOf, longest } from '../find.ts'
import { Flag } from '../phrase.ts'
import { isCapital, isMark, isNamed, type State } from '../state.ts'
import type { Token } from '../tokens.ts'

/**
 * A bracket after a party that says of the picture where and when it was taken, or what it is filed under:
 * "REUTERS/Jane Doe (NORWAY - Tags: SPORT)", "Foto: Hafenpolizei (Skerry, 24. 11. 2024)".
 */
export function bracketEnd({ tokens, to, parties, where, byline }: State, i: number): number {
  if (parties.length === 0) return -1
  const described = Math.max(
    isNamed(where) || byline ? employedEnd(tokens, i, to) : -1,
    isNamed(where) ? -1 : licenceEnd(tokens, i, to),
  )
  if (described > 0 || isNamed(where)) return described
  const inside = tokens.slice(i + 1, Math.min(to, i + REACH))
  const length = inside.findIndex(({ key }) => key === ')')
  if (length < 1) return -1
  inside.length = length
  const close = i + 1 + length
  const tagged = inside.some(({ key }, n) => key === 'tags' && isMark(inside[n + 1], ':'))
  const country =
    inside[0]?.shape === 'caps' && flagEnd(tokens, i + 1, close, Flag.region) === close
  return tagged || country || isDatedTown(inside) ? close + 1 : -1
}
const REACH = 40

/** "Jane Doe (Text) und John Roe (Fotos)": what who stands before the bracket did. */
export function roleBracket(state: State, i: number): number {
  const { tokens, to, parties } = state
  if (!isNamed(state.where) && !state.byline) return -1
  const last = parties.length - 1
  const before = parties[last]
  if (before?.kind !== 'person' || before.end !== i || before.slots.includes('photo')) return -1
  const found = longest(tokens, i + 1, to, Flag.lead, (m) => m.leads?.[0]?.slot)
  const slot = found?.value
  if (!found || !isMark(tokens[found.end], ')') || !slot || !DONE.has(slot)) return -1
  state.parties = parties.map((party, n) => (n === last ? { ...party, slots: [slot] } : party))
  state.clause = parties.length
  state.cues++
  state.joint = 'bracket'
  return found.end + 1
}
const DONE: ReadonlySet<Slot> = new Set([
  'author',
  'photo',
  'illustration',
  'translation',
  'editing',
])

// "By Jane Doe, John Roe (Software Engineers, Example Tools)": what they are, and where
function employedEnd(tokens: readonly Token[], i: number, to: number): number {
  const close = closeOf(tokens, i, to)
  const isJob = (token: Token) => (flagsOf(token) & Flag.job) !== 0
  return close > i + 2 && tokens.slice(i + 1, close).some(isJob) ? close + 1 : -1
}

// "By Jane Doe (Own work) [CC BY-SA 3.0 (http://...)], via Wikimedia Commons": under which licence
function licenceEnd(tokens: readonly Token[], i: number, to: number): number {
  if (!LICENCES.has(tokens[i + 1]?.key ?? '')) return -1
  const close = closeOf(tokens, i, to)
  return close > 0 ? close + 1 : -1
}
const LICENCES = new Set('own cc cc0 gfdl public fal'.split(' '))

/** Where a bracket is closed, others within it passed over, or -1. */
function closeOf(tokens: readonly Token[], i: number, to: number): number {
  let depth = 0
  for (let j = i; j < Math.min(to, i + REACH); j++) {
    const { shape, key } = tokens[j] as Token
    if (shape !== 'mark') continue
    if (key === '(' || key === '[') depth++
    else if ((key === ')' || key === ']') && --depth === 0) return j
  }
  return -1
}

// "Skerry, 24. 11. 2024": capitalised words, a comma and numbers
function isDatedTown(inside: readonly Token[]): boolean {
  const comma = inside.findIndex(({ shape }) => shape === 'mark')
  return (
    comma > 0 &&
    comma < 4 &&
    inside[comma]?.key === ',' &&
    inside.at(-1)?.shape === 'number' &&
    inside.slice(0, comma).every(isCapital) &&
    inside
      .slice(comma + 1)
      .every(({ shape, phrase, key }) => shape === 'number' || key === '.' || phrase !== undefined)
  )
}

/** "Information from: WXYZ, http://www.example.com/": where it stands. */
export function addressEnd({ tokens, to, parties }: State, i: number): number {
  const key = tokens[i]?.key
  if ((key !== 'http' && key !== 'https') || parties.length === 0) return -1
  if (!isMark(tokens[i + 1], ':') || !isMark(tokens[i + 2], '/')) return -1
  let end = i + 1
  while (end < to && !tokens[end]?.spaced) end++
  return end
}

/** "© AFP/File Jane Doe": the agency's archive, and who took it. */
export const isFiled = ({ tokens, to, parties, joint }: State, i: number): boolean =>
  joint === 'slash' &&
  FILES.has(tokens[i]?.key ?? '') &&
  parties.at(-1)?.kind === 'agency' &&
  i + 2 < to &&
  tokens[i + 1]?.spaced === true &&
  isCapital(tokens[i + 1]) &&
  isCapital(tokens[i + 2])
const FILES = new Set(
  'file files archive archives archiv archivos archivo arquivo arquivos archivio arsip handout pool'.split(
    ' ',
  ),
)

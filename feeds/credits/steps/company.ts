/** Suppliers of pictures that are told by a word of their name: "Pressefoto Velling", "Skerry Research Team". */

import { flagsOf } from '../find.ts'
import { agencyAt } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isCapital, isMark, isNamed, type State } from '../state.ts'
import type { Token } from '../tokens.ts'
import { addParty } from './add-party.ts'

const OPENING = new Set(
  'pressefoto pressebild sportfoto sportphoto sportpressefoto sportbild bildagentur fotoagentur fotostudio fotografie photopress pressephoto'.split(
    ' ',
  ),
)

/** "imago/Pressefoto Velling": a kind of pictures and the name of who makes them. */
export function company(state: State, i: number): number {
  const { tokens, to, joint, slots } = state
  if (joint !== 'slash' && !slots.includes('photo')) return -1
  if (!OPENING.has(tokens[i]?.key ?? '') || !isCapital(tokens[i])) return -1
  const name = i + 1 < to ? tokens[i + 1] : undefined
  if (!isCapital(name) || !name?.spaced || (flagsOf(name) & Flag.given) !== 0) return -1
  if (agencyAt(tokens, i + 1, to)) return -1
  const end = i + 2
  if (end < to && tokens[end]?.shape !== 'mark') return -1
  return addParty(state, { kind: 'organisation', from: i, end }, end)
}

const CLOSING = new Set('team tv photos photo images pictures features newswire video'.split(' '))
const LONGEST = 6
const OTHERS = Flag.nobody | Flag.job | Flag.date | Flag.house | Flag.lead

/** Where such a name ends before a slash or a `via`, or -1: "Skerry Research Team via AP", "Harbour TV/AP". */
export function supplierEnd({ tokens, to, where, slots }: State, i: number): number {
  if (isNamed(where) || where === 'dateline' || !isCapital(tokens[i])) return -1
  const limit = Math.min(to, i + LONGEST)
  let j = i + 1
  while (j < limit && isOfName(tokens[j] as Token) && !CLOSING.has((tokens[j] as Token).key)) j++
  const last = j < limit ? tokens[j] : undefined
  if (!last || !isCapital(last) || !CLOSING.has(last.key)) return -1
  if ((flagsOf(tokens[i]) & OTHERS) !== 0) return -1
  const next = j + 1 < to ? tokens[j + 1] : undefined
  const pictured = slots.includes('photo') && (!next || next.key === ')' || next.key === ',')
  if (!pictured && next?.key !== 'via' && !isMark(next, '/')) return -1
  for (let k = i + 1; k <= j; k++) if (agencyAt(tokens, k, to)) return -1
  return j + 1
}

const isOfName = (token: Token): boolean => isCapital(token) || (token.key === '-' && !token.spaced)

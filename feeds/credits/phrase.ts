/** What the phrases of the lexicon mean. */

import type { Agency } from '../agencies/index.ts'
import type { Slot } from './cues/index.ts'

/** What a word or phrase can be; one may be several. */
export const Flag = {
  by: 1,
  with: 1 << 1,
  and: 1 << 2,
  at: 1 << 3,
  job: 1 << 4,
  nobody: 1 << 5,
  date: 1 << 6,
  particle: 1 << 7,
  organisation: 1 << 8,
  mastheadWord: 1 << 9,
  title: 1 << 10,
  region: 1 << 11,
  contributed: 1 << 12,
  contributedLight: 1 << 13,
  republished: 1 << 14,
  republishedLight: 1 << 15,
  house: 1 << 16,
  from: 1 << 17,
  place: 1 << 18,
  agency: 1 << 19,
  lead: 1 << 20,
  tail: 1 << 21,
  masthead: 1 << 22,
  given: 1 << 23,
  beat: 1 << 24,
  material: 1 << 25,
  materialLight: 1 << 26,
} as const

export interface Lead {
  readonly slot: Slot
  /** It counts only with a colon or a `by` word. */
  readonly colon: boolean
}

/** An agency under one of the names that its row prints. */
export interface AgencyName {
  readonly agency: Agency
  readonly form: string
}

export interface Masthead {
  readonly kind: 'paper' | 'broadcaster'
  /** As printed. */
  readonly forms: readonly string[]
}

export interface Meaning {
  flags: number
  agencies: readonly AgencyName[] | undefined
  leads: readonly Lead[] | undefined
  tail: Slot | undefined
  masthead: Masthead | undefined
}

/** A place in the tree of phrases: what the words up to it mean, and what may follow. */
export interface Phrase {
  next: Map<string, Phrase> | undefined
  meaning: Meaning | undefined
  /** The flags of everything at and below it, and of agencies, leads, tails and mastheads. */
  reach: number
}

// all fields from the start: objects of one shape are read faster, and every token asks these
export const newMeaning = (): Meaning => ({
  flags: 0,
  agencies: undefined,
  leads: undefined,
  tail: undefined,
  masthead: undefined,
})
export const newPhrase = (): Phrase => ({ next: undefined, meaning: undefined, reach: 0 })

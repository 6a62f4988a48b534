/** A run of words that is one name, and what bounds it. */

import { Flag } from './phrase.ts'

export interface Run {
  readonly kind: 'person' | 'broadcaster' | 'initials' | 'nick' | 'word' | 'house' | 'organisation'
  readonly end: number
}

export const MOST_WORDS = 6
// what ends a name, and what cannot begin one
export const BREAKS = Flag.nobody | Flag.house
export const BARRED = Flag.title | Flag.nobody | Flag.house

/** A line as it is read, and what is read from it. */

import type { ReadCredit, Where } from '../model/credit.ts'
import type { Token } from './tokens.ts'

export interface Line {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly where: Where | undefined
}

export interface Reading {
  readonly credits: readonly ReadCredit[]
  readonly publication: string | null
}

export const NOTHING: Reading = { credits: [], publication: null }

/** A dateline's reading, and the token after it. */
export interface Head extends Reading {
  readonly to: number
}

/** Counts what an invocation asks of the platform, so that what its plan allows is never exceeded. */

import { CreditlineError } from '../../feeds/model/error.ts'

export interface Allowance {
  /** Before each request, query or message. Throws unavailable when nothing is left: nothing is sent then. */
  take(count?: number): void
  /** Without what is kept for later. */
  readonly left: number
  /** Runs `work`, which must leave so much for what comes after. */
  keeping<T>(reserve: number, work: () => Promise<T>): Promise<T>
}

export function createAllowance(most: number): Allowance {
  let left = most
  let reserve = 0
  return {
    take(count = 1) {
      if (left - reserve < count) throw spent()
      left -= count
    },
    get left() {
      return left - reserve
    },
    async keeping(kept, work) {
      reserve = kept
      try {
        return await work()
      } finally {
        reserve = 0
      }
    },
  }
}

const SPENT = 'This run has made as many requests as the plan allows; the rest is done in the next.'

export const spent = (): CreditlineError => new CreditlineError('unavailable', SPENT)

export const isSpent = (error: unknown): boolean =>
  error instanceof CreditlineError && error.message === SPENT

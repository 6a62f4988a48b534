/** Cursors of keyset paging: opaque to callers, the last row's place to us. */

import { CreditlineError } from '../feeds/model/error.ts'

/** Where the next page starts: after this article in order of `sortAt`, then id. */
export interface Place {
  readonly sortAt: number
  readonly id: number
}

export const cursorOf = ({ sortAt, id }: Place): string =>
  `${sortAt.toString(36)}.${id.toString(36)}`

/** Throws invalid for what cursorOf never made. */
export function placeOf(cursor: string): Place {
  const [, sortAt = '', id = ''] = /^(-?[0-9a-z]{1,10})\.([0-9a-z]{1,10})$/.exec(cursor) ?? []
  if (sortAt === '')
    throw new CreditlineError(
      'invalid',
      `"${cursor.slice(0, 40)}" is no place to continue from; take the link of the page before.`,
    )
  return { sortAt: Number.parseInt(sortAt, 36), id: Number.parseInt(id, 36) }
}

/** Before and after every date that an article can have, in seconds. */
export const EVER = -1e12
export const NEVER = 1e12

/** What changed since the document that a client holds (RFC 3229, `A-IM: feed`). */

import type { ChangedArticle, SelectionState, Store } from '../../db/store.ts'
import type { Selection } from '../../feeds/model/channel.ts'
import type { Validators } from '../http/conditional.ts'
import type { ChannelPage } from './channels.ts'

/** More changes than this are no news; the whole document is sent. */
const MOST = 500

export interface Delta {
  /** Changed and still in the selection, the newest change first. */
  readonly changed: readonly ChangedArticle[]
  /** No longer in the selection. */
  readonly gone: readonly ChangedArticle[]
}

/**
 * The sequence at which the client's copy of this very document was made, from its If-None-Match; absent where it
 * holds none, or one of another program, format or setting (whose ETags have another hash).
 */
export function heldSequence(noneMatch: string | null, { etag }: Validators): number | undefined {
  const [, hash] = /^"\d+-([0-9a-f]+)"$/.exec(etag) ?? []
  const held = [...(noneMatch ?? '').matchAll(/"(\d{1,15})-([0-9a-f]+)(?:-gzip|-br)?"/g)]
    .filter(([, , other]) => other === hash)
    .map(([, seq]) => Number(seq))
  return held.length > 0 ? Math.max(...held) : undefined
}

/**
 * Absent where it can't be told: later pages, full-text and date selections (whose changes are not followed), too many
 * changes, copies of one original (whose item stands elsewhere in the document).
 */
export async function findDelta(
  { channel: { selection }, page }: ChannelPage,
  since: number,
  state: SelectionState,
  store: Pick<Store, 'listChanges'>,
): Promise<Delta | undefined> {
  if (page.after !== undefined || !isFollowed(selection) || since > state.seq) return undefined
  const { articles, complete } = await store.listChanges(selection, since, MOST)
  if (!complete || articles.some(({ sharedUrl }) => sharedUrl)) return undefined
  const newestFirst = articles.toReversed()
  return {
    changed: newestFirst.filter(({ listed }) => listed),
    gone: newestFirst.filter(({ listed }) => !listed),
  }
}

/** Whether the store can follow the changes of a selection: not those of full text and of dates. */
export const isFollowed = ({ q, since, until }: Selection): boolean =>
  q === undefined && since === undefined && until === undefined

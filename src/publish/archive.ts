/** Places a channel's articles into archive blocks (RFC 5005 section 4), in the order in which they enter or change. */

import type { ArchivePosition, ChangedArticle, ChangePage, Store } from '../../db/store.ts'
import type { Channel } from '../../feeds/model/channel.ts'

/** Changes placed in one batch, and batches in one request: a long history is placed over several requests. */
const TOGETHER = 500
const BATCHES = 20

type ArchiveStore = Pick<Store, 'findArchive' | 'listOpenIds' | 'saveArchive' | 'listChanges'>

/**
 * Brings the blocks up to change number `seq`. An article that changes leaves its block for the one that is being
 * filled, and so stands in the live document again; late imports enter there like any other, whatever their date. A
 * new generation starts anew.
 */
export async function placeInArchive(
  { slug, selection, presentation }: Channel,
  { generation, seq }: { readonly generation: number; readonly seq: number },
  store: ArchiveStore,
): Promise<ArchivePosition> {
  const found = await store.findArchive(slug)
  const isSame = found?.generation === generation
  let position = isSame ? found : { generation, throughSeq: 0, openNumber: 1 }
  let restart = !isSame
  for (let batch = 0; batch < BATCHES && position.throughSeq < seq; batch++) {
    const changes = await store.listChanges(selection, position.throughSeq, TOGETHER, {
      bodies: false,
    })
    const open = restart ? [] : await store.listOpenIds(slug, position.openNumber)
    const { placed, openNumber } = fill(changes, open, position.openNumber, presentation.size)
    const throughSeq = changes.complete ? Math.max(changes.upTo, seq) : changes.upTo
    const takenOut = changes.articles.filter(isTakenOut).map(({ id }) => id)
    position = { generation, throughSeq, openNumber }
    await store.saveArchive(slug, position, { restart, placed, takenOut })
    restart = false
  }
  return position
}

/** A removed article takes a place as well, for its tombstone; when it is told of no more, it stays where it is. */
const isPlaced = ({ listed, article }: ChangedArticle): boolean =>
  listed || article.removal?.noticeUntil !== undefined
const isTakenOut = ({ listed, article }: ChangedArticle): boolean =>
  !listed && article.status !== 'removed'

/** Puts each changed article into the open block; a full one is closed when the next article comes. */
function fill(
  { articles }: ChangePage,
  open: readonly number[],
  openNumber: number,
  size: number,
): { readonly placed: { id: number; number: number }[]; readonly openNumber: number } {
  let number = openNumber
  let block = new Set(open)
  const placed = articles.filter(isPlaced).map(({ id }) => {
    if (block.size >= size && !block.has(id)) {
      number++
      block = new Set()
    }
    block.add(id)
    return { id, number }
  })
  return { placed, openNumber: number }
}

/** Stores articles: reads what is known of them, decides what each becomes, writes all of it in one batch. */

import { mintPublishedId } from '../feeds/identity.ts'
import type { Instant } from '../feeds/model/date.ts'
import { CreditlineError } from '../feeds/model/error.ts'
import { chunksOf } from './chunks.ts'
import { isAsBefore, restateStatements } from './history.ts'
import { findHolders, findKnownArticles, identityOf } from './known.ts'
import { type PreparedArticle, prepare } from './prepare.ts'
import { placeSources } from './sources.ts'
import type { Sql, Statement } from './sql.ts'
import type { IncomingArticle } from './store.ts'
import { sizeOf, writesOf } from './write.ts'

/** How often a batch is made anew when another writer came in between reading and writing. */
const TRIES = 5

/** Stores incoming articles together with `others` (validators of their upstreams): all or nothing. */
export const saveIncoming = (
  sql: Sql,
  incoming: readonly IncomingArticle[],
  now: Instant,
  { durable, others = [] }: { readonly durable: boolean; readonly others?: readonly Statement[] },
): Promise<void> =>
  retrying(async () => {
    const prepared = await prepareAll(sql, incoming, now)
    const changed = prepared.filter((one) => !isAsBefore(one))
    const restated = restateStatements(prepared.filter(isAsBefore))
    await writeArticles(sql, changed, now, { durable, others: [...others, ...restated] })
  })

/** Runs again what another writer came across (the batch throws conflict and leaves nothing). */
export async function retrying<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await attempt()
    } catch (error) {
      const isConflict = error instanceof CreditlineError && error.code === 'conflict'
      if (!isConflict || tries === TRIES) throw error
    }
  }
}

export async function writeArticles(
  sql: Sql,
  prepared: readonly PreparedArticle[],
  now: Instant,
  { durable, others }: { readonly durable: boolean; readonly others: readonly Statement[] },
): Promise<void> {
  const { slugs, statements } = await placeSources(
    sql,
    prepared.map(({ article }) => article),
  )
  const placed = prepared.map((one, at) => ({ ...one, sourceSlug: slugs[at] ?? '' }))
  const { isLocal = false } = sql
  const chunks = isLocal ? [placed] : chunksOf(placed, sizeOf)
  const writes = placed.length > 0 ? chunks.flatMap((chunk) => writesOf(chunk, now, isLocal)) : []
  const batch = [...others, ...statements, ...writes]
  if (batch.length > 0) await sql.batch(batch, { durable })
}

async function prepareAll(
  sql: Sql,
  incoming: readonly IncomingArticle[],
  now: Instant,
): Promise<PreparedArticle[]> {
  // Of one article said twice in a batch, the later stands.
  const last = new Map(incoming.map((one) => [identityOf(one.article), one]))
  const known = await findKnownArticles(
    sql,
    [...last.values()].map(({ article }) => article),
  )
  const prepared = [...last].flatMap(([key, one]) => prepare(one, known.get(key), now) ?? [])
  return withOwnIds(sql, prepared)
}

/**
 * A published id is held once (rule 4). Two feeds that carry one guid may be polled at the same time, each without
 * seeing the other: the later gets an id made of upstream and guid.
 */
async function withOwnIds(
  sql: Sql,
  prepared: readonly PreparedArticle[],
): Promise<PreparedArticle[]> {
  const fresh = prepared.filter(({ known }) => !known)
  const holders = await findHolders(
    sql,
    fresh.map(({ article }) => article.publishedId),
  )
  return prepared.map((one) => {
    const { article, known } = one
    if (known) return one
    const holder = holders.get(article.publishedId)
    if (holder === undefined) {
      holders.set(article.publishedId, identityOf(article))
      return one
    }
    return { ...one, article: { ...article, publishedId: ownId(article) } }
  })
}

const ownId = ({ upstreamId, guid }: PreparedArticle['article']): string =>
  mintPublishedId({ guid, sourceId: upstreamId, isTaken: () => true })

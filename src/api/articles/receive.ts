/** Keeps an article that was pushed: the same way as an imported document (rule 3). */

import type { StoredArticle } from '../../../db/store.ts'
import { creditDocument, documentGuid } from '../../../feeds/credit-document.ts'
import type { Article } from '../../../feeds/model/article.ts'
import { joinCredits } from '../../../feeds/model/credit.ts'
import { toInstant } from '../../../feeds/model/date.ts'
import { CreditlineError } from '../../../feeds/model/error.ts'
import { DOCUMENTS } from '../../../feeds/model/upstream.ts'
import type { Deps } from '../../deps.ts'
import type { Pushed } from './pushed.ts'

export interface Received {
  readonly stored: StoredArticle
  /** It was not here before. */
  readonly isNew: boolean
}

/** `name` is its identity where it states neither id nor URL. One that is here already is updated. */
export async function receiveArticle(
  pushed: Pushed,
  { text, name }: { readonly text: string; readonly name: string },
  { store, sha256, now: clock }: Pick<Deps, 'store' | 'sha256' | 'now'>,
): Promise<Received> {
  const { document } = pushed
  const now = toInstant(clock())
  const guid = documentGuid(document, name)
  const known = (await store.findKnown(DOCUMENTS, [guid])).get(guid)
  const taken = await store.findPublishedIds(document.entry.id ? [document.entry.id] : [])
  const { article, faults } = creditDocument(document, {
    path: name,
    now,
    agencies: await store.listAgencies(),
    isTaken: (id) => taken.has(id),
    ...(known ? { known } : {}),
  })
  const said = JSON.stringify({ ...document.entry, content: undefined })
  const incoming = { article: withStated(article, pushed), hash: sha256(text), said, faults }
  await store.saveArticles([incoming], now)
  const stored = await store.findArticleByGuid(DOCUMENTS, guid)
  if (!stored) throw new CreditlineError('internal', `article ${guid} was stored and is not there`)
  return { stored, isNew: known === undefined }
}

/** Credits that were declared with their roles come first, and an article that has some is not uncredited. */
function withStated(article: Article, { credits, status }: Pushed): Article {
  const joined = joinCredits(credits, article.credits)
  const isCredited = joined.some(({ role }) => role !== 'photo')
  return {
    ...article,
    credits: joined,
    doubts: article.doubts.filter((doubt) => doubt !== 'uncredited' || !isCredited),
    status: status ?? article.status,
  }
}

/** Articles with one canonical URL are one item of a channel: the earliest, with the others' credits and feeds (rule 5). */

import type { Store, StoredArticle } from '../../db/store.ts'
import type { Article, ViaStep } from '../../feeds/model/article.ts'
import type { Selection } from '../../feeds/model/channel.ts'
import { mergeCredits, partyId } from '../../feeds/model/credit.ts'
import { instantOf } from '../../feeds/model/date.ts'

export interface PublishedArticle extends StoredArticle {
  /** Which versions of which copies were joined into it; empty for an article that stands alone. */
  readonly copies: string
}

/**
 * Joins the duplicates of a page, those on other pages included; an article whose group has an earlier member on
 * another page is left out here, since it stands there. A full-text query is joined within the page alone.
 */
export async function mergeDuplicates(
  listed: readonly StoredArticle[],
  selection: Selection,
  store: Store,
): Promise<PublishedArticle[]> {
  const urls = [
    ...new Set(listed.flatMap((one) => (one.sharedUrl && one.article.canonicalUrl) || [])),
  ]
  const copies = selection.q || urls.length === 0 ? listed : await store.listByCanonicalUrl(urls)
  const groups = groupByUrl(copies.filter((copy) => isSelected(copy, selection)))
  return listed.flatMap((stored) => {
    const [lead, ...others] = groups.get(stored.article.canonicalUrl ?? stored.id) ?? [stored]
    return lead?.id === stored.id ? [joinCopies(lead, others)] : []
  })
}

/** By canonical URL, the earliest first. */
function groupByUrl(articles: readonly StoredArticle[]): Map<string | number, StoredArticle[]> {
  const groups = new Map<string | number, StoredArticle[]>()
  const inOrder = [...articles].sort((a, b) => earliest(a) - earliest(b) || a.id - b.id)
  for (const stored of inOrder) {
    const key = stored.article.canonicalUrl ?? stored.id
    groups.set(key, [...(groups.get(key) ?? []), stored])
  }
  return groups
}

/** The lead with what its copies add. */
function joinCopies(lead: StoredArticle, others: readonly StoredArticle[]): PublishedArticle {
  if (others.length === 0) return { ...lead, copies: '' }
  const article: Article = {
    ...lead.article,
    credits: mergeCredits(...[lead, ...others].map((stored) => stored.article.credits)),
    via: [...lead.article.via, ...others.flatMap(viaOf)],
  }
  return { ...lead, article, copies: others.map(({ id, seq }) => `${id}:${seq}`).join(' ') }
}

const earliest = ({ article }: StoredArticle): number =>
  Date.parse(article.published ? instantOf(article.published) : article.firstSeenAt)

/** The feed that another copy came by, as a way that the article also took. */
function viaOf({ article }: StoredArticle): ViaStep[] {
  const { upstreamFeed, publication, firstSeenAt } = article
  const name = upstreamFeed?.title ?? publication?.name
  if (!name) return []
  return [
    {
      name,
      ...(publication?.url ? { url: publication.url } : {}),
      ...(upstreamFeed?.url ? { feedUrl: upstreamFeed.url } : {}),
      ...(upstreamFeed?.id ? { feedId: upstreamFeed.id } : {}),
      at: firstSeenAt,
    },
  ]
}

/** Whether an article is in a selection, its full-text condition aside. */
export function isSelected({ article, sourceSlug }: StoredArticle, selection: Selection): boolean {
  const { source, agency, role, person, tag, language, since, until } = selection
  const at = article.published ? instantOf(article.published) : article.firstSeenAt
  const credits = article.credits.filter((credit) => !role || credit.role === role)
  const isCredited = (kind: string, id: string) =>
    credits.some((credit) => credit.kind === kind && partyId(credit) === id)
  return (
    (!source || source.includes(sourceSlug)) &&
    (!agency || isCredited('organization', agency)) &&
    (!person || isCredited('person', person)) &&
    (!role || credits.length > 0) &&
    (!tag || article.tags.some(({ term }) => term.toLowerCase() === tag.toLowerCase())) &&
    (!language || isInLanguage(article.language, language)) &&
    (!since || at >= since) &&
    (!until || at < until)
  )
}

const isInLanguage = (own: string | undefined, asked: string): boolean =>
  own !== undefined && `${own.toLowerCase()}-`.startsWith(`${asked.toLowerCase()}-`)

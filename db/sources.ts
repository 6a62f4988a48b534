/** Sources: the masthead, else the feed, that an article came from, each under a slug of its own. */

import type { Article } from '../feeds/model/article.ts'
import { slug } from '../feeds/model/credit.ts'
import { parseUrl } from '../feeds/model/url.ts'
import type { Sql, Statement } from './sql.ts'
import type { SourceInfo } from './store.ts'

export interface SourceRow {
  readonly slug: string
  readonly base: string
  readonly host: string | null
  readonly name: string
  readonly url: string | null
  readonly feed_url: string | null
}

export const SOURCE_SQL = {
  findAlike: `SELECT slug, base, host, name, url, feed_url FROM sources
    WHERE base IN (SELECT value FROM json_each(?))
    UNION SELECT slug, base, host, name, url, feed_url FROM sources
    WHERE slug IN (SELECT value FROM json_each(?))`,
  save: `INSERT INTO sources (slug, base, host, name, url, feed_url)
    SELECT e.value ->> 'slug', e.value ->> 'base', e.value ->> 'host', e.value ->> 'name',
      e.value ->> 'url', e.value ->> 'feed_url'
    FROM json_each(?) e WHERE true
    ON CONFLICT (slug) DO UPDATE SET host = coalesce(host, excluded.host),
      url = coalesce(url, excluded.url), feed_url = coalesce(feed_url, excluded.feed_url)`,
  find: 'SELECT slug, base, host, name, url, feed_url FROM sources WHERE slug = ?',
  list: 'SELECT slug, base, host, name, url, feed_url FROM sources ORDER BY slug LIMIT ?',
}

export interface PlacedSources {
  /** The slug of each article's source, in the order given. */
  readonly slugs: readonly string[]
  readonly statements: readonly Statement[]
}

/** Finds or makes the source of each article. */
export async function placeSources(sql: Sql, articles: readonly Article[]): Promise<PlacedSources> {
  const wanted = articles.map(sourceOf)
  const known = new KnownSources(wanted.length > 0 ? await findAlike(sql, wanted) : [])
  const touched = new Map<string, SourceRow>()
  const slugs = wanted.map((source) => {
    const placed = place(source, known)
    if (placed !== known.bySlug.get(placed.slug)) touched.set(placed.slug, placed)
    known.set(placed)
    return placed.slug
  })
  const rows = JSON.stringify([...touched.values()])
  return { slugs, statements: touched.size > 0 ? [{ sql: SOURCE_SQL.save, params: [rows] }] : [] }
}

/** A batch may place thousands of articles: sources are looked up, never gone through. */
class KnownSources {
  readonly bySlug = new Map<string, SourceRow>()
  private readonly byBase = new Map<string, Map<string, SourceRow>>()

  constructor(rows: readonly SourceRow[]) {
    for (const row of rows) this.set(row)
  }

  alike(base: string): SourceRow[] {
    return [...(this.byBase.get(base)?.values() ?? [])]
  }

  set(row: SourceRow): void {
    this.bySlug.set(row.slug, row)
    const alike = this.byBase.get(row.base) ?? new Map<string, SourceRow>()
    this.byBase.set(row.base, alike.set(row.slug, row))
  }
}

function findAlike(sql: Sql, wanted: readonly SourceRow[]): Promise<SourceRow[]> {
  const bases = [...new Set(wanted.map((source) => source.base))]
  const slugs = [...new Set(wanted.flatMap(candidates))]
  return sql.all<SourceRow>(SOURCE_SQL.findAlike, [JSON.stringify(bases), JSON.stringify(slugs)])
}

/** The source as the article states it; its slug is given when it is placed. */
function sourceOf(article: Article): SourceRow {
  const { publication, upstreamFeed } = article
  const url = publication?.url ?? null
  const feedUrl = upstreamFeed?.url ?? null
  const host = hostOf(publication ? url : feedUrl)
  const name = publication?.name ?? upstreamFeed?.title ?? host ?? 'Unnamed source'
  return { slug: '', base: slug(name), host, name, url, feed_url: feedUrl }
}

/** Two mastheads of one name are one source unless their sites differ. */
function place(source: SourceRow, known: KnownSources): SourceRow {
  const alike = known.alike(source.base)
  const same =
    alike.find((row) => row.host === source.host) ??
    alike.find((row) => row.host === null || source.host === null)
  if (same) return withMissing(same, source)
  const free = candidates(source).find((candidate) => !known.bySlug.has(candidate))
  return { ...source, slug: free ?? `${source.base}-${known.bySlug.size + 1}` }
}

/** What the known source lacks and this article states. */
function withMissing(known: SourceRow, stated: SourceRow): SourceRow {
  const host = known.host ?? stated.host
  const url = known.url ?? stated.url
  const feedUrl = known.feed_url ?? stated.feed_url
  if (host === known.host && url === known.url && feedUrl === known.feed_url) return known
  return { ...known, host, url, feed_url: feedUrl }
}

const candidates = ({ base, host }: SourceRow): string[] =>
  host ? [base, `${base}-${slug(host)}`] : [base]

const hostOf = (url: string | null): string | null =>
  (url && parseUrl(url)?.hostname.replace(/^www\./, '')) || null

export const sourceInfoOf = (row: SourceRow): SourceInfo => ({
  slug: row.slug,
  name: row.name,
  ...(row.url ? { url: row.url } : {}),
  ...(row.feed_url ? { feedUrl: row.feed_url } : {}),
})

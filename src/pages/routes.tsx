/** The addresses that people open: the front page and the pages of an article; the others are in files beside this one. */

import { type Context, Hono } from 'hono'
import type { StoredArticle } from '../../db/store.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { cleanArticles } from '../publish/clean.ts'
import { mergeDuplicates } from '../publish/duplicates.ts'
import { ArticlePage } from './article.tsx'
import { FrontPage } from './front.tsx'
import { machineRoutes } from './machine-routes.tsx'
import { pageAfter } from './paging.ts'
import { ProvenancePage } from './provenance.tsx'
import { searchRoutes } from './search-routes.tsx'
import { selectionRoutes } from './selection-routes.tsx'
import { sendPage } from './send-page.ts'

const SIDEBAR = 12
const MORE = 5

export function pageRoutes(deps: Deps): Hono {
  const routes = new Hono()
  routes.get('/', (c) => showFront(c, deps))
  routes.get('/articles/:id{[0-9]+}', (c) => showArticle(c, deps))
  routes.get('/articles/:id{[0-9]+}/provenance', (c) => showProvenance(c, deps))
  routes.route('/', selectionRoutes(deps))
  routes.route('/', searchRoutes(deps))
  routes.route('/', machineRoutes(deps))
  return routes
}

async function showFront(c: Context, deps: Deps): Promise<Response> {
  const { store, config } = deps
  const query = new URL(c.req.url).searchParams
  const [{ articles, next }, sources] = await Promise.all([
    store.listArticles({}, pageAfter(query)),
    store.listSources(SIDEBAR),
  ])
  const merged = await mergeDuplicates(articles, {}, store)
  const props = { articles: merged, config, sources, query, next }
  return sendPage(c, deps, <FrontPage {...props} />)
}

async function showArticle(c: Context, deps: Deps): Promise<Response> {
  const { store, config } = deps
  const article = await getArticle(c, deps)
  const [[stored], copies, others] = await Promise.all([
    cleanArticles([article], store),
    copiesOf(article, deps),
    store.listArticles({ source: [article.sourceSlug] }, { limit: MORE + 1 }),
  ])
  if (!stored) throw NO_ARTICLE()
  const more = others.articles.filter(({ id }) => id !== stored.id).slice(0, MORE)
  return sendPage(c, deps, <ArticlePage {...{ stored, config, copies, more }} />)
}

async function showProvenance(c: Context, deps: Deps): Promise<Response> {
  const stored = await getArticle(c, deps)
  return sendPage(c, deps, <ProvenancePage stored={stored} config={deps.config} />)
}

/** The article, unless it is not for the public. */
async function getArticle(c: Context, { store }: Deps): Promise<StoredArticle> {
  const stored = await store.findArticle(Number(c.req.param('id')))
  if (!stored || stored.article.status === 'withheld') throw NO_ARTICLE()
  if (stored.article.status === 'removed') throw new CreditlineError('gone', REMOVED)
  return stored
}

const REMOVED =
  'This article was removed, here or by its publisher. Its text is erased, and its address will not be used again.'
const NO_ARTICLE = () => new CreditlineError('not_found', 'There is no such article here.')

/** The same article as other feeds brought it. */
async function copiesOf({ id, sharedUrl, article }: StoredArticle, { store }: Deps) {
  if (!sharedUrl || !article.canonicalUrl) return []
  return (await store.listByCanonicalUrl([article.canonicalUrl])).filter((copy) => copy.id !== id)
}

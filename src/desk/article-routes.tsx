/** /admin/articles and /admin/review: finding an article and setting it right. */

import { type Context, Hono } from 'hono'
import type { ArticleEdit, StoredArticle } from '../../db/store.ts'
import type { Agency } from '../../feeds/agencies/index.ts'
import { STATUSES } from '../../feeds/model/article.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { pageAfter } from '../pages/paging.ts'
import { ArticleDeskPage } from './article-page.tsx'
import { ArticlesPage } from './articles.tsx'
import { creditsIn } from './credit-form.ts'
import { type Form, readForm, seqIn, textIn } from './form.ts'
import { articleDeskPath } from './paths.ts'
import { ReviewPage } from './review.tsx'
import { publishWritten, WritePage } from './write.tsx'

export function articleRoutes(deps: Deps): Hono {
  const { store, config } = deps
  const routes = new Hono()
  routes.get('/review', async (c) => {
    const query = new URL(c.req.url).searchParams
    const { articles, next } = await store.listDoubtful({ ...pageAfter(query), limit: 10 })
    return c.html(<ReviewPage {...{ c, config, articles, query, next }} />)
  })
  routes.get('/articles', async (c) => {
    const query = new URL(c.req.url).searchParams
    const q = query.get('q')?.trim()
    const { articles, next } = await store.listArticles(q ? { q } : {}, pageAfter(query))
    return c.html(<ArticlesPage {...{ c, config, articles, query, next }} />)
  })
  routes.get('/articles/new', (c) => c.html(<WritePage c={c} config={config} form={new Map()} />))
  routes.post('/articles', (c) => publishWritten(c, deps))
  routes.get('/articles/:id{[0-9]+}', async (c) => showArticle(c, deps, await getArticle(c, deps)))
  routes.post('/articles/:id{[0-9]+}/credits', (c) => edit(c, deps, creditsEdit, 'credited'))
  routes.post('/articles/:id{[0-9]+}/correction', (c) => edit(c, deps, correctionEdit, 'corrected'))
  routes.post('/articles/:id{[0-9]+}/status', (c) => edit(c, deps, statusEdit, 'restored'))
  return routes
}

async function getArticle(c: Context, { store }: Deps): Promise<StoredArticle> {
  const stored = await store.findArticle(Number(c.req.param('id')))
  if (!stored) throw new CreditlineError('not_found', 'There is no such article here.')
  return stored
}

async function showArticle(c: Context, deps: Deps, stored: StoredArticle, problem?: string) {
  const faults = await deps.store.listFaults({ articleId: stored.id })
  const page = <ArticleDeskPage {...{ c, config: deps.config, stored, faults, problem }} />
  return c.html(page, problem ? 409 : 200)
}

interface Moment {
  readonly now: string
  readonly agencies: readonly Agency[]
}

const DONE = { retracted: 'retracted', withheld: 'withheld', removed: 'article-removed' } as const

type ReadEdit = (form: Form, stored: StoredArticle, moment: Moment) => ArticleEdit

const STALE =
  'The article has changed since you opened it, by a poll or another editor. Here it is as it is now; nothing of yours was saved.'

/** Does what the form says, unless the article is another by now. */
async function edit(c: Context, deps: Deps, read: ReadEdit, done: string): Promise<Response> {
  const form = await readForm(c)
  const stored = await getArticle(c, deps)
  const now = toInstant(deps.now())
  const ifSeq = seqIn(form)
  if (ifSeq !== stored.seq) return showArticle(c, deps, stored, STALE)
  const agencies = await deps.store.listAgencies()
  const change = read(form, stored, { now, agencies })
  await deps.store.editArticle(stored.id, { ...change, ifSeq }, now)
  const path = form.get('from') === 'review' ? '/admin/review' : articleDeskPath(stored.id)
  const status = change.embargo ? 'withheld' : change.status
  const word = status === undefined || status === 'published' ? done : DONE[status]
  return c.redirect(`${path}?done=${word}`, 303)
}

const creditsEdit: ReadEdit = (form, { article }, { agencies }) => {
  const title = textIn(form, 'title')
  return {
    credits: creditsIn(form, article.credits, agencies),
    ...(title && title !== article.title ? { title } : {}),
  }
}

const correctionEdit: ReadEdit = (form, _, { now: at }) => {
  const note = textIn(form, 'note')
  if (!note) throw new CreditlineError('invalid', 'Say what was wrong and what is right.')
  return { correction: { at, note } }
}

/** What a form for a date and a time gives is UTC here. */
function instantIn(until: string, now: string): string {
  const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?Z?$/.test(until)
    ? Date.parse(`${until.replace('Z', '')}Z`)
    : Number.NaN
  if (ms > Date.parse(now)) return toInstant(ms)
  throw new CreditlineError('invalid', 'The embargo must end in the future.')
}

const statusEdit: ReadEdit = (form, _, { now: at }) => {
  const status = STATUSES.find((known) => known === form.get('status'))
  if (!status) throw new CreditlineError('invalid', `Choose one of ${STATUSES.join(', ')}.`)
  const note = textIn(form, 'note')
  const until = textIn(form, 'until')
  if (status === 'withheld' && until) return { embargo: instantIn(until, at) }
  return { status, ...(note ? { correction: { at, note } } : {}) }
}

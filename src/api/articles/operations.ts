/** Articles: listing, reading, pushing, correcting, retracting. */

import * as z from 'zod/mini'
import type { ArticleEdit, StoredArticle } from '../../../db/store.ts'
import { uuid5 } from '../../../feeds/identity.ts'
import { toInstant } from '../../../feeds/model/date.ts'
import { CreditlineError } from '../../../feeds/model/error.ts'
import type { Deps } from '../../deps.ts'
import { allows, hex } from '../../http/tokens.ts'
import { allChannel, readChannelPage } from '../../publish/channels.ts'
import { cleanArticles } from '../../publish/clean.ts'
import { statedCredit } from '../credits/edit.ts'
import { type Answer, type BodyOf, type Call, operation } from '../operation.ts'
import { InvalidInput } from '../problem.ts'
import { given } from '../shapes.ts'
import { readNinjs } from './ninjs.ts'
import { etagOf, presentArticle, presentWhole } from './present.ts'
import { type Pushed, pushedJson, pushedMarkdown } from './pushed.ts'
import { receiveArticle } from './receive.ts'
import {
  ArticleEditInput,
  ArticleInput,
  ArticleList,
  ArticleOut,
  articleId,
  articlesQuery,
  MarkdownArticle,
  NinjsItem,
} from './schemas.ts'

const byId = z.object({ id: articleId })
const pushable = {
  'application/json': ArticleInput,
  'text/markdown': MarkdownArticle,
  'application/ninjs+json': NinjsItem,
}

export const articleOperations = [
  operation({
    id: 'listArticles',
    tag: 'Articles',
    method: 'get',
    path: '/articles',
    summary: 'Lists articles, newest first',
    description: 'The parameters are those of every feed.',
    scope: 'read',
    query: articlesQuery,
    result: ArticleList,
    run: ({ search }, deps) => listArticles(search, deps),
  }),
  operation({
    id: 'getArticle',
    tag: 'Articles',
    method: 'get',
    path: '/articles/{id}',
    summary: 'One article with its body',
    scope: 'read',
    params: byId,
    result: ArticleOut,
    tagged: true,
    run: async ({ params, token }, deps) => {
      const stored = await getArticle(params.id, deps)
      if (!allows(token.scopes, 'write')) refuseHidden(stored)
      return whole(stored, deps)
    },
  }),
  operation({
    id: 'createArticle',
    tag: 'Articles',
    method: 'post',
    path: '/articles',
    summary: 'Stores an article, or a new version of it',
    description:
      'Send JSON, Markdown with front matter, or IPTC ninjs. Its identity is its id, else its URL: what is here already ' +
      'is updated (status 200), and what an editor set stays. Credits that you do not state are read in its text.',
    scope: 'write',
    repeatable: true,
    bodies: pushable,
    result: ArticleOut,
    tagged: true,
    status: 201,
    run: async (call, deps) => {
      const text = JSON.stringify(call.body)
      const name = `urn:uuid:${nameOf(call, deps)}`
      const { stored, isNew } = await receiveArticle(pushedOf(call.body), { text, name }, deps)
      const answer = await whole(stored, deps)
      return { ...answer, status: isNew ? 201 : 200, location: `/articles/${stored.id}` }
    },
  }),
  operation({
    id: 'editArticle',
    tag: 'Articles',
    method: 'patch',
    path: '/articles/{id}',
    summary: 'Corrects, credits, retracts or withholds an article',
    description: 'To retract, send status `retracted`, and a correction that says why.',
    scope: 'write',
    conditional: true,
    params: byId,
    bodies: { 'application/json': ArticleEditInput },
    result: ArticleOut,
    tagged: true,
    run: async ({ params, body, expect }, deps) => {
      const before = await getArticle(params.id, deps)
      expect(etagOf(before))
      const now = toInstant(deps.now())
      const edit = { ...editOf(body.value, now), ifSeq: before.seq }
      return whole(await deps.store.editArticle(before.id, edit, now), deps)
    },
  }),
]

export const searchOperations = [
  operation({
    id: 'search',
    tag: 'Search',
    method: 'get',
    path: '/search',
    summary: 'Searches the full text of articles, latest stored first',
    scope: 'read',
    query: z.extend(articlesQuery, {
      q: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
    }),
    result: ArticleList,
    run: ({ search }, deps) => listArticles(search, deps),
  }),
]

type Listed = Answer<z.input<typeof ArticleList>>

async function listArticles(search: URLSearchParams, { store, config }: Deps): Promise<Listed> {
  const { channel, page } = readChannelPage(allChannel(config), search)
  const { articles, next } = await store.listArticles(channel.selection, page)
  const shown = articles.map((stored) => presentArticle(stored, config))
  return { body: { articles: shown, ...(next === undefined ? {} : { next }) }, next }
}

/** What readers cannot see, a token that may only read cannot either. Throws `gone`, or `not_found`. */
function refuseHidden({ article: { status } }: StoredArticle): void {
  if (status === 'removed')
    throw new CreditlineError('gone', 'The article was removed; its text is erased.')
  if (status === 'withheld') throw notHere()
}

const notHere = (): CreditlineError =>
  new CreditlineError('not_found', 'There is no such article here.')

async function getArticle(id: string, { store }: Deps): Promise<StoredArticle> {
  const stored = await store.findArticle(Number(id))
  if (!stored) throw notHere()
  return stored
}

async function whole(stored: StoredArticle, { store, config }: Deps) {
  const [clean] = await cleanArticles([stored], store)
  return { body: presentWhole(stored, clean?.article.body?.html, config), etag: etagOf(stored) }
}

type Push = BodyOf<typeof pushable>

function pushedOf(body: Push): Pushed {
  if (body.type === 'text/markdown') return pushedMarkdown(body.value)
  if (body.type === 'application/json') return pushedJson(body.value)
  const { input, status } = readNinjs(body.value)
  return pushedJson(input, status)
}

/** Identity of last resort: the same for one request that is sent again. */
const nameOf = ({ token, key }: Call<unknown, unknown, unknown>, { random }: Deps): string =>
  uuid5(key === undefined ? hex(random(16)) : `${token.id}\n${key}`)

const EITHER = [{ at: '#/embargo', detail: 'give either an embargo or a status' }]
const OVER = [{ at: '#/embargo', detail: 'give a time in the future; to let go, send a status' }]

function editOf(input: z.output<typeof ArticleEditInput>, now: string): ArticleEdit {
  const { title, credits, status, embargo, correction } = input
  if (embargo !== undefined && status !== undefined) throw new InvalidInput(EITHER)
  if (embargo !== undefined && embargo <= now) throw new InvalidInput(OVER)
  return {
    ...(title === undefined ? {} : { title }),
    ...(credits === undefined
      ? {}
      : { credits: credits.map((credit) => statedCredit(credit, 'edited')) }),
    ...given({ status, embargo }),
    ...(correction === undefined ? {} : { correction: { at: now, note: correction } }),
  }
}

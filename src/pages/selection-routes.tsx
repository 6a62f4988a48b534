/** The pages of sources, agencies, people and tags. */

import { type Context, Hono } from 'hono'
import { agencyById } from '../../feeds/agencies/index.ts'
import type { Selection } from '../../feeds/model/channel.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { mergeDuplicates } from '../publish/duplicates.ts'
import { AgencyIntro, PersonIntro, SourceIntro } from './intros.tsx'
import { pageAfter } from './paging.ts'
import { SelectionPage, type SelectionPageProps } from './selection-page.tsx'
import { sendPage } from './send-page.ts'
import { sourcePath, tagPath } from './site.ts'

export function selectionRoutes(deps: Deps): Hono {
  const { store } = deps
  const routes = new Hono()
  routes.get('/sources/:id', async (c) => {
    const source = await store.findSource(c.req.param('id'))
    if (!source) throw notHere('source', c.req.param('id'))
    const about = { kind: 'Source', name: source.name, path: sourcePath(source.slug) }
    const intro = <SourceIntro source={source} />
    return show(c, deps, { source: [source.slug] }, { ...about, intro })
  })
  routes.get('/agencies/:id', async (c) => {
    const id = c.req.param('id')
    const agency = agencyById(id) ?? (await store.listAgencies()).find((one) => one.id === id)
    const name = (await store.findPartyName('organization', id)) ?? agency?.name
    if (!name) throw notHere('agency', id)
    const about = { kind: 'Agency', name, path: `/agencies/${encodeURIComponent(id)}` }
    return show(
      c,
      deps,
      { agency: id },
      { ...about, intro: <AgencyIntro name={name} agency={agency} /> },
    )
  })
  routes.get('/people/:id', async (c) => {
    const id = c.req.param('id')
    const name = await store.findPartyName('person', id)
    if (!name) throw notHere('person', id)
    const about = { kind: 'Person', name, path: `/people/${encodeURIComponent(id)}` }
    return show(c, deps, { person: id }, { ...about, intro: <PersonIntro name={name} /> })
  })
  routes.get('/tags/:tag', async (c) => {
    const tag = c.req.param('tag')
    const name = await store.findTagName(tag)
    if (!name) throw notHere('tag', tag)
    return show(c, deps, { tag }, { kind: 'Tag', name, path: tagPath(tag) })
  })
  return routes
}

type About = Pick<SelectionPageProps, 'kind' | 'name' | 'path' | 'intro'>

async function show(c: Context, deps: Deps, selection: Selection, about: About): Promise<Response> {
  const query = new URL(c.req.url).searchParams
  const { articles, next } = await deps.store.listArticles(selection, pageAfter(query))
  const merged = await mergeDuplicates(articles, selection, deps.store)
  const props = { ...about, config: deps.config, articles: merged, query, next }
  return sendPage(c, deps, <SelectionPage {...props} />)
}

const notHere = (kind: string, name: string): CreditlineError =>
  new CreditlineError('not_found', `There is no ${kind} “${name.slice(0, 80)}” here.`)

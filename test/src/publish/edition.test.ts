import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Store } from '../../../db/store.ts'
import { FORMAT_NAMES } from '../../../feeds/formats/index.ts'
import { finderOf } from '../../../src/publish/finder.ts'
import { renderSettled } from '../../../src/publish/publisher.ts'
import { incoming, LATER, NOW } from '../../db/samples.ts'
import { openService, type Service } from '../service.ts'

let service: Service
let calls: string[]

beforeEach(async () => {
  service = await openService()
  calls = []
})
afterEach(() => service.close())

/** The service's store, whose calls are noted. */
const noted = (store: Store): Store =>
  Object.fromEntries(
    Object.entries(store).map(([name, verb]) => [
      name,
      (...args: unknown[]) => {
        calls.push(name)
        return (verb as (...args: unknown[]) => unknown)(...args)
      },
    ]),
  ) as unknown as Store

const times = (name: string) => calls.filter((call) => call === name).length

const articles = (version: number) =>
  [1, 2, 3].map((n) => incoming(n, { title: `Ferry ${n} in version ${version}` }, `v${version}`))

async function renderAll(deps: Service['deps']): Promise<string[]> {
  const finder = finderOf(deps)
  const rendered = FORMAT_NAMES.map((name) =>
    renderSettled(() => finder.find(`/feed.${name}`)).then(({ document }) => document.bytes),
  )
  return (await Promise.all(rendered)).map((bytes) => new TextDecoder().decode(bytes))
}

it('is read, placed and cleaned once for all formats, at each change', async () => {
  const deps = { ...service.deps, store: noted(service.deps.store) }
  for (const version of [1, 2]) {
    await service.deps.store.saveArticles(articles(version), version === 1 ? NOW : LATER)
    calls = []
    const documents = await renderAll(deps)
    for (const document of documents) expect(document).toContain(`in version ${version}`)
    for (const name of ['listArticles', 'saveArchive', 'saveCleanBodies'])
      expect([name, times(name)]).toEqual([name, 1])
    expect(await renderAll({ ...service.deps })).toEqual(documents)
  }
})

it('keeps what was cleaned when the answers have gone out', async () => {
  const waiting: (() => Promise<void>)[] = []
  const deps = {
    ...service.deps,
    store: noted(service.deps.store),
    later: (work: () => Promise<void>) => void waiting.push(work),
  }
  await service.deps.store.saveArticles(articles(1), NOW)
  const documents = await renderAll(deps)
  expect(times('saveCleanBodies')).toBe(0)
  const isClean = async () => (await service.deps.store.findArticle(1))?.article.body?.clean
  expect(await isClean()).toBe(false)
  for (const work of waiting) await work()
  expect(await isClean()).toBe(true)
  expect(await renderAll({ ...service.deps })).toEqual(documents)
})

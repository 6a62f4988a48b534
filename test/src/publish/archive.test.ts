/** Archives (RFC 5005): the live document and its archives hold every article together, whatever enters or changes. */

import { expect, it } from 'vitest'
import { parseFeed } from '../../../feeds/dialects/index.ts'
import { DEFAULT_PRESENTATION } from '../../../feeds/model/channel.ts'
import { importDocuments } from '../../../src/import/documents.ts'
import { readAnyDocument } from '../../../src/import/files.ts'
import { openService, type Service } from '../service.ts'

const article = (n: number, date: string, body = 'The pump runs again.') => ({
  path: `pump-${n}.md`,
  text: `# Pump ${n} runs\n\n${date}\n\n${body}\n\n*Reuters contributed reporting.*\n\nOriginal url:\n\n<https://well.example/pump-${n}>\n`,
})

const importAll = (service: Service, ...files: ReturnType<typeof article>[]) =>
  importDocuments(files, {}, { ...service.deps, readDocument: readAnyDocument })

/** A service with a channel of two items a document. */
async function openChannel(): Promise<Service> {
  const service = await openService()
  await saveChannel(service, {})
  return service
}

const saveChannel = (service: Service, selection: { agency?: string }) =>
  service.deps.store.saveChannel(
    {
      slug: 'pumps',
      title: 'Pumps',
      hubs: [],
      selection,
      presentation: { ...DEFAULT_PRESENTATION, size: 2 },
    },
    '2025-06-01T12:00:00Z',
  )

interface Document {
  readonly status: number
  readonly titles: string[]
  readonly paging: Readonly<Record<string, string>>
  readonly archive?: boolean | undefined
}

async function read(service: Service, url: string): Promise<Document> {
  const response = await service.app.request(url)
  if (response.status !== 200) return { status: response.status, titles: [], paging: {} }
  const { feed, entries } = parseFeed(new Uint8Array(await response.arrayBuffer()))
  return {
    status: 200,
    titles: entries.map(({ title }) => title?.slice(5, 6) ?? ''),
    paging: feed.paging,
    archive: feed.archive,
  }
}

/** All titles, from the live document back along prev-archive (next in JSON). */
async function readAll(service: Service, format: string): Promise<string[][]> {
  const documents: string[][] = []
  let url: string | undefined = `https://desk.example/feeds/pumps.${format}`
  while (url) {
    const { titles, paging }: Document = await read(service, url)
    documents.push(titles)
    url = paging['prev-archive'] ?? paging.next
  }
  return documents
}

it.each(['rss', 'atom', 'json'])(
  'all articles are reached from the live document (%s)',
  async (format) => {
    const service = await openChannel()
    for (let n = 1; n <= 5; n++) await importAll(service, article(n, `May ${n}, 2025`))
    const documents = await readAll(service, format)
    expect(documents).toEqual([
      ['5', '4'],
      ['4', '3'],
      ['2', '1'],
    ])
    service.close()
  },
)

it('a late import stands in the live document, whatever its date', async () => {
  const service = await openChannel()
  for (let n = 1; n <= 4; n++) await importAll(service, article(n, `May ${n}, 2025`))
  await importAll(service, article(7, 'January 3, 2020'))
  const { titles } = await read(service, '/feeds/pumps.atom')
  expect(titles).toEqual(['4', '3', '7'])
  service.close()
})

it('a changed article leaves its archive for the live document', async () => {
  const service = await openChannel()
  for (let n = 1; n <= 5; n++) await importAll(service, article(n, `May ${n}, 2025`))
  const url = '/feeds/pumps/archive/1/1.atom'
  const before = await service.app.request(url)
  expect((await read(service, url)).titles).toEqual(['2', '1'])
  await importAll(service, article(1, 'May 1, 2025', 'The pump stands still.'))
  expect((await read(service, url)).titles).toEqual(['2'])
  expect((await read(service, '/feeds/pumps.atom')).titles).toContain('1')
  const etag = before.headers.get('etag') ?? ''
  const again = await service.app.request(url, { headers: { 'if-none-match': etag } })
  expect(again.status).toBe(200)
  service.close()
})

it('a removed article is in no archive', async () => {
  const service = await openChannel()
  for (let n = 1; n <= 5; n++) await importAll(service, article(n, `May ${n}, 2025`))
  await read(service, '/feeds/pumps.atom')
  await service.deps.store.editArticle(1, { status: 'removed' }, '2025-06-02T00:00:00Z')
  expect((await readAll(service, 'atom')).flat()).not.toContain('1')
  service.close()
})

it('a changed selection starts a new generation, and the old archives are gone', async () => {
  const service = await openChannel()
  for (let n = 1; n <= 5; n++) await importAll(service, article(n, `May ${n}, 2025`))
  expect((await read(service, '/feeds/pumps.rss')).paging['prev-archive']).toBe(
    'https://desk.example/feeds/pumps/archive/1/2.rss',
  )
  await saveChannel(service, { agency: 'reuters' })
  expect((await read(service, '/feeds/pumps.rss')).paging['prev-archive']).toBe(
    'https://desk.example/feeds/pumps/archive/2/2.rss',
  )
  expect((await read(service, '/feeds/pumps/archive/1/2.rss')).status).toBe(404)
  service.close()
})

it('an archive says what it is, and knows its neighbours', async () => {
  const service = await openChannel()
  for (let n = 1; n <= 7; n++) await importAll(service, article(n, `May ${n}, 2025`))
  expect(await read(service, '/feeds/pumps/archive/1/2.atom')).toMatchObject({
    archive: true,
    paging: {
      'prev-archive': 'https://desk.example/feeds/pumps/archive/1/1.atom',
      'next-archive': 'https://desk.example/feeds/pumps/archive/1/3.atom',
      current: 'https://desk.example/feeds/pumps.atom',
    },
  })
  service.close()
})

it('a narrowed feed pages by next instead', async () => {
  const service = await openChannel()
  for (let n = 1; n <= 3; n++) await importAll(service, article(n, `May ${n}, 2025`))
  const first = await read(service, '/feeds/pumps.atom?agency=reuters')
  expect(first.titles).toEqual(['3', '2'])
  const second = await read(service, first.paging.next ?? '')
  expect(second).toMatchObject({ titles: ['1'], paging: {} })
  service.close()
})

/** What an upstream takes back: by tombstones in its Atom, weighed against updates, its own articles alone. */

import { describe, expect, it } from 'vitest'
import type { Store } from '../../../db/store.ts'
import type { Upstream } from '../../../feeds/model/upstream.ts'
import { pollUpstream } from '../../../src/ingest/poll.ts'
import { serve } from './loopback.ts'
import { createClock, pollDeps, START, upstreamAt } from './polls.ts'

const HOUR = 3600
const MORNING = '2026-03-03T08:00:00Z'
const NOON = START
const EVENING = '2026-03-03T18:00:00Z'

const entry = (n: number, updated = MORNING, title = `Quay ${n} reopens`) =>
  `<entry><id>urn:x:${n}</id><title>${title}</title><updated>${updated}</updated>` +
  `<link href="https://harbour.example/${n}"/><summary>Text of ${n}</summary></entry>`

const tombstone = (n: number, when: string, within = '') =>
  `<at:deleted-entry ref="urn:x:${n}"${when ? ` when="${when}"` : ''}>${within}</at:deleted-entry>`

const atom = (...parts: string[]) =>
  '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">' +
  `<title>Harbour Post</title><id>urn:x</id><updated>${MORNING}</updated>${parts.join('')}</feed>`

/** An upstream that says what it is given, polled an hour later each time. */
async function setUp(more: Partial<Upstream> = {}) {
  const said = { body: atom(entry(1), entry(2)), status: 200, asked: [] as (string | undefined)[] }
  const server = await serve((request, response) => {
    said.asked.push(request.headers['if-none-match'])
    const etag = `"${said.asked.length}"`
    response.writeHead(said.status, { 'content-type': 'application/atom+xml', etag }).end(said.body)
  })
  const clock = createClock()
  const deps = await pollDeps([server.host], { now: clock.now })
  const { store } = deps as unknown as { store: Store }
  await store.addUpstream(upstreamAt(`${server.url}/feed`, more))
  const poll = async (body?: string) => {
    if (body !== undefined) said.body = body
    clock.pass(HOUR)
    const upstream = await store.findUpstream('harbour')
    if (!upstream) throw new Error('no upstream')
    const outcome = await pollUpstream(upstream, deps)
    await store.savePolls([outcome], new Date(deps.now()).toISOString())
    return outcome
  }
  const get = async (n: number) => {
    const stored = await store.findArticleByGuid('harbour', `urn:x:${n}`)
    if (!stored) throw new Error(`no article ${n}`)
    return stored
  }
  await poll()
  return { said, store, poll, get }
}

describe('a tombstone', () => {
  it('retracts the article, with who, when and why, and an editor is shown it', async () => {
    const { poll, get, store } = await setUp()
    const why = '<at:by><name>Ada Quill</name></at:by><at:comment>Wrong  quay.</at:comment>'
    const outcome = await poll(atom(entry(2), tombstone(1, NOON, why)))
    expect(outcome.upstream.lastResult).toBe('1 known, 1 withdrawn')
    const { article, id } = await get(1)
    expect(article).toMatchObject({
      status: 'retracted',
      withdrawal: { at: NOON, by: 'Ada Quill', comment: 'Wrong quay.' },
      corrections: [{ at: NOON, note: 'Withdrawn by Ada Quill: Wrong quay.' }],
    })
    expect(article.doubts).toContain('withdrawn')
    expect((await store.listDoubtful({ limit: 5 })).articles.map((one) => one.id)).toContain(id)
    expect((await store.listHistory(id))[0]?.changes).toEqual([
      { field: 'status', before: 'published', after: 'retracted' },
    ])
    expect((await get(2)).article.status).toBe('published')
  })

  it('that names nobody is told as of the upstream; said again, it changes nothing', async () => {
    const { poll, get, store } = await setUp()
    await poll(atom(tombstone(1, NOON)))
    expect((await get(1)).article.corrections).toEqual([
      { at: NOON, note: 'Withdrawn by Harbour Post.' },
    ])
    const before = await store.findSequence()
    await poll(atom(entry(2), tombstone(1, NOON)))
    expect(await store.findSequence()).toBe(before)
  })

  it.each([
    ['no date', ''],
    ['a date that is none', 'yesterday'],
    ['a date before the last update', '2026-03-03T07:59:59Z'],
  ])('with %s changes nothing', async (_, when) => {
    const { poll, get } = await setUp()
    await poll(atom(tombstone(1, when)))
    expect((await get(1)).article).not.toHaveProperty('withdrawal')
    expect((await get(1)).article.status).toBe('published')
  })

  it('beside an entry that was updated later changes nothing, beside one that was not wins', async () => {
    const { poll, get } = await setUp()
    await poll(
      atom(
        entry(1, EVENING, 'Quay 1 stays'),
        entry(2, MORNING, 'Quay 2 stays'),
        tombstone(1, NOON),
        tombstone(2, NOON),
        entry(3),
        tombstone(3, NOON),
      ),
    )
    expect((await get(1)).article).toMatchObject({ title: 'Quay 1 stays', status: 'published' })
    expect((await get(2)).article).toMatchObject({ title: 'Quay 2 reopens', status: 'retracted' })
    await expect(get(3)).rejects.toThrow('no article 3')
  })

  it('that is dated ahead counts as of now', async () => {
    const { poll, get } = await setUp()
    await poll(atom(tombstone(1, '2999-01-01T00:00:00Z')))
    expect((await get(1)).article.withdrawal?.at).toBe('2026-03-03T14:00:00Z')
  })

  it('in RSS, or of an entry that is not here, changes nothing', async () => {
    const { poll, get, store } = await setUp()
    const before = await store.findSequence()
    await poll(
      '<rss version="2.0" xmlns:at="http://purl.org/atompub/tombstones/1.0"><channel>' +
        `<title>Harbour Post</title>${tombstone(1, NOON)}</channel></rss>`,
    )
    await poll(atom(tombstone(9, NOON)))
    expect(await store.findSequence()).toBe(before)
    expect((await get(1)).article.status).toBe('published')
  })

  it('of another upstream changes nothing', async () => {
    const { poll, get, store } = await setUp()
    const { article } = await get(1)
    const theirs = { ...article, upstreamId: 'pier', publishedId: 'urn:y:1' }
    await store.saveArticles([{ article: theirs, hash: 'x', said: '{}', faults: [] }], NOON)
    await poll(atom(tombstone(1, NOON)))
    expect((await get(1)).article.status).toBe('retracted')
    const other = await store.findArticleByGuid('pier', 'urn:x:1')
    expect(other?.article.status).toBe('published')
  })

  it('of a private upstream tells no secret of it', async () => {
    const { poll, get, store } = await setUp({ private: true })
    const secret = (await store.findUpstream('harbour'))?.url
    await poll(atom(tombstone(1, NOON, `<at:comment>See ${secret}</at:comment>`)))
    expect((await get(1)).article.corrections).toEqual([
      { at: NOON, note: 'Withdrawn by Harbour Post.' },
    ])
  })
})

describe('a withdrawn article', () => {
  it('stays so when its entry comes again, until it says that it was updated since', async () => {
    const { poll, get } = await setUp()
    await poll(atom(tombstone(1, NOON)))
    await poll(atom(entry(1, MORNING, 'Quay 1 again')))
    expect((await get(1)).article).toMatchObject({
      title: 'Quay 1 again',
      status: 'retracted',
      doubts: expect.arrayContaining(['withdrawn']),
    })
    await poll(atom(entry(1, EVENING, 'Quay 1 after all')))
    const { article } = await get(1)
    expect(article).toMatchObject({ title: 'Quay 1 after all', status: 'published' })
    expect(article).not.toHaveProperty('withdrawal')
    expect(article.doubts).not.toContain('withdrawn')
  })

  it('is as an editor sets it, whatever comes later', async () => {
    const { poll, get, store } = await setUp()
    await poll(atom(tombstone(1, NOON)))
    await store.editArticle((await get(1)).id, { status: 'published' }, EVENING)
    expect((await get(1)).article.doubts).not.toContain('withdrawn')
    await poll(atom(entry(2), tombstone(1, NOON)))
    expect((await get(1)).article.doubts).not.toContain('withdrawn')
    await poll(atom(tombstone(1, '2026-03-03T13:00:00Z')))
    const { article } = await get(1)
    expect([article.status, article.doubts.includes('withdrawn')]).toEqual(['published', true])
    expect(article.corrections).toHaveLength(1)
  })

  it('that waited for the end of its embargo is never published by itself', async () => {
    const { poll, get, store } = await setUp()
    const { article, id } = await get(1)
    const held = { ...article, embargo: EVENING }
    await store.saveArticles([{ article: held, hash: 'x', said: '{}', faults: [] }], NOON)
    expect((await get(1)).article.status).toBe('withheld')
    await poll(atom(tombstone(1, NOON)))
    expect(await store.settleDue('2026-03-04T12:00:00Z')).toBe(0)
    expect((await store.findArticle(id))?.article).toMatchObject({
      status: 'withheld',
      withdrawal: { at: NOON },
    })
  })
})

describe('new entries alone (226)', () => {
  it('retract nothing, since they tell also what left the selection; the whole feed is asked for', async () => {
    const { said, poll, get } = await setUp()
    said.status = 226
    const outcome = await poll(atom(tombstone(1, NOON)))
    expect(outcome.upstream).not.toHaveProperty('etag')
    expect((await get(1)).article.status).toBe('published')
    said.status = 200
    await poll(atom(entry(2), tombstone(1, NOON)))
    expect(said.asked).toEqual([undefined, '"1"', undefined])
    expect((await get(1)).article.status).toBe('retracted')
  })
})

/** Upstreams and what polls make of them, channels, tokens. */

import { expect, test } from 'vitest'
import { type Channel, DEFAULT_PRESENTATION } from '../../feeds/model/channel.ts'
import type { Open } from './contract.ts'
import { incoming, LATER, NOW, upstream } from './samples.ts'

const CHANNEL: Channel = {
  slug: 'sea',
  title: 'The Sea',
  hubs: ['https://hub.example/'],
  selection: { tag: 'sea', source: ['a', 'b'] },
  presentation: DEFAULT_PRESENTATION,
}

export function upstreamsContract(open: Open): void {
  test('an upstream is found by id and by URL, with every field', async () => {
    const { store } = await open()
    const full = upstream('pier', {
      title: 'Pier',
      publication: 'The Pier',
      peer: true,
      private: true,
      tags: ['sea'],
      etag: 'W/"x"',
      lastStatus: 200,
      movedSince: NOW,
    })
    await store.addUpstream(full)
    expect(await store.findUpstream('pier')).toEqual(full)
    expect(await store.findUpstream(full.url)).toEqual(full)
    expect(await store.findUpstream('none')).toBeUndefined()
    await store.saveUpstream({ ...full, health: 'paused' })
    expect(await store.listUpstreams()).toEqual([{ ...full, health: 'paused' }])
    expect(await store.isEmpty()).toBe(false)
  })

  test('an upstream is added once', async () => {
    const { store } = await open()
    await store.addUpstream(upstream('pier'))
    const again = store.addUpstream({ ...upstream('quay'), url: upstream('pier').url })
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
    expect(await store.listUpstreams()).toHaveLength(1)
  })

  test('many are added at once; those that are here already are left as they are', async () => {
    const { store } = await open()
    await store.addUpstream(upstream('pier'))
    const sameUrl = { ...upstream('quay'), url: upstream('pier').url }
    const sameId = { ...upstream('pier'), url: 'https://other.example/' }
    const added = await store.addUpstreams([sameUrl, sameId, upstream('a'), upstream('b')])
    expect([...added].sort()).toEqual([upstream('a').url, upstream('b').url])
    expect((await store.listUpstreams()).map(({ id }) => id)).toEqual(['a', 'b', 'pier'])
    expect(await store.findUpstream('pier')).toEqual(upstream('pier'))
    expect((await store.addUpstreams([])).size).toBe(0)
  })

  test('those due are listed, longest overdue first', async () => {
    const { store } = await open()
    const at = (hour: number) => ({ nextPollAt: `2025-06-01T${hour}:00:00Z` })
    await store.addUpstream(upstream('a', at(11)))
    await store.addUpstream(upstream('b', at(10)))
    await store.addUpstream(upstream('c', at(13)))
    await store.addUpstream(upstream('d', { ...at(10), health: 'paused' }))
    await store.addUpstream(upstream('e', { ...at(10), health: 'gone' }))
    const due = async (limit: number) =>
      (await store.listDueUpstreams(NOW, limit)).map(({ id }) => id)
    expect(await due(9)).toEqual(['b', 'a'])
    expect(await due(1)).toEqual(['b'])
  })

  test('polls store validators, articles and faults of many upstreams together', async () => {
    const { store } = await open()
    await store.addUpstream(upstream('harbour'))
    await store.addUpstream(upstream('pier'))
    const faults = [{ code: 'truncated', at: 'line 3', text: 'cut' }]
    const harbour = upstream('harbour', { health: 'healthy', etag: '"1"' })
    const pier = upstream('pier', { health: 'failing', lastError: 'no answer' })
    await store.savePolls(
      [
        { upstream: harbour, articles: [incoming(1)], faults },
        { upstream: pier, articles: [incoming(1, { upstreamId: 'pier' })] },
      ],
      NOW,
    )
    expect(await store.findUpstream('harbour')).toEqual(harbour)
    expect(await store.findUpstream('pier')).toEqual(pier)
    expect(await store.listFaults({ upstreamId: 'harbour' })).toEqual(faults)
    expect(await store.findStats()).toMatchObject({ articles: 2, failingUpstreams: 1, faults: 1 })

    await store.savePolls([{ upstream: harbour, articles: [] }], LATER)
    expect(await store.listFaults({ upstreamId: 'harbour' })).toEqual(faults)
    await store.savePolls([{ upstream: harbour, articles: [], faults: [] }], LATER)
    expect(await store.listFaults({ upstreamId: 'harbour' })).toEqual([])
  })

  test('a poll leaves what a person set meanwhile, and does not bring back what was removed', async () => {
    const { store } = await open()
    const polled = upstream('harbour', { health: 'healthy', lastPollAt: NOW })
    await store.savePolls([{ upstream: polled, articles: [incoming(1)] }], NOW)
    expect(await store.listUpstreams()).toEqual([])
    expect(await store.isEmpty()).toBe(true)

    const set = upstream('harbour', { health: 'paused', private: true, tags: ['sea'] })
    await store.addUpstream(set)
    await store.savePolls([{ upstream: polled, articles: [incoming(1)] }], NOW)
    expect(await store.findUpstream('harbour')).toEqual({ ...set, lastPollAt: NOW })
  })

  test('a removed upstream leaves its articles, or takes them along', async () => {
    const { store } = await open()
    await store.addUpstream(upstream('harbour'))
    await store.saveArticles([incoming(1), incoming(2, { upstreamId: 'pier' })], NOW)
    await store.removeUpstream('harbour', { now: LATER })
    expect((await store.listArticles({}, { limit: 9 })).articles).toHaveLength(2)
    await store.removeUpstream('harbour', { withArticles: true, now: LATER })
    expect((await store.listArticles({}, { limit: 9 })).articles.map(({ id }) => id)).toEqual([2])
    const source = { source: ['the-harbour-post'] }
    expect((await store.listArticles(source, { limit: 9 })).articles).toHaveLength(1)
    expect((await store.listArticles({ q: 'ferry' }, { limit: 9 })).articles).toHaveLength(1)
    expect(await store.findSelectionState(source)).toMatchObject({ modifiedAt: LATER })
    await store.saveArticles([incoming(3)], LATER)
    expect((await store.findArticle(3))?.article.guid).toBe('https://harbour.example/3')
  })

  test('copies of what goes with its upstream are told', async () => {
    const { store } = await open()
    const canonicalUrl = 'https://same.example/'
    const publication = { name: 'The Pier' }
    await store.saveArticles(
      [
        incoming(1, { canonicalUrl }),
        incoming(2, { upstreamId: 'pier', canonicalUrl, publication }),
      ],
      NOW,
    )
    expect((await store.findArticle(2))?.sharedUrl).toBe(true)
    const before = await store.findSelectionState({ source: ['the-pier'] })
    await store.removeUpstream('harbour', { withArticles: true, now: LATER })
    expect((await store.findArticle(2))?.sharedUrl).toBe(false)
    const after = await store.findSelectionState({ source: ['the-pier'] })
    expect(after.seq).toBeGreaterThan(before.seq)
    expect(await store.indexSearch(LATER)).toBe(0)
  })

  test('a channel is stored, set anew and removed; its generation follows its selection', async () => {
    const { store } = await open()
    await store.saveChannel(CHANNEL, NOW)
    expect(await store.findChannel('sea')).toEqual({
      ...CHANNEL,
      seq: 1,
      storedAt: NOW,
      generation: 1,
    })
    await store.saveChannel(
      { ...CHANNEL, title: 'Sea', selection: { source: ['a', 'b'], tag: 'sea' } },
      LATER,
    )
    expect(await store.findChannel('sea')).toMatchObject({ title: 'Sea', seq: 2, generation: 1 })
    await store.saveChannel({ ...CHANNEL, selection: {} }, LATER)
    expect(await store.listChannels()).toMatchObject([{ slug: 'sea', seq: 3, generation: 2 }])
    await store.removeChannel('sea')
    expect(await store.findChannel('sea')).toBeUndefined()
  })

  test('tokens are added, listed, removed', async () => {
    const { store } = await open()
    const token = { id: 'a', hash: 'h', scopes: ['read'], createdAt: NOW }
    await store.addToken(token)
    expect(await store.listTokens()).toEqual([token])
    expect(await store.isEmpty()).toBe(false)
    await store.removeToken('a')
    expect(await store.listTokens()).toEqual([])
  })
}

/** What the desk keeps and watches: agencies that were taught, the last polls, subscribers of the hub. */

import { expect, test } from 'vitest'
import { createHubStore } from '../../db/hub-store.ts'
import type { Agency } from '../../feeds/agencies/index.ts'
import { rawHtml } from '../../feeds/model/html.ts'
import type { Open } from './contract.ts'
import { agency, incoming, LATER, NOW, upstream } from './samples.ts'

const WIRE: Agency = {
  id: 'skerry-wire',
  name: 'Skerry & Wire',
  fullName: 'Skerry & Wire',
  kind: 'news',
}
const doubted = (number: number, text: string) =>
  incoming(number, { body: { clean: false, html: rawHtml(text) }, doubts: ['uncredited'] })

export function deskContract(open: Open): void {
  test('an agency is taught once, and is the same list until another is', async () => {
    const { store } = await open()
    expect(await store.listAgencies()).toEqual([])
    await store.addAgency(WIRE, NOW)
    const list = await store.listAgencies()
    expect(list).toEqual([WIRE])
    expect(await store.listAgencies()).toBe(list)
    await expect(store.addAgency(WIRE, NOW)).rejects.toMatchObject({ code: 'conflict' })
    await store.removeAgency(WIRE.id)
    expect(await store.listAgencies()).toEqual([])
  })

  test('doubtful articles are found by a name in their text or entry, newest first', async () => {
    const { store } = await open()
    await store.saveArticles(
      [
        doubted(1, '<p>(SKERRY &amp; WIRE)</p>'),
        doubted(2, '<p>Nobody.</p>'),
        {
          ...doubted(3, '<p>No.</p>'),
          said: JSON.stringify({ authors: [{ name: 'Skerry & Wire' }] }),
        },
        incoming(4, { body: { clean: false, html: rawHtml('<p>Skerry &amp; Wire</p>') } }),
      ],
      NOW,
    )
    const found = await store.listDoubtfulWith(['Skerry & Wire'], 10)
    expect(found.map(({ stored }) => stored.article.guid.at(-1))).toEqual(['3', '1'])
    expect(found[1]?.stored.article.body?.html).toContain('SKERRY')
    expect(await store.listDoubtfulWith(['Skerry & Wire'], 1)).toHaveLength(1)
  })

  test('a new reading is stored, moves no date of change, and leaves what changed meanwhile', async () => {
    const { store } = await open()
    await store.saveArticles([doubted(1, '<p>x</p>'), doubted(2, '<p>y</p>')], NOW)
    const [one, two] = await Promise.all([store.findArticle(1), store.findArticle(2)])
    const reading = {
      credits: [agency('Skerry & Wire', 'skerry-wire')],
      creditText: ['x'],
      doubts: [],
    }
    await store.editArticle(2, { title: 'Edited' }, NOW)
    const stored = await store.saveReread(
      [
        { ...reading, id: 1, seq: one?.seq ?? 0 },
        { ...reading, id: 2, seq: two?.seq ?? 0 },
      ],
      LATER,
    )
    expect(stored).toBe(1)
    const after = await store.findArticle(1)
    expect(after?.article).toMatchObject(reading)
    expect(after?.article.changedAt).toBeUndefined()
    expect(after?.storedAt).toBe(LATER)
    expect((await store.findArticle(2))?.article.credits).toEqual([])
    const { articles } = await store.listArticles({ agency: 'skerry-wire' }, { limit: 5 })
    expect(articles.map(({ id }) => id)).toEqual([1])
    // the entry is known as before
    await store.saveArticles([doubted(1, '<p>x</p>')], LATER)
    expect((await store.findArticle(1))?.article.credits).toHaveLength(1)
  })

  test('the last polls are listed, newest first; what was never polled is not', async () => {
    const { store } = await open()
    const at = (minute: string) => ({ lastPollAt: `2025-06-01T11:${minute}:00Z` })
    await store.addUpstream(upstream('a', at('10')))
    await store.addUpstream(upstream('b', at('30')))
    await store.addUpstream(upstream('c', at('20')))
    await store.addUpstream(upstream('never'))
    const ids = async (since: string, limit = 10) =>
      (await store.listPolled(since, limit)).map(({ id }) => id)
    expect(await ids('1970-01-01T00:00:00Z')).toEqual(['b', 'c', 'a'])
    expect(await ids('2025-06-01T11:20:00Z')).toEqual(['b', 'c'])
    expect(await ids('1970-01-01T00:00:00Z', 1)).toEqual(['b'])
  })

  test('how deliveries to a subscriber went is kept with it until the next', async () => {
    const { sql } = await open()
    const hub = createHubStore(sql)
    const one = { topic: 't', callback: 'https://r.example/', host: 'r.example', expiresAt: LATER }
    await hub.save(one, '"1"')
    expect(await hub.listSubscribers(0, 9)).toEqual([{ ...one, id: 1, failures: 0 }])
    await hub.noteDelivery(1, NOW, 'it answered 503')
    await hub.noteDelivery(1, NOW, 'it answered 500')
    expect(await hub.listSubscribers(0, 9)).toMatchObject([
      { failures: 2, lastError: 'it answered 500' },
    ])
    await hub.noteDelivery(1, LATER)
    expect(await hub.listSubscribers(0, 9)).toEqual([
      { ...one, id: 1, failures: 0, deliveredAt: LATER },
    ])
    await hub.drop(1, 'over', NOW)
    expect(await hub.listSubscribers(0, 9)).toEqual([])
  })
}

/** The main job in workerd over D1: an article is imported and read in the three feeds. */

import { env, SELF } from 'cloudflare:test'
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { openD1 } from '../../../db/drivers/d1.ts'
import { createStore } from '../../../db/sqlite-store.ts'
import { parseFeed } from '../../../feeds/dialects/index.ts'
import { readDocument } from '../../../feeds/documents/index.ts'
import { importDocuments } from '../../../src/import/documents.ts'

const ARTICLE = `# Lantern Walk Moves to the Old Dock

June 7, 2025

The lantern walk of Port Amsel will start from the old dock this year, the town hall said.

*Reuters and AFP contributed reporting.*

Original url: <https://www.harbour-gazette.example/2025/06/07/lantern-walk>`

it('serves an imported article in every format, and answers 304', async () => {
  const results = await importDocuments(
    [{ path: 'lantern.md', text: ARTICLE }],
    {},
    {
      store: createStore(openD1(env.DB)),
      now: Date.now,
      sha256: (text) => createHash('sha256').update(text).digest('hex'),
      readDocument,
    },
  )
  expect(results).toMatchObject([{ outcome: 'added' }])
  for (const format of ['rss', 'atom', 'json']) {
    const url = `https://creditline.example/feed.${format}`
    const response = await SELF.fetch(url)
    const { entries } = parseFeed(new Uint8Array(await response.arrayBuffer()))
    expect(entries).toMatchObject([
      {
        title: 'Lantern Walk Moves to the Old Dock',
        link: 'https://www.harbour-gazette.example/2025/06/07/lantern-walk',
      },
    ])
    expect(JSON.parse(entries[0]?.record ?? '{}').credits).toMatchObject([
      { name: 'Reuters', role: 'contributed' },
      { name: 'AFP', role: 'contributed' },
    ])
    const etag = response.headers.get('etag') ?? ''
    const again = await SELF.fetch(url, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
  }
})

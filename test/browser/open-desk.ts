/** The site that the desk is tried on: articles, an upstream that has failed for a while, a channel, two subscribers. */

import { DEFAULT_PRESENTATION } from '../../feeds/model/channel.ts'
import { incoming, NOW } from '../src/pages/sample.ts'
import { type Site, serve } from './harness.ts'
import { internet } from './internet.ts'

export async function openDesk(): Promise<Site> {
  const site = await serve({ fetchDocument: internet })
  site.clock.ms = Date.parse(NOW)
  await site.deps.store.saveArticles(incoming(), NOW)
  await site.deps.store.addUpstream(failing())
  await site.deps.store.saveChannel(
    {
      slug: 'cape',
      title: 'From the cape',
      hubs: [],
      selection: { tag: 'cape' },
      presentation: DEFAULT_PRESENTATION,
    },
    NOW,
  )
  await subscribeSomebody(site)
  return site
}

export async function subscribeSomebody({ deps, url }: Site): Promise<void> {
  const { hub } = deps.access.websub
  const expiresAt = '2026-05-25T10:00:00Z'
  for (const [n, host] of ['reader.example', 'planet.example'].entries())
    await hub.save(
      { topic: `${url}/feed.atom`, callback: `https://${host}/hub/${n}`, host, expiresAt },
      '"1"',
    )
  await hub.noteDelivery(1, '2026-05-16T11:40:00Z')
  await hub.noteDelivery(2, NOW, 'it answered 503')
}

/** One that has failed for a while, with a rhythm from better days. */
export const failing = () => ({
  id: 'fog-signal',
  url: 'https://fog-signal.example/rss',
  title: 'Fog Signal',
  peer: false,
  private: false,
  tags: ['cape'],
  health: 'failing' as const,
  nextPollAt: '2026-05-16T15:00:00Z',
  lastPollAt: '2026-05-16T09:00:00Z',
  lastSuccessAt: '2026-05-13T08:00:00Z',
  lastNewAt: '2026-05-13T08:00:00Z',
  failures: 7,
  lastError: 'fog-signal.example does not answer',
  movedSeen: 0,
  rhythm: {
    at: '2026-05-13T08:00:00Z',
    span: 86_400 * 14,
    hours: [0, 0, 0, 0, 1, 4, 12, 15, 11, 8, 6, 5, 7, 6, 4, 4, 5, 6, 3, 2, 1, 0, 0, 0],
    days: [4, 16, 18, 17, 19, 18, 8],
  },
  addedAt: '2026-01-02T10:00:00Z',
})

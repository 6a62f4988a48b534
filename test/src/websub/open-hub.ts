import { expect } from 'vitest'
import { askHub, openLive, openSubscriber, subscription } from './services.ts'

/** A hub of ours with one article, and a reader that may subscribe to its Atom feed. */
export async function openHub() {
  const hub = await openLive()
  const reader = await openSubscriber()
  const topic = `${hub.url}/feed.atom`
  await hub.publish('First')
  return {
    hub,
    reader,
    topic,
    subscribeTo: async (topic: string, callback: string, more: object = {}) => {
      expect((await askHub(hub, subscription(topic, callback, more))).status).toBe(202)
      await hub.run()
    },
    /** After the pause between two deliveries. */
    change: async (title: string) => {
      hub.pass(11)
      await hub.publish(title)
      await hub.run()
    },
    subscriptions: () => hub.opened.sql.all('SELECT topic, callback FROM hub_subscriptions'),
    outbox: () =>
      hub.opened.sql.all<{ attempts: number; due_at: string }>('SELECT * FROM websub_outbox'),
  }
}

export type OpenHub = Awaited<ReturnType<typeof openHub>>

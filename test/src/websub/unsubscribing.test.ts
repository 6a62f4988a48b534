import { describe, expect, it } from 'vitest'
import { confirm, DAY, type SetUp, setUp, subscribed, upstreamOf } from './subscriptions.ts'

describe('what is subscribed to no longer', () => {
  const unsubscribed = { 'hub.mode': 'unsubscribe' }
  const removed = async (all: SetUp) =>
    all.us.deps.store.removeUpstream('harbour', { now: new Date(all.us.clock.ms).toISOString() })

  it('is ended at the hub, which may ask whether we meant it', async () => {
    const all = await subscribed()
    expect((await confirm(all, unsubscribed)).status).toBe(404)
    await removed(all)
    await all.us.run()
    expect(Object.fromEntries(all.asked[1] ?? [])).toEqual({
      'hub.mode': 'unsubscribe',
      'hub.topic': all.topic,
      'hub.callback': all.asked[0]?.get('hub.callback'),
    })
    const wrong = { ...unsubscribed, 'hub.topic': 'https://other.example/feed' }
    expect((await confirm(all, wrong)).status).toBe(404)
    expect((await confirm(all, { ...unsubscribed, 'hub.challenge': '' })).status).toBe(404)
    const answer = await confirm(all, unsubscribed)
    expect([answer.status, await answer.text()]).toEqual([200, 'c0ffee'])
    all.us.pass(DAY)
    await all.us.run()
    expect(all.asked).toHaveLength(2)
    expect((await confirm(all, unsubscribed)).status).toBe(404)
  })

  it('is confirmed to a hub that asks while it is asked', async () => {
    const answers: number[] = []
    const all = await setUp({}, async (_, response) => {
      if (all.asked.at(-1)?.get('hub.mode') === 'unsubscribe') {
        const callback = all.asked.at(-1)?.get('hub.callback') ?? ''
        const query = new URLSearchParams({
          'hub.mode': 'unsubscribe',
          'hub.topic': all.topic,
          'hub.challenge': 'c0ffee',
        })
        answers.push((await fetch(`${callback}?${query}`)).status)
      }
      response.writeHead(202).end()
    })
    await all.us.run()
    await confirm(all)
    await removed(all)
    await all.us.run()
    all.us.pass(DAY)
    await all.us.run()
    expect([answers, all.asked.length]).toEqual([[200], 2])
  })

  it('is asked again, a few times, of a hub that says nothing, and not of one that says no', async () => {
    const all = await subscribed()
    await removed(all)
    for (let n = 0; n < 12; n++) {
      await all.us.run()
      all.us.pass(3 * 3600)
    }
    expect(all.asked.map((asked) => asked.get('hub.mode'))).toEqual([
      'subscribe',
      'unsubscribe',
      'unsubscribe',
      'unsubscribe',
    ])
    const denying = await setUp({}, (_, response) =>
      response.writeHead(denying.asked.length > 1 ? 404 : 202).end(),
    )
    await denying.us.run()
    await confirm(denying)
    await removed(denying)
    await denying.us.run()
    denying.us.pass(DAY)
    await denying.us.run()
    expect(denying.asked).toHaveLength(2)
  })

  it('is nothing where no hub has confirmed it, or its lease has ended', async () => {
    const unconfirmed = await setUp()
    await unconfirmed.us.run()
    await removed(unconfirmed)
    const late = await subscribed()
    late.us.pass(11 * DAY)
    await removed(late)
    for (const { us, asked } of [unconfirmed, late]) {
      await us.run()
      expect(asked).toHaveLength(1)
    }
  })

  it('is ended as well where the upstream names another hub, or is not asked any more', async () => {
    const moved = await subscribed()
    await moved.us.deps.store.saveUpstream({
      ...(await upstreamOf(moved.us)),
      hub: `${moved.hub.url}/other`,
    })
    moved.us.pass(120)
    await moved.us.run()
    expect(moved.asked.map((asked) => asked.get('hub.mode')).sort()).toEqual([
      'subscribe',
      'subscribe',
      'unsubscribe',
    ])
    const paused = await subscribed()
    await paused.us.deps.store.saveUpstream({
      ...(await upstreamOf(paused.us)),
      health: 'paused',
    })
    paused.us.pass(8.1 * DAY)
    await paused.us.run()
    expect(paused.asked.map((asked) => asked.get('hub.mode'))).toEqual(['subscribe', 'unsubscribe'])
  })
})

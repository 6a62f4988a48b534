/** Every form of address of a corpus of hostile ones, with each connection counted. */

import { existsSync, readFileSync } from 'node:fs'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createDoor } from '../../../src/ingest/fetch-document.ts'
import { policyOf } from '../../../src/ingest/guard.ts'
import { createNodeTransport } from '../../../src/ingest/node-transport.ts'
import type { Transport } from '../../../src/ingest/transport.ts'

interface Case {
  readonly url: string
  readonly reason?: string
  readonly stage?: string
  readonly chain?: readonly string[]
  readonly mockDns?: Readonly<Record<string, readonly (string | readonly string[])[]>>
  readonly ip?: string
}

const root =
  process.env.CREDITLINE_CORPUS ?? new URL('../../../../shared', import.meta.url).pathname
const file = `${root}/hostile/ssrf.json`
const corpus: { refuse: Case[]; allow: Case[] } = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8'))
  : { refuse: [], allow: [] }

const connected: string[] = []

/** Records where a socket would go, and lets none go there. */
beforeAll(() => {
  vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (
    this: net.Socket,
    ...args: unknown[]
  ) {
    const [options] = args.flat() as { host?: string }[]
    connected.push(options?.host ?? '')
    process.nextTick(() => this.destroy(Object.assign(new Error('sink'), { code: 'ECONNREFUSED' })))
    return this
  })
})
afterAll(() => vi.restoreAllMocks())

/** The mocked name server: an array of arrays are successive answers. */
function resolverOf({ mockDns = {} }: Case) {
  const asked = new Map<string, number>()
  return async (host: string): Promise<string[]> => {
    const answers = mockDns[host] ?? []
    const turn = asked.get(host) ?? 0
    asked.set(host, turn + 1)
    if (!Array.isArray(answers[0])) return answers as string[]
    return [...(answers[Math.min(turn, answers.length - 1)] as string[])]
  }
}

function doorFor(one: Case) {
  const policy = policyOf([])
  const node = createNodeTransport({ policy, resolve: resolverOf(one) })
  const chain = one.chain ?? []
  const transport: Transport = async (request) => {
    const next = chain[chain.indexOf(request.url.href) + 1]
    if (!chain.includes(request.url.href) || next === undefined) return node.transport(request)
    return {
      status: 302,
      headers: new Headers({ location: next }),
      read: async () => new Uint8Array(),
      discard: () => {},
    }
  }
  return createDoor({ transport, policy, userAgent: 'x' })
}

const outcomeOf = (fetching: Promise<unknown>) =>
  fetching.then(
    () => 'answered',
    (error: { code?: string }) => error.code,
  )

describe.skipIf(corpus.refuse.length === 0)(
  'hostile addresses (skipped where the corpus is absent)',
  () => {
    it.each(corpus.refuse)('refuses $url: $reason', async (one) => {
      connected.length = 0
      const door = doorFor(one)
      if (one.stage === 'rebind') {
        expect(await outcomeOf(door(one.url))).toBe('unreachable')
        expect(await outcomeOf(door(one.url))).toBe('refused')
        expect(connected).toEqual(['93.184.216.34'])
        return
      }
      expect(await outcomeOf(door(one.url))).toBe('refused')
      expect(connected).toEqual([])
    })

    it.each(corpus.allow)('passes $url', async (one) => {
      connected.length = 0
      const bare = { ...one, mockDns: withoutDots(one.mockDns ?? {}) }
      expect(await outcomeOf(doorFor(bare)(one.url))).toBe('unreachable')
      expect(connected).toContain(one.ip ?? '93.184.216.34')
    })
  },
)

const withoutDots = (dns: NonNullable<Case['mockDns']>) =>
  Object.fromEntries(
    Object.entries(dns).map(([host, answers]) => [host.replace(/\.$/, ''), answers]),
  )

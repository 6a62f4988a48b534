/** Which client a request comes from, for counting what it does wrong. */

import type { Context } from 'hono'
import ipaddr from 'ipaddr.js'
import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'

/**
 * The client's address, an IPv6 one as its /64 network. It is the connection's other end; X-Forwarded-For is read only
 * where that end is a configured proxy, and in it the last address that is none of our proxies counts: a proxy appends,
 * so what stands before it may be forged.
 */
export function clientOf(c: Context, deps: Pick<Deps, 'clientAddress' | 'config'>): string {
  const { proxies } = deps.config
  const direct = deps.clientAddress?.(c)
  if (direct === undefined || !ipaddr.isValid(direct)) return 'unknown'
  if (!isProxy(direct, proxies)) return networkOf(direct)
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((item) => item.trim())
  const client = forwarded.reverse().find((address) => !isProxy(address, proxies))
  return networkOf(client !== undefined && ipaddr.isValid(client) ? client : direct)
}

function isProxy(address: string, proxies: Config['proxies']): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return proxies.some((proxy) => {
    const [network, bits] = proxy.includes('/')
      ? ipaddr.parseCIDR(proxy)
      : ([ipaddr.process(proxy), proxy.includes(':') ? 128 : 32] as const)
    return network.kind() === parsed.kind() && parsed.match([network, bits])
  })
}

function networkOf(address: string): string {
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`
}

/** Which URLs and addresses we may ask: the policy of the outbound door, pure, the same on every runtime. */

import ipaddr from 'ipaddr.js'
import { CreditlineError } from '../../feeds/model/error.ts'
import { parseUrl } from '../../feeds/model/url.ts'

/** What the operator allows beyond the public Internet: a host (on one port or any) or a network. */
export type AllowRule =
  | { readonly host: string; readonly port?: string }
  | { readonly network: readonly [ipaddr.IPv4 | ipaddr.IPv6, number] }

export interface Policy {
  /** Ports that may be asked, beside those of the allow-list. */
  readonly ports: ReadonlySet<string>
  readonly allow: readonly AllowRule[]
}

export const DEFAULT_PORTS: ReadonlySet<string> = new Set(['80', '443', '8080', '8443'])

// Special-use names (RFC 6761, 6762, 7686, 8375, 9476), and what home and company networks use without asking.
const PRIVATE_SUFFIXES =
  /\.(?:localhost|local|internal|intranet|lan|home|corp|private|onion|i2p|alt|home\.arpa)$/

/**
 * Reads CREDITLINE_ALLOW_HOSTS: each a host name, an address, host:port or a CIDR network.
 * Throws CreditlineError `invalid` that names the one which is none of these.
 */
export const parseAllowHosts = (items: readonly string[]): AllowRule[] => items.map(parseAllowHost)

function parseAllowHost(item: string): AllowRule {
  if (ipaddr.isValidCIDR(item)) return { network: ipaddr.parseCIDR(item) }
  const text = ipaddr.IPv6.isValid(item) ? `[${item}]` : item
  const url = parseUrl(`ws://${text}`)
  if (!url || /[/?#@\\]/.test(item))
    throw new CreditlineError(
      'invalid',
      `"${item}" in CREDITLINE_ALLOW_HOSTS is no host, host:port or network such as 10.1.0.0/16`,
    )
  // new URL drops the scheme's default port, so it is read from the text
  const port = /:(\d+)$/.exec(text)?.[1]
  return { host: bareHost(url.hostname), ...(port ? { port } : {}) }
}

export const policyOf = (allowHosts: readonly string[]): Policy => ({
  ports: DEFAULT_PORTS,
  allow: parseAllowHosts(allowHosts),
})

/**
 * The URL in its one normal form, if it may be asked at all as far as its text tells: scheme, user information, port,
 * name, literal address. Names are checked again by `checkAddress` after they were resolved.
 * Throws CreditlineError `refused` that says why.
 */
export function checkUrl(text: string, policy: Policy): URL {
  const url = readUrl(text)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(text, 'only http and https addresses are fetched')
  if (url.username || url.password)
    throw refused(
      text,
      'an address with a user name or password in it is not fetched; give it without them, and an operator sets them ' +
        `with CREDITLINE_LOGINS=${url.protocol}//USER:PASSWORD@${url.host}/`,
    )
  const host = bareHost(url.hostname)
  const port = portOf(url)
  const allowed = isAllowedHost(host, port, policy)
  if (!allowed && !policy.ports.has(port) && !isAllowedNetwork(host, policy))
    throw refused(text, `port ${port} is not open to fetching; ${howToAllow(host, port)}`)
  if (ipaddr.isValid(host)) checkAddress(host, { host, port }, policy)
  else if (!allowed) checkName(text, host)
  url.hash = ''
  if (url.hostname.endsWith('.')) url.hostname = host
  return url
}

/**
 * Whether an address may be connected to on behalf of a host. Throws CreditlineError `refused` for every address that
 * is not public unicast, unless the operator allowed the host or the network.
 */
export function checkAddress(
  address: string,
  target: { readonly host: string; readonly port: string },
  policy: Policy,
): void {
  if (isPublicAddress(address)) return
  if (isAllowedHost(bareHost(target.host), target.port, policy)) return
  if (isAllowedNetwork(address, policy)) return
  const at = address === target.host ? target.host : `${target.host} (at ${address})`
  throw refused(at, `this address is not public; ${howToAllow(target.host, target.port)}`)
}

/** Public unicast, after unwrapping IPv4-mapped addresses. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  // ipaddr.js calls ::7f00:1, the parsed form of [::127.0.0.1], unicast: ::/96 is the deprecated IPv4-compatible form
  if (parsed instanceof ipaddr.IPv6 && parsed.match(ipaddr.IPv6.parse('::'), 96)) return false
  // the wire server of one large cloud, reachable from its guests alone
  if (parsed.toString() === '168.63.129.16') return false
  return parsed.range() === 'unicast'
}

/** `feed:` before a URL, or in place of http:, is how readers were told of a feed: the URL is what follows. */
function readUrl(text: string): URL {
  const plain = text
    .trim()
    .replace(/^feed:(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'http://')
  const url = parseUrl(plain)
  if (!url) throw refused(text, 'this is no web address')
  return url
}

function checkName(text: string, host: string): void {
  const labels = host.split('.')
  if (labels.includes('')) throw refused(text, 'the host name has an empty part')
  if (isPrivateName(host))
    throw refused(text, `"${host}" is no name of the public Internet; ${howToAllow(host)}`)
}

/** A name that no public name server knows: one label, or a suffix of private networks. */
export const isPrivateName = (host: string): boolean =>
  !host.includes('.') || PRIVATE_SUFFIXES.test(`.${host}`)

/** Host without the brackets of IPv6 and without the root's dot, lower-case. */
const bareHost = (hostname: string): string =>
  hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase()

export const portOf = (url: URL): string => url.port || (url.protocol === 'https:' ? '443' : '80')

const isAllowedHost = (host: string, port: string, policy: Policy): boolean =>
  policy.allow.some(
    (rule) => 'host' in rule && rule.host === host && (!rule.port || rule.port === port),
  )

function isAllowedNetwork(address: string, policy: Policy): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  return policy.allow.some((rule) => 'network' in rule && isInside(parsed, rule.network))
}

function isInside(
  address: ipaddr.IPv4 | ipaddr.IPv6,
  [network, bits]: readonly [ipaddr.IPv4 | ipaddr.IPv6, number],
): boolean {
  if (address.kind() !== network.kind()) return false
  return address.match(network, bits)
}

const howToAllow = (host: string, port?: string): string =>
  `an operator allows it with CREDITLINE_ALLOW_HOSTS=${host.includes(':') ? `[${host}]` : host}${port ? `:${port}` : ''}`

const refused = (what: string, why: string): CreditlineError =>
  new CreditlineError('refused', `refused ${shown(what)}: ${why}`)

/** An address as it may be told: what it logs in with is nobody's business. */
export const withoutUserInfo = (text: string): string => text.replace(/\/\/[^/@\s]*@/g, '//')

/** Foreign text in a message: one line, no user information, at most 200 characters. */
const shown = (text: string): string =>
  withoutUserInfo(text)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .slice(0, 200)

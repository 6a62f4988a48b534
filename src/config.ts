/** The settings, read once from an environment (process.env on Node, the bindings on Workers). */

import ipaddr from 'ipaddr.js'
import { CreditlineError } from '../feeds/model/error.ts'
import { parseUrl } from '../feeds/model/url.ts'
import { type Login, parseLogins } from './ingest/logins.ts'

export interface Config {
  /** SQLite file (Node only). */
  readonly db: string
  readonly port: number
  readonly host: string
  /** Where every absolute URL of ours starts; no trailing slash. */
  readonly baseUrl: string
  /** False when baseUrl is the default made of host and port. */
  readonly baseUrlIsSet: boolean
  readonly title: string
  /** Private addresses that may be fetched: host, host:port or CIDR. */
  readonly allowHosts: readonly string[]
  /** What we log in with at upstreams behind a password; secret. */
  readonly logins: readonly Login[]
  /** Proxies in front of us, whose X-Forwarded-For is believed: addresses or CIDR networks. */
  readonly proxies: readonly string[]
  readonly userAgent: string
  /** Decoded bytes of one fetched document. */
  readonly maxBytes: number
  readonly log: 'debug' | 'info' | 'error' | 'silent'
}

export type Environment = Readonly<Record<string, string | undefined>>

const MIB = 2 ** 20
const LOGS = ['debug', 'info', 'error', 'silent'] as const

/** Reads and checks the settings; a wrong one throws CreditlineError `invalid` that names it. */
export function loadConfig(env: Environment): Config {
  const host = setting(env, 'CREDITLINE_HOST') ?? '127.0.0.1'
  const port = integer(env, 'CREDITLINE_PORT', 3000, 0, 65535)
  const baseUrl = readBaseUrl(env)
  return {
    db: setting(env, 'CREDITLINE_DB') ?? 'data/creditline.db',
    port,
    host,
    baseUrl: baseUrl ?? defaultBaseUrl(host, port),
    baseUrlIsSet: baseUrl !== undefined,
    title: setting(env, 'CREDITLINE_TITLE') ?? 'Creditline',
    allowHosts: list(setting(env, 'CREDITLINE_ALLOW_HOSTS')),
    logins: parseLogins(setting(env, 'CREDITLINE_LOGINS') ?? ''),
    proxies: readProxies(env),
    userAgent: setting(env, 'CREDITLINE_USER_AGENT') ?? defaultUserAgent(env, baseUrl),
    maxBytes: integer(env, 'CREDITLINE_MAX_BYTES', 32 * MIB, 1024, 1024 * MIB),
    log: oneOf(env, 'CREDITLINE_LOG', LOGS, 'info'),
  }
}

/** With another host and port, the default base URL follows them; one that was set stays. */
export function listenOn(config: Config, listen: { host?: string; port?: number }): Config {
  const host = listen.host ?? config.host
  const port = listen.port ?? config.port
  const baseUrl = config.baseUrlIsSet ? config.baseUrl : defaultBaseUrl(host, port)
  return { ...config, host, port, baseUrl }
}

const defaultBaseUrl = (host: string, port: number): string =>
  `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** Says who polls and where to complain: publishers block readers that hide. */
const defaultUserAgent = (env: Environment, baseUrl: string | undefined): string => {
  const contact = setting(env, 'CREDITLINE_CONTACT') ?? baseUrl
  return contact ? `Creditline/0.1 (+${contact})` : 'Creditline/0.1'
}

const setting = (env: Environment, name: string): string | undefined =>
  env[name]?.trim() || undefined

const list = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

function integer(
  env: Environment,
  name: string,
  fallback: number,
  min: number,
  max: number,
): number {
  const text = setting(env, name)
  if (text === undefined) return fallback
  const value = Number(text)
  if (Number.isInteger(value) && value >= min && value <= max) return value
  throw wrong(name, text, `a whole number from ${min} to ${max}`)
}

function oneOf<T extends string>(
  env: Environment,
  name: string,
  allowed: readonly T[],
  fallback: T,
): T {
  const text = setting(env, name)
  if (text === undefined) return fallback
  const found = allowed.find((value) => value === text)
  if (found) return found
  throw wrong(name, text, `one of ${allowed.join(', ')}`)
}

function readProxies(env: Environment): string[] {
  const name = 'CREDITLINE_PROXIES'
  const proxies = list(setting(env, name))
  const wrongOne = proxies.find((item) => !ipaddr.isValid(item) && !ipaddr.isValidCIDR(item))
  if (wrongOne === undefined) return proxies
  throw wrong(name, wrongOne, 'addresses or networks such as 10.0.0.1 or 10.1.0.0/16')
}

function readBaseUrl(env: Environment): string | undefined {
  const name = 'CREDITLINE_BASE_URL'
  const text = setting(env, name)
  if (text === undefined) return undefined
  const url = parseUrl(text)
  const plain = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username
  if (!plain) throw wrong(name, text, 'an http(s) URL without query, such as https://news.example')
  const [, first = ''] = url.pathname.split('/')
  if (OWN_PATHS.has(first) || /[^\w./~-]/.test(url.pathname))
    throw wrong(
      name,
      text,
      `a URL whose path begins with none of ours (/${first} is) and is plain, such as https://example.org/news`,
    )
  return url.href.replace(/\/+$/, '')
}

/** What our own paths begin with: below one of them, nobody could tell `/api/api` of a proxy that takes the path off. */
const OWN_PATHS: ReadonlySet<string> = new Set(
  'admin agencies api articles assets channels feed.rss feed.atom feed.json feeds healthz hub ns opml.xml people readyz robots.txt search sitemap-news.xml sources tags websub'.split(
    ' ',
  ),
)

const wrong = (name: string, text: string, expected: string): CreditlineError =>
  new CreditlineError('invalid', `${name} is "${text}"; set it to ${expected}`)

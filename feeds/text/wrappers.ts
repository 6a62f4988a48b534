/** Addresses that stand for another page: redirectors, whose target is read where it can be read, and page variants. */

import { undisguised, webUrl } from './web-url.ts'

/** What a redirector's URL says of its target: the URL; null where it is hidden; undefined, it is no redirector's. */
export type Target = URL | null | undefined

/** Longer addresses are taken as they are: no target is looked for. */
const MAX_LENGTH = 8000

/** Reads the target out of a redirector's URL, through as many wrappings as there are. */
export function unwrap(url: URL): Unwrapped {
  let current = url
  // A target is shorter than what holds it, so this ends.
  while (current.href.length <= MAX_LENGTH) {
    const target = targetOf(current)
    if (target === null) return { url: current, state: 'wrapper' }
    if (target === undefined) break
    current = target
  }
  return { url: current, state: current === url ? 'plain' : 'unwrapped' }
}

interface Unwrapped {
  readonly url: URL
  /** `wrapper`: the URL is a redirector's whose target cannot be read. */
  readonly state: 'plain' | 'unwrapped' | 'wrapper'
}

function targetOf(url: URL): Target {
  const { isShortener, wrappers } = hostOf(url.hostname)
  if (isShortener) return null
  for (const { path, target } of wrappers)
    if (path === undefined || path.test(url.pathname)) return target(url) ?? null
  if (/^\/~[r3]\//.test(url.pathname)) return null // FeedBurner under a host of the publisher's own
  return generic(url)
}

/** What is known of a host. */
interface Host {
  readonly isShortener: boolean
  readonly wrappers: readonly Wrapper[]
}

/** Hosts that were looked up before: a feed's links have one. */
const HOSTS = new Map<string, Host>()
const MOST_HOSTS = 2000

function hostOf(name: string): Host {
  const known = HOSTS.get(name)
  if (known) return known
  const host = {
    isShortener: SHORTENERS.has(name.replace(/^www\./, '')),
    wrappers: WRAPPERS.filter(({ host }) => host.test(name)),
  }
  if (HOSTS.size >= MOST_HOSTS) HOSTS.clear()
  HOSTS.set(name, host)
  return host
}

interface Wrapper {
  readonly host: RegExp
  readonly path?: RegExp
  /** Undefined where the URL does not show it. */
  readonly target: (url: URL) => URL | undefined
}

const param =
  (...names: readonly string[]) =>
  (url: URL): URL | undefined => {
    for (const name of names) {
      const target = webUrl(parameter(url, name))
      if (target) return target
    }
    return undefined
  }

/** The URL that begins in path and query at `pattern`'s end. */
const rest =
  (pattern: RegExp) =>
  (url: URL): URL | undefined => {
    const text = url.pathname + url.search
    const match = pattern.exec(text)
    if (!match) return undefined
    const target = text.slice(match.index + match[0].length)
    return webUrl(
      /^https?%3a/i.test(target) ? decoded(target) : target.replace(/^(https?:\/)(?!\/)/, '$1/'),
    )
  }

const hidden = () => undefined

/** `c/s/` and `amp/s/` say that the page is to be had by https. */
const amp = (url: URL): URL | undefined => {
  const match = /^\/(?:[a-z]{1,3}|amp)\/(s\/)?(.+)$/.exec(url.pathname + url.search)
  return match ? webUrl(`${match[1] ? 'https' : 'http'}://${match[2]}`) : undefined
}

const WRAPPERS: readonly Wrapper[] = [
  { host: /^news\.google\.[a-z.]+$/, path: /^\/news\/url/, target: param('url') },
  {
    host: /^news\.google\.[a-z.]+$/,
    path: /^\/(?:__i\/)?(?:rss\/)?(?:articles|read)\//,
    target: googleNews,
  },
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/amp\//, target: amp },
  { host: /^(?:www\.)?google\.[a-z.]+$/, path: /^\/url$/, target: param('url', 'q') },
  { host: /\.cdn\.ampproject\.org$/, target: amp },
  { host: /^cdn\.ampproject\.org$/, target: amp },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/(?:news\/)?apiclick\.aspx$/, target: param('url') },
  { host: /^(?:www\.)?bing\.com$/, path: /^\/ck\//, target: bingClick },
  { host: /^feedproxy\.google\.com$|^feeds\d?\.feedburner\.com$/, target: hidden },
  { host: /(?:^|\.)feedsportal\.com$|(?:^|\.)pheedo\.com$/, target: hidden },
  { host: /^feeds\.feedblitz\.com$/, target: rest(/\/~(?=https?:|https?%3a)/i) },
  { host: /(?:^|\.)rd\.yahoo\.com$/, target: rest(/\*+(?=https?:|https?%3a)/i) },
  {
    host: /^r\.search\.yahoo\.com$/,
    target: (url) => webUrl(decoded(/\/RU=([^/]+)/.exec(url.pathname)?.[1] ?? '')),
  },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, target: param('u') },
  { host: /^l\.instagram\.com$/, target: param('u') },
  { host: /^out\.reddit\.com$/, target: param('url') },
  { host: /^(?:www\.|m\.)?vk\.com$/, path: /^\/away\.php$/, target: param('to') },
  { host: /^t\.umblr\.com$/, path: /^\/redirect$/, target: param('z') },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, target: param('q') },
  { host: /^slack-redir\.net$/, target: param('url') },
  { host: /\.safelinks\.protection\.outlook\.com$/, target: param('url') },
  { host: /^go\.(?:redirectingat|skimresources)\.com$/, target: param('url') },
  { host: /^redirect\.viglink\.com$/, target: param('u') },
  { host: /^href\.li$/, target: rest(/^\/\?/) },
  {
    host: /^web\.archive\.org$/,
    path: /^\/web\//,
    target: rest(/^\/web\/\d{1,14}(?:[a-z]{2}_)?\/(?=https?:)/),
  },
  { host: /^translate\.google\.[a-z.]+$/, path: /^\/translate$/, target: param('u') },
  { host: /^(?:www\.)?getpocket\.com$/, path: /^\/redirect$/, target: param('url') },
  {
    host: /^apple\.news$|^flip\.it$|^search\.app$|^share\.google$|^link\.medium\.com$/,
    target: hidden,
  },
  { host: /^(?:www\.)?substack\.com$/, path: /^\/redirect\//, target: hidden },
]

/** Hosts that do nothing but redirect to what they do not tell. */
const SHORTENERS = new Set(
  `a.msn.com bbc.in bit.ly buff.ly cnn.it dlvr.it econ.st fb.me goo.gl gu.com hubs.la hubs.li hubs.ly ift.tt is.gd j.mp
  lnkd.in nyti.ms on.ft.com on.wsj.com ow.ly rb.gy reut.rs rss.tf shorturl.at smar.ts snip.ly t.co t.ly tcrn.ch tiny.cc
  tinyurl.com tmi.me trib.al tr.im v.gd wapo.st wp.me zpr.io`.split(/\s+/),
)

/** Google News wrote the target into the id, in base64, until 2024: field 4 of a message. Newer ids tell nothing. */
function googleNews(url: URL): URL | undefined {
  const id = /\/(?:articles|read)\/([\w-]+)/.exec(url.pathname)?.[1] ?? ''
  const bytes = fromBase64(id)
  const start = bytes.indexOf('\u0022')
  if (!bytes.startsWith('\u0008') || start < 0 || start > 4) return undefined
  const long = bytes.charCodeAt(start + 1) > 127
  const length =
    (bytes.charCodeAt(start + 1) & 127) + (long ? bytes.charCodeAt(start + 2) * 128 : 0)
  const text = bytes.slice(start + (long ? 3 : 2), start + (long ? 3 : 2) + length)
  return text.length === length && /^[!-~]+$/.test(text) ? webUrl(text) : undefined
}

/** `u=a1` and the target in base64. */
function bingClick(url: URL): URL | undefined {
  const value = parameter(url, 'u')
  return value.startsWith('a1') ? webUrl(fromBase64(value.slice(2))) : undefined
}

/** A redirector of any site: its path says what it does, and one parameter of it is an absolute URL. */
function generic(url: URL): Target {
  if (url.search === '' || !REDIRECTOR.test(url.pathname)) return undefined
  return param(
    'url',
    'u',
    'q',
    'to',
    'target',
    'dest',
    'destination',
    'redirect',
    'redirect_url',
    'link',
    'goto',
  )(url)
}

const REDIRECTOR =
  /\/(?:redirect|redir|redirector|rd|out|outbound|exit|go|goto|away|click|clk|linkout|jump|leave|track|external)(?:\.(?:php|aspx?|cgi|html?|jsp|do))?\/?$/i

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** Base64 or base64url as one character a byte; what is no base64 ends it. */
function fromBase64(text: string): string {
  let bytes = ''
  let bits = 0
  let held = 0
  for (const char of text.slice(0, 4000)) {
    const value =
      char === '-' || char === '+' ? 62 : char === '_' || char === '/' ? 63 : ALPHABET.indexOf(char)
    if (value < 0) break
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes += String.fromCharCode((bits >> held) & 255)
  }
  return bytes
}

/** The value of a query parameter, decoded; a `+` stays one, since it stands in paths too. */
function parameter(url: URL, name: string): string {
  const pair = url.search
    .slice(1)
    .split('&')
    .find((text) => text.startsWith(`${name}=`))
  return pair === undefined ? '' : decoded(pair.slice(name.length + 1))
}

function decoded(text: string): string {
  try {
    return undisguised(decodeURIComponent(text))
  } catch {
    return ''
  }
}

/** Whether a URL says of itself that it is a variant of a page made for something else than reading it whole. */
export function variantOf(url: URL): 'amp' | 'mobile' | 'print' | undefined {
  if (/^amp\./.test(url.hostname) || AMP_PATH.test(url.pathname) || AMP_QUERY.test(url.search))
    return 'amp'
  if (/^(?:www\.)?(?:m|mobil|mobile|mobi|touch|wap)\.[^.]+\./.test(url.hostname)) return 'mobile'
  return PRINT_PATH.test(url.pathname) || PRINT_QUERY.test(url.search) ? 'print' : undefined
}

const AMP_PATH = /^\/amp\/.|\/amp(?:\.html?)?\/?$|\.amp(?:\.html?)?$/i
const AMP_QUERY = /[?&](?:amp(?:=(?:1|true|yes)?)?|(?:outputtype|output|platform|view)=amp)(?:&|$)/i
const PRINT_PATH =
  /\/(?:print|printable|drucken|druckversion|imprimir|imprimer|stampa)(?:\.\w{2,5})?\/?$/i
const PRINT_QUERY =
  /[?&](?:print(?:able)?(?:=(?:1|true|yes|y))?|(?:view|mode|format|action|page|pagewanted|tmpl)=print(?:able)?)(?:&|$)/i

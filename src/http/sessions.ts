/** Sessions for /admin: a token is exchanged for a cookie, which alone is worth nothing once the token is revoked. */

import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Token } from '../../db/store.ts'
import { toInstant } from '../../feeds/model/date.ts'
import type { Deps } from '../deps.ts'
import { base64url } from './tokens.ts'

export interface OpenSession {
  /** SHA-256 of the cookie's value. */
  readonly hash: string
  readonly tokenId: string
  readonly scopes: readonly string[]
  /** What every form must carry. */
  readonly csrf: string
}

export interface Sessions {
  find(c: Context): Promise<OpenSession | undefined>
  /** Starts a session and sets its cookie; one that the browser had before ends. */
  start(c: Context, token: Token): Promise<void>
  end(c: Context): Promise<void>
}

const NAME = 'creditline'
const HOURS = 12

export function openSessions(deps: Deps): Sessions {
  const { access, sha256, random, now } = deps
  const cookie = cookieOf(deps.config.baseUrl)
  const forget = async (c: Context) => {
    const secret = cookie.read(c)
    if (secret) await access.sessions.remove(sha256(secret))
  }
  return {
    async find(c) {
      const secret = cookie.read(c)
      return secret ? findSession(secret, deps) : undefined
    },
    async start(c, token) {
      await forget(c)
      const secret = base64url(random(32))
      await access.sessions.add({
        hash: sha256(secret),
        tokenId: token.id,
        createdAt: toInstant(now()),
        expiresAt: toInstant(now() + HOURS * 3_600_000),
      })
      cookie.set(c, secret)
    },
    async end(c) {
      await forget(c)
      cookie.remove(c)
    },
  }
}

async function findSession(secret: string, deps: Deps): Promise<OpenSession | undefined> {
  const { store, access, sha256, now } = deps
  const session = await access.sessions.find(sha256(secret), toInstant(now()))
  if (!session) return undefined
  const token = (await store.listTokens()).find(({ id }) => id === session.tokenId)
  if (!token) return undefined
  // Made of the cookie, of which the store has the hash alone: neither the store nor another session tells it
  const csrf = sha256(`csrf ${secret}`)
  return { hash: session.hash, tokenId: token.id, scopes: token.scopes, csrf }
}

function cookieOf(baseUrl: string) {
  const secure = baseUrl.startsWith('https:')
  // The prefix makes the browser hold the cookie to this host, to https and to the path / (RFC 6265bis section 4.1.3.2)
  const prefix = secure ? ('host' as const) : undefined
  const attributes = {
    httpOnly: true,
    sameSite: 'Strict',
    secure,
    path: '/',
    ...(prefix ? { prefix } : {}),
  } as const
  return {
    read: (c: Context) => getCookie(c, NAME, prefix),
    set: (c: Context, secret: string) =>
      setCookie(c, NAME, secret, { ...attributes, maxAge: HOURS * 3600 }),
    remove: (c: Context) => deleteCookie(c, NAME, attributes),
  }
}

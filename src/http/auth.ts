/** Who may do what: bearer tokens with scopes for the API, sessions for people at the desk. */

import type { Context, MiddlewareHandler } from 'hono'
import { raw } from 'hono/html'
import type { Token } from '../../db/store.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { clientOf } from './client.ts'
import { checkOrigin, checkToken } from './forgery.ts'
import { createRateLimit, type RateLimit } from './rate-limit.ts'
import { type OpenSession, openSessions, type Sessions } from './sessions.ts'
import { allows, findToken, type Scope } from './tokens.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Behind requireScope. */
    token: Token
    /** Behind requireSession. */
    session: OpenSession
    /** The page has a script of ours, which connects to us. */
    runsScript: boolean
  }
}

export interface Auth {
  readonly sessions: Sessions
  /** Lets pass who sends `Authorization: Bearer TOKEN` with this scope; no cookie is looked at. */
  requireScope(scope: Scope): MiddlewareHandler
  /**
   * Lets pass who is signed in with this scope (`write` when not given). A GET without a session is led to the sign-in
   * page; every method that changes something must come from our own page, with csrfField's value.
   */
  requireSession(scope?: Scope): MiddlewareHandler
  /** The token of a secret; a wrong one counts against the client and throws `unauthorized`, then `too_many`. */
  identify(c: Context, secret: string): Promise<Token>
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])
const FAILURES_A_MINUTE = 10

export function createAuth(deps: Deps): Auth {
  const sessions = openSessions(deps)
  const failures = createRateLimit({ limit: FAILURES_A_MINUTE, windowMs: 60_000, now: deps.now })
  const identify = async (c: Context, secret: string) => {
    const token = findToken(await deps.store.listTokens(), secret, deps.sha256)
    return token ?? refuse(clientOf(c, deps), failures)
  }
  return {
    sessions,
    identify,
    requireScope: (scope) => async (c, next) => {
      const token = await identify(c, bearerOf(c)).catch((error: unknown) => {
        c.header('www-authenticate', 'Bearer realm="creditline"')
        throw error
      })
      if (!allows(token.scopes, scope)) throw missing(scope)
      c.set('token', token)
      await next()
      c.header('cache-control', 'no-store')
    },
    requireSession:
      (scope = 'write') =>
      async (c, next) => {
        const session = await sessions.find(c)
        if (!session) return leadToSignIn(c)
        if (!allows(session.scopes, scope)) throw missing(scope)
        if (!SAFE.has(c.req.method)) {
          checkOrigin(c, deps.config.baseUrl)
          await checkToken(c, session.csrf)
        }
        c.set('session', session)
        await next()
        c.header('cache-control', 'no-store')
      },
  }
}

/**
 * For /admin, before the headers of all pages: nothing is kept by any cache, and forms tell their origin, which a browser
 * leaves out of a POST (Origin: null) under the policy no-referrer.
 */
export const deskHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('cache-control', 'no-store')
  c.header('referrer-policy', 'same-origin')
  const policy = c.res.headers.get('content-security-policy')
  if (c.get('runsScript'))
    c.header('content-security-policy', `${policy}; script-src 'self'; connect-src 'self'`)
}

/** The hidden field that every form of the desk carries. */
export const csrfField = (c: Context) =>
  raw(`<input type="hidden" name="csrf" value="${c.get('session').csrf}">`)

/** Basic and other schemes are no token, and neither is a query parameter: it would end up in logs. */
const bearerOf = (c: Context): string =>
  /^Bearer +([\w.~+/=-]{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''

// One text for a missing, a malformed and a wrong token: the answer tells nothing apart.
const NO_TOKEN =
  'This needs an access token: send "Authorization: Bearer TOKEN". "creditline token create" makes one.'

function refuse(client: string, failures: RateLimit): never {
  const retryAfter = failures.count(client)
  if (retryAfter === undefined) throw new CreditlineError('unauthorized', NO_TOKEN)
  throw new CreditlineError('too_many', 'Too many failed attempts; wait a minute and try again.', {
    retryAfter,
  })
}

const missing = (scope: Scope): CreditlineError =>
  new CreditlineError('forbidden', `This needs a token with the scope "${scope}".`)

function leadToSignIn(c: Context): Response {
  if (!SAFE.has(c.req.method))
    throw new CreditlineError(
      'unauthorized',
      'You are not signed in, or no longer: /admin/sign-in.',
    )
  const { pathname, search } = new URL(c.req.url)
  c.header('cache-control', 'no-store')
  return c.redirect(`/admin/sign-in?next=${encodeURIComponent(pathname + search)}`, 303)
}

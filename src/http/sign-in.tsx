/** Signing in at the desk with a token, and out again. */

import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Config } from '../config.ts'
import type { Deps } from '../deps.ts'
import { Layout } from '../pages/layout.tsx'
import type { Auth } from './auth.ts'
import { reportError } from './error.ts'
import { checkForm, checkOrigin } from './forgery.ts'
import { allows } from './tokens.ts'

const HOME = '/admin'
const MAX_FORM = 8 * 1024

/** GET and POST /admin/sign-in, POST /admin/sign-out. */
export function signInRoutes({ config }: Deps, auth: Auth): Hono {
  const routes = new Hono()
  routes.get('/admin/sign-in', async (c) => {
    if (await auth.sessions.find(c)) return c.redirect(nextOf(c.req.query('next')), 303)
    return page(c, config, { next: nextOf(c.req.query('next')) })
  })
  routes.post('/admin/sign-in', bodyLimit({ maxSize: MAX_FORM, onError: tooLarge }), async (c) => {
    checkOrigin(c, config.baseUrl)
    checkForm(c)
    const form = await c.req.parseBody()
    const next = nextOf(textOf(form.next))
    try {
      const token = await auth.identify(c, textOf(form.token).trim())
      if (!allows(token.scopes, 'write')) throw new CreditlineError('forbidden', READ_ONLY)
      await auth.sessions.start(c, token)
    } catch (error) {
      return page(c, config, { next, error })
    }
    return c.redirect(next, 303)
  })
  routes.post('/admin/sign-out', auth.requireSession(), async (c) => {
    await auth.sessions.end(c)
    return c.redirect('/', 303)
  })
  return routes
}

const READ_ONLY = 'This token may only read; the desk needs one with the scope "write" or "admin".'
const WRONG = 'This is no token of this service. "creditline token create" makes one.'

const tooLarge = (): never => {
  throw new CreditlineError('too_large', 'This form is too large.')
}

/** A page of the desk, whatever was asked for: never an address elsewhere. */
const nextOf = (text: string | undefined): string =>
  text && /^\/admin(?:$|[/?])/.test(text) && !text.includes('\\') ? text : HOME

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

interface State {
  readonly next: string
  readonly error?: unknown
}

function page(c: Context, config: Config, { next, error }: State): Response | Promise<Response> {
  const report = error === undefined ? undefined : reportError(error)
  if (report?.code === 'internal') throw error
  if (report?.retryAfter) c.header('retry-after', String(report.retryAfter))
  c.header('cache-control', 'no-store')
  const message = report?.code === 'unauthorized' ? WRONG : report?.message
  return c.html(<SignIn next={next} config={config} message={message} />, report?.status ?? 200)
}

const SignIn = (props: { next: string; config: Config; message: string | undefined }) => (
  <Layout title="Sign in" config={props.config}>
    <h1>Sign in</h1>
    {props.message ? <p role="alert">{props.message}</p> : null}
    <form method="post" action="/admin/sign-in">
      <input type="hidden" name="next" value={props.next} />
      <p>
        <label for="token">Access token</label>
        <input
          id="token"
          name="token"
          type="password"
          autocomplete="current-password"
          required
          autofocus
        />
      </p>
      <button type="submit">Sign in</button>
    </form>
    <p>
      A token is printed at the first start; <code>creditline token create</code> makes more.
    </p>
  </Layout>
)

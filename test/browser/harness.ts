/** A real service on a real port, and a real Chromium in front of it. */

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Deps } from '../../src/deps.ts'
import { openService, type Service } from '../src/service.ts'

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** Where Chromium is: CREDITLINE_CHROMIUM, else where packages put it. */
export const CHROMIUM = [process.env.CREDITLINE_CHROMIUM ?? '', ...PLACES].find((path) =>
  existsSync(path),
)

export const WHY_SKIPPED =
  'no Chromium here: install it (Debian: apt-get install chromium), or name it in CREDITLINE_CHROMIUM'

export interface Site extends Service {
  readonly url: string
  stop(): Promise<void>
}

/** Serves on a free port of this machine; the base URL is that of the port, as forms and feeds need it. */
export async function serve(more: Partial<Deps> = {}): Promise<Site> {
  let handle: ReturnType<typeof getRequestListener> | undefined
  const server = createServer((request, response) => void handle?.(request, response))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const service = await openService(
    { CREDITLINE_BASE_URL: url, CREDITLINE_TITLE: 'Creditline' },
    more,
  )
  handle = getRequestListener(service.app.fetch)
  const stop = () =>
    new Promise<void>((done) => {
      server.closeAllConnections()
      server.close(() => {
        service.close()
        done()
      })
    })
  return { ...service, url, stop }
}

// Chromium refuses to run as root inside its sandbox
export const launch = (): Promise<Browser> =>
  chromium.launch({
    ...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })

/** What went wrong in the pages of a context: errors of the console and of scripts. */
export interface Watched {
  readonly context: BrowserContext
  readonly page: Page
  readonly errors: string[]
}

export interface View {
  readonly width: number
  readonly scheme: 'light' | 'dark'
}

export const VIEWS: readonly View[] = [390, 1280].flatMap((width) =>
  (['light', 'dark'] as const).map((scheme) => ({ width, scheme })),
)

/** axe-core takes seconds a page: it sees each width once and each scheme once. */
export const isChecked = ({ width, scheme }: View): boolean => width < 600 === (scheme === 'light')

/** A window without scripts: every page works without. Pictures of other sites are drawn here, nothing goes out. */
export async function open(browser: Browser, { width, scheme }: View): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    colorScheme: scheme,
    bypassCSP: false,
  })
  await context.route(/^https:/, (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: PICTURE }),
  )
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`))
  return { context, page, errors }
}

const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800"><defs><linearGradient id="s" x2="0" y2="1"><stop stop-color="#27364f"/><stop offset=".6" stop-color="#c98a63"/><stop offset="1" stop-color="#f0c48a"/></linearGradient></defs><rect width="1200" height="800" fill="url(#s)"/><rect y="520" width="1200" height="280" fill="#22374a"/><path d="M240 505h640l90-95H330zM420 410v-90h330v90M520 320v-60h120v60" fill="#f6efe2"/><path d="M450 345h30v22h-30zM510 345h30v22h-30zM570 345h30v22h-30zM630 345h30v22h-30z" fill="#ffd77a"/></svg>`

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly {
    readonly id: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** What axe-core finds wrong, a line each. It is put in from outside: the page's own policy allows no script. */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = (await page.evaluate(`${AXE}\n;axe.run()`)) as AxeResult
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}

/** By how many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - innerWidth') as Promise<number>

/** Bytes of a page and its style sheets, as they are before any compression; pictures are left out. */
export async function bytesOf(page: Page): Promise<number> {
  const { origin } = new URL(page.url())
  const sheets = await page
    .locator('link[rel=stylesheet], script[src]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? one.getAttribute('src')))
  const answers = await Promise.all(
    [page.url(), ...sheets.map((path) => `${origin}${path}`)].map((url) => page.request.get(url)),
  )
  const bodies = await Promise.all(answers.map((answer) => answer.body()))
  return bodies.reduce((sum, body) => sum + body.byteLength, 0)
}

/** Scripts that hold up the page: those that are neither deferred nor modules, and are run at all. */
export const blockingScripts = (page: Page): Promise<number> =>
  page.locator('script:not([type="application/ld+json"], [type=module], [async], [defer])').count()

export const MOST_BYTES = 50 * 1024

const SHOTS = fileURLToPath(new URL('./screenshots/', import.meta.url))

/** The README's pictures: what a window of 1280 pixels shows first. Made again where CREDITLINE_UPDATE_IMAGES is set. */
const IMAGES = fileURLToPath(new URL('../../docs/img/', import.meta.url))
const IN_README = new Set(['front', 'provenance', 'desk-upstreams', 'desk-channel', 'desk-review'])

export async function shoot(page: Page, name: string, { width, scheme }: View): Promise<void> {
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: `${SHOTS}${name}-${width}-${scheme}.png`, fullPage: true })
  const isImage = IN_README.has(name) && width === 1280 && scheme === 'light'
  if (!process.env.CREDITLINE_UPDATE_IMAGES || !isImage) return
  mkdirSync(IMAGES, { recursive: true })
  await page.screenshot({ path: `${IMAGES}${name}.png` })
}

/** The readers' pages in a real browser: accessible, without errors, whole at every width and in both schemes. */

import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_PRESENTATION } from '../../feeds/model/channel.ts'
import { incoming, NOW } from '../src/pages/sample.ts'
import {
  blockingScripts,
  bytesOf,
  CHROMIUM,
  isChecked,
  launch,
  MOST_BYTES,
  open,
  overflowOf,
  type Site,
  serve,
  shoot,
  VIEWS,
  violationsOn,
  WHY_SKIPPED,
} from './harness.ts'

const PAGES: readonly (readonly [name: string, path: string])[] = [
  ['front', '/'],
  ['article', '/articles/1'],
  ['article-arabic', '/articles/3'],
  ['article-retracted', '/articles/4'],
  ['provenance', '/articles/1/provenance'],
  ['source', '/sources/the-harbour-gazette'],
  ['agency', '/agencies/reuters'],
  ['person', '/people/ada-brandt'],
  ['tag', '/tags/islands'],
  ['search', '/search'],
  ['search-found', '/search?q=ferry+islands'],
  ['search-nothing', '/search?q=zeppelin'],
  ['subscribe', '/channels'],
  ['vocabulary', '/ns/1'],
  ['sign-in', '/admin/sign-in'],
  ['api', '/api'],
  ['gone', '/articles/6'],
  ['front-older', '/?after=OLDER'],
]

const OPEN_DETAILS = "for (const each of document.querySelectorAll('details')) each.open = true"

describe.skipIf(!CHROMIUM)(`the site in a browser${CHROMIUM ? '' : ` (${WHY_SKIPPED})`}`, () => {
  let browser: Browser
  let site: Site
  /** Cursor of the front page's second page. */
  let older = ''
  beforeAll(async () => {
    site = await serve()
    await site.deps.store.saveArticles(incoming(), NOW)
    const channel = {
      slug: 'islands',
      title: 'Islands and ferries',
      description: 'From the outer islands.',
      hubs: [],
    }
    await site.deps.store.saveChannel(
      { ...channel, selection: { tag: 'Islands' }, presentation: DEFAULT_PRESENTATION },
      NOW,
    )
    await site.deps.store.editArticle(6, { status: 'removed' }, NOW)
    older = encodeURIComponent((await site.deps.store.listArticles({}, { limit: 30 })).next ?? '')
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  for (const view of VIEWS)
    it(`is accessible and whole at ${view.width} px, ${view.scheme}`, async () => {
      const { context, page, errors } = await open(browser, view)
      for (const [name, path] of PAGES) {
        await page.goto(site.url + path.replace('OLDER', older))
        await shoot(page, name, view)
        await page.evaluate(OPEN_DETAILS)
        expect(await overflowOf(page), `${path} overflows`).toBeLessThanOrEqual(0)
        expect(await blockingScripts(page), path).toBe(0)
        // the reference of the API is one long page, to be searched in
        if (name !== 'api') expect(await bytesOf(page), `${path} in bytes`).toBeLessThan(MOST_BYTES)
        if (isChecked(view)) expect(await violationsOn(page), `${path} by axe-core`).toEqual([])
      }
      expect(errors).toEqual([expect.stringContaining('410')])
      await context.close()
    })

  it('answers an unknown address with a page that helps', async () => {
    const view = { width: 390, scheme: 'light' } as const
    const { context, page } = await open(browser, view)
    const answer = await page.goto(`${site.url}/nowhere`)
    expect(answer?.status()).toBe(404)
    expect(await violationsOn(page)).toEqual([])
    await shoot(page, 'not-found', view)
    await page.getByLabel('Look for it').fill('ferry')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /Night ferry returns/ }).waitFor()
    await context.close()
  })

  it('leads a reader from the front page along the way of an article', async () => {
    const { context, page, errors } = await open(browser, { width: 1280, scheme: 'light' })
    await page.goto(site.url)
    await page.getByRole('link', { name: /Night ferry returns/ }).click()
    const credits = page.getByRole('region', { name: 'Who reported this' })
    await credits.getByText('Reuters', { exact: true }).first().click()
    await credits.locator('mark', { hasText: 'Reuters' }).waitFor()
    expect(
      await page
        .getByRole('link', { name: 'harbour-gazette.example', exact: true })
        .getAttribute('href'),
    ).toBe('https://harbour-gazette.example/2026/05/night-ferry-returns')
    await shoot(page, 'article-evidence', { width: 1280, scheme: 'light' })
    await page.getByRole('link', { name: 'The way it took to this page' }).click()
    const stages = await page.locator('.way .stage').allTextContents()
    expect(stages).toEqual([
      'First published',
      'Distributed in the feed',
      'Passed on by',
      'Kept here',
    ])
    await page.getByRole('img', { name: /Reported by Ada Brandt, Reuters, AFP/ }).waitFor()
    await page.getByRole('link', { name: 'Reuters' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Reuters' }).waitFor()
    expect(errors).toEqual([])
    await context.close()
  })

  it('searches with filters, marks what was found, and offers the search as a feed', async () => {
    const { context, page, errors } = await open(browser, { width: 390, scheme: 'light' })
    await page.goto(site.url)
    await page.getByRole('link', { name: 'Search', exact: true }).click()
    await page.getByRole('searchbox').fill('ferry')
    await page.keyboard.press('Enter')
    await page.locator('main mark', { hasText: /ferry/i }).first().waitFor()
    const address = await page
      .locator('link[rel=alternate][type="application/rss+xml"]')
      .getAttribute('href')
    expect(await (await page.request.get(address ?? '')).text()).toContain('Night ferry returns')
    expect(errors).toEqual([])
    await context.close()
  })

  it('works without scripts, which there are none of', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(site.url)
    await page.getByRole('link', { name: /Night ferry returns/ }).click()
    await page.getByText('Who reported this').waitFor()
    await page.locator('.credit-card summary').first().click()
    await page.locator('.credit-card mark').first().waitFor()
    await context.close()
  })

  it('offers every feed to copy and to open', async () => {
    const { context, page } = await open(browser, { width: 390, scheme: 'light' })
    await page.goto(`${site.url}/channels`)
    const card = page.getByRole('region', { name: 'Islands and ferries' })
    const addresses = await card
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((field) => field.getAttribute('value')))
    expect(addresses).toEqual(
      ['rss', 'atom', 'json'].map((format) => `${site.url}/feeds/islands.${format}`),
    )
    expect(await card.getByRole('link', { name: /Open in your app/ }).getAttribute('href')).toBe(
      `feed:${addresses[0]}`,
    )
    for (const address of addresses)
      expect((await page.request.get(address ?? '')).status()).toBe(200)
    await context.close()
  })

  it('can be used with the keyboard alone', async () => {
    const { context, page } = await open(browser, { width: 1280, scheme: 'light' })
    await page.goto(`${site.url}/articles/1`)
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the content')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.closest("main") !== null')).toBe(true)
    const summary = page.locator('.credit-card summary').first()
    await summary.focus()
    await page.keyboard.press('Enter')
    await page.locator('.credit-card mark').first().waitFor()
    const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
    expect(outline).toBe('solid')
    await context.close()
  })

  it('shifts nothing while it loads and blocks on no script', async () => {
    const { context, page } = await open(browser, { width: 390, scheme: 'light' })
    for (const path of ['/', '/articles/1', '/articles/1/provenance', '/channels']) {
      await page.addInitScript(
        'window.shift = 0; new PerformanceObserver((list) => { for (const e of list.getEntries()) window.shift += e.value }).observe({ type: "layout-shift", buffered: true })',
      )
      await page.goto(site.url + path, { waitUntil: 'networkidle' })
      expect(await page.evaluate('window.shift'), path).toBeLessThan(0.01)
      expect(await page.locator('script:not([type="application/ld+json"])').count(), path).toBe(0)
    }
    await context.close()
  })
})

/** An editor's day in a real browser: sign in, add a feed, set a credit right, build a channel, retract. */

import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toInstant } from '../../feeds/model/date.ts'
import { NOW } from '../src/pages/sample.ts'
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
  shoot,
  VIEWS,
  violationsOn,
  WHY_SKIPPED,
} from './harness.ts'
import { failing, openDesk, subscribeSomebody } from './open-desk.ts'

const LIGHT = { width: 1280, scheme: 'light' } as const

describe.skipIf(!CHROMIUM)(`the desk in a browser${CHROMIUM ? '' : ` (${WHY_SKIPPED})`}`, () => {
  let browser: Browser
  let site: Site
  beforeAll(async () => {
    site = await openDesk()
    browser = await launch()
  })
  afterAll(async () => {
    await browser?.close()
    await site?.stop()
  })

  const signIn = async (page: Page, scope: 'write' | 'admin' = 'admin') => {
    await page.goto(`${site.url}/admin`)
    await page.getByLabel('Access token').fill(await site.token(scope))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor()
  }
  const feedTexts = (path: string) =>
    Promise.all(
      ['rss', 'atom', 'json'].map(async (format) =>
        (await fetch(`${site.url}${path}.${format}`)).text(),
      ),
    )

  it('adds a feed from the address of its site, and reads it', async () => {
    const { context, page, errors } = await open(browser, LIGHT)
    await signIn(page)
    await page.getByRole('link', { name: 'Upstreams', exact: true }).click()
    await page.getByLabel(/Add a feed/).fill('lighthouse.example')
    await page.getByRole('button', { name: 'Look', exact: true }).click()
    await page.getByText('This page has 2 feeds').waitFor()
    await page.getByRole('button', { name: 'Look at Lighthouse Courier', exact: true }).click()
    await page.getByText('Cape road reopens after the storm').waitFor()
    await page.getByText('Credits Ines Moreau.').waitFor()
    await shoot(page, 'desk-add', LIGHT)
    await page.getByLabel('Publication').fill('The Lighthouse Courier')
    await page.getByLabel('Tags').fill('cape, weather')
    await page.getByRole('button', { name: 'Add this feed' }).click()
    await page.getByText('has been read for the first time').waitFor()
    await page.getByText('Healthy').waitFor()
    const texts = await feedTexts('/feed')
    for (const text of texts) expect(text).toContain('Cape road reopens after the storm')
    expect(errors).toEqual([])
    await context.close()
  })

  it('says in plain words why an address cannot be added', async () => {
    const { context, page } = await open(browser, LIGHT)
    await signIn(page)
    await page.goto(`${site.url}/admin/upstreams`)
    for (const [address, words] of [
      ['nobody.example', 'nobody.example does not answer'],
      ['http://127.0.0.1/feed', /127\.0\.0\.1/],
    ] as const) {
      await page.getByLabel(/Add a feed/).fill(address)
      await page.getByRole('button', { name: 'Look', exact: true }).click()
      await page.getByRole('alert').getByText(words).waitFor()
    }
    await context.close()
  })

  it('pauses, resumes and reads an upstream', async () => {
    const { context, page } = await open(browser, LIGHT)
    await signIn(page)
    await page.goto(`${site.url}/admin/upstreams`)
    await page.getByRole('button', { name: 'Pause Fog Signal' }).click()
    await page.getByText('The upstream is paused.').waitFor()
    await page.getByRole('button', { name: 'Resume' }).click()
    await page.getByText('The upstream is read again.').waitFor()
    await page.getByRole('button', { name: 'Read now' }).click()
    await page.getByText('fog-signal.example does not answer').first().waitFor()
    await context.close()
  })

  it('credits an article in the review, and all three feeds say so', async () => {
    const { context, page, errors } = await open(browser, LIGHT)
    await signIn(page)
    await page.getByRole('link', { name: 'Review', exact: true }).click()
    const card = page.getByRole('article', { name: 'Tides for the week' })
    await card.getByLabel(/^Add of new credit 1/).fill('Odile Varga')
    await card.getByLabel(/^Add of new credit 2/).fill('Associated Press')
    await card.getByLabel(/Role of new credit 2/).selectOption('wire')
    await card.getByLabel(/Kind of new credit 2/).selectOption('organization')
    await shoot(page, 'desk-review-filled', LIGHT)
    await card.getByRole('button').click()
    await page.getByText('The credits are set').waitFor()
    expect(await page.getByRole('article', { name: 'Tides for the week' }).count()).toBe(0)
    for (const text of await feedTexts('/people/odile-varga')) {
      expect(text).toContain('Tides for the week')
      expect(text).toContain('Odile Varga')
    }
    for (const text of await feedTexts('/agencies/ap')) expect(text).toContain('Tides for the week')
    expect(errors).toEqual([])
    await context.close()
  })

  it('corrects a credit of an article, and all three feeds say so', async () => {
    const { context, page, errors } = await open(browser, LIGHT)
    await signIn(page, 'write')
    await page.goto(`${site.url}/admin/articles`)
    await page.getByRole('link', { name: /Council withdraws report/ }).click()
    const name = page.getByLabel('Name of Tomas Reyes')
    await name.fill('Tamsin Reyes')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The credits are set').waitFor()
    for (const text of await feedTexts('/people/tamsin-reyes')) {
      expect(text).toContain('Council withdraws report')
      expect(text).toContain('Tamsin Reyes')
      expect(text).not.toContain('"name":"Tomas Reyes"')
    }
    expect(errors).toEqual([])
    await context.close()
  })

  it('shows polls as they come, and can be told to stop', async () => {
    const { context, page, errors } = await open(browser, LIGHT)
    await signIn(page)
    await page.getByRole('link', { name: 'Polling', exact: true }).click()
    await page.getByText('Live: polls appear here').waitFor()
    const rows = page.locator('#polls li')
    const before = await rows.count()
    const poll = async (id: string) =>
      site.deps.store.addUpstream({
        ...failing(),
        id,
        url: `https://${id}.example/rss`,
        title: id,
        health: 'healthy',
        lastPollAt: toInstant(site.clock.ms),
        lastResult: '3 new, 7 known',
      })
    await poll('bell-buoy')
    await rows.filter({ hasText: 'bell-buoy' }).getByText('3 new, 7 known.').waitFor()
    expect(await rows.count()).toBe(before + 1)
    await shoot(page, 'desk-polls-live', LIGHT)
    await page.getByRole('button', { name: 'Pause' }).click()
    await page.getByRole('status').getByText('Paused.').waitFor()
    await poll('whistle-buoy')
    await page.waitForTimeout(2500)
    expect(await rows.filter({ hasText: 'whistle-buoy' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Go on' }).click()
    await rows.filter({ hasText: 'whistle-buoy' }).waitFor()
    for (const id of ['bell-buoy', 'whistle-buoy'])
      await site.deps.store.removeUpstream(id, { now: '2025-06-01T12:00:00Z' })
    expect(errors).toEqual([])
    await context.close()
  })

  it('teaches an agency, and drops a subscriber', async () => {
    const { context, page, errors } = await open(browser, LIGHT)
    await signIn(page)
    await page.getByRole('link', { name: 'Agencies', exact: true }).click()
    await page.getByLabel('Name', { exact: true }).fill('Lightship Press')
    await page.getByLabel('Other names').fill('LSP')
    await page.getByLabel('Country').fill('no')
    await page.getByRole('button', { name: 'Teach' }).click()
    await page.getByText('The agency is known from now on.').waitFor()
    await page.getByRole('button', { name: 'Forget Lightship Press' }).waitFor()
    await page.getByRole('link', { name: 'Subscribers', exact: true }).click()
    await page.getByRole('button', { name: 'Drop planet.example' }).click()
    await page.getByText('The subscriber is dropped').waitFor()
    expect(await page.getByText('planet.example').count()).toBe(0)
    await subscribeSomebody(site)
    expect(errors).toEqual([])
    await context.close()
  })

  it('is all there for the keyboard alone: from signing in to a credit that is set', async () => {
    const { context, page, errors } = await open(browser, LIGHT)
    const tabTo = async (wanted: RegExp) => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press('Tab')
        const focused = await page.evaluate(
          "[document.activeElement.getAttribute('aria-label'), document.activeElement.labels?.[0]?.textContent, document.activeElement.textContent].filter(Boolean).join(' ')",
        )
        const style = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
        expect(style, `focus on ${focused} is seen`).not.toBe('none')
        if (wanted.test(String(focused))) return
      }
      throw new Error(`the keyboard does not come to ${wanted}`)
    }
    await page.goto(`${site.url}/admin`)
    await page.waitForFunction("document.activeElement?.tagName === 'INPUT'")
    await page.keyboard.type(await site.token('write'))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Desk' }).waitFor()
    await tabTo(/^Articles$/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Articles' }).waitFor()
    await tabTo(/Gemeinderat von Marlow|Deichschule/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /Deichschule/ }).waitFor()
    await tabTo(/Add of new credit/)
    await page.keyboard.type('Keyboard Person')
    await page.keyboard.press('Enter')
    await page.getByText('The credits are set').waitFor()
    for (const text of await feedTexts('/people/keyboard-person'))
      expect(text).toContain('Keyboard Person')
    expect(errors).toEqual([])
    await context.close()
  })

  it('publishes an article that was written here, with the credits of its last line', async () => {
    const { context, page, errors } = await open(browser, LIGHT)
    await signIn(page, 'write')
    await page.goto(`${site.url}/admin/articles`)
    await page.getByRole('link', { name: 'Write an article' }).click()
    await page.getByLabel('Title').fill('Lamp room opens to visitors')
    await page.getByLabel('Byline').fill('By Ines Moreau')
    await page
      .getByLabel('Text')
      .fill('The lamp room opens on Sundays.\n\nAFP contributed reporting.')
    await page.getByLabel('Publication').fill('The Lighthouse Courier')
    await page.getByRole('button', { name: 'Publish' }).click()
    await page.getByText('The article is published.').waitFor()
    for (const text of await feedTexts('/agencies/afp')) expect(text).toContain('Lamp room opens')
    for (const text of await feedTexts('/people/ines-moreau'))
      expect(text).toContain('Lamp room opens')
    expect(errors).toEqual([])
    await context.close()
  })

  it('leaves an article alone that changed under the editor', async () => {
    const { context, page } = await open(browser, LIGHT)
    await signIn(page, 'write')
    await page.goto(`${site.url}/admin/articles/2`)
    await site.deps.store.editArticle(2, { title: 'Deichschule: Gemeinderat stimmt zu' }, NOW)
    await page.getByLabel('Title').fill('Something else')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').getByText('has changed since you opened it').waitFor()
    expect(await page.getByLabel('Title').inputValue()).toBe('Deichschule: Gemeinderat stimmt zu')
    await context.close()
  })

  it('builds a channel with a preview, and its addresses work', async () => {
    const { context, page, errors } = await open(browser, LIGHT)
    await signIn(page)
    await page.goto(`${site.url}/admin/channels/new`)
    await page.getByLabel('Title').fill('With Reuters')
    await page.getByLabel('Agency credited').fill('Reuters')
    await page.getByRole('button', { name: 'Update preview' }).click()
    const preview = page.getByRole('region', { name: 'What it would send now' })
    await preview.getByRole('link', { name: /Night ferry returns/ }).waitFor()
    expect(await preview.getByText('Tides for the week').count()).toBe(0)
    expect(page.url()).not.toContain('csrf')
    await shoot(page, 'desk-channel', LIGHT)
    await page.getByRole('button', { name: 'Publish channel' }).click()
    await page.getByText('The channel is published.').waitFor()
    expect(await page.getByLabel('Atom').inputValue()).toBe(`${site.url}/feeds/with-reuters.atom`)
    for (const text of await feedTexts('/feeds/with-reuters')) {
      expect(text).toContain('Night ferry returns')
      expect(text).not.toContain('Deichschule')
    }
    expect(errors).toEqual([])
    await context.close()
  })

  it('corrects an article, retracts it, and every reader can see it', async () => {
    const { context, page, errors } = await open(browser, LIGHT)
    await signIn(page)
    await page.goto(`${site.url}/admin/articles/1`)
    await page.getByLabel('Publish a correction').fill('The ferry carried 211 passengers.')
    await page.getByRole('button', { name: 'Publish correction' }).click()
    await page.getByText('The correction is published').waitFor()
    await page.getByText('Retract this article').click()
    await page.getByRole('textbox', { name: 'Why' }).fill('The crossing did not take place.')
    await page.getByRole('button', { name: 'Retract', exact: true }).click()
    await page.getByText('The article is retracted.').waitFor()
    await page.goto(`${site.url}/articles/1`)
    await page.getByText('This article was retracted.').waitFor()
    await page.getByText('The ferry carried 211 passengers.').waitFor()
    for (const text of await feedTexts('/tags/islands')) expect(text).toContain('retracted')
    expect(errors).toEqual([])
    await context.close()
  })

  it('shows an editor without the scope admin no upstreams, and a stranger nothing', async () => {
    const { context, page } = await open(browser, LIGHT)
    await signIn(page, 'write')
    expect(await page.getByRole('link', { name: 'Upstreams', exact: true }).count()).toBe(0)
    expect((await page.goto(`${site.url}/admin/upstreams`))?.status()).toBe(403)
    await page.goto(`${site.url}/admin`)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.goto(`${site.url}/admin/review`)
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
    await context.close()
  })

  for (const view of VIEWS)
    it(`is accessible and whole at ${view.width} px, ${view.scheme}`, async () => {
      const { context, page, errors } = await open(browser, view)
      await signIn(page)
      const [upstream] = await site.deps.store.listUpstreams()
      for (const [name, path] of [
        ['desk', '/admin'],
        ['desk-review', '/admin/review'],
        ['desk-articles', '/admin/articles'],
        ['desk-write', '/admin/articles/new'],
        ['desk-article', '/admin/articles/1'],
        ['desk-upstreams', '/admin/upstreams'],
        ['desk-upstream', `/admin/upstreams/${upstream?.id}`],
        ['desk-channels', '/admin/channels'],
        ['desk-channel-new', '/admin/channels/new'],
        ['desk-channel-edit', '/admin/channels/cape'],
        ['desk-agencies', '/admin/agencies'],
        ['desk-polls', '/admin/polls'],
        ['desk-subscribers', '/admin/subscribers'],
      ] as const) {
        await page.goto(site.url + path)
        await shoot(page, name, view)
        expect(await overflowOf(page), `${path} overflows`).toBeLessThanOrEqual(0)
        expect(await blockingScripts(page), path).toBe(0)
        expect(await bytesOf(page), `${path} in bytes`).toBeLessThan(MOST_BYTES)
        if (isChecked(view)) expect(await violationsOn(page), `${path} by axe-core`).toEqual([])
      }
      expect(errors).toEqual([])
      await context.close()
    })
})

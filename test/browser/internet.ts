/** Invented sites that the desk's tests look at: no packet leaves the machine. */

import { CreditlineError } from '../../feeds/model/error.ts'
import type { FetchDocument } from '../../src/ingest/fetch-document.ts'

const NEWS = `<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>Lighthouse Courier</title><link>https://lighthouse.example/</link><description>News from the cape</description>
<item><title>Cape road reopens after the storm</title><link>https://lighthouse.example/cape-road</link>
<guid>https://lighthouse.example/cape-road</guid><dc:creator>Ines Moreau</dc:creator><pubDate>Sun, 01 Jun 2025 09:10:00 GMT</pubDate>
<description>&lt;p&gt;The road was closed for two days.&lt;/p&gt;&lt;p&gt;Reuters contributed to this report.&lt;/p&gt;</description></item>
<item><title>Keepers’ cottages for sale</title><link>https://lighthouse.example/cottages</link>
<guid>https://lighthouse.example/cottages</guid><pubDate>Sun, 01 Jun 2025 07:00:00 GMT</pubDate>
<description>&lt;p&gt;Three cottages below the light are for sale.&lt;/p&gt;&lt;p&gt;Viewings are on Saturdays.&lt;/p&gt;</description></item>
</channel></rss>`

/** Another feed of the site has entries of its own: two with the same are one feed under two addresses. */
const SPORT = NEWS.replace('Lighthouse Courier</title>', 'Lighthouse Courier: Sport</title>')
  .replaceAll('lighthouse.example/c', 'lighthouse.example/sport/c')
  .replace('Cape road reopens', 'Cape regatta sails')

const HOME = `<!doctype html><title>Lighthouse Courier</title>
<link rel="alternate" type="application/rss+xml" title="All news" href="/feed">
<link rel="alternate" type="application/rss+xml" title="Sport" href="/sport/feed">`

const SITES: Readonly<Record<string, readonly [type: string, text: string]>> = {
  'https://lighthouse.example/': ['text/html; charset=utf-8', HOME],
  'https://lighthouse.example/feed': ['application/rss+xml', NEWS],
  'https://lighthouse.example/sport/feed': ['application/rss+xml', SPORT],
}

export const internet: FetchDocument = async (url) => {
  const { href } = new URL(url)
  const found = SITES[href]
  if (!found) throw new CreditlineError('unreachable', `${new URL(url).host} does not answer`)
  const [type, text] = found
  const headers = new Headers({ 'content-type': type })
  return { url: href, status: 200, headers, body: new TextEncoder().encode(text), redirects: [] }
}

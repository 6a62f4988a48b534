// What is left of 1,000 credited articles after one, two and three hops through other people's tools: the share of
// items whose canonical URL, people, agencies with roles, and publication our reader recovers exactly.
//   npm run bench -- hops [--show N]     @rowanmanning/feed-parser takes part where CREDITLINE_PEERS names a folder
//                                        whose node_modules has it
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Feed } from 'feed'
import { generateRssFeed, parseFeed as parseWithFeedsmith } from 'feedsmith'
import Parser from 'rss-parser'
import { creditEntry } from '../../dist/feeds/credit.js'
import { parseFeed } from '../../dist/feeds/dialects/index.js'
import { cleanArticle, renderFeed } from '../../dist/feeds/formats/index.js'
import { DEFAULT_PRESENTATION } from '../../dist/feeds/model/channel.js'
import { inventVaried } from './articles.mjs'

const NOW = '2026-01-01T00:00:00Z'
const CHANNEL = {
  slug: 'all',
  title: 'Everything',
  language: 'en',
  hubs: [],
  selection: {},
  presentation: DEFAULT_PRESENTATION,
}
const show = process.argv.includes('--show') ? Number(process.argv.at(-1)) : 0
const text = (bytes) => new TextDecoder().decode(bytes)

/** What a feed says when our reader, who trusts nobody, gets it from `url`. */
function readBack(xml, { peer = false } = {}) {
  const url = 'https://republisher.example/feed'
  const { feed, entries } = parseFeed(new TextEncoder().encode(xml), { url })
  const upstream = { id: 'u', url, title: feed.title, peer, private: false, tags: [] }
  return entries.map((entry) => {
    const context = {
      upstream,
      feed,
      guid: entry.id ?? '',
      now: NOW,
      baseUrl: 'https://us.example',
    }
    return creditEntry(entry, { ...context, isTaken: () => false }).article
  })
}

const publish = (articles, format) =>
  text(renderFeed(CHANNEL, articles.map(cleanArticle), format, { baseUrl: 'https://us.example' }))

const republisher = (title) =>
  new Feed({
    id: 'https://republisher.example/',
    title,
    link: 'https://republisher.example/',
    copyright: '',
  })

/** rss-parser reads, feed writes: what most republishers on Node do. */
async function rssParserThenFeed(xml, { keep = 'all' } = {}) {
  const read = await new Parser().parseString(xml)
  const feed = republisher(read.title ?? '')
  for (const item of read.items) {
    const name = [item.creator ?? item.author].flat()[0]
    const content = item['content:encoded'] ?? item.content
    feed.addItem({
      title: item.title ?? '',
      id: item.guid ?? item.id ?? item.link,
      link: item.link,
      date: new Date(item.isoDate ?? 0),
      ...(keep === 'snippet'
        ? { description: item['content:encodedSnippet'] ?? item.contentSnippet ?? '' }
        : { description: item.summary ?? item.content ?? '' }),
      ...(keep === 'all' && content ? { content } : {}),
      ...(typeof name === 'string' ? { author: [{ name }] } : {}),
    })
  }
  return feed.rss2()
}

/** feedsmith reads and writes again what its own types hold in common. */
function feedsmithTwice(xml) {
  const { format, feed } = parseWithFeedsmith(xml)
  const items = format === 'rss' ? feed.items : feed.entries.map(rssItemOf)
  const title = typeof feed.title === 'string' ? feed.title : (feed.title?.value ?? '')
  return generateRssFeed(
    { title, link: 'https://republisher.example/', description: title, items },
    { lenient: true },
  )
}

const textOf = (said) => (typeof said === 'string' ? said : said?.value)
const rssItemOf = (entry) => ({
  title: textOf(entry.title),
  link: entry.links?.find(({ rel }) => !rel || rel === 'alternate')?.href,
  guid: { value: entry.id, isPermaLink: false },
  pubDate: entry.published ?? entry.updated,
  description: textOf(entry.summary) ?? textOf(entry.content),
  content: { encoded: textOf(entry.content) },
  dc: { creators: entry.authors?.map(({ name }) => name) },
})

async function rowanmanning() {
  const folder = process.env.CREDITLINE_PEERS
  if (!folder) return undefined
  const require = createRequire(join(folder, 'package.json'))
  const { parseFeed: parse } = await import(
    pathToFileURL(require.resolve('@rowanmanning/feed-parser')).href
  )
  return (xml) => {
    const read = parse(xml)
    const feed = republisher(read.title ?? '')
    for (const item of read.items) {
      feed.addItem({
        title: item.title ?? '',
        id: item.id ?? item.url,
        link: item.url,
        date: item.published ?? new Date(0),
        description: item.description ?? '',
        content: item.content ?? '',
        ...(item.authors.length > 0 ? { author: item.authors.map(({ name }) => ({ name })) } : {}),
      })
    }
    return feed.rss2()
  }
}

const partyOf = ({ name, agencyId, role }) => `${role}: ${agencyId ?? name.toLowerCase()}`
const parties = (article, kind) =>
  [...new Set(article.credits.filter((credit) => credit.kind === kind).map(partyOf))]
    .sort()
    .join('; ')
const FACTS = {
  canonical: (article) => article.canonicalUrl,
  people: (article) => parties(article, 'person'),
  agencies: (article) => parties(article, 'organization'),
  publication: (article) => article.publication?.name,
}

function score(before, after, label) {
  const row = { items: `${after.length} of ${before.length}` }
  const byUrl = new Map(after.map((article) => [article.canonicalUrl ?? article.urlAsFed, article]))
  let shown = 0
  let whole = 0
  const kept = Object.fromEntries(Object.keys(FACTS).map((fact) => [fact, 0]))
  before.forEach((article, i) => {
    const got = byUrl.get(article.canonicalUrl) ?? after[i]
    const same = Object.entries(FACTS).filter(([, of]) => got && of(article) === of(got))
    for (const [fact] of same) kept[fact]++
    if (same.length === Object.keys(FACTS).length) whole++
    else if (got && shown++ < show) complain(label, article, got)
  })
  for (const [fact, count] of Object.entries(kept)) row[fact] = (count / before.length).toFixed(3)
  return { ...row, 'all four': (whole / before.length).toFixed(3) }
}

function complain(label, article, got) {
  for (const [fact, of] of Object.entries(FACTS))
    if (of(article) !== of(got))
      console.log(`${label}\n  ${fact} was ${of(article)}\n  ${fact} is  ${of(got)}`)
}

// What the peers write of the same articles themselves, with every member that their types have for it.

const byRole = (article, ...roles) =>
  article.credits.filter(({ role }) => roles.includes(role)).map(({ name }) => ({ name }))

function publishWithFeed(articles) {
  const feed = republisher('Everything')
  for (const article of articles) {
    const authors = byRole(article, 'author')
    const contributor = byRole(article, 'wire', 'contributed')
    feed.addItem({
      title: article.title,
      id: article.publishedId,
      link: article.canonicalUrl,
      date: new Date(article.published),
      description: article.summary ?? '',
      content: cleanArticle(article).body.html,
      contributor,
      ...(authors.length > 0 ? { author: authors } : {}),
    })
  }
  return feed.rss2()
}

const publishWithFeedsmith = (articles) =>
  generateRssFeed(
    {
      title: 'Everything',
      link: 'https://us.example/',
      description: 'Everything',
      items: articles.map((article) => ({
        title: article.title,
        link: article.canonicalUrl,
        guid: { value: article.publishedId, isPermaLink: false },
        pubDate: article.published,
        description: article.summary,
        content: { encoded: cleanArticle(article).body.html },
        source: { title: article.upstreamFeed.title, url: article.upstreamFeed.url },
        dc: {
          creators: byRole(article, 'author').map(({ name }) => name),
          contributors: byRole(article, 'wire', 'contributed').map(({ name }) => name),
          publishers: [article.publication.name],
        },
      })),
    },
    { lenient: true },
  )

const tools = {
  'rss-parser, feed': (xml) => rssParserThenFeed(xml),
  'rss-parser, feed; description alone': (xml) => rssParserThenFeed(xml, { keep: 'description' }),
  'rss-parser, feed; text alone': (xml) => rssParserThenFeed(xml, { keep: 'snippet' }),
  'feedsmith, feedsmith': feedsmithTwice,
}
const other = await rowanmanning()
if (other) tools['@rowanmanning/feed-parser, feed'] = other
else
  console.log('@rowanmanning/feed-parser is left out: CREDITLINE_PEERS names no folder that has it')

const articles = inventVaried(1000)
const rows = {}
for (const format of ['rss', 'atom', 'json']) {
  let now = articles
  for (const hops of [1, 2, 3]) {
    now = readBack(publish(now, format), { peer: true })
    rows[`ourselves, ${format}, ${hops}`] = score(articles, now, 'ourselves')
  }
}
for (const [name, tool] of Object.entries(tools)) {
  for (const format of ['rss', 'atom']) {
    let xml = publish(articles, format)
    for (const hops of [1, 2, 3]) {
      xml = await tool(xml)
      const label = `${name}, ${format}, ${hops}`
      rows[label] = score(articles, readBack(xml), label)
    }
  }
}
const peers = { 'feed alone': publishWithFeed, 'feedsmith alone': publishWithFeedsmith }
for (const [name, write] of Object.entries(peers)) {
  rows[`${name}, no hop`] = score(articles, readBack(write(articles)), name)
  const label = `${name}, then rss-parser, feed`
  rows[label] = score(articles, readBack(await rssParserThenFeed(write(articles))), label)
}
console.table(rows)

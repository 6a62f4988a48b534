// Rendering a document: from cleaned articles and from item fragments, beside feed 6, which cleans nothing and writes
// no provenance. The first rendering of an article, cleaning included, is told apart. An item of ours says several times
// as much (feed's JSON is one JSON.stringify of the texts alone), so that bytes a second are told as well. Time is
// processor time, the least of several runs: a busy machine adds to it and never takes away. Half of an item's time goes
// into what all formats say (excerpt, credit paragraph, record): the service reads it once for all of them, and "after
// another format" is what the second and the third then take; "all three" is the sum.
import { Feed } from 'feed'
import {
  cleanArticle,
  documentContext,
  FORMATS,
  factsOf,
  joinDocument,
  renderFeed,
  utf8,
} from '../../dist/feeds/formats/index.js'
import { DEFAULT_PRESENTATION } from '../../dist/feeds/model/channel.js'
import { inventArticles } from './articles.mjs'

const CHANNEL = {
  slug: 'all',
  title: 'Everything',
  language: 'en',
  hubs: [],
  selection: {},
  presentation: DEFAULT_PRESENTATION,
}
const OPTIONS = { baseUrl: 'https://news.example' }
const articles = inventArticles(1000)

const processorMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/**
 * The least times of each of these works. Each is done over and over by itself, or it would collect the others' garbage;
 * all of them twice, for what is compiled while one runs is compiled for all.
 */
function leastOf(works, runs) {
  const least = works.map(() => Number.POSITIVE_INFINITY)
  for (let pass = 0; pass < 2; pass++)
    for (const [k, work] of works.entries()) {
      const times = Math.ceil(20 / Math.max(timed(work, 1), 0.01))
      for (let n = 0; n < runs; n++) least[k] = Math.min(least[k], timed(work, times))
    }
  return least
}

function timed(work, times) {
  const from = processorMs()
  for (let n = 0; n < times; n++) work()
  return (processorMs() - from) / times
}

articles.slice(0, 100).map(cleanArticle)
const from = processorMs()
const clean = articles.map(cleanArticle)
const cleaning = (processorMs() - from) / articles.length

const byFeed = {
  rss: (feed) => feed.rss2(),
  atom: (feed) => feed.atom1(),
  json: (feed) => feed.json1(),
}

function withFeed(some, format) {
  const feed = new Feed({
    title: CHANNEL.title,
    id: 'https://news.example/',
    link: 'https://news.example/',
    copyright: '',
    updated: new Date(0),
  })
  for (const article of some) {
    const authors = article.credits
      .filter(({ role }) => role === 'author')
      .map(({ name }) => ({ name }))
    feed.addItem({
      title: article.title,
      id: article.publishedId,
      link: article.canonicalUrl,
      date: new Date(article.published),
      description: article.summary ?? '',
      content: article.body.html,
      ...(authors.length > 0 ? { author: authors } : {}), // feed 6 throws at an empty list
    })
  }
  return Buffer.from(byFeed[format](feed))
}

const rateOf = (bytes, ms) => (bytes.length / 1000 / ms).toFixed(0)

/** Items as the service writes them: what all formats say was read for one of them. */
function withFacts(some, facts, format) {
  const document = documentContext(CHANNEL, format, OPTIONS, some)
  const items = some.map((article, k) =>
    utf8(FORMATS[format].item(article, CHANNEL.presentation, facts[k])),
  )
  return joinDocument(FORMATS[format], document, items)
}

const FORMAT_NAMES = ['rss', 'atom', 'json']
const rows = []
for (const items of [50, 1000]) {
  const some = clean.slice(0, items)
  const facts = some.map((article) => factsOf(article, CHANNEL.presentation))
  const sums = { theirs: 0, ours: 0 }
  const least = (works) => leastOf(works, items > 100 ? 7 : 15)
  for (const format of FORMAT_NAMES) {
    const document = documentContext(CHANNEL, format, OPTIONS, some)
    const fragments = some.map((article) =>
      utf8(FORMATS[format].item(article, CHANNEL.presentation)),
    )
    const [theirs, alone, shared, joined] = least([
      () => withFeed(some, format),
      () => renderFeed(CHANNEL, some, format, OPTIONS),
      () => withFacts(some, facts, format),
      () => joinDocument(FORMATS[format], document, fragments),
    ])
    sums.theirs += theirs
    sums.ours += format === 'rss' ? alone : shared
    rows.push({
      format,
      items,
      'feed 6, ms': theirs.toFixed(2),
      'from cleaned, ms': alone.toFixed(2),
      'times faster': (theirs / alone).toFixed(1),
      'MB/s, feed and ours': [
        rateOf(withFeed(some, format), theirs),
        rateOf(renderFeed(CHANNEL, some, format, OPTIONS), alone),
      ].join(' '),
      'after another format, ms': shared.toFixed(2),
      'times faster ': (theirs / shared).toFixed(1),
      'from fragments, ms': joined.toFixed(2),
      'times faster  ': (theirs / joined).toFixed(0),
      'first, cleaning included, ms an item': (cleaning + alone / items).toFixed(3),
    })
  }
  rows.push({
    format: 'all three',
    items,
    'feed 6, ms': sums.theirs.toFixed(2),
    'from cleaned, ms': sums.ours.toFixed(2),
    'times faster': (sums.theirs / sums.ours).toFixed(1),
  })
}
console.table(rows)
console.log(`cleaning alone: ${cleaning.toFixed(3)} ms an item`)

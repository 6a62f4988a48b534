// Rendering a document: from cleaned articles and from item fragments, beside feed 6, which cleans nothing and writes
// no provenance. The first rendering of an article, cleaning included, is told apart. An item of ours says several times
// as much (feed's JSON is one JSON.stringify of the texts alone), so that bytes a second are told as well. Time is
// processor time, the least of several runs: a busy machine adds to it and never takes away.
import { Feed } from 'feed'
import {
  cleanArticle,
  documentContext,
  FORMATS,
  joinDocument,
  renderFeed,
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

/** The least of the runs after two that are not counted; short work is done several times a run. */
function least(work, runs = 11) {
  const timed = (times) => {
    const from = processorMs()
    for (let n = 0; n < times; n++) work()
    return (processorMs() - from) / times
  }
  timed(1)
  const times = Math.ceil(5 / Math.max(timed(1), 0.01))
  return Math.min(...Array.from({ length: runs }, () => timed(times)))
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

// What is compiled for the first of them is compiled for all.
for (const format of ['rss', 'atom', 'json', 'rss', 'atom', 'json']) {
  withFeed(clean.slice(0, 300), format)
  renderFeed(CHANNEL, clean.slice(0, 300), format, OPTIONS)
}

const rows = []
for (const format of ['rss', 'atom', 'json']) {
  for (const items of [50, 1000]) {
    const some = clean.slice(0, items)
    const document = documentContext(CHANNEL, format, OPTIONS, some)
    const fragments = some.map((article) => FORMATS[format].item(article, CHANNEL.presentation))
    const theirs = least(() => withFeed(some, format))
    const ours = least(() => renderFeed(CHANNEL, some, format, OPTIONS))
    const joined = least(() => joinDocument(FORMATS[format], document, fragments))
    rows.push({
      format,
      items,
      'feed 6, ms': theirs.toFixed(2),
      'from cleaned, ms': ours.toFixed(2),
      'times faster': (theirs / ours).toFixed(1),
      'MB/s, feed and ours': [
        rateOf(withFeed(some, format), theirs),
        rateOf(renderFeed(CHANNEL, some, format, OPTIONS), ours),
      ].join(' '),
      'from fragments, ms': joined.toFixed(2),
      'times faster ': (theirs / joined).toFixed(0),
      'first, cleaning included, ms an item': (cleaning + ours / items).toFixed(3),
    })
  }
}
console.table(rows)
console.log(`cleaning alone: ${cleaning.toFixed(3)} ms an item`)

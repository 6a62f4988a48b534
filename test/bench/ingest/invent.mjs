// Invented feeds for the ingest benchmark: deterministic, with the words of a vocabulary as large as that of real news.

/** Distinct words, as in a year of one newsroom's articles. */
const VOCABULARY = 40_000
const ONSETS = 'b br c ch cl d dr f fl g gr h j k l m n p pr qu r s sh st t th tr v w y z'.split(
  ' ',
)
const VOWELS = 'a e i o u ai ea ee oa ou'.split(' ')
const ENDS = ['', '', '', 'n', 'r', 's', 't', 'l', 'm', 'ck', 'nd', 'st']

/** mulberry32: small, fast, the same on every machine. */
export const randomOf = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

const pick = (list, next) => list[Math.floor(next() * list.length)]

export const WORDS = (() => {
  const next = randomOf(7)
  const words = new Set()
  while (words.size < VOCABULARY) {
    const syllables = 1 + Math.floor(next() * 3)
    let word = ''
    for (let i = 0; i < syllables; i++)
      word += pick(ONSETS, next) + pick(VOWELS, next) + pick(ENDS, next)
    words.add(word)
  }
  return [...words].sort((a, b) => a.length - b.length)
})()

/** By Zipf's law, as words are in any language: a few very often, most of them seldom. */
const wordOf = (next) => WORDS[Math.floor(VOCABULARY ** next()) - 1]

const wordsOf = (next, count) => {
  let text = wordOf(next)
  for (let i = 1; i < count; i++) text += ` ${wordOf(next)}`
  return text
}
const capital = (word) => word[0].toUpperCase() + word.slice(1)
const sentence = (next, count) => `${capital(wordsOf(next, count))}.`

const AGENCIES = ['Reuters', 'AFP', 'dpa', 'AP', 'ANSA', 'Kyodo']
const CATEGORIES = ['World', 'Business', 'Politics', 'Sport', 'Science']
/** Of the newest entry of every feed: a moment ago would make each run another. */
const NEWEST = Date.parse('2026-11-01T00:00:00Z')

/** Entry `seq` of feed `feed`: about 1.8 KB of text, a byline, and an agency's credit in two of three. */
function inventEntry(feed, seq) {
  const next = randomOf(feed * 100_003 + seq)
  const site = `https://paper${feed}.example`
  const title = capital(wordsOf(next, 9))
  const slug = title.toLowerCase().replaceAll(' ', '-')
  const body = Array.from({ length: 4 }, () => {
    const link = `<a href="${site}/topics/${wordOf(next)}?a=1&amp;b=2">${wordsOf(next, 3)}</a>`
    return `<p>${sentence(next, 25)} ${capital(wordsOf(next, 12))} &amp; ${link}, “${wordsOf(next, 8)}”. ${sentence(next, 14)}</p>\n`
  })
  const agency = pick(AGENCIES, next)
  const credit = seq % 3 === 0 ? '' : `<p><em>${agency} contributed reporting.</em></p>`
  return {
    id: `tag:paper${feed}.example,2026:${seq}`,
    url: `${site}/2026/11/${seq}/${slug}?utm_source=feed&amp;utm_medium=rss`.replaceAll(
      '&amp;',
      '&',
    ),
    title,
    summary: sentence(next, 32),
    html: body.join('') + credit,
    author: `${capital(wordOf(next))} ${capital(wordOf(next))}`,
    category: pick(CATEGORIES, next),
    published: NEWEST - feed * 1000 + seq * 60_000,
  }
}

const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
const isoOf = (ms) => new Date(ms).toISOString()

const WRITERS = {
  'application/rss+xml': (feed, entries) =>
    `<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${feed.title}</title><link>${feed.home}</link><description>News</description>${entries
      .map(
        (e) =>
          `<item><title>${escaped(e.title)}</title><link>${escaped(e.url)}</link><guid isPermaLink="false">${e.id}</guid><pubDate>${new Date(e.published).toUTCString()}</pubDate><description>${escaped(e.summary)}</description><content:encoded><![CDATA[${e.html}]]></content:encoded><dc:creator>${e.author}</dc:creator><category>${e.category}</category></item>\n`,
      )
      .join('')}</channel></rss>\n`,
  'application/atom+xml': (feed, entries) =>
    `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>${feed.home}</id><title>${feed.title}</title><link href="${feed.home}"/><updated>${isoOf(entries[0].published)}</updated>\n${entries
      .map(
        (e) =>
          `<entry><id>${e.id}</id><title>${escaped(e.title)}</title><link href="${escaped(e.url)}"/><updated>${isoOf(e.published)}</updated><published>${isoOf(e.published)}</published><author><name>${e.author}</name></author><summary>${escaped(e.summary)}</summary><content type="html">${escaped(e.html)}</content><category term="${e.category}"/></entry>\n`,
      )
      .join('')}</feed>\n`,
  'application/feed+json': (feed, entries) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      home_page_url: feed.home,
      items: entries.map((e) => ({
        id: e.id,
        url: e.url,
        title: e.title,
        summary: e.summary,
        content_html: e.html,
        date_published: isoOf(e.published),
        authors: [{ name: e.author }],
        tags: [e.category],
      })),
    }),
}

/** Of ten feeds six are RSS, three Atom and one JSON Feed. */
const typeOf = (feed) =>
  feed % 10 < 6
    ? 'application/rss+xml'
    : feed % 10 < 9
      ? 'application/atom+xml'
      : 'application/feed+json'

/** Feed `feed` as it stands after `added` entries beyond its first `size`: the newest `size`. */
export function inventFeed(feed, size, added) {
  const entries = Array.from({ length: size }, (_, i) => inventEntry(feed, size + added - i))
  const type = typeOf(feed)
  const about = {
    title: `The ${capital(WORDS[5000 + feed])} Post`,
    home: `https://paper${feed}.example/`,
  }
  return { type, body: Buffer.from(WRITERS[type](about, entries)) }
}

// A lean poller to compare with: undici, feedsmith and better-sqlite3, ETags and body hashes, a transaction for every
// 50 feeds. No credits, no canonical URLs, no search, no guard, no schedule. FILE of the database, FILE of the URLs.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { parseFeed } from 'feedsmith'
import { Agent } from 'undici'

const [file, list] = process.argv.slice(2)
const urls = readFileSync(list, 'utf8').trim().split('\n')
const IN_FLIGHT = 50
const FEEDS_A_COMMIT = 50

const db = new Database(file)
db.pragma('journal_mode = WAL')
db.pragma('synchronous = NORMAL')
db.exec(`CREATE TABLE IF NOT EXISTS feeds (url TEXT PRIMARY KEY, etag TEXT, hash BLOB);
  CREATE TABLE IF NOT EXISTS items (id INTEGER PRIMARY KEY, feed TEXT, guid TEXT, url TEXT, title TEXT,
    summary TEXT, html TEXT, author TEXT, published INTEGER, UNIQUE (feed, guid));
  CREATE INDEX IF NOT EXISTS items_published ON items (published DESC)`)
const addItem = db.prepare(
  'INSERT INTO items (feed, guid, url, title, summary, html, author, published) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
)
const saveFeed = db.prepare('INSERT OR REPLACE INTO feeds VALUES (?, ?, ?)')
const known = new Map(
  db
    .prepare('SELECT * FROM feeds')
    .all()
    .map((row) => [row.url, row]),
)

let waiting = []
const commit = db.transaction((feeds) => {
  for (const { url, etag, hash, rows } of feeds) {
    for (const row of rows) addItem.run(row)
    saveFeed.run(url, etag ?? null, hash)
  }
})
const flush = () => {
  const feeds = waiting
  waiting = []
  if (feeds.length > 0) commit(feeds)
}

const READERS = {
  rss: (feed) =>
    feed.items.map((x) => [
      x.guid?.value ?? x.link,
      x.link,
      x.title,
      x.description,
      x.content?.encoded,
      x.dc?.creators?.[0] ?? x.dc?.creator,
      Date.parse(x.pubDate),
    ]),
  atom: (feed) =>
    feed.entries.map((x) => [
      x.id,
      x.links?.[0]?.href,
      x.title?.value ?? x.title,
      x.summary?.value ?? x.summary,
      x.content?.value ?? x.content,
      x.authors?.[0]?.name,
      Date.parse(x.published),
    ]),
  json: (feed) =>
    feed.items.map((x) => [
      x.id,
      x.url,
      x.title,
      x.summary,
      x.content_html,
      x.authors?.[0]?.name,
      Date.parse(x.date_published),
    ]),
}

const agent = new Agent({ connections: 8 })
async function poll(url) {
  const before = known.get(url)
  const { origin, pathname } = new URL(url)
  const headers = before?.etag ? { 'if-none-match': before.etag } : {}
  const response = await agent.request({ origin, path: pathname, method: 'GET', headers })
  if (response.statusCode === 304) return response.body.dump()
  const bytes = Buffer.from(await response.body.arrayBuffer())
  const hash = createHash('sha1').update(bytes).digest()
  if (before && hash.equals(before.hash)) return
  const { format, feed } = parseFeed(bytes.toString())
  const rows = READERS[format](feed).map((row) => [url, ...row.map((value) => value ?? null)])
  waiting.push({ url, etag: response.headers.etag, hash, rows })
  if (waiting.length >= FEEDS_A_COMMIT) flush()
}

let next = 0
const worker = async () => {
  while (next < urls.length) await poll(urls[next++])
}
await Promise.all(Array.from({ length: IN_FLIGHT }, worker))
flush()
db.close()
await agent.close()

// The upstreams of the ingest benchmark, in a process of their own: FEEDS ITEMS. Serves /f/N on 50 loopback addresses
// with validators, and tells its port to its parent. A message { added } makes that many new entries in each feed, and
// { stats } asks what was answered since the last time.
import { createHash } from 'node:crypto'
import http from 'node:http'
import { inventFeed } from './invent.mjs'

const [feeds, items] = process.argv.slice(2).map(Number)
const HOSTS = 50
let served = []
let stats = {}

function invent(added) {
  served = Array.from({ length: feeds }, (_, feed) => {
    const { type, body } = inventFeed(feed, items, added)
    const etag = `"${createHash('sha1').update(body).digest('base64url')}"`
    return { type, body, etag }
  })
}

function answer(request, response) {
  const feed = served[Number(/^\/f\/(\d+)$/.exec(request.url)?.[1] ?? Number.NaN)]
  if (!feed) return response.writeHead(404).end()
  const { type, body, etag } = feed
  const isKnown = request.headers['if-none-match'] === etag
  stats[isKnown ? 304 : 200] = (stats[isKnown ? 304 : 200] ?? 0) + 1
  if (isKnown) return response.writeHead(304, { etag }).end()
  response.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': body.length,
    etag,
  })
  response.end(body)
}

const listen = (host, port) =>
  new Promise((resolve) => {
    const server = http.createServer({ keepAliveTimeout: 20_000 }, answer)
    server.listen(port, host, () => resolve(server.address().port))
  })

process.on('message', (message) => {
  if ('added' in message) invent(message.added)
  process.send({ stats, bytes: served.reduce((sum, { body }) => sum + body.length, 0) })
  stats = {}
})
process.on('disconnect', () => process.exit(0))
invent(0)
const port = await listen('127.0.0.1', 0)
for (let host = 2; host <= HOSTS; host++) await listen(`127.0.0.${host}`, port)
process.send({ port })

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CreditlineError } from '../../../feeds/model/error.ts'
import { importOutline } from '../../../src/ingest/import-opml.ts'
import { readOpml, writeOpml } from '../../../src/ingest/opml.ts'
import { openMemory, upstreamAt } from './polls.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const opml = (body: string) =>
  bytes(`<?xml version="1.0"?><opml version="2.0"><body>${body}</body></opml>`)

describe('readOpml', () => {
  it('reads feeds with their folders and categories as tags', () => {
    const file = opml(
      '<outline text="News"><outline text="Ports &amp; ships"><outline type="rss" text="Harbour" xmlUrl="https://a.example/f"/></outline>' +
        '<outline title="Quay" xmlUrl=\'https://b.example/f\' category="/sea/boats,tides"></outline></outline>' +
        '<outline text="x" XMLURL="https://c.example/f"/>',
    )
    expect(readOpml(file)).toEqual([
      { row: 1, url: 'https://a.example/f', title: 'Harbour', tags: ['News', 'Ports & ships'] },
      { row: 2, url: 'https://b.example/f', title: 'Quay', tags: ['News', 'boats', 'tides'] },
      { row: 3, url: 'https://c.example/f', title: 'x', tags: [] },
    ])
  })

  it.each([
    ['no OPML', bytes('<rss/>'), 'no opml element'],
    ['nothing', bytes(''), 'no opml element'],
    ['entities', bytes('<!DOCTYPE opml [<!ENTITY f SYSTEM "file:///x">]><opml/>'), 'entities'],
    ['a pit', opml('<outline text="g">'.repeat(20_000)), 'nested'],
  ])('refuses %s', (_, file, words) => {
    expect(() => readOpml(file)).toThrow(words)
  })

  it('takes ten thousand feeds, and any bytes', () => {
    const many = Array.from(
      { length: 10_000 },
      (_, i) => `<outline xmlUrl="https://f${i}.example/"/>`,
    )
    expect(readOpml(opml(many.join('')))).toHaveLength(10_000)
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string({ unit: 'binary' }), (raw, text) => {
        for (const file of [raw, opml(text), opml(`<outline ${text}>`)])
          try {
            readOpml(file)
          } catch (error) {
            expect(error).toBeInstanceOf(CreditlineError)
          }
      }),
    )
  })
})

describe('writeOpml', () => {
  it('is read back the same', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            title: fc.string({ minLength: 1 }),
            tags: fc.uniqueArray(fc.stringMatching(/^[a-zåß&"<]{1,8}$/), { maxLength: 3 }),
          }),
        ),
        (rows) => {
          const upstreams = rows.map(({ title, tags }, i) =>
            upstreamAt(`https://f${i}.example/?a=1&b=2`, { id: `f${i}`, title, tags }),
          )
          const file = writeOpml(upstreams, { title: 'Mine', created: new Date(0) })
          const read = new Map(readOpml(bytes(file)).map((outline) => [outline.url, outline.tags]))
          expect(read).toEqual(new Map(upstreams.map(({ url, tags }) => [url, tags])))
        },
      ),
    )
  })

  it('is the same bytes each time', () => {
    const file = writeOpml(
      [
        upstreamAt('https://a.example/f', { title: 'A "quoted" <name>', tags: ['sea', 'x'] }),
        upstreamAt('https://b.example/f', { siteUrl: 'https://b.example/' }),
      ],
      { title: 'Mine & yours', created: new Date(Date.UTC(2026, 2, 3)) },
    )
    expect(file).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <opml version="2.0">
      <head>
      <title>Mine &amp; yours</title>
      <dateCreated>Tue, 03 Mar 2026 00:00:00 GMT</dateCreated>
      </head>
      <body>
      <outline text="sea">
      <outline type="rss" text="A &quot;quoted&quot; &lt;name&gt;" title="A &quot;quoted&quot; &lt;name&gt;" xmlUrl="https://a.example/f" category="x"/>
      </outline>
      <outline type="rss" text="https://b.example/f" xmlUrl="https://b.example/f" htmlUrl="https://b.example/"/>
      </body>
      </opml>
      "
    `)
  })
})

describe('importOutline', () => {
  it('takes what may be read and refuses the rest, row by row; again it changes nothing', async () => {
    const store = await openMemory()
    const deps = {
      store,
      config: { allowHosts: [] } as never,
      now: () => 0,
      random: () => crypto.getRandomValues(new Uint8Array(3)),
    }
    const urls = [
      '',
      'file:///etc/passwd',
      'http://[::1]/',
      '//x.example/f',
      'http://',
      'https://good.example/f',
    ]
    const file = opml(urls.map((url) => `<outline type="rss" text="t" xmlUrl="${url}"/>`).join(''))
    const once = []
    for (const outline of readOpml(file)) once.push(await importOutline(outline, deps))
    expect(once.map(({ outcome }) => outcome)).toEqual([...Array(5).fill('refused'), 'added'])
    for (const { reason } of once.slice(0, 5)) expect(reason).toMatch(/^refused .*: /)
    const [outline] = readOpml(file).slice(-1)
    if (outline) expect(await importOutline(outline, deps)).toMatchObject({ outcome: 'known' })
    expect(await store.listUpstreams()).toHaveLength(1)
  })
})

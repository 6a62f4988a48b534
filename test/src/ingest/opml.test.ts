import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CreditlineError } from '../../../feeds/model/error.ts'
import { type ImportDeps, importOutlines } from '../../../src/ingest/import-opml.ts'
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

describe('importOutlines', () => {
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size))
  const depsOf = (store: ImportDeps['store'], more: Partial<ImportDeps> = {}): ImportDeps => ({
    store,
    config: { allowHosts: [] } as never,
    now: () => 0,
    random,
    ...more,
  })
  const listing = (urls: readonly string[]) =>
    readOpml(opml(urls.map((url) => `<outline type="rss" text="t" xmlUrl="${url}"/>`).join('')))

  it('takes what may be read and refuses the rest, row by row; again it changes nothing', async () => {
    const store = await openMemory()
    const good = 'https://good.example/f'
    const outlines = listing([
      '',
      'file:///etc/passwd',
      'http://[::1]/',
      '//x.example/f',
      'http://',
      good,
      good,
    ])
    const once = await importOutlines(outlines, depsOf(store))
    expect(once.map(({ outcome }) => outcome)).toEqual([
      ...Array(5).fill('refused'),
      'added',
      'known',
    ])
    for (const { reason } of once.slice(0, 5)) expect(reason).toMatch(/^refused .*: /)
    const [told] = await importOutlines(listing(['https://ada:hush@a.example/']), depsOf(store))
    expect(told?.url).toBe('https://a.example/')
    expect(told?.reason).not.toMatch(/hush|ada/)
    const again = await importOutlines(outlines, depsOf(store))
    expect(again.at(5)).toEqual({ ...once[5], outcome: 'known' })
    expect(again.at(6)).toEqual(once[6])
    expect(await store.listUpstreams()).toHaveLength(1)
  })

  it('stores ten thousand rows with few commits, and goes on where it was broken off', async () => {
    const store = await openMemory()
    const outlines = listing(Array.from({ length: 10_000 }, (_, i) => `https://a.example/${i}`))
    let commits = 0
    const broken = depsOf({
      ...store,
      addUpstreams: async (upstreams) => {
        if (++commits > 40) throw new CreditlineError('unavailable', 'the disk is full')
        return store.addUpstreams(upstreams)
      },
    })
    await expect(importOutlines(outlines, broken)).rejects.toThrow('the disk is full')
    const before = (await store.listUpstreams()).length
    expect(before).toBeGreaterThan(3_000)
    let rows = 0
    const told = await importOutlines(outlines, depsOf(store), (count) => {
      rows += count
    })
    expect(told.filter(({ outcome }) => outcome === 'known')).toHaveLength(before)
    expect(told.map(({ row }) => row)).toEqual(outlines.map(({ row }) => row))
    expect(rows).toBe(10_000)
    expect(await store.listUpstreams()).toHaveLength(10_000)
  })

  it('gives another id where one is taken', async () => {
    const store = await openMemory()
    let drawn = 0
    // the same three bytes for two rows out of three
    const deps = depsOf(store, {
      random: () => new Uint8Array([0, 0, drawn++ % 3 === 2 ? drawn : 0]),
    })
    const told = await importOutlines(listing(['https://a.example/1', 'https://a.example/2']), deps)
    expect(told.map(({ outcome }) => outcome)).toEqual(['added', 'added'])
    expect(new Set(told.map(({ upstreamId }) => upstreamId)).size).toBe(2)
  })
})

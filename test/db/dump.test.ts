/** A store written as SQL keeps below D1's limits, and comes back as it was. */

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countRows, dump, restore } from '../../db/drivers/dump.ts'
import { migrate } from '../../db/drivers/migrate.ts'
import { openSqlite } from '../../db/drivers/node.ts'
import { splitStatements } from '../../db/drivers/split-sql.ts'
import { createStore } from '../../db/sqlite-store.ts'
import { rawHtml } from '../../feeds/model/html.ts'
import { agency, FULL, incoming, NOW, upstream } from './samples.ts'

function opened() {
  const { raw, sql } = openSqlite(':memory:')
  migrate(raw)
  return { raw, store: createStore(sql) }
}

const html = (text: string) => ({ body: { clean: false as const, html: rawHtml(text) } })
const HARD = [
  `It's ''quoted''; -- not a comment\n/* nor */ "this" \\n \\' BEGIN; END;`,
  'nul \u0000 and \u0001, \u2028 and a lone end',
  '北京 \u{1f6a2} '.repeat(30_000),
  `${'😀'.repeat(20_000)}'${"'".repeat(40_000)}`,
  `${'\u0000'.repeat(30_000)}`,
  '',
]

async function filled() {
  const home = opened()
  await home.store.addUpstream(upstream('harbour'))
  await home.store.saveChannel(
    { slug: 'polaris', title: "Polaris' own", hubs: [], selection: { agency: 'polaris' } } as never,
    NOW,
  )
  await home.store.addToken({ id: 't1', hash: 'x', scopes: ['admin'], createdAt: NOW })
  await home.store.saveArticles(
    [
      { ...incoming(0), article: FULL },
      ...HARD.map((text, n) =>
        incoming(n + 1, { ...html(text), credits: [agency('Polaris', 'polaris')] }),
      ),
      incoming(99, {
        tags: Array.from({ length: 900 }, (_, n) => ({ term: `Tag ${n} ${'x'.repeat(150)}` })),
      }),
    ],
    NOW,
  )
  return home
}

const statementsOf = (raw: Parameters<typeof dump>[0], bytes = 1e9) => [...dump(raw, bytes)]

/** All rows of all tables that are kept. */
function contents(raw: ReturnType<typeof opened>['raw']) {
  const tables = raw
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'd1%'`,
    )
    .pluck()
    .all()
  return Object.fromEntries(
    tables.map((name) => [name, raw.prepare(`SELECT * FROM "${name}"`).all()]),
  )
}

test('every statement is below the limit, and all of them bring the store back', async () => {
  const home = await filled()
  home.raw.exec('DELETE FROM articles WHERE id = (SELECT max(id) FROM articles)')
  const statements = statementsOf(home.raw).map(({ statement }) => statement)
  for (const statement of statements) expect(Buffer.byteLength(statement)).toBeLessThan(100_000)
  const text = statements.join('\n')
  const away = opened()
  restore(away.raw, splitStatements([text]))
  expect(contents(away.raw)).toEqual(contents(home.raw))
  await away.store.indexSearch(NOW)
  expect((await away.store.listArticles({ q: 'polaris' }, { limit: 50 })).articles.length).toBe(7)
})

test('files are cut where a row ends, and each begins and ends by itself', async () => {
  const { raw } = await filled()
  const parts = statementsOf(raw, 100_000)
  const files = [...new Set(parts.map(({ file }) => file))]
  expect(files.length).toBeGreaterThan(3)
  for (const file of files) {
    const own = parts.filter((part) => part.file === file).map(({ statement }) => statement)
    expect(own.find((statement) => statement.startsWith('CREATE'))).toBeDefined()
    expect(own.at(-1)).toMatch(/^DROP TABLE/)
  }
  const away = opened()
  restore(
    away.raw,
    parts.map(({ statement }) => statement),
  )
  expect(contents(away.raw).articles).toEqual(contents(raw).articles)
})

test('nothing is filled twice, and what is no dump is refused and leaves nothing', async () => {
  const home = await filled()
  const statements = statementsOf(home.raw).map(({ statement }) => statement)
  expect(() => restore(home.raw, statements)).toThrow(/holds articles already/)
  const away = opened()
  for (const foreign of ['DROP TABLE articles;', 'INSERT INTO secrets VALUES (1);', 'ATTACH x;'])
    expect(() => restore(away.raw, [...statements, foreign])).toThrow(/no dump of a Creditline/)
  expect(contents(away.raw).articles).toEqual([])
  // D1 itself refuses the file where articles are
  expect(() => home.raw.exec(statements[0] ?? '')).toThrow(/CHECK constraint failed/)
})

test('statements are found again however the text comes', () => {
  const word = fc.constantFrom("'", "''", '"', ';', '--', '\n', 'a', ' ', '-', '\\')
  const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(''))
  const value = text.map((inside) => `'${inside.replaceAll("'", "''")}'`)
  fc.assert(
    fc.property(
      fc.array(value, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 20 }),
      (values, size) => {
        const statements = values.map((one) => `INSERT INTO t VALUES (${one}, "x;y");`)
        const whole = statements.join('\n-- a comment; with a semicolon\n')
        const pieces: string[] = []
        for (let at = 0; at < whole.length; at += size) pieces.push(whole.slice(at, at + size))
        expect([...splitStatements(pieces)]).toEqual(statements)
      },
    ),
  )
})

test('as many rows are told of as there are', async () => {
  const { raw } = await filled()
  let told = 0
  for (const _ of dump(raw, 1e9, () => told++));
  expect(told).toBe(countRows(raw))
  expect(told).toBeGreaterThan(HARD.length)
})

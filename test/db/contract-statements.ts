/** Every statement of the store compiles on every runtime, keeps within the limits of the tightest, and scans nothing. */

import { expect, test } from 'vitest'
import type { Sql } from '../../db/sql.ts'
import { STATEMENTS } from '../../db/statements.ts'
import type { Open } from './contract.ts'

const parametersOf = (text: string): number => text.split('?').length - 1

async function planOf(sql: Sql, text: string): Promise<string[]> {
  const params = Array(parametersOf(text)).fill(null)
  const steps = await sql.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params)
  return steps.map((step) => step.detail)
}

/** Whole small tables, or counted for an administrator, or stopped at the first row. */
const MAY_SCAN =
  /^(?:due\.(?:next|removed)|agency\.doubtfulWith|store\.(?:stats|doubts|isEmpty)|(?:agency|channel|token|upstream|source|webhook)\.list|hub\.(?:topics|watch|pruneTopics)|push\.unsubscribed|search\.(?:queued|newest|oldest)|uncleaned\.queued)$/
/** Sorting what was written or asked for in one call: never what is stored. */
const MAY_SORT = /^(?:write|known|source|store|upstream)\.|^list\.(?:anyFacet|byCanonicalUrl)$/
/** JSON parameters, the full-text index, rows that the statement made itself, and the table of one row. */
const NO_TABLE = /^SCAN (?:\w+ VIRTUAL TABLE|s$|t$|f$|x$|touched|gone|CONSTANT ROW|change_sequence)/

export function statementsContract(open: Open): void {
  test('each is prepared', async () => {
    const { sql } = await open()
    expect(Object.keys(STATEMENTS).length).toBeGreaterThan(50)
    for (const [name, text] of Object.entries(STATEMENTS)) {
      const params = Array(parametersOf(text)).fill(null)
      const steps = await sql.all(`EXPLAIN ${text}`, params).catch((error: unknown) => error)
      expect([name, Array.isArray(steps) || steps]).toEqual([name, true])
    }
  })

  // D1: 100 bound parameters, 100 KB of SQL, 5 terms of a compound SELECT, no transactions of one's own.
  test('each keeps within the limits of D1', () => {
    for (const [name, text] of Object.entries(STATEMENTS)) {
      expect([name, parametersOf(text) <= 20]).toEqual([name, true])
      expect([name, text.length < 10_000]).toEqual([name, true])
      expect([name, text.split(/\bUNION\b/).length <= 5]).toEqual([name, true])
      expect(text).not.toMatch(/\b(?:BEGIN|SAVEPOINT|PRAGMA|LIKE)\b|\?\d/)
    }
  })

  test('none reads a table from end to end', async () => {
    const { sql } = await open()
    for (const [name, text] of Object.entries(STATEMENTS)) {
      const scans = (await planOf(sql, text)).filter(
        (step) => step.startsWith('SCAN') && !NO_TABLE.test(step),
      )
      if (!MAY_SCAN.test(name)) expect([name, scans]).toEqual([name, []])
    }
  })

  test('lists are read in the order of an index, never sorted', async () => {
    const { sql } = await open()
    for (const [name, text] of Object.entries(STATEMENTS)) {
      const sorts = (await planOf(sql, text)).filter((step) => step.includes('TEMP B-TREE'))
      if (!MAY_SORT.test(name)) expect([name, sorts]).toEqual([name, []])
    }
  })

  test('a page starts at its place in the index, however many articles share a date', async () => {
    const { sql } = await open()
    const starts: [string, RegExp][] = [
      ['list.all', /articles_newest \(.*\(sort_at,number\)<\(\?,\?\)/],
      ['list.doubtful', /articles_doubtful \(.*\(sort_at,number\)<\(\?,\?\)/],
      ['list.oneFacet', /PRIMARY KEY \(facet_id=\? AND .*\(sort_at,article_id\)<\(\?,\?\)/],
      ['list.combined.2', /PRIMARY KEY \(facet_id=\? AND .*\(sort_at,article_id\)<\(\?,\?\)/],
      // the expression, and a number to begin after; each match then is one look-up
      [
        'search.find',
        /^SCAN search VIRTUAL TABLE INDEX \d+:M\d+>\nSEARCH a USING INTEGER PRIMARY KEY/,
      ],
    ]
    for (const [name, start] of starts)
      expect((await planOf(sql, STATEMENTS[name] ?? '')).join('\n')).toMatch(start)
  })
}

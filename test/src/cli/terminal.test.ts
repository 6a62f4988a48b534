import { afterEach, describe, expect, test, vi } from 'vitest'
import { columnsOf, facts, oneLine, paint, shorten, table } from '../../../src/cli/terminal.ts'

afterEach(() => vi.unstubAllEnvs())

const COLUMNS = [
  { head: 'id', align: 'end' },
  { head: 'title', cut: true },
  { head: 'who', cut: true },
] as const
const ROWS = [
  ['7', 'Night Ferry Returns to Port Alder After Eleven Years', 'Reuters, AFP'],
  ['12', '港町の駅に「貸し傘」千本　返却率は九八％', 'Kyodo'],
]

describe('a table', () => {
  test('is as wide as it needs to be', () => {
    expect(table(COLUMNS, ROWS, Number.POSITIVE_INFINITY)).toBe(
      [
        'id  title                                                 who',
        ' 7  Night Ferry Returns to Port Alder After Eleven Years  Reuters, AFP',
        '12  港町の駅に「貸し傘」千本　返却率は九八％              Kyodo',
      ].join('\n'),
    )
  })

  test.each([40, 50, 60, 80])('fits a terminal of %d columns', (width) => {
    for (const line of table(COLUMNS, ROWS, width).split('\n'))
      expect(columnsOf(line)).toBeLessThanOrEqual(width)
  })

  test('cuts the longest cells first, and tells that it did', () => {
    const [, first] = table(COLUMNS, ROWS, 44).split('\n')
    expect(first).toBe(' 7  Night Ferry Returns to Po…  Reuters, AFP')
  })

  test('holds one line a row, whatever stands in a cell', () => {
    const text = table(COLUMNS, [['1', 'a\nb\u001b[2Jc', '\u202eevil']], 80)
    expect(text.split('\n')).toHaveLength(2)
    expect(text).not.toMatch(/[\u001b\u202e]/)
  })
})

test('texts are cut by the columns that they take', () => {
  expect(columnsOf('e\u0301té')).toBe(3)
  expect(columnsOf('港町')).toBe(4)
  expect(shorten('港町の駅', 6)).toBe('港町…')
  expect(shorten('short', 6)).toBe('short')
  expect(oneLine(' a\r\n\tb ')).toBe('a b')
})

test('facts that are not known are left out', () => {
  expect(
    facts([
      ['a', 1],
      ['long name', 'x'],
      ['none', undefined],
    ]),
  ).toBe('a          1\nlong name  x')
})

test('colours are for terminals, and for those who want them', () => {
  const before = process.stdout.isTTY
  try {
    process.stdout.isTTY = false
    expect(paint('red', 'x')).toBe('x')
    process.stdout.isTTY = true
    vi.stubEnv('TERM', 'xterm')
    vi.stubEnv('NO_COLOR', '1')
    expect(paint('red', 'x')).toBe('x')
  } finally {
    process.stdout.isTTY = before
  }
})

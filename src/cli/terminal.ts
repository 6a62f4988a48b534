/** What a terminal shows: colours where they are wanted, and tables that fit its width. */

import { styleText } from 'node:util'

export type Style = Parameters<typeof styleText>[0]

/** On a terminal, unless the environment says otherwise (https://no-color.org). */
const hasColour = (): boolean =>
  process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb'

export const paint = (style: Style, text: string): string =>
  hasColour() ? styleText(style, text) : text

/** A pipe has no width: whatever reads it gets every cell whole. */
const widthOfTerminal = (): number =>
  process.stdout.isTTY ? Math.max(process.stdout.columns || 80, 40) : Number.POSITIVE_INFINITY

// a foreign text must not move the cursor of somebody's terminal
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g

export const oneLine = (text: string): string => text.replace(CONTROLS, ' ').trim()

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u
const NO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u

/** Columns that a text takes: Han and kana take two, marks that stand on letters none. */
export const columnsOf = (text: string): number => {
  let columns = 0
  for (const char of text) columns += NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1
  return columns
}

/** The text in at most so many columns, with … where something is left out. */
export function shorten(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text
  let taken = ''
  let used = 1
  for (const char of text) {
    used += columnsOf(char)
    if (used > columns) break
    taken += char
  }
  return `${taken.trimEnd()}…`
}

const pad = (text: string, columns: number, align: Column['align']): string => {
  const space = ' '.repeat(Math.max(columns - columnsOf(text), 0))
  return align === 'end' ? space + text : text + space
}

export interface Column {
  readonly head: string
  readonly align?: 'end'
  /** Cells may be cut where the terminal is narrow; the longest is cut first. */
  readonly cut?: boolean
  readonly style?: (cell: string) => Style | undefined
}

const GAP = '  '
const LEAST = 8

/** Rows in columns, as wide as they need and no wider than the terminal. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width = widthOfTerminal(),
): string {
  const cells = rows.map((row) => columns.map((_, at) => oneLine(row[at] ?? '')))
  const widths = widthsOf(columns, cells, width)
  const line = (row: readonly string[], style: (at: number, cell: string) => Style | undefined) =>
    row
      .map((cell, at) => {
        const whole = pad(shorten(cell, widths[at] ?? 0), widths[at] ?? 0, columns[at]?.align)
        const painted = style(at, cell)
        return painted ? paint(painted, whole) : whole
      })
      .join(GAP)
      .trimEnd()
  return [
    line(
      columns.map(({ head }) => head),
      () => 'dim',
    ),
    ...cells.map((row) => line(row, (at, cell) => columns[at]?.style?.(cell))),
  ].join('\n')
}

function widthsOf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): number[] {
  const widths = columns.map(({ head }, at) =>
    rows.reduce((most, row) => Math.max(most, columnsOf(row[at] ?? '')), columnsOf(head)),
  )
  const total = () => widths.reduce((sum, one) => sum + one, GAP.length * (widths.length - 1))
  while (total() > width) {
    const longest = columns.reduce(
      (found, { cut }, at) =>
        cut && (widths[at] ?? 0) > (found < 0 ? LEAST : (widths[found] ?? 0)) ? at : found,
      -1,
    )
    if (longest < 0) break
    widths[longest] = Math.max(LEAST, (widths[longest] ?? 0) - Math.ceil(total() - width))
  }
  return widths
}

/** Facts, a line each: names in a column of their own. */
export const facts = (
  pairs: readonly (readonly [string, string | number | undefined])[],
): string => {
  const known = pairs.filter(([, value]) => value !== undefined && value !== '')
  const most = Math.max(0, ...known.map(([name]) => columnsOf(name)))
  return known
    .map(
      ([name, value]) =>
        `${paint('dim', pad(name, most, undefined))}${GAP}${oneLine(String(value))}`,
    )
    .join('\n')
}

/** How a record of the model lies in the columns of a table: one list per table, read both ways. */

/** `list` is a JSON array, NULL when empty; `json` an object; `flag` 0 or 1. */
export type ColumnKind = 'text' | 'number' | 'flag' | 'json' | 'list'

/** Every field has a column: a field added to the model does not compile until it is listed. */
export type Columns<T> = { readonly [K in keyof T]-?: ColumnKind }

export type Row = Readonly<Record<string, unknown>>

interface Field {
  readonly key: string
  readonly column: string
  readonly kind: ColumnKind
}

export interface Codec<T> {
  /** Names in the table, in order. */
  readonly names: readonly string[]
  /** A row to be passed as JSON; lists and objects stay nested. */
  toRow(value: T): Row
  fromRow(row: Row): T
}

export function codecOf<T extends object>(columns: Columns<T>): Codec<T> {
  const fields = Object.entries<ColumnKind>(columns).map(
    ([key, kind]): Field => ({ key, column: snakeCase(key), kind }),
  )
  return {
    names: fields.map((field) => field.column),
    toRow: (value) => {
      const row: Record<string, unknown> = {}
      for (const { key, column, kind } of fields)
        row[column] = encode(kind, Reflect.get(value, key))
      return row
    },
    fromRow: (row) => {
      const value: Record<string, unknown> = {}
      for (const { key, column, kind } of fields) {
        const said = row[column]
        if (said !== null && said !== undefined) value[key] = decode(kind, said)
        else if (kind === 'list') value[key] = []
      }
      return value as T
    },
  }
}

function encode(kind: ColumnKind, value: unknown): unknown {
  if (value === undefined || value === null) return kind === 'flag' ? 0 : null
  if (kind === 'flag') return value ? 1 : 0
  return kind === 'list' && Array.isArray(value) && value.length === 0 ? null : value
}

function decode(kind: ColumnKind, said: unknown): unknown {
  if (kind === 'flag') return said === 1
  return kind === 'json' || kind === 'list' ? JSON.parse(String(said)) : said
}

const snakeCase = (key: string): string => key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)

/** `e.value ->> 'name'` for each: the columns of one row of a JSON parameter. */
export const fromJson = (names: readonly string[]): string =>
  names.map((name) => `e.value ->> '${name}'`).join(', ')

/** `name = excluded.name` for each. */
export const fromExcluded = (names: readonly string[]): string =>
  names.map((name) => `${name} = excluded.${name}`).join(', ')

/** Looks into foreign data: fields by their folded names, values of many shapes as text, lists and addresses. */

import { textOf } from '../text/html.ts'
import { webUrl } from '../text/web-url.ts'

/** The fields of an object by their folded names: `pubDate`, `pub_date` and `Pub-Date` are one. */
export type Fields = ReadonlyMap<string, unknown>

export const fieldsOf = (value: unknown): Fields =>
  isObject(value)
    ? new Map(Object.entries(value).map(([name, field]) => [foldName(name), field]))
    : new Map()

const foldName = (name: string): string => name.toLowerCase().replace(/[\s_.:@-]+/g, '')

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The first of these fields (folded names, a space between) that holds anything. */
export function field(fields: Fields, names: string): unknown {
  for (const name of names.split(' ')) {
    const value = fields.get(name)
    if (value !== undefined && value !== null && value !== '') return value
  }
  return undefined
}

/** Plain text of a string or number; of an object, its name or value. */
export function text(value: unknown): string | undefined {
  // Note keepers write people as links between notes: `[[Jane Doe]]`.
  if (typeof value === 'string')
    return textOf(value.replace(/^\[\[([^[\]|]+).*\]\]$/, '$1')) || undefined
  if (typeof value === 'number') return String(value)
  if (!isObject(value)) return undefined
  const about = fieldsOf(value)
  const inner = field(about, 'name literal title headline value text label alternatename')
  return isObject(inner) ? undefined : text(inner)
}

/** A list of a list, or of one; with `split`, a string is parted at commas and semicolons. */
export const list = (value: unknown, split = false): readonly unknown[] => {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flat()
  return split && typeof value === 'string' ? value.split(/\s*[,;]\s*/).filter(Boolean) : [value]
}

export const texts = (value: unknown, split = false): string[] =>
  list(value, split).flatMap((one) => text(one) ?? [])

/** An address as it is written, if it is an absolute one of the web. */
export const webText = (value: unknown): string | undefined =>
  typeof value === 'string' && webUrl(value) ? value.trim() : undefined

/** A whole number of pixels or the like. */
export const count = (value: unknown): number | undefined => {
  const number = typeof value === 'string' ? Number.parseInt(value, 10) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0
    ? number
    : undefined
}

/** The fact under its name, or nothing: for building objects without empty fields. */
export const given = <Name extends string, Value>(
  name: Name,
  value: Value | undefined,
): { readonly [N in Name]?: Value } =>
  value === undefined || value === '' ? {} : ({ [name]: value } as { readonly [N in Name]: Value })

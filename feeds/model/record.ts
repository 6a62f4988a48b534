/** The record: an article's provenance as JSON, and its reading from foreign bytes, where every member is checked. */

import { STATUSES, type Status } from './article.ts'
import { type How, type PartyKind, ROLES, type Role } from './credit.ts'
import { type DateText, type Instant, type Precision, precisionOf } from './date.ts'
import type { Fault } from './fault.ts'
import { cleanText } from './text.ts'
import { isPlainHttpUrl, parseUrl } from './url.ts'

/** Namespace of our vocabulary in every format, the same for every deployment. */
export const NAMESPACE = 'https://w3id.org/creditline/1'

export interface RecordCredit {
  readonly name: string
  readonly kind: PartyKind
  readonly agency_id?: string
  readonly role: Role
  /** The text it was read from, verbatim. */
  readonly text?: string
  readonly how: How
  /** URL of the picture that the credit belongs to. */
  readonly target?: string
}

export interface RecordPhoto {
  readonly url?: string
  readonly caption?: string
  readonly credit_text?: string
}

export interface RecordStep {
  readonly name: string
  readonly url?: string
  readonly feed_url?: string
  readonly feed_id?: string
  readonly at?: Instant
}

/** The record as it stands in every format; absent is unknown. URLs are absolute http(s), but for url_as_fed. */
export interface Provenance {
  readonly canonical_url?: string
  /** Which rule found it. */
  readonly canonical_rule?: string
  /** As the upstream gave it, before cleaning. */
  readonly url_as_fed?: string
  readonly published?: { readonly value: DateText; readonly precision: Precision }
  readonly credits?: readonly RecordCredit[]
  /** Credit lines as printed. */
  readonly credit_text?: readonly string[]
  readonly publication?: { readonly name: string; readonly url?: string }
  /** Hops to us, nearest first. */
  readonly via?: readonly RecordStep[]
  readonly upstream_feed?: {
    readonly id?: string
    readonly url?: string
    readonly title?: string
    readonly updated?: DateText
  }
  readonly rights?: {
    readonly notice?: string
    readonly holder?: string
    readonly license_url?: string
  }
  readonly language?: string
  /** Always written; a record without it is of a published article. */
  readonly status?: Status
  readonly corrections?: readonly { readonly at: Instant; readonly note: string }[]
  /** Pictures whose caption or printed credit is known. */
  readonly photos?: readonly RecordPhoto[]
}

/** Whether a record may hold it as a URL: absolute, http or https, no white space. */
export const isHttpUrl = (url: string): boolean =>
  isPlainHttpUrl(url) || (/^https?:\/\/\S+$/i.test(url) && parseUrl(url) !== undefined)

/** Records are a few KB; ten thousand credits are no record. In UTF-16 units. */
export const MAX_RECORD = 1 << 18
const MAX_MEMBERS = 1000

/**
 * The record in `json`, or a Fault that names the first member that is wrong. Unknown members are left out, so a
 * record of a later version is read as far as this one knows it.
 */
export function readRecord(json: string): Provenance | Fault {
  if (json.length > MAX_RECORD) return fault('too_large', `longer than ${MAX_RECORD} characters`)
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return fault('unreadable', `no JSON: ${json.slice(0, 150)}`)
  }
  try {
    return provenance(value, 'record')
  } catch (problem) {
    if (problem instanceof Mismatch) return fault('invalid', problem.message)
    throw problem
  }
}

export const isFault = (read: Provenance | Fault): read is Fault => 'code' in read

const fault = (code: string, text: string): Fault => ({
  code: `record_${code}`,
  at: 'record',
  text,
})

class Mismatch extends Error {}

/** Checks one value; `at` names it in the Fault. */
type Guard<T> = (value: unknown, at: string) => T

function members(value: unknown, at: string): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Mismatch(`${at} is no object`)
  return new Map(Object.entries(value))
}

/** An object of these members, each optional, or required where its name is in `required`. */
const object =
  <T>(guards: { readonly [K in keyof T]-?: Guard<T[K]> }, required: readonly (keyof T)[]) =>
  (value: unknown, at: string): T => {
    const given = members(value, at)
    const read: Partial<T> = {}
    for (const key of Object.keys(guards) as (keyof T & string)[]) {
      const member = given.get(key)
      if (member !== undefined) read[key] = guards[key](member, `${at}.${key}`)
      else if (required.includes(key)) throw new Mismatch(`${at}.${key} is missing`)
    }
    return read as T
  }

const list =
  <T>(guard: Guard<T>): Guard<readonly T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) throw new Mismatch(`${at} is no array`)
    if (value.length > MAX_MEMBERS) throw new Mismatch(`${at} has more than ${MAX_MEMBERS} members`)
    return value.map((member: unknown, index) => guard(member, `${at}[${index}]`))
  }

const text: Guard<string> = (value, at) => {
  if (typeof value !== 'string') throw new Mismatch(`${at} is no string`)
  const cleaned = cleanText(value)
  if (cleaned === '') throw new Mismatch(`${at} is empty`)
  return cleaned
}

const note: Guard<string> = (value, at) => (value === '' ? '' : text(value, at))

const matching =
  (pattern: RegExp, what: string): Guard<string> =>
  (value, at) => {
    const read = text(value, at)
    if (!pattern.test(read)) throw new Mismatch(`${at} is no ${what}: ${read.slice(0, 100)}`)
    return read
  }

const url: Guard<string> = (value, at) => {
  const read = text(value, at)
  if (!isHttpUrl(read)) throw new Mismatch(`${at} is no http(s) URL: ${read.slice(0, 100)}`)
  return read
}

const oneOf =
  <T extends string>(values: readonly T[]): Guard<T> =>
  (value, at) => {
    const known = values.find((candidate) => candidate === value)
    if (known === undefined) throw new Mismatch(`${at} is none of ${values.join(', ')}`)
    return known
  }

const DATE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/
const INSTANT =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/
const instant = matching(INSTANT, 'instant')
const date = matching(new RegExp(`${DATE.source}|${INSTANT.source}`), 'date')

const published: Guard<NonNullable<Provenance['published']>> = (value, at) => {
  const read = object<{ value: string; precision: Precision }>(
    { value: date, precision: oneOf<Precision>(['year', 'month', 'day', 'second']) },
    ['value', 'precision'],
  )(value, at)
  if (precisionOf(read.value) !== read.precision)
    throw new Mismatch(`${at}.precision does not agree with its value`)
  return read
}

type Members<K extends keyof Provenance> =
  NonNullable<Provenance[K]> extends readonly (infer T)[]
    ? { readonly [P in keyof T]-?: Exclude<T[P], undefined> }
    : {
        readonly [P in keyof NonNullable<Provenance[K]>]-?: Exclude<
          NonNullable<Provenance[K]>[P],
          undefined
        >
      }

const credit = object<Members<'credits'>>(
  {
    name: text,
    kind: oneOf<PartyKind>(['person', 'organization']),
    agency_id: text,
    role: oneOf<Role>(ROLES),
    text,
    how: oneOf<How>(['declared', 'parsed', 'edited']),
    target: url,
  },
  ['name', 'kind', 'role', 'how'],
)

const step = object<Members<'via'>>(
  { name: text, url, feed_url: url, feed_id: text, at: instant },
  ['name'],
)

const provenance = object<{
  readonly [K in keyof Provenance]-?: Exclude<Provenance[K], undefined>
}>(
  {
    canonical_url: url,
    canonical_rule: text,
    url_as_fed: text,
    published,
    credits: list(credit),
    credit_text: list(text),
    publication: object<Members<'publication'>>({ name: text, url }, ['name']),
    via: list(step),
    upstream_feed: object<Members<'upstream_feed'>>(
      { id: text, url, title: text, updated: date },
      [],
    ),
    rights: object<Members<'rights'>>({ notice: text, holder: text, license_url: url }, []),
    language: text,
    status: oneOf<Status>(STATUSES),
    corrections: list(object<Members<'corrections'>>({ at: instant, note }, ['at', 'note'])),
    photos: list(object<Members<'photos'>>({ url, caption: text, credit_text: text }, [])),
  },
  [],
)

/** Names as feeds use them: a prefix means its namespace by URI, by habit where the URI is foreign or missing, in any case. */

export interface Name {
  readonly written: string
  readonly length: number
  /** Lower-case, as written. */
  readonly low: string
  /** Canonical prefix and local name, lower-case. Elements of the dialect itself have no prefix. */
  readonly key: string
  /** Where it means this; undefined where it is not remembered. */
  readonly scope: Scope | undefined
  /** The element name that came after it the last time: items of a feed are written alike. */
  next: Name | undefined
  /** The table in which it was looked up last, and what was found there. */
  rows: ReadonlyMap<string, unknown> | undefined
  row: unknown
}

const newName = (written: string, low: string, key: string, scope: Scope | undefined): Name => ({
  written,
  length: written.length,
  low,
  key,
  scope,
  next: undefined,
  rows: undefined,
  row: undefined,
})

/** Before any name was read. */
export const noName = (): Name => newName('', '', '', undefined)

/** What prefixes mean at some place of the document. */
export interface Scope {
  readonly names: Map<string, Name>
  /** Canonical prefix of names that are written without one. */
  readonly unprefixed: string
  readonly prefixes: ReadonlyMap<string, string>
  /** The scope inside an element with these attributes. */
  derive(attributes: string): Scope
}

/** Canonical prefixes by namespace URI; look-ups fold case, scheme, `www.` and a final `/` or `#`. */
export type Namespaces = ReadonlyMap<string, string>

export const foldUri = (uri: string): string =>
  uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?/, '')
    .replace(/[/#]+$/, '')

/** A scope where nothing is declared yet. */
export function openScope(
  namespaces: Namespaces,
  unprefixed = '',
  prefixes: ReadonlyMap<string, string> = new Map(),
): Scope {
  const derived = new Map<string, Scope>()
  return {
    names: new Map(),
    unprefixed,
    prefixes,
    derive: (attributes) => {
      const key = declarationsIn(attributes)
      let scope = derived.get(key)
      if (scope) return scope
      scope = declare(namespaces, unprefixed, prefixes, key)
      // every item may declare the same; a hostile document may declare something new each time
      if (derived.size < 100) derived.set(key, scope)
      return scope
    },
  }
}

/** The namespace declarations among attributes, as written; nearly always it is one. */
function declarationsIn(attributes: string): string {
  const at = attributes.indexOf('xmlns')
  ONE.lastIndex = at
  const alone =
    (at === 0 || attributes.charCodeAt(at - 1) <= 32) &&
    ONE.test(attributes) &&
    !attributes.includes('xmlns', ONE.lastIndex)
  if (alone) return attributes.slice(at, ONE.lastIndex)
  return attributes.match(DECLARATION)?.join(' ') ?? ''
}

const ONE = /xmlns(?::[^\s=]+)?\s*=\s*(?:"[^"]*"|'[^']*')/y
const DECLARATION = /\bxmlns(?::[^\s=]+)?\s*=\s*(?:"[^"]*"|'[^']*')/g
const PARTS = /xmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g

function declare(
  namespaces: Namespaces,
  outer: string,
  outerPrefixes: ReadonlyMap<string, string>,
  declarations: string,
): Scope {
  let unprefixed = outer
  const prefixes = new Map(outerPrefixes)
  for (const [, prefix, double, single] of declarations.matchAll(PARTS)) {
    const known = namespaces.get(foldUri(double ?? single ?? ''))
    if (prefix !== undefined) prefixes.set(prefix.toLowerCase(), known ?? prefix.toLowerCase())
    else unprefixed = known ?? '?'
  }
  return openScope(namespaces, unprefixed, prefixes)
}

const MOST_NAMES = 10_000

/** Looks a name up, remembering it for the scope. */
export function resolveName(scope: Scope, written: string): Name {
  const known = scope.names.get(written)
  if (known) return known
  const low = written.toLowerCase()
  const colon = low.indexOf(':')
  const prefix = colon < 0 ? scope.unprefixed : low.slice(0, colon)
  const meant = colon < 0 ? prefix : (scope.prefixes.get(prefix) ?? prefix)
  const local = low.slice(colon + 1)
  const key = meant ? `${meant}:${local}` : local
  if (scope.names.size >= MOST_NAMES) return newName(written, low, key, undefined)
  const name = newName(written, low, key, scope)
  scope.names.set(written, name)
  return name
}

/** The scope of a document whose root was just read: the root's own namespace is the dialect, whatever it is called. */
export function rootScope(
  namespaces: Namespaces,
  scope: Scope,
  rootName: string,
  dialect: string,
): Scope {
  const colon = rootName.indexOf(':')
  const prefixes = new Map(scope.prefixes)
  if (colon > 0) prefixes.set(rootName.slice(0, colon).toLowerCase(), dialect)
  return openScope(namespaces, dialect, prefixes)
}

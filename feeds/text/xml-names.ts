/** Names as feeds use them: a prefix means its namespace by URI, by habit where the URI is foreign or missing, in any case. */

export interface Name {
  /** Lower-case, as written. */
  readonly low: string
  /** Canonical prefix and local name, lower-case. Elements of the dialect itself have no prefix. */
  readonly key: string
}

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
      const declarations = attributes.match(DECLARATION)
      const key = declarations?.join(' ') ?? ''
      let scope = derived.get(key)
      if (scope) return scope
      scope = declare(namespaces, unprefixed, prefixes, key)
      // every item may declare the same; a hostile document may declare something new each time
      if (derived.size < 100) derived.set(key, scope)
      return scope
    },
  }
}

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

/** Looks a name up, remembering it for the scope. */
export function resolveName(scope: Scope, written: string): Name {
  const known = scope.names.get(written)
  if (known) return known
  const low = written.toLowerCase()
  const colon = low.indexOf(':')
  const prefix = colon < 0 ? scope.unprefixed : low.slice(0, colon)
  const meant = colon < 0 ? prefix : (scope.prefixes.get(prefix) ?? prefix)
  const local = low.slice(colon + 1)
  const name = { low, key: meant ? `${meant}:${local}` : local }
  if (scope.names.size < 10_000) scope.names.set(written, name)
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

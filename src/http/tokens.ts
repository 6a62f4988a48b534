/** Access tokens: how one is made, kept as a hash, and recognised. */

import type { Token } from '../../db/store.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'

/** Each includes those before it. */
export const SCOPES = ['read', 'write', 'admin'] as const
export type Scope = (typeof SCOPES)[number]

export interface MintedToken {
  /** What the store keeps. */
  readonly token: Token
  /** What its holder sends; shown once, kept nowhere. */
  readonly secret: string
}

type Minting = Pick<Deps, 'random' | 'sha256' | 'now'>

const PREFIX = 'creditline_'

/** A token of 32 random bytes. The prefix lets scanners of leaked secrets recognise it. */
export function mintToken({ random, sha256, now }: Minting, scopes: readonly Scope[]): MintedToken {
  const secret = `${PREFIX}${base64url(random(32))}`
  const token = {
    id: `t${hex(random(5))}`,
    hash: sha256(secret),
    scopes,
    createdAt: toInstant(now()),
  }
  return { token, secret }
}

/**
 * On an empty store makes one admin token, keeps it, and returns its secret for the operator to read, once; else
 * undefined.
 */
export async function mintFirstToken(
  deps: Minting & Pick<Deps, 'store'>,
): Promise<string | undefined> {
  if (!(await deps.store.isEmpty())) return undefined
  const { token, secret } = mintToken(deps, ['admin'])
  await deps.store.addToken(token)
  return secret
}

/** The token of a secret; takes the same time whichever it is, and none. */
export function findToken(
  tokens: readonly Token[],
  secret: string,
  sha256: Deps['sha256'],
): Token | undefined {
  const hash = sha256(secret)
  return tokens.reduce<Token | undefined>(
    (found, token) => (equalInConstantTime(token.hash, hash) ? token : found),
    undefined,
  )
}

/** Whether these scopes allow what needs `scope`. */
export const allows = (scopes: readonly string[], scope: Scope): boolean =>
  SCOPES.slice(SCOPES.indexOf(scope)).some((enough) => scopes.includes(enough))

/** Reads scopes as a person types them, comma-separated; throws `invalid`. */
export function readScopes(text: string): Scope[] {
  const names = text.split(',').map((name) => name.trim())
  return names.map((name) => {
    const scope = SCOPES.find((known) => known === name)
    if (scope) return scope
    throw new CreditlineError('invalid', `"${name}" is no scope; use ${SCOPES.join(', ')}`)
  })
}

/** Compares hashes without telling by its time how much of them is equal. */
export function equalInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

export const hex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** RFC 4648 section 5, without padding. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** X-Hub-Signature (WebSub section 7.1): an HMAC of the body, keyed with what only hub and subscriber know. */

import { equalInConstantTime, hex } from '../http/tokens.ts'

/** SHA-1 is no longer believed by anyone. */
const HASHES: ReadonlyMap<string, string> = new Map([
  ['sha256', 'SHA-256'],
  ['sha384', 'SHA-384'],
  ['sha512', 'SHA-512'],
])

/** `sha256=HEX` */
export const signatureOf = async (body: Uint8Array, secret: string): Promise<string> =>
  `sha256=${await hmac('SHA-256', body, secret)}`

/** Whether the header is a signature of the body, by one of the hashes that are believed. */
export async function isSignedBy(
  header: string | undefined,
  body: Uint8Array,
  secret: string,
): Promise<boolean> {
  const [, name = '', given = ''] =
    /^(\w{1,10})=([0-9a-f]{1,128})$/i.exec(header?.trim() ?? '') ?? []
  const hash = HASHES.get(name.toLowerCase())
  if (!hash) return false
  return equalInConstantTime(await hmac(hash, body, secret), given.toLowerCase())
}

async function hmac(hash: string, body: Uint8Array, secret: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash }
  const bytes = new TextEncoder().encode(secret)
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  const signed = await crypto.subtle.sign('HMAC', key, body as Uint8Array<ArrayBuffer>)
  return hex(new Uint8Array(signed))
}

/** The published id of an article (rule 4): minted once, stored, never computed again. */

import { sha1 } from '@noble/hashes/legacy.js'

// RFC 9562 section 6.6: the name space for URLs.
const URL_NAMESPACE = Uint8Array.from([
  0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
])

// ASCII alone: as an Atom id, an IRI with other letters is an error to strict validators.
const ABSOLUTE_IRI = /^(?:https?:\/\/[^\s/?#]+|tag:[^\s:]+:|urn:[a-z0-9][a-z0-9-]{0,31}:)[!-~]*$/i
const FORBIDDEN = /[<>"{}|\\^`]|[^!-~]/

/**
 * The upstream's guid where it is an absolute http(s), tag: or urn: IRI that no other article here holds, else a
 * `urn:uuid:` (RFC 9562 version 5) of source id and guid.
 */
export function mintPublishedId(identity: {
  readonly guid: string
  readonly sourceId: string
  readonly isTaken: (id: string) => boolean
}): string {
  const { guid, sourceId, isTaken } = identity
  const isPublic = guid.length <= 2000 && ABSOLUTE_IRI.test(guid) && !FORBIDDEN.test(guid)
  if (isPublic && !isTaken(guid)) return guid
  return `urn:uuid:${uuid5(`${sourceId}\n${guid}`)}`
}

/** UUID version 5 of a name in the URL name space (RFC 9562 section 5.5). */
export function uuid5(name: string): string {
  const bytes = new TextEncoder().encode(name)
  const input = new Uint8Array(URL_NAMESPACE.length + bytes.length)
  input.set(URL_NAMESPACE)
  input.set(bytes, URL_NAMESPACE.length)
  const hash = sha1(input).slice(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

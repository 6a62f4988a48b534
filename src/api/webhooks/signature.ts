/** Signs messages as Standard Webhooks (https://www.standardwebhooks.com) does, so that its libraries verify them. */

import { hex } from '../../http/tokens.ts'

const PREFIX = 'whsec_'

/** A new secret of 32 random bytes. */
export const mintSecret = (random: (bytes: number) => Uint8Array): string =>
  `${PREFIX}${base64(random(32))}`

export interface Message {
  /** Names the message: the same at every attempt. */
  readonly id: string
  /** Seconds since 1970. */
  readonly timestamp: number
  readonly body: string
}

/** The headers that carry id, time and `v1,` with HMAC-SHA256 over `id.timestamp.body`. */
export async function signedHeaders(
  message: Message,
  secret: string,
): Promise<Record<string, string>> {
  const { id, timestamp, body } = message
  const bytes = Uint8Array.from(atob(secret.slice(PREFIX.length)), (char) => char.charCodeAt(0))
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${body}`)
  const signature = new Uint8Array(await crypto.subtle.sign('HMAC', key, signed))
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${base64(signature)}`,
  }
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

export const mintWebhookId = (random: (bytes: number) => Uint8Array): string => `w${hex(random(5))}`

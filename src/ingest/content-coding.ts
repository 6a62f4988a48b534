/** Undoes one content coding on Node, never making more bytes than allowed. */

import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { CreditlineError } from '../../feeds/model/error.ts'

const gunzip = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.gunzip)
const inflate = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.inflate)
const inflateRaw = promisify<Uint8Array, zlib.ZlibOptions, Uint8Array>(zlib.inflateRaw)
const brotli = promisify<Uint8Array, zlib.BrotliOptions, Uint8Array>(zlib.brotliDecompress)

export const ACCEPT_ENCODING = 'gzip, br, deflate'

export type ContentCoding = 'identity' | 'gzip' | 'br' | 'deflate'

/** The content coding of an answer. Throws CreditlineError `unreachable` for several or for one that is not known. */
export function codingOf(header: string | null): ContentCoding {
  const coding = (header ?? '').trim().toLowerCase()
  if (coding === '' || coding === 'identity') return 'identity'
  if (coding === 'gzip' || coding === 'x-gzip') return 'gzip'
  if (coding === 'br' || coding === 'deflate') return coding
  throw new CreditlineError(
    'unreachable',
    `the answer is packed as "${coding.slice(0, 40)}"; one of gzip, br or deflate was asked for`,
  )
}

/** Whether these bytes begin as that coding does: servers say gzip and send plain text. */
const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b
const isZlib = (bytes: Uint8Array): boolean =>
  ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0

/**
 * The bytes as they were before the coding, or undefined when there are more than `maxBytes`.
 * Throws CreditlineError `unreachable` when they are broken or end early: half a document is not read.
 */
export async function decodeContent(
  bytes: Uint8Array,
  coding: ContentCoding,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const decode = decoderOf(bytes, coding)
  if (!decode || bytes.length === 0) return bytes.length > maxBytes ? undefined : bytes
  try {
    return await decode(bytes, { maxOutputLength: maxBytes })
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw new CreditlineError(
      'unreachable',
      `the answer's ${coding} packing is broken or cut off`,
      {
        cause: error,
      },
    )
  }
}

type Decoder = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

function decoderOf(bytes: Uint8Array, coding: ContentCoding): Decoder | undefined {
  if (coding === 'gzip') return isGzip(bytes) ? gunzip : undefined
  if (coding === 'br') return brotli
  // RFC 9110 section 8.4.1.2 means the zlib format; some servers send bare deflate
  if (coding === 'deflate') return isZlib(bytes) ? inflate : inflateRaw
  return undefined
}

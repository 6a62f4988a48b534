/** Bytes to text: which encoding, by the order of the specifications and with the repairs that real feeds need. */

import type { Fault } from '../model/fault.ts'
import { type ChunkDecoder, canonicalLabel, decodeMixed, decoderFor, isUtf8 } from './encodings.ts'
import { guessEncoding } from './guess.ts'

/** Bytes of one window: small enough that its string stays in the young generation of every engine's heap. */
export const WINDOW = 32_768

/** Text that is decoded as it is read, so that a document is never held as bytes, text and slices at once. */
export interface TextSource {
  /** WHATWG name of the encoding, or `utf-32le`, `utf-32be`. */
  readonly encoding: string
  readonly faults: readonly Fault[]
  /** Whether the last piece may hold control characters (carriage returns too), U+FFFE or U+FFFF. */
  readonly mayHoldControls: boolean
  /** The next piece of text, of about `size` bytes; empty at the end. Never splits a character. */
  next(size: number): string
}

export interface DecodedText {
  readonly text: string
  readonly encoding: string
  readonly faults: readonly Fault[]
}

/** Decodes a whole document. Byte order mark, then Content-Type, then the XML declaration, then UTF-8. */
export function decode(bytes: Uint8Array, contentType?: string): DecodedText {
  const source = openText(bytes, contentType)
  let text = ''
  for (let piece = source.next(WINDOW); piece; piece = source.next(WINDOW)) text += piece
  return { text, encoding: source.encoding, faults: source.faults }
}

/** Opens a document for reading in pieces. Throws nothing: bytes that no encoding explains become U+FFFD. */
export function openText(bytes: Uint8Array, contentType?: string): TextSource {
  const detected = detect(bytes, contentType)
  const faults: Fault[] = [...detected.faults]
  let { encoding } = detected
  let decoder: ChunkDecoder = decoderFor(encoding)
  let at = detected.skip
  let guessed = false
  let controls = true
  const piece = (size: number): string => {
    const end = itemEnd(bytes, at, decoder.cut(bytes, Math.min(at + size, bytes.length)))
    const text = decoder.decode(bytes.subarray(at, end), end === bytes.length)
    if (text !== undefined) {
      controls =
        encoding !== 'utf-8' ||
        holdsControls(bytes, at, end) ||
        text.includes('\uffff') ||
        text.includes('\ufffe')
      at = end
      return text
    }
    // not UTF-8 from here on, although nothing else was said
    if (!guessed) faults.push(fault('encoding_wrong', 'Some bytes are not UTF-8.'))
    const guess = guessed ? undefined : guessEncoding(bytes.subarray(at))
    guessed = true
    if (guess === undefined) {
      const mixed = decodeMixed(bytes.subarray(at, end))
      controls = true
      at = end
      return mixed
    }
    encoding = guess
    decoder = decoderFor(guess)
    return piece(size)
  }
  const next = (size: number): string => {
    let text = ''
    while (!text && at < bytes.length) text = piece(size)
    return text
  }
  return {
    get encoding() {
      return encoding
    },
    faults,
    get mayHoldControls() {
      return controls
    },
    next,
  }
}

/** Pieces are cut behind the last item in them: whoever reads item by item then never has to join two pieces. */
function itemEnd(bytes: Uint8Array, start: number, end: number): number {
  if (end === bytes.length) return end
  for (let i = end - 1; i > start + SHORTEST; i--) {
    if (bytes[i] !== 0x3e) continue
    const c = bytes[i - 1]
    // </item> or </entry>
    if (c === 0x6d && bytes[i - 2] === 0x65 && bytes[i - 3] === 0x74 && bytes[i - 5] === 0x2f)
      return i + 1
    if (c === 0x79 && bytes[i - 2] === 0x72 && bytes[i - 3] === 0x74 && bytes[i - 6] === 0x2f)
      return i + 1
  }
  return end
}

/** Bytes; shorter pieces cost more than joining does. */
const SHORTEST = 4096

interface Detected {
  readonly encoding: string
  /** Bytes of the byte order mark. */
  readonly skip: number
  readonly faults: readonly Fault[]
}

function detect(bytes: Uint8Array, contentType: string | undefined): Detected {
  const marked = byteOrderMark(bytes) ?? bytePattern(bytes)
  if (marked) return { ...marked, faults: [] }
  const served = charsetOf(contentType)
  const declared = declarationOf(bytes)
  const names = [served, declared].filter((n) => n !== undefined)
  const faults: Fault[] = []
  for (const name of names) {
    const known = canonicalLabel(name)
    if (!known) faults.push(fault('encoding_unknown', `The encoding "${cut(name)}" is not known.`))
  }
  const known = names.map(canonicalLabel).filter((n) => n !== undefined)
  // bytes that say "utf-16" in ASCII letters are not UTF-16
  const usable = known.filter((n) => !n.startsWith('utf-'))
  const first = usable[0]
  if (!first) return { encoding: 'utf-8', skip: 0, faults }
  const utf8Said = known.includes('utf-8')
  const proof = isUtf8(bytes)
  if (proof === 'ascii')
    return { encoding: first === 'iso-2022-jp' ? first : 'utf-8', skip: 0, faults }
  if (proof === 'utf-8' && (utf8Said || !MULTIBYTE.has(first))) {
    const text = `The feed says ${first}, but its bytes are UTF-8.`
    if (known[0] !== 'utf-8') faults.push(fault('encoding_wrong', text))
    return { encoding: 'utf-8', skip: 0, faults }
  }
  if (known[0] === 'utf-8')
    faults.push(fault('encoding_wrong', `The bytes are ${first}, not UTF-8.`))
  return { encoding: first, skip: 0, faults }
}

const MULTIBYTE = new Set([
  'shift_jis',
  'euc-jp',
  'iso-2022-jp',
  'gbk',
  'gb18030',
  'big5',
  'euc-kr',
])

const fault = (code: string, text: string): Fault => ({ code, at: 'encoding', text })
const cut = (s: string): string => s.slice(0, 200)

function byteOrderMark(b: Uint8Array): { encoding: string; skip: number } | undefined {
  if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return { encoding: 'utf-8', skip: 3 }
  if (b[0] === 0xff && b[1] === 0xfe)
    return b[2] === 0 && b[3] === 0
      ? { encoding: 'utf-32le', skip: 4 }
      : { encoding: 'utf-16le', skip: 2 }
  if (b[0] === 0xfe && b[1] === 0xff) return { encoding: 'utf-16be', skip: 2 }
  if (b[0] === 0 && b[1] === 0 && b[2] === 0xfe && b[3] === 0xff)
    return { encoding: 'utf-32be', skip: 4 }
  return undefined
}

/** `<` or white space in 16 or 32 bits, XML 1.0 appendix F. */
function bytePattern(b: Uint8Array): { encoding: string; skip: number } | undefined {
  const [a = 0, c = 0, d = 0, e = 0] = b
  const mark = (n: number): boolean =>
    n === 0x3c || n === 0x20 || n === 0x0a || n === 0x0d || n === 0x7b
  if (b.length < 4) return undefined
  if (mark(a) && c === 0 && d === 0 && e === 0) return { encoding: 'utf-32le', skip: 0 }
  if (a === 0 && c === 0 && d === 0 && mark(e)) return { encoding: 'utf-32be', skip: 0 }
  if (mark(a) && c === 0 && d !== 0 && e === 0) return { encoding: 'utf-16le', skip: 0 }
  if (a === 0 && mark(c) && d === 0 && e !== 0) return { encoding: 'utf-16be', skip: 0 }
  return undefined
}

const charsetOf = (contentType: string | undefined): string | undefined =>
  contentType === undefined
    ? undefined
    : /;\s*charset\s*=\s*["']?([^\s;"']+)/i.exec(contentType.slice(0, 1000))?.[1]

const LATIN1 = new TextDecoder('latin1')

/** The encoding that the XML declaration names, read as ASCII from the first kilobyte (junk may stand before it). */
function declarationOf(bytes: Uint8Array): string | undefined {
  const head = LATIN1.decode(bytes.subarray(0, 1024))
  return /<\?xml[^>]{0,200}?\bencoding\s*=\s*["']\s*([\w.:()-]{1,40})/i.exec(head)?.[1]
}

const isControl = (byte = 0x20): boolean => byte < 0x20 && byte !== 0x0a && byte !== 0x09

/** Whether a byte below 0x20 other than tab and line feed is there; most are looked at in fours, of which few hold any. */
function holdsControls(bytes: Uint8Array, start: number, end: number): boolean {
  const first = Math.min(end, start + ((4 - ((bytes.byteOffset + start) & 3)) & 3))
  const count = (end - first) >> 2
  for (let i = start; i < first; i++) if (isControl(bytes[i])) return true
  const words = new Uint32Array(bytes.buffer, count > 0 ? bytes.byteOffset + first : 0, count)
  for (let i = 0; i < count; i++) {
    const word = words[i] ?? 0
    // only a byte below 0x20, or one behind such a byte, leaves its high bit set
    if (((word - 0x20202020) & ~word & 0x80808080) === 0) continue
    for (let at = first + i * 4, stop = at + 4; at < stop; at++)
      if (isControl(bytes[at])) return true
  }
  for (let i = first + count * 4; i < end; i++) if (isControl(bytes[i])) return true
  return false
}

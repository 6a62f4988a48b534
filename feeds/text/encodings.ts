/** The encodings behind decode.ts: names, and one decoder each that reads a document in pieces. */

/** Decodes consecutive pieces of one document. */
export interface ChunkDecoder {
  /** The largest end <= `end` that splits no character, where the encoding lets us see it. */
  cut(bytes: Uint8Array, end: number): number
  /** Undefined where the piece is not in this encoding at all; only UTF-8 can tell. */
  decode(piece: Uint8Array, last: boolean): string | undefined
}

/** WHATWG name of an encoding by any of its labels and the usual misspellings; undefined when unknown. */
export function canonicalLabel(label: string): string | undefined {
  if (!LABELS.has(label) && LABELS.size < MOST_LABELS) LABELS.set(label, lookUp(label))
  return LABELS.has(label) ? LABELS.get(label) : lookUp(label)
}

/** Labels that were looked up before: feeds use few, and an engine makes a whole decoder to tell a name. */
const LABELS = new Map<string, string | undefined>()
const MOST_LABELS = 200

function lookUp(label: string): string | undefined {
  const name = label.trim().toLowerCase().replace(/_/g, '-')
  const known = ALIASES[name] ?? ALIASES[name.replace(/[^a-z0-9]/g, '')]
  for (const candidate of [known, label.trim(), name, name.replace(/^(x-|cs)/, '')]) {
    if (!candidate) continue
    if (OWN.has(candidate)) return candidate
    const encoding = nameOf(candidate)
    if (encoding) return encoding
  }
  return undefined
}

const OWN = new Set(['utf-32le', 'utf-32be', 'iso-8859-16'])

// what feeds write beside the labels of https://encoding.spec.whatwg.org/#names-and-labels
const ALIASES: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  unicode: 'utf-16le',
  utf16: 'utf-16le',
  'utf-16': 'utf-16le',
  u16: 'utf-16le',
  utf32: 'utf-32le',
  'utf-32': 'utf-32le',
  latin1: 'windows-1252',
  latin9: 'iso-8859-15',
  latin10: 'iso-8859-16',
  'iso-8859-16': 'iso-8859-16',
  iso885916: 'iso-8859-16',
  ansi: 'windows-1252',
  win1252: 'windows-1252',
  win1251: 'windows-1251',
  win1250: 'windows-1250',
  koi8: 'koi8-r',
  cp936: 'gbk',
  cp949: 'euc-kr',
  uhc: 'euc-kr',
  cp932: 'shift_jis',
  cp950: 'big5',
  eucjp: 'euc-jp',
  euccn: 'gbk',
  big5hkscs: 'big5',
  tis620: 'windows-874',
}

function nameOf(label: string): string | undefined {
  try {
    // 1252 differs between engines: Node 20 calls it by the label it got
    const name = new TextDecoder(label).encoding
    return name === 'iso-8859-1' || name === 'us-ascii' || name === 'latin1' ? 'windows-1252' : name
  } catch {
    return undefined
  }
}

export function decoderFor(encoding: string): ChunkDecoder {
  if (encoding === 'utf-8') return UTF8
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return utf32(encoding === 'utf-32le')
  if (encoding === 'iso-8859-16') return singleByte('iso-8859-15', ISO_8859_16)
  if (encoding === 'windows-1252') return singleByte('windows-1252', WINDOWS_1252)
  return streaming(encoding)
}

/** A decoder that keeps its own state between pieces. */
function streaming(encoding: string): ChunkDecoder {
  const decoder = new TextDecoder(encoding)
  return {
    cut: (_bytes, end) => end,
    decode: (piece, last) => decoder.decode(piece, { stream: !last }),
  }
}

const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const UTF8: ChunkDecoder = {
  cut: (bytes, end) => {
    if (end === bytes.length) return end
    let cut = end
    while (cut > end - 3 && ((bytes[cut] ?? 0) & 0xc0) === 0x80) cut--
    return cut
  },
  decode: (piece) => {
    try {
      return STRICT_UTF8.decode(piece)
    } catch {
      return undefined
    }
  },
}

/**
 * UTF-8, where each byte that is not part of it is read as windows-1252: feeds are put together from differently
 * encoded parts.
 */
export function decodeMixed(bytes: Uint8Array): string {
  const out: string[] = []
  let start = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    if (at > start) out.push(STRICT_UTF8.decode(bytes.subarray(start, at)))
    out.push(atByte(bytes[at] ?? 0))
    start = ++at
  }
  out.push(STRICT_UTF8.decode(bytes.subarray(start, at)))
  return out.join('')
}

const atByte = (byte: number): string => WINDOWS_1252[byte - 0x80] ?? String.fromCharCode(byte)

/** Length of the well-formed UTF-8 sequence at `at` (Unicode table 3-7), 0 when there is none. */
function sequenceLength(b: Uint8Array, at: number): number {
  const lead = b[at] ?? 0
  if (lead < 0x80) return 1
  const second = b[at + 1] ?? 0
  if (lead < 0xc2 || lead > 0xf4 || (second & 0xc0) !== 0x80) return 0
  if (lead < 0xe0) return 2
  if ((lead === 0xe0 && second < 0xa0) || (lead === 0xed && second > 0x9f)) return 0
  if (((b[at + 2] ?? 0) & 0xc0) !== 0x80) return 0
  if (lead < 0xf0) return 3
  if ((lead === 0xf0 && second < 0x90) || (lead === 0xf4 && second > 0x8f)) return 0
  return ((b[at + 3] ?? 0) & 0xc0) === 0x80 ? 4 : 0
}

/** Whether all bytes are ASCII, or well-formed UTF-8 with more than ASCII. */
export function isUtf8(bytes: Uint8Array): 'ascii' | 'utf-8' | false {
  let ascii = true
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    // a document that was cut in the middle of a character is still UTF-8
    if (length === 0) return !ascii && bytes.length - at < 4 && 'utf-8'
    if (length > 1) ascii = false
    at += length
  }
  return ascii ? 'ascii' : 'utf-8'
}

/** The engine's own decoder, with the characters of 0x80 (or 0xA0) and up that some engines get wrong put right. */
function singleByte(base: string, table: readonly string[]): ChunkDecoder {
  const decoder = new TextDecoder(base)
  const first = table === WINDOWS_1252 ? 0x80 : 0xa0
  return {
    cut: (_bytes, end) => end,
    decode: (piece) => {
      if (first === 0x80)
        return decoder
          .decode(piece)
          .replace(/[\x80-\x9f]/g, (c) => WINDOWS_1252[c.charCodeAt(0) - 0x80] ?? c)
      let out = ''
      for (const byte of piece) out += table[byte - first] ?? String.fromCharCode(byte)
      return out
    },
  }
}

function utf32(little: boolean): ChunkDecoder {
  return {
    cut: (bytes, end) => (end === bytes.length ? end : end - (end % 4)),
    decode: (piece) => {
      const out: string[] = []
      for (let i = 0; i + 3 < piece.length; i += 4) {
        const [a = 0, b = 0, c = 0, d = 0] = piece.subarray(i, i + 4)
        const code = little
          ? a + b * 256 + c * 65536 + d * 16777216
          : d + c * 256 + b * 65536 + a * 16777216
        const valid = code < 0x110000 && (code < 0xd800 || code > 0xdfff)
        out.push(valid ? String.fromCodePoint(code) : '\ufffd')
      }
      return out.join('')
    },
  }
}

// Node 20 leaves these 32 as C1 controls; https://encoding.spec.whatwg.org/index-windows-1252.txt
export const WINDOWS_1252: readonly string[] = [
  ...'\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f',
  ...'\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178',
]

// Node 20 has no iso-8859-16; https://encoding.spec.whatwg.org/index-iso-8859-16.txt
const ISO_8859_16: readonly string[] = [
  ...'\u00a0ĄąŁ€„Š§š©Ș«Ź\u00adźŻ°±ČłŽ”¶·žčș»ŒœŸż',
  ...'ÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚß',
  ...'àáâăäćæçèéêëìíîïđńòóôőöśűùúûüęțÿ',
]

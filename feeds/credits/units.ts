/** What each UTF-16 unit is in a word, by one glance at a table: folded, with its case, or what it is instead of a letter. */

import { charClass, isCjk, LETTER, NUMBER, SPACE } from './characters.ts'
import { fold } from './fold.ts'

// a letter or digit is its folded code, of which none is so small as these, and its case
export const BLANK = 0
export const SILENT = 1 // a letter that is folded to none or to several
export const MARK = 2
export const CJK = 3
export const FOLDED = 0x3fff
export const LOWER = 0x4000
export const UPPER = 0x8000

/** Units from here on are not in the table. */
export const LOW = 0x2500
export const UNITS = Uint16Array.from({ length: LOW }, (_, code) => unitOf(code))

function unitOf(code: number): number {
  const kind = code === 0x20 ? SPACE : charClass(code)
  if (kind === SPACE) return BLANK
  if (kind !== LETTER && kind !== NUMBER) return MARK
  const char = String.fromCharCode(code)
  const folded = fold(char)
  if (folded.length !== 1) return SILENT
  const lower = char.toLowerCase()
  if (lower === char.toUpperCase()) return folded.charCodeAt(0)
  return folded.charCodeAt(0) | (char === lower ? LOWER : UPPER)
}

/** Beyond the table letters have no case that names use. */
export function highUnit(code: number): number {
  if (code >= 0xff10 && code <= 0xff5a) return UNITS[code - 0xfee0] ?? MARK // ＡＦＰ
  if (isCjk(code)) return CJK
  const kind = charClass(code)
  if (kind === SPACE) return BLANK
  return kind === LETTER || kind === NUMBER ? code & FOLDED || SILENT : MARK
}

/** The hash of a word with one more unit. */
export const hashed = (hash: number, unit: number): number =>
  (Math.imul(hash, 31) + (unit & FOLDED)) | 0

/** Folding of letters for comparison: case, accents, width and Arabic pointing removed; never for showing. */

import { unitAt } from './characters.ts'

const SIZE = 0x2500
const TABLE: readonly string[] = Array.from({ length: SIZE }, (_, code) => foldOne(code))

function foldOne(code: number): string {
  const char = String.fromCharCode(code)
  if (char === 'ı') return 'i' // Turkish dotless i: papers print it either way
  const bare = char.normalize('NFKD').replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
  return (bare || (isMark(code) ? '' : char)).toLowerCase().replace(/\u0307/g, '')
}

function isMark(code: number): boolean {
  return (code >= 0x300 && code <= 0x36f) || (code >= 0x640 && code <= 0x65f) || code === 0x670
}

/** A word as the tables know it: `Agência` and `AGENCIA` are one, `ＡＦＰ` is `afp`, typographic quotes are plain. */
export function fold(word: string): string {
  const { length } = word
  for (let i = 0; i < length; i++) if (unitAt(word, i) >= 0x80) return foldLetters(word)
  return word.toLowerCase()
}

function foldLetters(word: string): string {
  let out = ''
  for (let i = 0; i < word.length; i++) {
    const code = unitAt(word, i)
    if (code < 0x80) out += word[i]
    else if (code === 0x2019 || code === 0x2018 || code === 0x2bc) out += "'"
    else if (code < SIZE) out += TABLE[code]
    else if (code > 0xff00 && code < 0xff5f) out += String.fromCharCode(code - 0xfee0)
    else out += word[i]
  }
  return out.toLowerCase()
}

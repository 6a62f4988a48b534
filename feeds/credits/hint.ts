/** The cheap test that comes before reading: might this line hold a credit at all? */

import { charClass, isCjk, LETTER, NUMBER, SPACE } from './characters.ts'
import { fold } from './fold.ts'
import { CHARACTERS, Hint, PAIRS, pair, WORDS } from './hint-words.ts'

const LOW = 0x2500
const SILENT = 1
/** For each unit below U+2500 that words are made of its folded code, SILENT where folding leaves nothing; else 0. */
const LETTERS = Uint16Array.from({ length: LOW }, (_, code) => {
  const kind = charClass(code)
  if (kind !== LETTER && kind !== NUMBER) return 0
  const folded = fold(String.fromCharCode(code))
  return folded.length === 1 ? folded.charCodeAt(0) : SILENT
})

const letterOf = (code: number): number => {
  if (code < LOW) return LETTERS[code] ?? 0
  const kind = charClass(code)
  return (kind === LETTER || kind === NUMBER) && !isCjk(code) ? code : 0
}

// a word is looked up only where its hash is that of some known word
const SIZE = 1 << 17
const SLOTS = new Uint8Array(SIZE)
const WORD = 1
const FIRST = 2 // of a pair
const SECOND = 4
const put = (word: string | undefined, bit: number): void => {
  if (!word) return
  const slot = slotOf(word, 0, word.length)
  SLOTS[slot] = (SLOTS[slot] ?? 0) | bit
}
for (const word of WORDS.keys()) put(word, WORD)
for (const key of PAIRS.keys()) {
  const [first, second] = key.split(' ')
  put(first, FIRST)
  put(second, SECOND)
}

function wordEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && letterOf(text.charCodeAt(end)) !== 0) end++
  return end
}

function slotOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) {
    const letter = letterOf(text.charCodeAt(i))
    if (letter !== SILENT) hash = (Math.imul(hash, 31) + letter) | 0
  }
  return hash & (SIZE - 1)
}

/**
 * Whether anything in the line is worth reading it for: a word of an agency's name, a cue where cues stand. It says
 * yes too often rather than no, and costs about a millionth of a second.
 */
export function hasCue(text: string): boolean {
  let opening = true // nothing, or a mark that cues follow, stands before the word
  let before = '' // the known word before it, and where that stood
  let opened = true
  for (let i = 0; i < text.length; ) {
    const code = text.charCodeAt(i)
    const kind = code === 0x20 ? SPACE : charClass(code)
    if (kind === SPACE) i++
    else if (kind !== LETTER && kind !== NUMBER) {
      if (isSign(code) || (before !== '' && isColon(code) && wants(before))) return true
      if (code !== COMMA) opening = true
      i++
    } else if (isCjk(code)) {
      if (CHARACTERS.has(pair(code, text.charCodeAt(i + 1))) || CHARACTERS.has(code)) return true
      i++
    } else {
      const end = wordEnd(text, i)
      const slot = SLOTS[slotOf(text, i, end)] ?? 0
      const useful = (slot & (WORD | FIRST)) !== 0 || (before !== '' && (slot & SECOND) !== 0)
      const word = useful ? fold(text.slice(i, end)) : ''
      if ((slot & WORD) !== 0 && tells(text.slice(i, end), word, opening)) return true
      if (word !== '' && before !== '' && tellsPair(before, word, opened)) return true
      opened = opening
      opening = false
      before = word
      i = end
    }
  }
  return false
}

const COMMA = 0x2c

const wants = (word: string): boolean => ((WORDS.get(word) ?? 0) & Hint.beforeColon) !== 0

function tells(printed: string, word: string, opening: boolean): boolean {
  const hint = WORDS.get(word) ?? 0
  if ((hint & Hint.anywhere) !== 0 || (opening && (hint & Hint.opens) !== 0)) return true
  if ((hint & Hint.capital) !== 0 && (printed !== word || isUncased(printed))) return true
  if ((hint & Hint.capitals) === 0) return false
  return printed === printed.toUpperCase() || word.length > 5 || (opening && word.length > 2)
}

const isUncased = (printed: string): boolean => printed.toUpperCase() === printed.toLowerCase()

function tellsPair(before: string, word: string, opened: boolean): boolean {
  const hint = PAIRS.get(`${before} ${word}`) ?? 0
  if ((hint & Hint.anywhere) !== 0 || (opened && (hint & Hint.opens) !== 0)) return true
  return wants(before) && ((WORDS.get(word) ?? 0) & Hint.by) !== 0
}

/** ©, ⓒ, and 【 of Japanese datelines. */
const isSign = (code: number): boolean => code === 0xa9 || code === 0x24d2 || code === 0x3010

const isColon = (code: number): boolean =>
  code === 0x3a ||
  code === 0x3d ||
  code === 0x2f ||
  code === 0xff1a ||
  code === 0xff1d ||
  code === 0xff0f

/** The cheap test that comes before reading: might this line hold a credit at all? */

import { charClass, isCjk, LETTER, NUMBER, SPACE } from './characters.ts'
import { fold } from './fold.ts'
import { CHARACTERS, Hint, PAIRS, pair, WORDS } from './hint-words.ts'

/** Folded codes of the letters below U+2500, so that accents cost nothing; 0 where nothing is left of one. */
const FOLDED = Uint16Array.from({ length: 0x2500 }, (_, code) => {
  const folded = fold(String.fromCharCode(code))
  return folded.length === 1 ? folded.charCodeAt(0) : 0
})

// a word is looked up only where its hash is that of some known word
const SIZE = 1 << 17
const SLOTS = new Uint8Array(SIZE)
for (const word of [...WORDS.keys(), ...[...PAIRS.keys()].flatMap((key) => key.split(' '))]) {
  SLOTS[hashOf(word, 0, word.length)] = 1
}

function hashOf(text: string, start: number, end: number): number {
  let hash = 0
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    const folded = code < 0x2500 ? FOLDED[code] : code
    if (folded) hash = (Math.imul(hash, 31) + folded) | 0
  }
  return hash & (SIZE - 1)
}

/** 1 for what words are made of, below U+2500. */
const IN_WORDS = Uint8Array.from({ length: 0x2500 }, (_, code) => {
  const kind = charClass(code)
  return kind === LETTER || kind === NUMBER ? 1 : 0
})

const isInWord = (code: number): boolean => {
  if (code < 0x2500) return IN_WORDS[code] === 1
  const kind = charClass(code)
  return (kind === LETTER || kind === NUMBER) && !isCjk(code)
}

function wordEnd(text: string, start: number): number {
  let end = start + 1
  while (end < text.length && isInWord(text.charCodeAt(end))) end++
  return end
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
    const kind = charClass(code)
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
      const known = SLOTS[hashOf(text, i, end)] === 1
      const word = known ? fold(text.slice(i, end)) : ''
      if (known && tells(text.slice(i, end), word, opening)) return true
      if (known && before !== '' && tellsPair(before, word, opened)) return true
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

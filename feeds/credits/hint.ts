/** The cheap test that comes before reading: might this line hold a credit at all? */

import { codeAt, unitAt } from './characters.ts'
import { Hint, type HintWords, hintWords, pair } from './hint-words.ts'
import * as units from './units.ts'

// in a loop over every unit a constant of this file is read faster than one of another
const { BLANK, CJK, LOW, LOWER, MARK, SILENT, UNITS, UPPER, hashed, highUnit } = units

const ofPair = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) + second) | 0

function hashOf(word: string): number {
  let hash = 0
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i)
    const unit = code < LOW ? (UNITS[code] ?? 0) : highUnit(code)
    if (unit > CJK) hash = hashed(hash, unit)
  }
  return hash
}

interface Hints {
  /** Words by their hash: two words of one hash say yes too often, never too seldom. */
  readonly words: ReadonlyMap<number, number>
  readonly pairs: ReadonlyMap<number, number>
  readonly characters: ReadonlySet<number>
  /** A bit for the hash of each known word: a glance is enough for all the others. */
  readonly bits: Int32Array
}

const SEVERAL = 1 << 6 // part of a pair
const BITS = 1 << 12

let collected: Hints | undefined

/** Builds the lexicon and the words of the cheap test at a time of the caller's choice, not when the first line is read. */
export function prepareCredits(): void {
  collected ??= hintsOf(hintWords())
}

function hintsOf({ words, pairs, characters }: HintWords): Hints {
  const byHash = new Map<number, number>()
  const pairsByHash = new Map<number, number>()
  const bits = new Int32Array(BITS)
  const put = (hash: number, hint: number): void => {
    byHash.set(hash, (byHash.get(hash) ?? 0) | hint)
    const at = (hash >>> 5) & (BITS - 1)
    bits[at] = (bits[at] ?? 0) | (1 << (hash & 31))
  }
  for (const [word, hint] of words) put(hashOf(word), hint)
  for (const [key, hint] of pairs) {
    const [first = '', second = ''] = key.split(' ')
    const [a, b] = [hashOf(first), hashOf(second)]
    put(a, SEVERAL)
    put(b, SEVERAL)
    pairsByHash.set(ofPair(a, b), (pairsByHash.get(ofPair(a, b)) ?? 0) | hint)
  }
  return { words: byHash, pairs: pairsByHash, characters, bits }
}

/**
 * Whether anything in the line is worth reading it for: a word of an agency's name, a cue where cues stand. It says
 * yes too often rather than no, and costs about a millionth of a second.
 */
export function hasCue(text: string): boolean {
  // "... on Tuesday. /Example/"
  const { length } = text
  const last = codeAt(text, length - 1)
  if (last === SLASH || (last === CLOSE && isBracketed(text))) return true
  collected ??= hintsOf(hintWords())
  const { words, pairs, characters, bits } = collected
  let opening = true // nothing, or a mark that cues follow, stands before the word
  let opened = true // the same of the word before it
  let before = 0 // the hash of the known word before it, and what that is worth
  let worth = 0
  let hash = 0
  let cases = 0 // of the word: LOWER, UPPER, or both
  let start = -1
  for (let i = 0; i <= length; i++) {
    const code = i < length ? unitAt(text, i) : 0x20
    const unit = code < LOW ? (UNITS[code] ?? MARK) : highUnit(code)
    if (unit > CJK || unit === SILENT) {
      if (start < 0) start = i
      if (unit !== SILENT) hash = hashed(hash, unit)
      cases |= unit
      continue
    }
    if (start >= 0) {
      const known = ((bits[(hash >>> 5) & (BITS - 1)] ?? 0) >>> (hash & 31)) & 1
      const hint = known ? (words.get(hash) ?? 0) : 0
      if (hint !== 0) {
        if (tells(hint, cases, i - start, opening)) return true
        const both = worth === 0 ? 0 : (pairs.get(ofPair(before, hash)) ?? 0)
        if (worth !== 0 && tellsPair(both, worth, hint, cases, opened)) return true
      }
      opened = opening
      opening = false
      before = hash
      worth = hint
      hash = 0
      cases = 0
      start = -1
    }
    if (unit === BLANK) continue
    if (unit === CJK) {
      if (characters.has(pair(code, codeAt(text, i + 1))) || characters.has(code)) return true
    } else {
      if (isSign(code) || ((worth & Hint.beforeColon) !== 0 && isColon(code))) return true
      if (code !== COMMA && !(code === HYPHEN && isLetter(text, i - 1))) opening = true
    }
  }
  return false
}

// "(Jane Doe)", "... on Tuesday. (jd)": a signature
function isBracketed(text: string): boolean {
  const open = text.lastIndexOf('(')
  if (open === 0) return text.length <= LONGEST_BRACKET
  if (open < 0 || text.length - open > LONGEST_SIGNATURE) return false
  return ENDS.includes(text.charAt(text.charAt(open - 1) === ' ' ? open - 2 : open - 1))
}
const ENDS = '.!?"”“»'
const LONGEST_SIGNATURE = 40
// "(Giulia Bassani, in redazione Marco Silvestri)": a line of its own
const LONGEST_BRACKET = 120
const CLOSE = 0x29
const COMMA = 0x2c
const SLASH = 0x2f
const HYPHEN = 0x2d
// "step-by-step"
const isLetter = (text: string, i: number): boolean => (UNITS[codeAt(text, i)] ?? 0) > CJK

function tells(hint: number, cases: number, length: number, opening: boolean): boolean {
  if ((hint & Hint.anywhere) !== 0 || (opening && (hint & Hint.opens) !== 0)) return true
  if ((hint & Hint.capital) !== 0 && (cases & (UPPER | LOWER)) !== LOWER) return true
  if ((hint & Hint.capitals) === 0) return false
  return (cases & LOWER) === 0 || length > 5 || (opening && length > 2)
}

function tellsPair(
  both: number,
  worth: number,
  hint: number,
  cases: number,
  opened: boolean,
): boolean {
  if ((both & Hint.capital) !== 0 && (cases & (UPPER | LOWER)) !== LOWER) return true
  if ((both & Hint.anywhere) !== 0 || (opened && (both & Hint.opens) !== 0)) return true
  return (worth & Hint.beforeColon) !== 0 && (hint & Hint.by) !== 0
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

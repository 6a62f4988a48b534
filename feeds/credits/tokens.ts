/** Cuts a line into words, numbers and marks, with the shape of each word; offsets are those of the line. */

import { charClass, codeAt, isCjk, LETTER, NUMBER, SPACE, unitAt } from './characters.ts'
import { fold } from './fold.ts'
import { MARKS } from './marks.ts'
import type { Phrase } from './phrase.ts'
import { BLANK, CJK, hashed, LOW, LOWER, MARK, SILENT, UNITS, UPPER } from './units.ts'
import { isApostrophe, isPossessive, keyOf, type Shape, shapeOf, wordEnd } from './word.ts'
import { indexWords, knownWord, type WordIndex } from './word-index.ts'

export type { Shape } from './word.ts'

export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Folded, without the dots of an abbreviation. */
  readonly key: string
  readonly shape: Shape
  /** White space stands before it. */
  readonly spaced: boolean
  /** What it begins in the lexicon. */
  readonly phrase: Phrase | undefined
  /** Of the word by itself, and of all that it begins. */
  readonly flags: number
  readonly reach: number
}

/** Phrases of scripts that are written without spaces, by their first character, longest first. */
export type Dictionary = ReadonlyMap<string, readonly string[]>

/** What lines are cut by: without phrases it cuts where the marks and the dictionary say. */
export interface Vocabulary {
  readonly dictionary: Dictionary
  /** Where every phrase begins. */
  readonly root: ReadonlyMap<string, Phrase>
  readonly words: WordIndex
}

export function vocabularyOf(
  dictionary: Dictionary,
  root: ReadonlyMap<string, Phrase> = new Map(),
): Vocabulary {
  return { dictionary, root, words: indexWords(root) }
}

interface Scan extends Vocabulary {
  readonly line: string
  readonly length: number
  readonly tokens: Token[]
  spaced: boolean
}

/** Every token of the line from `from` on, in order; linear in its length. */
export function tokenise(line: string, vocabulary: Vocabulary, from = 0): Token[] {
  const { dictionary, root, words } = vocabulary
  const { length } = line
  const scan: Scan = { line, length, dictionary, root, words, tokens: [], spaced: true }
  for (let at = from; at < length; ) {
    const kind = charClass(unitAt(line, at))
    if (kind === SPACE) {
      scan.spaced = true
      at++
    } else if (kind === LETTER) at = word(scan, at)
    else at = kind === NUMBER ? number(scan, at) : mark(scan, at)
  }
  return scan.tokens
}

function push(scan: Scan, start: number, end: number, key: string, shape: Shape): number {
  const { line, spaced } = scan
  const text = line.slice(start, end)
  const phrase = scan.root.get(key)
  const flags = phrase?.meaning?.flags ?? 0
  const reach = phrase?.reach ?? 0
  scan.tokens.push({ start, end, text, key, shape, spaced, phrase, flags, reach })
  scan.spaced = false
  return end
}

function mark(scan: Scan, at: number): number {
  const { line } = scan
  const code = unitAt(line, at)
  const key = MARK_KEYS[code]
  if (key !== undefined) return push(scan, at, at + 1, key, 'mark')
  const pair = isHighSurrogate(code) && at + 1 < scan.length
  const text = line.slice(at, pair ? at + 2 : at + 1)
  return push(scan, at, at + text.length, MARKS[text] ?? fold(text), 'mark')
}

/** Of the marks of ASCII, which most are. */
const MARK_KEYS: readonly string[] = Array.from({ length: 0x80 }, (_, code) => {
  const text = String.fromCharCode(code)
  return MARKS[text] ?? fold(text)
})

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00

const INNER: ReadonlySet<number> = new Set([...'.:/-,'].map((mark) => mark.charCodeAt(0)))

// 30.04.2024, 18:58 and 230428-99-483045/5 are one token each
function number(scan: Scan, start: number): number {
  const { line } = scan
  let at = start + 1
  while (at < line.length) {
    if (charClass(codeAt(line, at)) === NUMBER) at++
    else if (INNER.has(codeAt(line, at)) && charClass(codeAt(line, at + 1)) === NUMBER) at += 2
    else break
  }
  return push(scan, start, at, fold(line.slice(start, at)), 'number')
}

/** Most words are letters and digits, with a capital at the head, throughout or none: they are read in one go; else -1. */
function plainWord(scan: Scan, start: number): number {
  const { line } = scan
  const head = letterAt(scan, start)
  if (head <= CJK) return -1
  let hash = hashed(0, head)
  let inner = 0
  let last = head
  let end = start + 1
  for (let unit = letterAt(scan, end); unit > CJK; unit = letterAt(scan, ++end)) {
    hash = hashed(hash, unit)
    inner |= unit
    last = unit
  }
  const isSmall = ((head | inner) & LOWER) !== 0
  // "McDonald", "DoeReuters", "AFPThe"
  if ((inner & UPPER) !== 0 && (isSmall || (last & UPPER) === 0)) return -1
  if (!closesWord(scan, start, end)) return -1
  const text = line.slice(start, end)
  const { spaced, tokens } = scan
  const shape = plainShape(head, head | inner, end - start)
  const known = knownWord(scan.words, line, start, end, hash)
  if (known) {
    const { key, phrase, flags, reach } = known
    tokens.push({ start, end, text, key, shape, spaced, phrase, flags, reach })
  } else {
    const key = fold(text)
    tokens.push({ start, end, text, key, shape, spaced, phrase: undefined, flags: 0, reach: 0 })
  }
  scan.spaced = false
  return end
}

// past the end of the line all is blank
function letterAt({ line, length }: Scan, at: number): number {
  if (at >= length) return BLANK
  const code = unitAt(line, at)
  return code < LOW ? (UNITS[code] ?? MARK) : SILENT
}

// nothing at `end` that may belong to a word of letters alone, or to the next one
function closesWord(scan: Scan, start: number, end: number): boolean {
  const { line } = scan
  const unit = letterAt(scan, end)
  if (unit !== MARK) return unit === BLANK
  const code = unitAt(line, end)
  if (code === DOT)
    return end - start > LONGEST_SHORT && charClass(codeAt(line, end + 1)) !== LETTER
  return !JOINING.has(code)
}

const DOT = 0x2e
/** Of abbreviations. */
const LONGEST_SHORT = 4
/** What may stand inside a word: O'Brien, jane@example.org, jane_doe, יח"צ. */
const JOINING: ReadonlySet<number> = new Set([...`'\u2019@"\u05f4_`].map((c) => c.charCodeAt(0)))

function plainShape(head: number, cases: number, length: number): Shape {
  if ((cases & UPPER) === 0) return (cases & LOWER) === 0 ? 'uncased' : 'lower'
  if ((head & UPPER) === 0) return 'mixed'
  return (cases & LOWER) === 0 && length > 1 ? 'caps' : 'cap'
}

// by itself it is a dash: "القاهرة ـ رويترز"
const TATWEEL = 0x640

function word(scan: Scan, start: number): number {
  const { line } = scan
  const plain = plainWord(scan, start)
  if (plain > 0) return plain
  if (isCjk(codeAt(line, start))) return cjkRun(scan, start)
  if (codeAt(line, start) === TATWEEL && charClass(codeAt(line, start + 1)) !== LETTER)
    return push(scan, start, start + 1, '-', 'mark')
  const end = wordEnd(line, start, scan.root)
  const text = line.slice(start, end)
  push(scan, start, end, keyOf(text), shapeOf(text))
  return possessive(scan, end)
}

const SMALL_S = 0x73

function possessive(scan: Scan, at: number): number {
  const { line } = scan
  if (!isApostrophe(codeAt(line, at))) return at
  const plural = codeAt(line, at - 1) === SMALL_S && charClass(codeAt(line, at + 1)) === SPACE
  if (!plural && !isPossessive(line, at)) return at
  return push(scan, at, plural ? at + 1 : at + 2, "'s", 'mark')
}

/** Cuts a run of Han, kana and hangul where the dictionary knows a phrase; what is between stays whole. */
function cjkRun(scan: Scan, start: number): number {
  const { line, dictionary } = scan
  let end = start + 1
  while (end < line.length && isCjk(codeAt(line, end))) end++
  let from = start
  for (let at = start; at < end; ) {
    const phrase = phraseAt(line, at, start, end, dictionary)
    if (phrase) {
      if (from < at) push(scan, from, at, line.slice(from, at), 'uncased')
      from = push(scan, at, at + phrase.length, phrase, 'uncased')
    }
    at += phrase ? phrase.length : 1
  }
  if (from < end) push(scan, from, end, line.slice(from, end), 'uncased')
  return end
}

// words of dates follow a number: 서동일 is a name
const DATES = new Set('년월일시분年月日时時分')

// a phrase of one character (摄, 电) is one only at the end of its run or as the whole of it: it also stands in names
function phraseAt(
  line: string,
  at: number,
  start: number,
  end: number,
  dictionary: Dictionary,
): string | undefined {
  return dictionary
    .get(line[at] ?? '')
    ?.find(
      (phrase) =>
        at + phrase.length <= end &&
        (phrase.length > 1 || at === (DATES.has(phrase) ? start : end - 1)) &&
        line.startsWith(phrase, at),
    )
}

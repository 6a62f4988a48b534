/** Cuts a line into words, numbers and marks, with the shape of each word; offsets are those of the line. */

import { charClass, isCjk, LETTER, NUMBER, SPACE } from './characters.ts'
import { fold } from './fold.ts'
import { gluedEnd, headEnd, isHead, isSiteEnd } from './glued.ts'
import { MARKS } from './marks.ts'
import { Flag, type Meaning, type Phrase } from './phrase.ts'

export type Shape =
  | 'cap' // Jane, McDonald
  | 'caps' // AFP, DOE
  | 'initial' // J. or J.-P. or U.S.
  | 'lower'
  | 'mixed' // elDiario, iStockphoto
  | 'uncased' // scripts without case
  | 'site' // kremlin.ru
  | 'number'
  | 'mark'

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
}

/** Phrases of scripts that are written without spaces, by their first character, longest first. */
export type Dictionary = ReadonlyMap<string, readonly string[]>

const ABBREVIATIONS = new Set('jr sr st dr mr mrs ms prof mag bros corp dipl ing'.split(' '))
const ELISIONS = new Set(['d', 'l', 'dell', 'all', 'nell', 'dall', 'sull', 'qu', 'de l', 'un'])

const LOWER = 1
const UPPER = 2
/** The case of each UTF-16 unit below U+2500; the letters beyond have none that names use. */
const CASES = Uint8Array.from({ length: 0x2500 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (char.toLowerCase() === char.toUpperCase()) return 0
  return char === char.toLowerCase() ? LOWER : UPPER
})

interface Scan {
  readonly line: string
  readonly dictionary: Dictionary
  readonly root: ReadonlyMap<string, Phrase>
  readonly tokens: Token[]
  spaced: boolean
}

/** Every token of the line from `from` on, in order; linear in its length. */
export function tokenise(
  line: string,
  dictionary: Dictionary,
  root: ReadonlyMap<string, Phrase> = new Map(),
  from = 0,
): Token[] {
  const scan: Scan = { line, dictionary, root, tokens: [], spaced: true }
  for (let at = from; at < line.length; ) {
    const kind = charClass(line.charCodeAt(at))
    if (kind === SPACE) {
      scan.spaced = true
      at++
    } else if (kind === LETTER) at = word(scan, at)
    else at = kind === NUMBER ? number(scan, at) : mark(scan, at)
  }
  return scan.tokens
}

function push(scan: Scan, start: number, end: number, key: string, shape: Shape): number {
  const { line, root, spaced } = scan
  const text = line.slice(start, end)
  scan.tokens.push({ start, end, text, key, shape, spaced, phrase: root.get(key) })
  scan.spaced = false
  return end
}

function mark(scan: Scan, at: number): number {
  const pair = isHighSurrogate(scan.line.charCodeAt(at)) && at + 1 < scan.line.length
  const text = scan.line.slice(at, pair ? at + 2 : at + 1)
  return push(scan, at, at + text.length, MARKS[text] ?? fold(text), 'mark')
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00

const INNER = '.:/-,'

// 30.04.2024, 18:58 and 230428-99-483045/5 are one token each
function number(scan: Scan, start: number): number {
  const { line } = scan
  let at = start + 1
  while (at < line.length) {
    if (charClass(line.charCodeAt(at)) === NUMBER) at++
    else if (INNER.includes(line[at] ?? ' ') && charClass(line.charCodeAt(at + 1)) === NUMBER)
      at += 2
    else break
  }
  return push(scan, start, at, fold(line.slice(start, at)), 'number')
}

// by itself it is a dash: "القاهرة ـ رويترز"
const TATWEEL = 0x640

function word(scan: Scan, start: number): number {
  const { line } = scan
  if (isCjk(line.charCodeAt(start))) return cjkRun(scan, start)
  if (line.charCodeAt(start) === TATWEEL && charClass(line.charCodeAt(start + 1)) !== LETTER)
    return push(scan, start, start + 1, '-', 'mark')
  const end = gluedTail(scan, start, gluedEnd(line, start, wordEnd(line, start)))
  const text = line.slice(start, end)
  push(scan, start, end, keyOf(text), shapeOf(text))
  return possessive(scan, end)
}

// "DoeThe Associated Press", "DoeReuters": the space before an agency was lost
function gluedTail({ line, root }: Scan, start: number, end: number): number {
  for (let i = end - 2; i > start; i--) {
    if (CASES[line.charCodeAt(i)] !== LOWER || CASES[line.charCodeAt(i + 1)] !== UPPER) continue
    if (isSiteEnd(line, start, i)) return i + 1
    const tail = fold(line.slice(i + 1, end))
    const isTail =
      tail === 'the' ||
      (tail === 'image' && isImageLabel(line, end)) ||
      isGluedTail(root.get(tail)?.meaning, isDigit(line, end + 1))
    if (!isTail && !isHead(line, start, i + 1)) return end
    // "HotNews.ro" is known whole
    return root.get(fold(line.slice(start, end)))?.meaning ? end : i + 1
  }
  if (CASES[line.charCodeAt(start + 1)] !== UPPER) return end
  const head = headEnd(line, start, end, (key) => root.get(key)?.meaning?.agencies !== undefined)
  return head > 0 ? head : end
}

// "ReutersMay 4": or the space before a date
const isGluedTail = (meaning: Meaning | undefined, dated: boolean): boolean =>
  meaning !== undefined &&
  (meaning.agencies !== undefined ||
    (meaning.flags & Flag.house) !== 0 ||
    (dated && (meaning.flags & Flag.date) !== 0))

const isDigit = (line: string, at: number): boolean => charClass(line.charCodeAt(at)) === NUMBER

// "in the harbourImage copyright Jane Doe"
const isImageLabel = (line: string, end: number): boolean =>
  line.startsWith(' copyright', end) ||
  line.startsWith(' source', end) ||
  line.startsWith(' credit', end) ||
  line.startsWith(' caption', end)

const GLUED_LEADS = new Set(['dok', 'fot', 'foto', 'pic', 'photo', 'ph', 'credit'])

function wordEnd(line: string, start: number): number {
  let at = start + 1
  while (at < line.length) {
    const code = line.charCodeAt(at)
    const kind = charClass(code)
    if (kind === LETTER ? isCjk(code) : kind !== NUMBER) {
      const next = joined(line, start, at)
      if (next === at) break
      if (next < 0) return -next
      at = next
    } else at++
  }
  return at
}

// what may stand inside a word: O'Brien, d'AFP (cut after the apostrophe), J., U.S., elDiario.es, jane@example.org
function joined(line: string, start: number, at: number): number {
  const mark = line[at]
  const follows = charClass(line.charCodeAt(at + 1))
  if (mark === "'" || mark === '\u2019') {
    if (follows !== LETTER || isPossessive(line, at)) return at
    return ELISIONS.has(line.slice(start, at)) ? -(at + 1) : at + 1
  }
  if (mark === '@' && follows === LETTER) return at + 1
  if ((mark === '"' || mark === '״') && follows === LETTER && isHebrew(line, at)) return at + 1
  if (mark === '_' && follows === LETTER) return at + 1
  if (mark !== '.') return at
  const letters = at - lastDot(line, start, at)
  const length = at - start
  if (follows === LETTER && !isCjk(line.charCodeAt(at + 1))) {
    // "Dok.IGI", "Fot.Jan Doe"
    if (
      length <= 6 &&
      isUpper(line, at + 1) &&
      GLUED_LEADS.has(line.slice(start, at).toLowerCase())
    )
      return at
    return isGluedSentence(line, at) ? at : at + 1
  }
  if (letters === 1 || (length <= 4 && ABBREVIATIONS.has(line.slice(start, at).toLowerCase()))) {
    return -(at + 1)
  }
  return at
}

// יח"צ
const isHebrew = (line: string, at: number): boolean =>
  line.charCodeAt(at - 1) >> 8 === 5 && line.charCodeAt(at + 1) >> 8 === 5

const isUpper = (line: string, at: number): boolean => CASES[line.charCodeAt(at)] === UPPER

// "phenomenon.Credit": the space after a sentence was lost; "Gazeta.Ru" is a site
function isGluedSentence(line: string, dot: number): boolean {
  if (CASES[line.charCodeAt(dot - 1)] !== LOWER || CASES[line.charCodeAt(dot + 1)] !== UPPER)
    return false
  let end = dot + 2
  while (end < dot + 6 && charClass(line.charCodeAt(end)) === LETTER) end++
  if (end - dot <= 4) return false
  while (end < line.length && charClass(line.charCodeAt(end)) === LETTER) end++
  return line[end] !== '@' && line[end] !== '.'
}

// where the letters before `at` begin: after the word's last dot
function lastDot(line: string, start: number, at: number): number {
  let from = at
  while (from > start && line[from - 1] !== '.') from--
  return from
}

const isPossessive = (line: string, at: number): boolean => {
  const next = line[at + 1]
  return (next === 's' || next === 'S') && charClass(line.charCodeAt(at + 2)) !== LETTER
}

function possessive(scan: Scan, at: number): number {
  const { line } = scan
  if (line[at] !== "'" && line[at] !== '\u2019') return at
  const plural = line[at - 1] === 's' && charClass(line.charCodeAt(at + 1)) === SPACE
  if (!plural && !isPossessive(line, at)) return at
  return push(scan, at, plural ? at + 1 : at + 2, "'s", 'mark')
}

const keyOf = (text: string): string => {
  const key = fold(text)
  if (!key.includes('.')) return key
  const parts = key.split('.')
  return parts.every((part) => part.length <= 1) || key.endsWith('.') ? parts.join('') : key
}

function shapeOf(text: string): Shape {
  let lower = 0
  let upper = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0x40) return 'site'
    if (code === 0x2e) {
      if (text.endsWith('.')) return 'initial'
      // "J.Doe", "M.A.Doe": initials that lost the space before the surname
      return i === 1 ? (text.length - text.lastIndexOf('.') > 3 ? 'cap' : 'initial') : 'site'
    }
    const kind = CASES[code]
    if (kind === LOWER) lower++
    else if (kind === UPPER) upper++
  }
  if (lower + upper === 0) return 'uncased'
  if (upper === 0) return 'lower'
  if (CASES[text.charCodeAt(0)] !== UPPER) return 'mixed'
  return lower === 0 && text.length > 1 ? 'caps' : 'cap'
}

/** Cuts a run of Han, kana and hangul where the dictionary knows a phrase; what is between stays whole. */
function cjkRun(scan: Scan, start: number): number {
  const { line, dictionary } = scan
  let end = start + 1
  while (end < line.length && isCjk(line.charCodeAt(end))) end++
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

/** Cuts a line into words, numbers and marks, with the shape of each word; offsets are those of the line. */

import { charClass, isCjk, LETTER, NUMBER, SPACE } from './characters.ts'
import { fold } from './fold.ts'

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
}

/** Phrases of scripts that are written without spaces, by their first character, longest first. */
export type Dictionary = ReadonlyMap<string, readonly string[]>

// one key for the marks that do the same
const MARKS: Readonly<Record<string, string>> = {
  '–': '-',
  '—': '-',
  '‒': '-',
  '―': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '－': '-',
  '─': '-',
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '「': '"',
  '」': '"',
  '『': '"',
  '』': '"',
  '‹': '"',
  '›': '"',
  '″': '"',
  '‘': '"',
  '’': '"',
  "'": '"',
  '`': '"',
  '‚': '"',
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '〈': '(',
  '〉': ')',
  '《': '"',
  '》': '"',
  '{': '(',
  '}': ')',
  '<': '(',
  '>': ')',
  '、': ',',
  '،': ',',
  '؛': ';',
  '。': '.',
  '۔': '.',
  '।': '.',
  '・': '·',
  '•': '·',
  '●': '·',
  '∙': '·',
  '¦': '|',
  '│': '|',
  '⁄': '/',
  '∕': '/',
  '･': '·',
  '⋅': '·',
}

const ABBREVIATIONS = new Set([
  'jr',
  'sr',
  'st',
  'dr',
  'mr',
  'mrs',
  'ms',
  'prof',
  'mag',
  'bros',
  'corp',
  'dipl',
  'ing',
])
const ELISIONS = new Set(['d', 'l', 'dell', 'all', 'nell', 'dall', 'sull', 'qu', 'de l', 'un'])

/** Every token of the line, in order; linear in its length. */
export function tokenise(line: string, dictionary: Dictionary): Token[] {
  const tokens: Token[] = []
  let at = 0
  let spaced = true
  while (at < line.length) {
    const kind = charClass(line.charCodeAt(at))
    if (kind === SPACE) {
      at++
      spaced = true
      continue
    }
    const before = tokens.length
    at =
      kind === LETTER
        ? word(line, at, spaced, dictionary, tokens)
        : other(line, at, kind, spaced, tokens)
    if (tokens.length > before) spaced = false
  }
  return tokens
}

function other(line: string, at: number, kind: number, spaced: boolean, tokens: Token[]): number {
  if (kind === NUMBER) return number(line, at, spaced, tokens)
  const end = at + (isHighSurrogate(line.charCodeAt(at)) && at + 1 < line.length ? 2 : 1)
  const text = line.slice(at, end)
  tokens.push({ start: at, end, text, key: MARKS[text] ?? fold(text), shape: 'mark', spaced })
  return end
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xdc00

// 30.04.2024, 18:58 and 230428-99-483045/5 are one token each; 2nd and F100 are words or numbers by how they start
function number(line: string, start: number, spaced: boolean, tokens: Token[]): number {
  let at = start + 1
  while (at < line.length) {
    const kind = charClass(line.charCodeAt(at))
    const inner = '.:/-,'.includes(line[at] ?? ' ') && charClass(line.charCodeAt(at + 1)) === NUMBER
    if (kind !== NUMBER && !inner) break
    at += inner ? 2 : 1
  }
  const text = line.slice(start, at)
  tokens.push({ start, end: at, text, key: fold(text), shape: 'number', spaced })
  return at
}

function word(
  line: string,
  start: number,
  spaced: boolean,
  dictionary: Dictionary,
  tokens: Token[],
): number {
  if (isCjk(line.charCodeAt(start))) return cjkRun(line, start, spaced, dictionary, tokens)
  const end = gluedEnd(line, start, wordEnd(line, start))
  const text = line.slice(start, end)
  tokens.push({ start, end, text, key: keyOf(text), shape: shapeOf(text), spaced })
  return possessive(line, end, tokens)
}

const GLUED = ['by', 'von', 'par', 'por', 'door', 'av', 'af']

// "vonFlavia", "byJane": pages lose the space between the byline's word and its link
function gluedEnd(line: string, start: number, end: number): number {
  const word = GLUED.find((each) => line.startsWith(each, start))
  if (!word) return end
  const next = start + word.length
  const capital = next < end && line[next] !== line[next]?.toLowerCase()
  return capital ? next : end
}

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
  if (mark === '_' && follows === LETTER) return at + 1
  if (mark !== '.') return at
  const letters = at - lastDot(line, start, at)
  const length = at - start
  if (follows === LETTER && !isCjk(line.charCodeAt(at + 1))) return at + 1
  if (letters === 1 || (length <= 4 && ABBREVIATIONS.has(line.slice(start, at).toLowerCase()))) {
    return -(at + 1)
  }
  return at
}

const lastDot = (line: string, start: number, at: number): number => {
  const dot = line.lastIndexOf('.', at - 1)
  return dot < start ? start : dot + 1
}

const isPossessive = (line: string, at: number): boolean => {
  const next = line[at + 1]
  return (next === 's' || next === 'S') && charClass(line.charCodeAt(at + 2)) !== LETTER
}

function possessive(line: string, at: number, tokens: Token[]): number {
  const mark = line[at]
  if (mark !== "'" && mark !== '\u2019') return at
  const plural = line[at - 1] === 's' && charClass(line.charCodeAt(at + 1)) === SPACE
  if (!plural && !isPossessive(line, at)) return at
  const end = plural ? at + 1 : at + 2
  tokens.push({
    start: at,
    end,
    text: line.slice(at, end),
    key: "'s",
    shape: 'mark',
    spaced: false,
  })
  return end
}

const keyOf = (text: string): string => {
  const key = fold(text)
  if (!key.includes('.')) return key
  const parts = key.split('.')
  return parts.every((part) => part.length <= 1) || key.endsWith('.') ? parts.join('') : key
}

function shapeOf(text: string): Shape {
  if (text.includes('@')) return 'site'
  const dot = text.indexOf('.')
  if (dot > 0) return text.endsWith('.') || dot === 1 ? 'initial' : 'site'
  const first = text[0] ?? ''
  const upper = text.toUpperCase()
  const lower = text.toLowerCase()
  if (upper === lower) return 'uncased'
  if (text === lower) return 'lower'
  if (first === first.toLowerCase()) return 'mixed'
  return text === upper && text.length > 1 ? 'caps' : 'cap'
}

/** Cuts a run of Han, kana or hangul where the dictionary knows a phrase; what is between stays whole. */
function cjkRun(
  line: string,
  start: number,
  spaced: boolean,
  dictionary: Dictionary,
  tokens: Token[],
): number {
  let end = start + 1
  while (end < line.length && isCjk(line.charCodeAt(end))) end++
  let from = start
  const push = (a: number, b: number): void => {
    if (a >= b) return
    const text = line.slice(a, b)
    tokens.push({
      start: a,
      end: b,
      text,
      key: text,
      shape: 'uncased',
      spaced: spaced && a === start,
    })
  }
  for (let at = start; at < end; ) {
    const phrase = phraseAt(line, at, start, end, dictionary)
    if (phrase) {
      push(from, at)
      push(at, at + phrase.length)
      from = at + phrase.length
    }
    at += phrase ? phrase.length : 1
  }
  push(from, end)
  return end
}

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
        (phrase.length > 1 || at + 1 === end || (at === start && end - start === 1)) &&
        line.startsWith(phrase, at),
    )
}

/** Where a word ends, its shape, and its key: what may stand inside one, and where a space before another was lost. */

import { charClass, codeAt, isCjk, isLower, isUpper, LETTER, NUMBER } from './characters.ts'
import { fold } from './fold.ts'
import { gluedEnd, headEnd, isHead, isSiteEnd } from './glued.ts'
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

const ABBREVIATIONS = new Set('jr sr st dr mr mrs ms prof mag bros corp dipl ing'.split(' '))
const ELISIONS = new Set(['d', 'l', 'dell', 'all', 'nell', 'dall', 'sull', 'qu', 'de l', 'un'])

type Root = ReadonlyMap<string, Phrase>

/** The end of the word that begins at `start`. */
export const wordEnd = (line: string, start: number, root: Root): number =>
  gluedTail(line, root, start, gluedEnd(line, start, lettersEnd(line, start)))

// "DoeThe Associated Press", "DoeReuters": the space before an agency was lost
function gluedTail(line: string, root: Root, start: number, end: number): number {
  for (let i = end - 2; i > start; i--) {
    if (!isLower(codeAt(line, i)) || !isUpper(codeAt(line, i + 1))) continue
    if (isSiteEnd(line, start, i)) return i + 1
    const tail = fold(line.slice(i + 1, end))
    const isTail =
      tail === 'the' ||
      (tail === 'image' && isImageLabel(line, end)) ||
      (line[end] === ':' && GLUED_CUES.has(tail)) ||
      isGluedTail(root.get(tail)?.meaning, isDigit(line, end + 1))
    if (!isTail && !isHead(line, start, i + 1)) return end
    // "HotNews.ro" is known whole
    return root.get(fold(line.slice(start, end)))?.meaning ? end : i + 1
  }
  if (!isUpper(codeAt(line, start + 1))) return end
  const head = headEnd(line, start, end, (key) => root.get(key)?.meaning?.agencies !== undefined)
  return head > 0 ? head : end
}

// "ReutersMay 4": or the space before a date
const isGluedTail = (meaning: Meaning | undefined, dated: boolean): boolean =>
  meaning !== undefined &&
  (meaning.agencies !== undefined ||
    (meaning.flags & Flag.house) !== 0 ||
    (dated && (meaning.flags & Flag.date) !== 0))

const isDigit = (line: string, at: number): boolean => charClass(codeAt(line, at)) === NUMBER

// "in the harbourImage copyright Jane Doe"
const isImageLabel = (line: string, end: number): boolean =>
  line.startsWith(' copyright', end) ||
  line.startsWith(' source', end) ||
  line.startsWith(' credit', end) ||
  line.startsWith(' caption', end)

// "leaves the harbourCredit: Jane Doe"
const GLUED_CUES = new Set(
  'credit credits photo photos picture pic image source photograph foto fotos bild quelle crédit'.split(
    ' ',
  ),
)

const GLUED_LEADS = new Set(['dok', 'fot', 'foto', 'pic', 'photo', 'ph', 'credit'])

function lettersEnd(line: string, start: number): number {
  let at = start + 1
  while (at < line.length) {
    const code = codeAt(line, at)
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
  const mark = codeAt(line, at)
  const follows = charClass(codeAt(line, at + 1))
  if (isApostrophe(mark)) {
    if (follows !== LETTER || isPossessive(line, at)) return at
    return ELISIONS.has(line.slice(start, at)) ? -(at + 1) : at + 1
  }
  if ((mark === AT || mark === UNDERSCORE) && follows === LETTER) return at + 1
  if ((mark === QUOTE || mark === GERSHAYIM) && follows === LETTER && isHebrew(line, at))
    return at + 1
  if (mark !== DOT) return at
  const letters = at - lastDot(line, start, at)
  const length = at - start
  if (follows === LETTER && !isCjk(codeAt(line, at + 1))) {
    // "Dok.IGI", "Fot.Jan Doe"
    if (
      length <= 6 &&
      isUpper(codeAt(line, at + 1)) &&
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

const AT = 0x40
const UNDERSCORE = 0x5f
const QUOTE = 0x22
const GERSHAYIM = 0x5f4
const DOT = 0x2e
export const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019

// יח"צ
const isHebrew = (line: string, at: number): boolean =>
  codeAt(line, at - 1) >> 8 === 5 && codeAt(line, at + 1) >> 8 === 5

// "phenomenon.Credit": the space after a sentence was lost; "Gazeta.Ru" is a site
function isGluedSentence(line: string, dot: number): boolean {
  if (!isLower(codeAt(line, dot - 1)) || !isUpper(codeAt(line, dot + 1))) return false
  let end = dot + 2
  while (end < dot + 6 && charClass(codeAt(line, end)) === LETTER) end++
  if (end - dot <= 4) return isGluedCapitals(line.slice(dot + 1, end))
  while (end < line.length && charClass(codeAt(line, end)) === LETTER) end++
  const mark = codeAt(line, end)
  return mark !== AT && mark !== DOT
}

// "on Monday.AFP"; two letters may be a country's domain
const isGluedCapitals = (tail: string): boolean =>
  tail.length === 3 && tail === tail.toUpperCase() && !CAPITAL_DOMAINS.has(tail)
const CAPITAL_DOMAINS = new Set(['COM', 'NET', 'ORG', 'BIZ', 'GOV', 'EDU'])

// where the letters before `at` begin: after the word's last dot
function lastDot(line: string, start: number, at: number): number {
  let from = at
  while (from > start && codeAt(line, from - 1) !== DOT) from--
  return from
}

const SMALL_S = 0x73
const CAPITAL_S = 0x53
export const isPossessive = (line: string, at: number): boolean => {
  const next = codeAt(line, at + 1)
  return (next === SMALL_S || next === CAPITAL_S) && charClass(codeAt(line, at + 2)) !== LETTER
}

export const keyOf = (text: string): string => {
  const key = fold(text)
  if (!key.includes('.')) return key
  const parts = key.split('.')
  return parts.every((part) => part.length <= 1) || key.endsWith('.') ? parts.join('') : key
}

export function shapeOf(text: string): Shape {
  let lower = 0
  let upper = 0
  for (let i = 0; i < text.length; i++) {
    const code = codeAt(text, i)
    if (code === 0x40) return 'site'
    if (code === 0x2e) {
      if (text.endsWith('.')) return 'initial'
      // "J.Doe", "M.A.Doe": initials that lost the space before the surname
      return i === 1 ? (text.length - text.lastIndexOf('.') > 3 ? 'cap' : 'initial') : 'site'
    }
    if (isLower(code)) lower++
    else if (isUpper(code)) upper++
  }
  if (lower + upper === 0) return 'uncased'
  if (upper === 0) return 'lower'
  if (!isUpper(codeAt(text, 0))) return 'mixed'
  return lower === 0 && text.length > 1 ? 'caps' : 'cap'
}

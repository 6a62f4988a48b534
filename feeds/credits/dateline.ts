/** Datelines: "ISTANBUL (Reuters) -", "МОСКВА, 24 янв. /ТАСС/.", "新华社北京4月24日电", "(서울=연합뉴스)". */

import { chinese, reporters } from './asian-dateline.ts'
import { flagEnd, flagsOf } from './find.ts'
import { houseDateline, uncasedDateline } from './house-dateline.ts'
import type { Head } from './line.ts'
import { readList } from './list.ts'
import { agencyAt, mastheadAt } from './party.ts'
import { Flag } from './phrase.ts'
import { type Line, type Reading, resolve } from './resolve.ts'
import { isMark, type List, type Party } from './state.ts'
import type { Token } from './tokens.ts'

/** How many tokens a dateline may take. */
const REACH = 40

/** The credit of a dateline at the head of the line. */
export function dateline(line: Line): Head | undefined {
  return taiwanese(line) ?? bracketed(line) ?? plain(line)
}

// "（中央社記者王大明台北24日電）": its head stands in a bracket
const taiwanese = (line: Line): Head | undefined =>
  line.tokens[1]?.shape === 'uncased' && line.tokens[0]?.key === '(' ? chinese(line) : undefined

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '/': '/' }

function bracketed(line: Line): Head | undefined {
  for (const open of bracketsOf(line.tokens)) {
    const reading = bracketAt(line, open)
    if (reading) return reading
  }
  return undefined
}

function bracketAt(line: Line, open: number): Head | undefined {
  const { tokens } = line
  const mark = CLOSES[tokens[open]?.key ?? '']
  const close = tokens.findIndex(
    (token, i) => i > open && i < open + 16 && (token.key === mark || token.text === '】'),
  )
  // "/ritzau/AFP": a signature
  if (mark === '/' && open === 0 && tokens.length < close + 4) return undefined
  const head = close < 0 ? undefined : headOf(line, open)
  if (!head || !followed(line, close, head.dated, open)) return undefined
  const list =
    signedBracket(tokens, open, close) ??
    readList(
      tokens,
      innerStart(tokens, open, close),
      close,
      tokens[open]?.text === '【' || tokens[open + 1]?.key === 'корр' ? 'byline' : undefined,
    )
  const known = ({ kind }: Party): boolean => kind === 'agency' || isAtPlace(tokens, open, kind)
  const isOther =
    list !== undefined &&
    (isHouse(line, list, open, close) || isReporter(list) || areReporters(tokens, open, list))
  if (!list || (!list.parties.some(known) && !isOther)) return undefined
  const inner = resolve(line, list, 'wire')
  const who = reporters(line, close + 1)
  const credits = [...head.credits, ...inner.credits, ...who.credits]
  return { credits, publication: inner.publication, to: Math.max(close + 1, who.to) }
}

// "〔記者王大明／台北報導〕": so papers of Taiwan open
const areReporters = (tokens: readonly Token[], open: number, { parties }: List): boolean =>
  open === 0 &&
  /^[記记]者$/.test(tokens[1]?.text ?? '') &&
  parties.length > 0 &&
  parties.every(({ kind }) => kind === 'person')

// "София, 12 март /Иван Петров, БТА/", "(Jane Doe/AFP)": who wrote before the agency
function signedBracket(tokens: readonly Token[], open: number, close: number): List | undefined {
  const first = tokens[open + 1]
  if (first?.shape !== 'cap' || tokens[open + 2]?.shape !== 'cap') return undefined
  const list = readList(tokens, open + 1, close, 'byline')
  const signed =
    list?.parties.length === 2 &&
    list.parties[0]?.kind === 'person' &&
    list.parties[1]?.agency?.kind === 'news'
  return signed ? list : undefined
}

// "[항구일보 홍길동 기자]": a paper and its reporter
const isReporter = ({ parties, signed }: List): boolean =>
  signed &&
  parties.length === 2 &&
  (parties[0]?.kind === 'house' || parties[0]?.kind === 'paper') &&
  parties[1]?.kind === 'person'

// "(CNN) -", "HARBOURTON, Ohio (WXYZ) -": a paper or station by itself, or the call letters of one, and a dash
const isHouse = (
  { tokens, where }: Line,
  { parties }: List,
  open: number,
  close: number,
): boolean =>
  parties.length === 1 &&
  tokens[open]?.key === '(' &&
  (tokens[close + 1]?.key === '-' || where === 'dateline') &&
  parties.every(
    ({ kind, from }) =>
      HOUSES.has(kind) ||
      ((open > 0 || where === 'dateline') && STATION.test(tokens[from]?.text ?? '')),
  )
// the call letters of a station, or its network and channel
const STATION = /^(?:[WK][A-Z]{2,3}|[A-Z]{2,4}\d{1,2})$/
const HOUSES = new Set(['paper', 'broadcaster'])

// 【6月18日 AFP】, (서울=연합뉴스): a date or place may stand first inside
function innerStart(tokens: readonly Token[], open: number, close: number): number {
  for (let i = open + 1; i < close; i++)
    if (tokens[i]?.key === '=') return agencyAt(tokens, i - 1, i) && i - 1 > open ? i - 1 : i + 1
  // "(CBS/AP)"
  const house = mastheadAt(tokens, open + 1, close)
  if (house && tokens[house.end]?.key === '/') return open + 1
  for (let i = open + 1; i < close && tokens[i]?.key !== ':'; i++)
    if (agencyAt(tokens, i, close)) return i
  return open + 1
}

// 【北京＝山田太郎】
const isAtPlace = (tokens: readonly Token[], open: number, kind: string): boolean =>
  tokens[open]?.text === '【' && kind === 'person' && tokens[open + 2]?.key === '='

/** The brackets near the head that may hold an agency. */
function bracketsOf(tokens: readonly Token[]): number[] {
  const open: number[] = []
  for (let i = 0; i < Math.min(REACH, tokens.length) && open.length < MOST_BRACKETS; i++) {
    const token = tokens[i] as Token
    if (token.shape === 'mark' && token.key in CLOSES && mayOpen(tokens, i)) open.push(i)
  }
  return open
}

// a slash opens only where a word does not touch it: "/ТАСС/", not "Doe/EPA/"
const mayOpen = (tokens: readonly Token[], i: number): boolean => {
  const before = tokens[i - 1]
  if (tokens[i]?.key !== '/' || !before) return true
  return (
    before.shape === 'mark' ||
    before.shape === 'number' ||
    (flagsOf(before) & Flag.date) !== 0 ||
    (before.shape === 'caps' && tokens[i]?.spaced === true) ||
    (before.shape === 'uncased' && i < 3 && agencyAt(tokens, i + 1, tokens.length) !== undefined) ||
    tokens[i + 1]?.key === 'корр'
  )
}

const MOST_BRACKETS = 4

interface Before {
  readonly dated: boolean
  readonly credits: Reading['credits']
}

/** What stands before the bracket: nothing, a place with its date, or a byline and a place. */
function headOf(line: Line, open: number): Before | undefined {
  const { tokens } = line
  if (open > 0 && (flagsOf(tokens[0]) & Flag.by) !== 0) return byline(line, open)
  const wrote = slashedName(line, open)
  if (wrote) return wrote
  let dated = false
  if (tokens[1]?.key === ':') return undefined
  for (let i = 0; i < open; i++) {
    const token = tokens[i] as Token
    if (token.shape === 'number' || (flagsOf(token) & Flag.date) !== 0) dated = true
    else if (token.shape === 'mark' ? !PLACE_MARKS.has(token.key) : !isPlaceWord(token))
      return undefined
    if (agencyAt(tokens, i, open)) return undefined
  }
  return open > 14 ? undefined : { dated, credits: [] }
}

// "Ayşe DENİZ/İSTANBUL, (DHA)-": who wrote before the town, the surname in capitals
function slashedName(line: Line, open: number): Before | undefined {
  const { tokens } = line
  const slash = tokens.slice(0, 4).findIndex(({ key }) => key === '/')
  if (slash < 2 || slash >= open || open > slash + 4) return undefined
  if (tokens[0]?.shape !== 'cap' || tokens[slash - 1]?.shape !== 'caps') return undefined
  const list = readList(tokens, 0, slash, 'byline')
  return list && { dated: true, credits: resolve(line, list, 'author').credits }
}

const PLACE_MARKS = new Set([',', '.', '/', '-', '"', "'s", '(', ')', '[', ']', ':'])
const isPlaceWord = (token: Token): boolean =>
  token.shape !== 'lower'
    ? token.shape !== 'site'
    : token.text.length <= 3 || (flagsOf(token) & Flag.particle) !== 0

// "By Jane Doe and John Roe SURABAYA, Indonesia (Reuters) -": the names end where capitals begin
function byline(line: Line, open: number): Before | undefined {
  const { tokens } = line
  const first = tokens[0]
  if (!first || (flagsOf(first) & Flag.by) === 0) return undefined
  const end = tokens[1]?.shape === 'caps' ? placeBefore(tokens, open) : nameEnd(tokens, open)
  const list = readList(tokens, 0, end, 'byline')
  if (!list) return undefined
  return { dated: true, credits: resolve(line, list, 'author').credits }
}

function nameEnd(tokens: readonly Token[], open: number): number {
  let end = 1
  while (end < open && !(tokens[end]?.shape === 'caps' && (tokens[end] as Token).text.length > 2))
    end++
  return end
}

// "By JANE DOE SAN FRANCISCO (AP) --": of capitals the town is known, or the last word
function placeBefore(tokens: readonly Token[], open: number): number {
  for (let i = 2; i < open; i++) if (flagEnd(tokens, i, open, Flag.place) === open) return i
  return open - 1
}

/** A dash, a colon or the like after the bracket; a dated head needs none, nor does a known place of datelines. */
function followed(line: Line, close: number, dated: boolean, open: number): boolean {
  const { tokens, where } = line
  const next = tokens[close + 1]
  // "NEW YORK January 12, 2012 (AP)"
  if (!next)
    return (
      tokens.slice(0, open).some(({ shape }) => shape === 'number') &&
      agencyAt(tokens, open + 1, close)?.end === close
    )
  if (next.shape === 'mark' && DASHES.has(next.key)) return true
  if (tokens[open]?.key === '[' || tokens[open]?.key === '/') return true
  if (tokens.slice(open, close).some((token) => token.key === '=')) return true
  const placed = open > 0 && flagEnd(tokens, 0, open, Flag.place) === open
  return (where === 'dateline' || dated || placed) && next.shape !== 'lower'
}

const DASHES = new Set(['-', ':', '=', '.', '|', '·', ',', '_'])

/** Without brackets: "МОСКВА, 3 янв - РИА Новости.", "OTTAWA — The Canadian Press", "新华社北京4月24日电". */
function plain(line: Line): Head | undefined {
  const { tokens } = line
  const alone = houseDateline(line) ?? uncasedDateline(line)
  if (alone) return alone
  let dated = false
  for (let i = 0; i < Math.min(14, tokens.length - 1); i++) {
    const token = tokens[i] as Token
    if (token.shape === 'number' || (flagsOf(token) & Flag.date) !== 0) dated = true
    else if (endsPlace(tokens, i)) {
      const found = agencyAt(tokens, i + 1, tokens.length)
      const end = found ? reporterEnd(tokens, found.end) : -1
      if (found && (dated || opensPlain(tokens, i, found.end)) && endsHead(tokens, end)) {
        const list = readList(tokens, i + 1, end, end > found.end ? 'byline' : undefined)
        return list && { ...resolve(line, list, 'wire'), to: end }
      }
    } else if (token.shape === 'mark' ? !PLACE_MARKS.has(token.key) : !isPlaceWord(token)) break
  }
  return chinese(line)
}

// "МОСКВА, 24 янв — РИА Новости, Анна Иванова.": two or three capitalised words before the point
function reporterEnd(tokens: readonly Token[], i: number): number {
  if (tokens[i]?.key !== ',') return i
  let end = i + 1
  while (end < i + 4 && tokens[end]?.shape === 'cap') end++
  return end > i + 2 && tokens[end]?.key === '.' ? end : i
}

// capitals; in scripts without them one or two words between dashes: "طهران - إرنا - "
const opensPlain = (tokens: readonly Token[], i: number, end: number): boolean =>
  tokens[0]?.shape === 'caps' ||
  (tokens[0]?.shape === 'uncased' &&
    i <= 2 &&
    tokens[i]?.key === '-' &&
    (tokens[end]?.key === '-' || tokens[end]?.key === ':'))

// a dash with space about it, or a point
const endsPlace = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.key === '.' ||
  // "Accra, Feb. 19, GNA –"
  (tokens[i]?.key === ',' && tokens[i + 1]?.shape === 'caps' && isMark(tokens[i + 2], '-')) ||
  (tokens[i]?.key === '-' &&
    (tokens[i]?.spaced === true ||
      tokens[i + 1]?.spaced === true ||
      // "کرمانشاه-ایرنا-"
      (i === 1 && tokens[0]?.shape === 'uncased')))
const endsHead = (tokens: readonly Token[], end: number): boolean =>
  end === tokens.length ||
  tokens[end]?.key === '.' ||
  tokens[end]?.key === '-' ||
  (tokens[end]?.key === ':' && tokens[0]?.shape === 'uncased')

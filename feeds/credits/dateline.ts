/** Datelines: "ISTANBUL (Reuters) -", "МОСКВА, 24 янв. /ТАСС/.", "新华社北京4月24日电", "(서울=연합뉴스)". */

import { Flag, flagsOf } from './lexicon.ts'
import { readList } from './list.ts'
import { agencyAt } from './party.ts'
import { type Line, type Reading, resolve } from './resolve.ts'
import type { Token } from './tokens.ts'

/** How many tokens a dateline may take. */
const REACH = 40

/** The credit of a dateline at the head of the line. */
export function dateline(line: Line): Reading | undefined {
  return bracketed(line) ?? plain(line)
}

const CLOSES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '/': '/' }

function bracketed(line: Line): Reading | undefined {
  for (const open of bracketsOf(line.tokens)) {
    const reading = bracketAt(line, open)
    if (reading) return reading
  }
  return undefined
}

function bracketAt(line: Line, open: number): Reading | undefined {
  const { tokens } = line
  const mark = CLOSES[tokens[open]?.key ?? '']
  const close = tokens.findIndex(
    (token, i) => i > open && i < open + 16 && (token.key === mark || token.text === '】'),
  )
  const head = close < 0 ? undefined : headOf(line, open)
  if (!head || !followed(line, close, head.dated, open)) return undefined
  const list = readList(tokens, innerStart(tokens, open, close), close, undefined)
  if (!list?.parties.some((party) => party.kind === 'agency')) return undefined
  const inner = resolve(line, list, 'wire')
  return { credits: [...head.credits, ...inner.credits], publication: inner.publication }
}

// 【6月18日 AFP】, (서울=연합뉴스): a date or place may stand first inside
function innerStart(tokens: readonly Token[], open: number, close: number): number {
  for (let i = open + 1; i < close; i++) if (tokens[i]?.key === '=') return i + 1
  for (let i = open + 1; i < close; i++) if (agencyAt(tokens, i, close)) return i
  return open + 1
}

/** The brackets near the head that may hold an agency. */
function bracketsOf(tokens: readonly Token[]): number[] {
  const open: number[] = []
  for (let i = 0; i < Math.min(REACH, tokens.length) && open.length < MOST_BRACKETS; i++) {
    const token = tokens[i] as Token
    if (token.shape === 'mark' && token.key in CLOSES) open.push(i)
  }
  return open
}

const MOST_BRACKETS = 4

interface Head {
  readonly dated: boolean
  readonly credits: Reading['credits']
}

/** What stands before the bracket: nothing, a place with its date, or a byline and a place. */
function headOf(line: Line, open: number): Head | undefined {
  const { tokens } = line
  if (open > 0 && (flagsOf(tokens[0]) & Flag.by) !== 0) return byline(line, open)
  let dated = false
  for (let i = 0; i < open; i++) {
    const token = tokens[i] as Token
    if (token.shape === 'number' || (flagsOf(token) & Flag.date) !== 0) dated = true
    else if (token.shape === 'mark' ? !PLACE_MARKS.has(token.key) : !isPlaceWord(token))
      return undefined
    if (agencyAt(tokens, i, open)) return undefined
  }
  return open > 14 ? undefined : { dated, credits: [] }
}

const PLACE_MARKS = new Set([',', '.', '/', '-', '"', "'s", '(', ')', '[', ']', ':'])
const isPlaceWord = (token: Token): boolean =>
  token.shape !== 'lower'
    ? token.shape !== 'site'
    : token.text.length <= 3 || (flagsOf(token) & Flag.particle) !== 0

// "By Jane Doe and John Roe SURABAYA, Indonesia (Reuters) -": the names end where capitals begin
function byline(line: Line, open: number): Head | undefined {
  const { tokens } = line
  const first = tokens[0]
  if (!first || (flagsOf(first) & Flag.by) === 0) return undefined
  let end = 1
  while (end < open && !(tokens[end]?.shape === 'caps' && (tokens[end] as Token).text.length > 2))
    end++
  const list = readList(tokens, 0, end, 'byline')
  if (!list) return undefined
  return { dated: true, credits: resolve(line, list, 'author').credits }
}

/** A dash, a colon or the like after the bracket; a dated head needs none, nor does a known place of datelines. */
function followed(line: Line, close: number, dated: boolean, open: number): boolean {
  const { tokens, where } = line
  const next = tokens[close + 1]
  if (!next) return false
  if (next.shape === 'mark' && DASHES.has(next.key)) return true
  if (tokens[open]?.key === '[' || tokens[open]?.key === '/') return true
  return (where === 'dateline' || dated) && next.shape !== 'lower'
}

const DASHES = new Set(['-', ':', '=', '.', '|', '·', ','])

/** Without brackets: "МОСКВА, 3 янв - РИА Новости.", "新华社北京4月24日电", "KUALA LUMPUR, Jan 3 -- Bernama". */
function plain(line: Line): Reading | undefined {
  return chinese(line)
}

function chinese(line: Line): Reading | undefined {
  const { tokens } = line
  const start = tokens[0]?.key === '(' || tokens[0]?.key === '[' ? 1 : 0
  const found = agencyAt(tokens, start, tokens.length)
  if (!found || tokens[start]?.shape !== 'uncased') return undefined
  const end = Math.min(tokens.length, start + 14)
  let dated = false
  for (let i = found.end; i < end; i++) {
    const token = tokens[i] as Token
    if (token.shape === 'number') dated = true
    else if (dated && /[电電讯訊]$/.test(token.text)) {
      const list = readList(tokens, start, found.end, undefined)
      return list && resolve(line, list, 'wire')
    } else if (token.shape === 'mark' && token.key !== '-') return undefined
  }
  return undefined
}

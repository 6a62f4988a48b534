/** Datelines of East Asia and who reported in them: "新华社北京4月24日电（记者王明）", "(서울=연합뉴스) 홍길동 기자 =". */

import type { Head } from './line.ts'
import { readList } from './list.ts'
import { agencyAt, mastheadAt } from './party.ts'
import { type Line, type Reading, resolve } from './resolve.ts'
import type { Token } from './tokens.ts'

const REPORTER = new Set(['记者', '記者', '기자', '특파원', '통신원', '通讯员'])

/** "（记者张三）" after 电, "홍길동 기자 =" after the bracket: who reported. */
export function reporters(line: Line, from: number): Pick<Head, 'credits' | 'to'> {
  const { tokens } = line
  const end = tokens.findIndex(
    (t, i) => i > from && i < from + 14 && (t.key === ')' || t.key === '='),
  )
  if (end < 0 || !tokens.slice(from, end).some((token) => REPORTER.has(token.key))) {
    return { credits: [], to: from }
  }
  const list = readList(tokens, from, end, 'byline')
  const people = list ? resolve(line, list, 'author').credits : []
  return { credits: people.filter(({ kind }) => kind === 'person'), to: end + 1 }
}

/** A house, a place and a date that end in 电 or 讯. */
export function chinese(line: Line): Head | undefined {
  const { tokens } = line
  const start = tokens[0]?.key === '(' || tokens[0]?.key === '[' ? 1 : 0
  const found = agencyAt(tokens, start, tokens.length) ?? mastheadAt(tokens, start, tokens.length)
  if (!found || tokens[start]?.shape !== 'uncased') return undefined
  let dated = false
  for (let i = found.end; i < Math.min(tokens.length, start + 14); i++) {
    const token = tokens[i] as Token
    if (token.shape === 'number') dated = true
    else if (dated && /[电電讯訊]$/.test(token.text))
      return chineseReading(line, start, found.end, i)
    else if (token.shape === 'mark' && token.key !== '-' && token.key !== ',') return undefined
  }
  return undefined
}

function chineseReading(line: Line, start: number, end: number, close: number): Head | undefined {
  const list = readList(line.tokens, start, end, 'byline')
  if (!list) return undefined
  const wire = resolve(line, list, 'wire')
  const who = reporters(line, close + 1)
  const credits = [...wire.credits, ...inHead(line, end, close), ...who.credits]
  return { ...wire, credits, to: Math.max(close + 1, who.to) }
}

// 中央社記者王大明台北24日電: the name and the place are written together
function inHead(line: Line, from: number, to: number): Reading['credits'] {
  const { tokens, text } = line
  const job = tokens.findIndex((t, i) => i >= from && i < to && REPORTER.has(t.key))
  const names: Token[] = []
  for (let i = job + 1; job >= 0 && i < to && tokens[i]?.shape === 'uncased'; i += 2) {
    names.push(tokens[i] as Token)
    if (tokens[i + 1]?.key !== ',') break
  }
  return names.map((name) => {
    const span = [name.start, name.start + Math.min(name.text.length, 3)] as const
    return { name: text.slice(...span), kind: 'person', role: 'author', text, span }
  })
}

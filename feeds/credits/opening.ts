/** A credit at the head of a caption: "© Harbourpix/Getty Images The ferry leaves", "Jane Doe/Getty ImagesThe ferry leaves". */

import { readList } from './list.ts'
import { agencyAt } from './party.ts'
import { type Line, type Reading, resolve } from './resolve.ts'
import type { Token } from './tokens.ts'

/** In how many tokens such a credit ends. */
const REACH = 16

/** The reading of what is owned, up to the last agency that a sentence follows. */
export function opening(line: Line): Reading | undefined {
  const { tokens, where } = line
  if (where !== 'caption' && where !== undefined) return undefined
  const barred = beforeBar(line)
  if (barred) return barred
  const first = beforeArticle(line)
  if (first) return first
  const apart = beforeGap(line)
  if (apart) return apart
  const owned = tokens[0]?.key === '©'
  for (let i = Math.min(REACH, tokens.length - 1); i > 0; i--) {
    const end = agencyAt(tokens, i, tokens.length)?.end ?? -1
    if (end < 0 || !opensSentence(tokens, end) || !(owned || tokens[end]?.spaced === false))
      continue
    const list = readList(tokens, 0, end, 'caption')
    if (list) return resolve({ ...line, where: 'caption' }, list, 'photo')
  }
  return undefined
}

// "Photo credit: Jane Doe | The ferry leaves the harbour."
function beforeBar(line: Line): Reading | undefined {
  const { tokens } = line
  const bar = tokens.slice(0, REACH + 1).findIndex(({ key }) => key === '|')
  if (bar < 2 || !opensSentence(tokens, bar + 1)) return undefined
  const list = readList(tokens, 0, bar, 'caption')
  if (!list || list.cues === 0 || !list.pictured) return undefined
  return resolve({ ...line, where: 'caption' }, list, 'photo')
}

// "Reuters   Storm: the ferry leaves": where the page had two elements, more than a space stands between
function beforeGap(line: Line): Reading | undefined {
  const { tokens, text, where } = line
  const end = where === 'caption' ? (agencyAt(tokens, 0, tokens.length)?.end ?? -1) : -1
  const next = end > 0 ? tokens[end] : undefined
  if (!next || next.start - (tokens[end - 1]?.end ?? 0) < 2 || !opensSentence(tokens, end))
    return undefined
  if (!/^\s{2}/.test(text.slice(tokens[end - 1]?.end))) return undefined
  const list = readList(tokens, 0, end, 'caption')
  return list && resolve(line, list, 'photo')
}

// "AP A ferry waits in the harbour": an agency in capitals, which no verb follows, before an article
function beforeArticle(line: Line): Reading | undefined {
  const { tokens } = line
  const end =
    line.where === 'caption' && tokens[0]?.shape === 'caps'
      ? (agencyAt(tokens, 0, tokens.length)?.end ?? -1)
      : -1
  const article = tokens[end]
  if (
    end < 0 ||
    article?.shape !== 'cap' ||
    !ARTICLES.has(article.key) ||
    !opensSentence(tokens, end)
  )
    return undefined
  const list = readList(tokens, 0, end, 'caption')
  return list && resolve(line, list, 'photo')
}

const ARTICLES = new Set(
  'a an the der die das ein eine le la les un une el los las il lo gli'.split(' '),
)

// a capital, and words in small letters after it
function opensSentence(tokens: readonly Token[], i: number): boolean {
  const first = tokens[i]
  if (first?.shape !== 'cap' && first?.shape !== 'caps') return false
  const after = tokens.slice(i + 1, i + 1 + REACH)
  return after.filter(({ shape }) => shape === 'lower').length > 2
}

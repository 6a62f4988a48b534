/** The name of the house at the end of a page's title: "Oil falls | Reuters". */

import { isCjk } from './characters.ts'
import { flagsOf } from './find.ts'
import { readList } from './list.ts'
import { nameRun } from './names.ts'
import { agencyAt, mastheadAt } from './party.ts'
import { Flag } from './phrase.ts'
import { type Line, type Reading, resolve } from './resolve.ts'
import type { Token } from './tokens.ts'

/** The agency or masthead after the title's last bar or dash. */
export function titleSuffix(line: Line): Reading | undefined {
  const last = dateless(line)
  return bracketed(line) ?? suffixBefore(line, last) ?? beforeSite(line)
}

// "... - РИА Новости, 24.11.2024": past the date
function dateless({ tokens }: Line): number {
  const last = tokens.length - 2
  return tokens.at(-1)?.shape === 'number' && tokens[last]?.key === ',' ? last : tokens.length
}

// "Oil falls (AP)"
function bracketed(line: Line): Reading | undefined {
  const { tokens, where } = line
  const from = tokens.findLastIndex(({ key }) => key === '(') + 1
  const last = tokens.length - 1
  if (where !== 'title-suffix' || from < 2 || tokens[last]?.key !== ')') return undefined
  if (agencyAt(tokens, from, last)?.end !== last) return undefined
  const list = readList(tokens, from, last, undefined)
  return list && resolve(line, list, 'wire')
}

// "... - Xinhua | English.example.cn": the section's site after the house
function beforeSite(line: Line): Reading | undefined {
  const { tokens } = line
  const last = tokens.length - 2
  return tokens.at(-1)?.shape === 'site' && tokens[last]?.shape === 'mark'
    ? suffixBefore(line, last)
    : undefined
}

function suffixBefore(line: Line, last: number): Reading | undefined {
  const { tokens } = line
  const from = tokens.findLastIndex(
    (token, i) =>
      i < last &&
      token.shape === 'mark' &&
      (token.key === '|' ||
        token.key === '_' ||
        (token.key === '-' && (token.spaced || isHan(tokens[i + 1])))),
  )
  if (from < 1 || from + 1 >= last) return undefined
  const found = agencyAt(tokens, from + 1, last) ?? mastheadAt(tokens, from + 1, last)
  if (found?.end !== last)
    return isHouse(line, from + 1, last)
      ? { credits: [], publication: between(line, from + 1, last) }
      : undefined
  const list = readList(tokens, from + 1, last, undefined)
  return list && resolve(line, list, 'wire')
}

// "标题-新华网"
const isHan = (token: Token | undefined): boolean => isCjk(token?.text.charCodeAt(0) ?? 0)

// "... - The Skerry Union-Tribune": where a suffix is known to stand, or with its article
function isHouse({ tokens, where }: Line, from: number, last: number): boolean {
  if (where !== 'title-suffix' && tokens[from]?.text !== 'The') return false
  const run = nameRun(tokens, from, last, false, () => false)
  const words = tokens.slice(from, last)
  if (where === 'title-suffix' && isSiteName(tokens, from, words)) return true
  return (
    run?.kind === 'house' &&
    run.end === last &&
    words.some((token) => (flagsOf(token) & Flag.mastheadWord) !== 0)
  )
}

// "... at noon | Skerry Notes": after a headline some capitalised words that begin with no given name are the site's
const isSiteName = (tokens: readonly Token[], from: number, words: readonly Token[]): boolean =>
  words.length > 1 &&
  words.length <= LONGEST_SITE &&
  from > 3 &&
  words.every(({ shape }) => shape === 'cap' || shape === 'caps') &&
  (flagsOf(words[0]) & (Flag.given | Flag.nobody)) === 0 &&
  tokens[from - 1]?.spaced === true

const LONGEST_SITE = 4

const between = ({ text, tokens }: Line, from: number, last: number): string =>
  text.slice(tokens[from]?.start, tokens[last - 1]?.end)

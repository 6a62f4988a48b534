/** The name of the house at the end of a page's title: "Oil falls | Reuters". */

import { isCjk } from './characters.ts'
import { flagsOf } from './find.ts'
import { isMastheadWord } from './likely.ts'
import { readList } from './list.ts'
import { nameRun } from './names.ts'
import { agencyAt, mastheadAt } from './party.ts'
import { Flag } from './phrase.ts'
import { type Line, type Reading, resolve } from './resolve.ts'
import type { Token } from './tokens.ts'

/** The agency or masthead after the title's last bar or dash, or before a slogan behind it. */
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

const suffixBefore = (line: Line, last: number): Reading | undefined =>
  known(line, last) ?? unknown(line, last)

/** How many parts of a title are looked at from its end, where a title is known to stand. */
const MOST_PARTS = 3

// "Oil falls | Reuters", and in titles "Oil falls | Reuters | Latest News": an agency or a masthead of the table
function known(line: Line, last: number): Reading | undefined {
  const { tokens } = line
  const titled = line.where === 'title-suffix'
  let end = last
  for (let part = 0; part < (titled ? MOST_PARTS : 1); part++) {
    const from = separatorBefore(tokens, end, titled)
    if (from < 1) return undefined
    const found = agencyAt(tokens, from + 1, end) ?? mastheadAt(tokens, from + 1, end)
    if (found?.end === end) {
      const list = readList(tokens, from + 1, end, undefined)
      return list && resolve(line, list, 'wire')
    }
    end = from
  }
  return undefined
}

function unknown(line: Line, last: number): Reading | undefined {
  const from = separatorBefore(line.tokens, last, line.where === 'title-suffix')
  if (from < 1 || from + 1 >= last || !isHouse(line, from + 1, last)) return undefined
  return { credits: [], publication: between(line, from + 1, last) }
}

const SEPARATORS = new Set(['|', '_'])
// where a title is known to stand
const FURTHER = new Set(['·', '•', '●', '«', '»', '›', '‹', '>', '~'])

// a bar; a dash with space about it, or before Han; in titles a colon too
const separatorBefore = (tokens: readonly Token[], last: number, titled: boolean): number =>
  tokens.findLastIndex(
    (token, i) =>
      i + 1 < last &&
      token.shape === 'mark' &&
      (SEPARATORS.has(token.key) ||
        (titled && FURTHER.has(token.text)) ||
        ((token.key === '-' || (titled && token.key === ':')) &&
          (token.spaced || tokens[i - 1]?.key === ':' || isHan(tokens[i + 1])))),
  )

// "标题-新华网"
const isHan = (token: Token | undefined): boolean => isCjk(token?.text.charCodeAt(0) ?? 0)

// "... - The Skerry Union-Tribune": where a suffix is known to stand, or with its article
function isHouse({ tokens, where }: Line, from: number, last: number): boolean {
  if (where === undefined && isHeadlined(tokens, from, last)) return true
  if (where !== 'title-suffix' && tokens[from]?.text !== 'The') return false
  const uncased = where === 'title-suffix' && tokens[from]?.shape === 'uncased'
  const run = nameRun(tokens, from, last, uncased, () => false)
  const words = tokens.slice(from, last)
  if (where === 'title-suffix' && words.length === 1 && isSite(words[0])) return true
  if (where === 'title-suffix' && isSiteName(tokens, from, words)) return true
  return (
    run?.kind === 'house' &&
    run.end === last &&
    (uncased || words.some((token) => (flagsOf(token) & Flag.mastheadWord) !== 0))
  )
}

const isSite = (token: Token | undefined): boolean =>
  token?.shape === 'site' || (token?.shape === 'cap' && isMastheadWord(token))

// "The ferry is late again - Skerry Evening Post": where no place is said, after words of a headline without a stop
function isHeadlined(tokens: readonly Token[], from: number, last: number): boolean {
  const words = tokens.slice(from, last)
  const before = tokens.slice(0, from - 1)
  return (
    words.length > 1 &&
    words.length <= LONGEST_SITE &&
    words.every(({ shape, spaced }) => shape === 'cap' && spaced) &&
    (flagsOf(words[0]) & (Flag.given | Flag.nobody | Flag.mastheadWord)) === 0 &&
    (flagsOf(words.at(-1)) & Flag.mastheadWord) !== 0 &&
    before.length > 3 &&
    before.filter(({ shape }) => shape === 'lower').length > 2 &&
    before.every(({ key }) => key !== '.' && key !== '|')
  )
}

// "... at noon | Skerry Notes": after a headline some capitalised words that begin with no given name are the site's
const isSiteName = (tokens: readonly Token[], from: number, words: readonly Token[]): boolean =>
  words.length > 1 &&
  words.length <= LONGEST_SITE &&
  from > 3 &&
  words.every(({ shape }) => shape === 'cap' || shape === 'caps') &&
  ((flagsOf(words[0]) & (Flag.given | Flag.nobody)) === 0 || words[0]?.key === 'news') &&
  tokens[from - 1]?.spaced === true

const LONGEST_SITE = 4

const between = ({ text, tokens }: Line, from: number, last: number): string =>
  text.slice(tokens[from]?.start, tokens[last - 1]?.end)

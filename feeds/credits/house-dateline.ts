/** Datelines that open with houses: "Example.com, Jakarta - ", "Reuters/AFP/Example - ", "Kabul.- AFP. ". */

import { flagEnd, flagsOf } from './find.ts'
import type { Head } from './line.ts'
import { readList } from './list.ts'
import { agencyAt, mastheadAt } from './party.ts'
import { Flag } from './phrase.ts'
import { type Line, resolve } from './resolve.ts'
import { isCapital } from './state.ts'
import type { Token } from './tokens.ts'

/** How many tokens such a head may take. */
const REACH = 16

const isDash = (token: Token | undefined): boolean => token?.key === '-' && token.spaced

/** The credit of such a head. */
export function houseDateline(line: Line): Head | undefined {
  const { tokens } = line
  const known = agencyHead(line) ?? houseHead(line) ?? barredHead(line) ?? networkHead(line)
  if (known || tokens.length < 4) return known
  return (
    (tokens[0]?.shape === 'site' ? siteHead(line) : undefined) ??
    slashedHead(line) ??
    stoppedHead(line)
  )
}

// "AP - The ministry said": where a dateline is known to stand
function agencyHead(line: Line): Head | undefined {
  const { tokens, where } = line
  const found =
    where === 'dateline'
      ? (agencyAt(tokens, 0, tokens.length) ?? mastheadAt(tokens, 0, tokens.length))
      : undefined
  if (!found || tokens[found.end]?.key !== '-' || !tokens[found.end]?.spaced) return undefined
  const list = readList(tokens, 0, found.end, undefined)
  return list && { ...resolve(line, list, 'wire'), to: found.end + 1 }
}

// "TOKIO taz | Im Café", "TOKIO dpa/taz | Im Café": a town in capitals, the house and a bar
function barredHead(line: Line): Head | undefined {
  const { tokens } = line
  const town = tokens.findIndex(({ shape }) => shape !== 'caps')
  if (town < 1 || town > 4) return undefined
  const bar = tokens.slice(0, 6).findIndex(({ key }) => key === '|')
  if (bar <= town || bar + 3 > tokens.length) return undefined
  const list = readList(tokens, town, bar, undefined)
  if (!list || list.parties.length === 0) return undefined
  if (!list.parties.every(({ kind }) => HOUSES.has(kind))) return undefined
  return { ...resolve(line, list, 'wire'), to: bar + 1 }
}

const HOUSES = new Set(['agency', 'paper', 'broadcaster'])

// "Oslo CNN — The ferry left": a town, a network and a dash
function networkHead(line: Line): Head | undefined {
  const { tokens } = line
  const town = line.where === 'dateline' ? flagEnd(tokens, 0, tokens.length, Flag.place) : -1
  const found = town > 0 ? mastheadAt(tokens, town, tokens.length) : undefined
  const dash = found ? tokens[found.end] : undefined
  if (found?.value.kind !== 'broadcaster' || !isDash(dash)) return undefined
  const list = readList(tokens, town, found.end, undefined)
  return list && { ...resolve(line, list, 'wire'), to: found.end + 1 }
}

// "Jakarta, CNN Indonesia -- The ministry said": a town and the house
function houseHead(line: Line): Head | undefined {
  const { tokens } = line
  const comma = tokens.slice(0, 4).findIndex(({ key }) => key === ',')
  const placed = line.where === 'dateline' || flagEnd(tokens, 0, comma, Flag.place) === comma
  if (comma < 1 || !placed || !tokens.slice(0, comma).every((token) => token.shape !== 'lower'))
    return undefined
  const found = mastheadAt(tokens, comma + 1, tokens.length)
  const dash = found ? tokens[found.end] : undefined
  if (!found || dash?.key !== '-' || !dash.spaced || found.end + 3 > tokens.length) return undefined
  const list = readList(tokens, comma + 1, found.end, undefined)
  return list && { ...resolve(line, list, 'wire'), to: found.end + 1 }
}

// "EXAMPLE.CO.ID, JAKARTA -- The minister said"; without a town where a dateline is known to stand
function siteHead(line: Line): Head | undefined {
  const { tokens, where, text } = line
  const site = tokens[0]
  const dash = tokens.slice(0, 5).findIndex(isDash)
  if (!site || dash < 1 || dash + 3 > tokens.length || site.text.includes('@')) return undefined
  const placed = tokens[1]?.key === ',' && tokens.slice(2, dash).every(isCapital) && dash > 2
  if (!(placed || (dash === 1 && where === 'dateline'))) return undefined
  if (agencyAt(tokens, 0, dash)) return undefined
  return { credits: [], publication: text.slice(site.start, site.end), to: dash + 1 }
}

// "Reuters/AFP/Example Online - ": agencies, and at most the paper's own name, before a dash
function slashedHead(line: Line): Head | undefined {
  const { tokens, where } = line
  if (tokens[0]?.phrase === undefined) return undefined
  const first = agencyAt(tokens, 0, REACH)?.end ?? mastheadAt(tokens, 0, REACH)?.end ?? -1
  if (first < 0 || tokens[first]?.key !== '/') return undefined
  const dash = tokens.slice(0, REACH).findIndex(isDash)
  if (dash < 3 || dash + 1 >= tokens.length) return undefined
  const second = agencyAt(tokens, first + 1, dash)
  if (!second && where !== 'dateline') return undefined
  const list = readList(tokens, 0, dash, 'dateline')
  const known = list?.parties.every(
    ({ kind }) => kind === 'agency' || kind === 'paper' || kind === 'broadcaster',
  )
  if (!list || !known || !list.parties.some(({ kind }) => kind === 'agency')) return undefined
  return { ...resolve(line, list, 'wire'), to: dash + 1 }
}

// "Kabul.- AFP. An attack", "Caracas.- (EFE).-": a town with a point and a dash, an agency, and a sentence
function stoppedHead(line: Line): Head | undefined {
  const { tokens } = line
  let stop = 1
  while (stop < 5 && tokens[stop]?.key !== '.') stop++
  if (tokens[stop + 1]?.key !== '-' || tokens[stop + 1]?.spaced || stop > 4) return undefined
  if (!tokens.slice(0, stop).every((t) => isCapital(t) || isParticle(t) || t.key === ','))
    return undefined
  const found = agencyAt(tokens, stop + 2, tokens.length)
  const mark = found ? tokens[found.end] : undefined
  if (!found || mark?.shape !== 'mark' || found.end + 2 > tokens.length) return undefined
  if (mark.key !== '.' && mark.key !== '-' && mark.key !== ',') return undefined
  const list = readList(tokens, stop + 2, found.end, undefined)
  return list && { ...resolve(line, list, 'wire'), to: found.end + 1 }
}

const isParticle = (token: Token): boolean =>
  token.shape === 'lower' && (flagsOf(token) & Flag.particle) !== 0

/**
 * Without case: "دمشق-سانا", "طهران / 12 آذار / ارنا - ", "رام الله 12-3-2024 وفا- ", "नई दिल्ली, एएनआइ। ", "एजेंसी, नई दिल्ली। ".
 * The town is known, or stands by itself before a date.
 */
export function uncasedDateline(line: Line): Head | undefined {
  const { tokens } = line
  if (tokens[0]?.shape !== 'uncased') return undefined
  const town = flagEnd(tokens, 0, tokens.length, Flag.place)
  if (town > 0) return afterTown(line, town)
  const agency = agencyAt(tokens, 0, tokens.length)
  const end = agency && tokens[agency.end]?.key === ',' ? agency.end + 1 : -1
  const placed = end > 0 ? flagEnd(tokens, end, tokens.length, Flag.place) : -1
  if (!agency || placed < 0 || !closes(tokens, placed)) return undefined
  return headAt(line, 0, agency.end, placed + 1)
}

function afterTown(line: Line, town: number): Head | undefined {
  const { tokens } = line
  let dated = false
  for (let i = town; i < Math.min(tokens.length - 1, town + REACH); i++) {
    const found = agencyAt(tokens, i, tokens.length)
    if (found) {
      const glued = i === town + 1 && tokens[town]?.key === '-' && !tokens[town]?.spaced
      const comma = i === town + 1 && tokens[town]?.key === ','
      if (comma ? closes(tokens, found.end) : glued || (dated && endsHead(tokens, i, found.end)))
        return headAt(line, i, found.end, found.end)
      return undefined
    }
    const token = tokens[i] as Token
    if (token.shape === 'number' || (flagsOf(token) & Flag.date) !== 0) dated = true
    else if (token.shape !== 'mark' || !MARKS.has(token.key)) return undefined
  }
  return undefined
}

const MARKS = new Set(['/', '-', ',', '.'])

// a point and more to say
const closes = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.key === '.' && i + 2 < tokens.length

// after a date: before a dash or a colon, or between the date's last word and the sentence
const endsHead = (tokens: readonly Token[], i: number, end: number): boolean =>
  tokens[end]?.key === '-' ||
  tokens[end]?.key === ':' ||
  (tokens[i - 1]?.shape !== 'mark' && tokens[end]?.shape === 'uncased')

function headAt(line: Line, from: number, end: number, to: number): Head | undefined {
  const list = readList(line.tokens, from, end, undefined)
  return list && { ...resolve(line, list, 'wire'), to }
}

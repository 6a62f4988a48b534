/** The parties of a list, and the jobs and services that stand beside them. */

import { isCjk } from '../characters.ts'
import { dateEnd } from '../dates.ts'
import { flagEnd, flagsOf, longest } from '../find.ts'
import { beatJobEnd, isHouse, jobEnd } from '../job.ts'
import { organisationEnd } from '../organisation.ts'
import { agencyAt, mastheadAt, otherAt, type Spot } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isMark, isNamed, isPromised, type State } from '../state.ts'
import type { Token } from '../tokens.ts'
import { isLocalJob } from './noise.ts'

/** A newspaper or broadcaster of the table. */
export function masthead(state: State, i: number): number {
  if (isHousePhoto(state, i))
    return party(
      { ...state, slots: ['publication'] },
      { kind: 'house', from: i, end: i + 1 },
      i + 1,
    )
  const article = isNamed(state.where) && ARTICLES.has(state.tokens[i]?.key ?? '')
  const found =
    mastheadAt(state.tokens, i, state.to) ??
    (article ? mastheadAt(state.tokens, i + 1, state.to) : undefined)
  if (!found) return -1
  if (dateEnd(state.tokens, i, state.to) > 0 || isOrganisation(state, i, found.end)) return -1
  if ((flagsOf(state.tokens[i]) & Flag.place) !== 0 && isLocalJob(state, found.end)) return -1
  const agencyFound = agencyAt(state.tokens, i, state.to)
  if (agencyFound && agencyFound.end >= found.end) return -1
  if (!mayFollow(state)) return -1
  if (isPictured(state, found.end))
    return party(state, { ...found.value, kind: 'organisation', end: found.end + 1 }, found.end + 1)
  const end = programmeEnd(state, found.value.kind, found.end)
  return party(state, { ...found.value, end }, end)
}

// "HT PHOTO: JANE DOE": the paper in short, whose picture it is
const isHousePhoto = ({ tokens }: State, i: number): boolean =>
  i === 0 &&
  tokens[0]?.shape === 'caps' &&
  tokens[0].text.length <= 4 &&
  tokens[0].key !== 'file' &&
  tokens[1]?.shape === 'caps' &&
  (tokens[1].key === 'photo' || tokens[1].key === 'photos') &&
  isMark(tokens[2], ':')

// "SZ Photo", "Globe Images": the picture service of a paper
const isPictured = ({ tokens, to, slots }: State, i: number): boolean =>
  i < to &&
  slots.length > 0 &&
  tokens[i]?.spaced === true &&
  tokens[i]?.shape !== 'lower' &&
  PICTURED.has(tokens[i]?.key ?? '')

// "MDR THÜRINGEN", "NDR Info": a programme or a region of a broadcaster
function programmeEnd({ tokens, to }: State, kind: Spot['kind'], i: number): number {
  const token = tokens[i]
  const capital = token?.shape === 'cap' || token?.shape === 'caps'
  if (kind !== 'broadcaster' || i >= to || !capital || !token.spaced) return i
  if (i + 1 < to && tokens[i + 1]?.shape !== 'mark') return i
  const other = Flag.job | Flag.nobody | Flag.house | Flag.place | Flag.given | Flag.date
  return (flagsOf(token) & other) === 0 && !agencyAt(tokens, i, to) ? i + 1 : i
}

// "Nation Media Group", "Times Square Alliance": the paper's name begins that of an organisation
const isOrganisation = ({ tokens, to, slots }: State, i: number, end: number): boolean =>
  tokens[end]?.spaced === true &&
  organisationEnd(tokens, i, to, slots.length > 0, (j) => agencyAt(tokens, j, to) !== undefined) >
    end

const ARTICLES = new Set(
  "the, la, le, l', les, die, der, das, den, de, d', el, o, a, as, os, il, lo, las, los, da, do, das, dos, du, des, della, dell', van, von, af, of, agencia, agence, agenzia, agentur, nachrichtenagentur, agencja, agentura, persbureau, nyhetsbyran, nyhedsbureauet, агентство, وكالة".split(
    ', ',
  ),
)
const PICTURED = new Set(['photo', 'photos', 'images', 'image', 'foto', 'bildfunk', 'bild'])

/** An agency, after an article or the word "agency". */
export function agency(state: State, i: number): number {
  const { tokens, to } = state
  const article = ARTICLES.has(tokens[i]?.key ?? '') && i + 1 < to
  const found =
    (article ? agencyAt(tokens, i + 1, to) : undefined) ??
    agencyAt(tokens, i, to, state.slots.length > 0)
  if (!found || !mayFollow(state, found.value.agency?.kind === 'unnamed')) return -1
  if (found.end - found.value.from > 1 && PICTURED.has(tokens[found.end - 1]?.key ?? ''))
    state.pictured = true
  return party(state, found.value, beatEnd(state, serviceEnd(state, found.end)))
}

// "dpa-Zentralbild", "AFP-Korrespondent": a service of the agency, or who works there
function serviceEnd(state: State, i: number): number {
  const { tokens, to } = state
  if (!isPromised(state) && state.where !== 'caption' && state.joint !== 'slash') return i
  // "dpa Sport", "Reuters Health"
  const beat = tokens[i]?.spaced === true && i < to && (flagsOf(tokens[i]) & Flag.beat) !== 0
  if (beat && tokens[i]?.shape !== 'lower' && (i + 1 >= to || tokens[i + 1]?.shape === 'mark'))
    return i + 1
  const word = tokens[i + 1]
  if (i + 1 >= to || !isMark(tokens[i], '-') || tokens[i]?.spaced || word?.spaced) return i
  if (word?.shape === 'mark' || word?.shape === 'number') return i
  return agencyAt(tokens, i + 1, to) ? i : i + 2
}

// "Jane Doe Reuters" in a byline, "Foto AFP": elsewhere something must stand between two parties
function mayFollow(state: State, unnamed = false): boolean {
  const before = state.parties.at(-1)
  if (!before || state.joint !== 'none' || before.house) return true
  // "Example News wire services"
  if (unnamed && before.kind === 'paper') return true
  return before.kind !== 'agency' && (state.slots.length > 0 || isNamed(state.where))
}

// "AP Medical Writer", "Reuters Health Correspondent": the beat is a capitalised word before a job
function beatEnd(state: State, i: number): number {
  const { tokens, to } = state
  for (let j = i; j < Math.min(i + 3, to); j++) {
    const token = tokens[j] as Token
    if (!token.spaced || token.shape === 'mark') break
    const end = jobEnd(tokens, j, to)
    if (end > j) return end
    if (token.shape !== 'cap') break
  }
  return i
}

function party(state: State, spot: Spot, end: number): number {
  const possessive = state.tokens[end]?.key === "'s" && end < state.to
  const house = possessive || (spot.kind !== 'person' && isHouse(state.tokens, end, state.to))
  state.parties.push({
    kind: spot.kind,
    agency: spot.agency,
    shortName: spot.shortName,
    from: spot.from,
    end: spot.end,
    slots: state.slots,
    joint: state.joint,
    house,
  })
  state.joint = 'none'
  const after = possessive ? end + 1 : end
  const job = Math.max(
    jobEnd(state.tokens, after, state.to),
    beatJobEnd(state.tokens, after, state.to),
  )
  if (job > spot.end) {
    state.joint = 'job'
    state.signed = true
    // 记者 and 기자 stand in bylines and credits alone
    if (isCjk(state.tokens[job - 1]?.text.charCodeAt(0) ?? 0)) state.cues++
  }
  return job
}

// "courtesy of the Port Authority"
function isArticle(state: State, i: number): boolean {
  const next = state.tokens[i + 1]
  return (
    state.tokens[i]?.shape === 'lower' &&
    ARTICLES.has(state.tokens[i]?.key ?? '') &&
    i + 1 < state.to &&
    next?.shape !== 'mark' &&
    next?.shape !== 'lower'
  )
}

/** An organisation, a house or a person that no table knows. */
export function other(state: State, i: number): number {
  const { tokens, to } = state
  if (initialsInBrackets(state, i)) return i + 1
  if (isFor(state, i)) return -1
  if (state.slots.length > 0 && isArticle(state, i)) return i + 1
  const promised = isPromised(state)
  const found = otherAt(tokens, i, to, {
    promised: promised || besideAgency(state, i),
    cued: state.slots.length > 0,
  })
  if (!found) return -1
  if (state.joint === 'none' && !mayStandBeside(state, i)) return -1
  const end = inverted(state, found.end)
  if (end > found.end) return party(state, { ...found.value, kind: 'person', end }, end)
  return party(state, asHouse(state, found.value, found.end), found.end)
}

// "Jane Doe / For The Times"
const isFor = ({ tokens, parties }: State, i: number): boolean =>
  tokens[i]?.key === 'for' && parties.length > 0

// "Doe, J. M., Roe, W.": the surname first, as catalogues have it
function inverted(state: State, end: number): number {
  if (state.where !== 'dc:creator' || !isMark(state.tokens[end], ',')) return end
  let after = end + 1
  while (state.tokens[after]?.shape === 'initial' && after < state.to) after++
  return after > end + 1 ? after : end
}

// 홍길동 김철수 기자: names in hangul and Han stand side by side
function mayStandBeside(state: State, i: number): boolean {
  const before = state.parties.at(-1)
  if (!before) return true
  const token = state.tokens[i]
  // "By Jane Doe The Example Gazette"
  if (isNamed(state.where) && token?.key === 'the' && token.shape === 'cap') return true
  // "© AFP Jane DOE"
  if (before.kind === 'agency' && before.slots.some((s) => s === 'photo' || s === 'copyright'))
    return true
  // "By JANE DOE, Associated Press Jane Doe, Associated Press"
  if (before.kind === 'agency' && isBylined(state) && isGivenName(token)) return true
  // "By JANE DOE example.com"
  if (token?.shape === 'site' && isBylined(state)) return true
  // "BELGA PHOTO JANE DOE"
  if (before.kind === 'agency' && PICTURED.has(state.tokens[before.end - 1]?.key ?? '')) return true
  // "EXAMPLE ONLINE jd/dpa"
  if (before.kind === 'paper') return token?.shape === 'lower' && isMark(state.tokens[i + 1], '/')
  return before.kind === 'person' && isCjkWord(state.tokens[i]) && isCjkWord(state.tokens[i - 1])
}

const isBylined = ({ where, byline }: State): boolean =>
  isNamed(where) || (where === undefined && byline)

const isGivenName = (token: Token | undefined): boolean =>
  token?.shape === 'cap' && (flagsOf(token) & Flag.given) !== 0

// "Redacción Ejemplo"
const isAfterHouse = (state: State, spot: Spot): boolean =>
  spot.from > 0 && NEWSROOMS.has(state.tokens[spot.from - 1]?.key ?? '')

const NEWSROOMS = new Set([
  'redaccion',
  'redazione',
  'redaktion',
  'redacao',
  'redaction',
  'redakcja',
  'redakce',
])

// "南都记者 张三": before the word and the name stands the paper
const isReporters = ({ tokens, to }: State, i: number): boolean =>
  i + 1 < to &&
  /^(?:[记記]者|专栏作者|专栏作家|專欄作家|特约作者|特约评论员|评论员)$/.test(
    tokens[i]?.text ?? '',
  ) &&
  !tokens[i]?.spaced &&
  tokens[i + 1]?.shape === 'uncased'

// "TOI staff", "Foo Gazette's Jane Doe": a run before a possessive or a house word is a masthead
function asHouse(state: State, spot: Spot, end: number): Spot {
  const possessive = state.tokens[end]?.key === "'s"
  const named = spot.kind === 'person' || spot.kind === 'word' || spot.kind === 'initials'
  if (spot.kind !== 'agency' && isReporters(state, end)) return { ...spot, kind: 'house' }
  if (spot.kind === 'person' && !possessive && isStaffWriter(state, spot, end)) return spot
  return named && (possessive || isHouse(state.tokens, end, state.to) || isAfterHouse(state, spot))
    ? { ...spot, kind: 'house' }
    : spot
}

// "By Jane Doe Staff Writer": a person by the given name
const isStaffWriter = ({ tokens, to }: State, spot: Spot, end: number): boolean =>
  (flagsOf(tokens[spot.from]) & Flag.given) !== 0 && flagEnd(tokens, end, to, Flag.house) > end + 1

/** An agency after a slash, or a job after the words: what stands between is a name in any script. */
function besideAgency(state: State, i: number): boolean {
  const { tokens, to } = state
  for (let j = i; j < Math.min(i + 6, to); j++) {
    const token = tokens[j] as Token
    if (isMark(token, '=') && state.where === 'caption') return false
    if (isMark(token, '/') || isMark(token, '=')) return agencyAt(tokens, j + 1, to) !== undefined
    if (token.shape === 'mark' && token.key !== '-' && token.key !== '·') break
    if (j > i && isCjkWord(token) && isJobOrTail(tokens, j, to)) return true
  }
  const before = state.parties.at(-1)
  return (
    before?.kind === 'agency' &&
    (state.joint === 'slash' || state.joint === 'dash' || state.joint === 'job')
  )
}

const isCjkWord = (token: Token | undefined): boolean => isCjk(token?.text.charCodeAt(0) ?? 0)

const isJobOrTail = (tokens: readonly Token[], i: number, to: number): boolean =>
  longest(tokens, i, to, Flag.tail | Flag.job, (m) =>
    m.tail || (m.flags & Flag.job) !== 0 ? true : undefined,
  ) !== undefined

// "(AB)" after an agency is who typed it
function initialsInBrackets(state: State, i: number): boolean {
  const token = state.tokens[i] as Token
  const bracketed = isMark(state.tokens[i - 1], '(') && isMark(state.tokens[i + 1], ')')
  return (
    bracketed &&
    (state.parties.length > 0 || token.text.length === 1) &&
    token.text.length <= 4 &&
    token.shape !== 'uncased'
  )
}

/** The parties of a list, and the jobs and services that stand beside them. */

import { isCjk } from '../characters.ts'
import { flagEnd, flagsOf, longest, mayBegin } from '../find.ts'
import { isHouse, jobEnd } from '../job.ts'
import { agencyAt, otherAt, type Spot } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isMark, isNamed, isPromised, type State } from '../state.ts'
import type { Token } from '../tokens.ts'
import { ARTICLES, addParty, mayFollow, PICTURED } from './add-party.ts'
import { supplierEnd } from './company.ts'
import { isOfPaper } from './of-paper.ts'

/** An agency, after an article or the word "agency". */
export function agency(state: State, i: number): number {
  const { tokens, to } = state
  const article =
    i + 1 < to && mayBegin(tokens[i + 1], Flag.agency) && ARTICLES.has(tokens[i]?.key ?? '')
  if (!article && !mayBegin(tokens[i], Flag.agency)) return -1
  const found =
    (article ? agencyAt(tokens, i + 1, to) : undefined) ??
    agencyAt(tokens, i, to, state.slots.length > 0)
  const unnamed = found?.value.agency?.kind === 'unnamed'
  const east = found && isCjkWord(tokens[i]) ? found.value.agency : undefined
  if (!found || !(mayFollow(state, unnamed, east) || isSecond(state, found.value))) return -1
  if (isProduct(tokens, found.end) || isPartOfName(state, found.value)) return -1
  // "Focus Features": an organisation whose first word is an agency's name
  if (found.end === i + 1 && flagEnd(tokens, i, to, Flag.organisation) > found.end) return -1
  // "Nachrichtenagenturen dpa, AFP": what they are, before which they are
  if (found.value.agency?.kind === 'unnamed' && agencyAt(tokens, found.end, to)) return found.end
  if (found.end - found.value.from > 1 && PICTURED.has(tokens[found.end - 1]?.key ?? ''))
    state.pictured = true
  return addParty(state, found.value, beatEnd(state, serviceEnd(state, found.end)))
}

// "Harbour API": a word and an abbreviation that is an agency's beside a cue alone
const isPartOfName = ({ parties, slots, joint }: State, { agency }: Spot): boolean =>
  joint === 'none' &&
  slots.length === 0 &&
  agency?.kind === 'picture' &&
  agency.needs === 'slot' &&
  parties.at(-1)?.kind === 'word'

// "AP Top News at 5 p.m., "AP News in Brief at noon": what an agency calls its lists of headlines
const isProduct = (tokens: readonly Token[], i: number): boolean =>
  (tokens[i]?.key === 'top' && tokens[i + 1]?.key === 'news') ||
  (tokens[i]?.key === 'in' && tokens[i + 1]?.key === 'brief')

// "Foto: dpa picture-alliance": a news agency and the picture agency that sells its pictures
const isSecond = ({ parties, slots }: State, { agency }: Spot): boolean =>
  slots.includes('photo') && agency?.kind === 'picture' && parties.at(-1)?.agency?.kind === 'news'

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
  // "STT–AINO VIRTANEN"
  if (tokens[i]?.text === '–' || (flagsOf(word) & Flag.given) !== 0) return i
  return agencyAt(tokens, i + 1, to) ? i : i + 2
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
  return describedEnd(state, i)
}

// "Associated Press associate polling director Jane Doe contributed": small words before a name, and a cue after it
function describedEnd({ tokens, to }: State, i: number): number {
  let end = i
  while (end < Math.min(to, i + 5) && tokens[end]?.shape === 'lower' && isPlain(tokens[end])) end++
  if (end < i + 2 || !tokens[end]?.spaced || tokens[end]?.shape !== 'cap') return i
  const after = tokens.slice(end, Math.min(to, end + 12))
  return after.some((token) => (flagsOf(token) & Flag.contributed) !== 0) ? end : i
}

const isPlain = (token: Token | undefined): boolean =>
  (flagsOf(token) & (Flag.by | Flag.with | Flag.and | Flag.at | Flag.contributed)) === 0

// "courtesy of the Port Authority"
function isArticle(state: State, i: number): boolean {
  const next = state.tokens[i + 1]
  // "Zdroj: ČTK a Reuters": an `and` of one letter after a party
  const joins = state.joint === 'none' && state.parties.length > state.clause
  if (joins && (flagsOf(state.tokens[i]) & Flag.and) !== 0) return false
  return (
    state.tokens[i]?.shape === 'lower' &&
    // "By Jane Doe of The Example Gazette"
    (state.tokens[i]?.key !== 'of' || state.parties.length === 0 || state.joint !== 'none') &&
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
  if (isFor(state, i) || isOfPaper(state, i)) return -1
  if ((state.slots.length > 0 || state.joint === 'job') && isArticle(state, i)) return i + 1
  const supplier = supplierEnd(state, i)
  if (supplier > 0 && (state.joint !== 'none' || state.parties.length === 0))
    return addParty(state, { kind: 'organisation', from: i, end: supplier }, supplier)
  const promised = isPromised(state)
  const found = otherAt(tokens, i, to, {
    promised: promised || besideAgency(state, i) || isSecondReporter(state, i),
    cued: state.slots.length > 0,
  })
  if (!found) return -1
  if (state.joint === 'none' && !mayStandBeside(state, i) && !isOwnPaper(state, found.value))
    return -1
  const end = inverted(state, found.end)
  if (end > found.end) return addParty(state, { ...found.value, kind: 'person', end }, end)
  return addParty(state, asHouse(state, found.value, found.end), found.end)
}

// "JANE DOE Harbour Gazette": the paper of who wrote
const isOwnPaper = (state: State, { kind }: Spot): boolean =>
  kind === 'house' && state.parties.at(-1)?.kind === 'person' && isBylined(state)

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
  if (
    (before.kind === 'agency' || before.kind === 'paper') &&
    isBylined(state) &&
    (isGivenName(token) || isSecondTime(state, token))
  )
    return true
  // "By JANE DOE example.com"
  if (token?.shape === 'site' && isBylined(state)) return true
  // "BELGA PHOTO JANE DOE"
  if (before.kind === 'agency' && PICTURED.has(state.tokens[before.end - 1]?.key ?? '')) return true
  // "EXAMPLE ONLINE jd/dpa"
  if (before.kind === 'paper')
    return token?.shape === 'lower'
      ? isMark(state.tokens[i + 1], '/')
      : // 文/观察者网 王大明
        isPromised(state) && token?.spaced === true && isCjkWord(token)
  if (!isCjkWord(token) || !isCjkWord(state.tokens[i - 1])) return false
  // "항구일보 홍길동 기자": the paper of who wrote
  return before.kind === 'person' || (before.kind === 'house' && token?.spaced === true)
}

const isBylined = ({ where, byline }: State): boolean =>
  isNamed(where) || (where === undefined && byline)

// a byline that is printed twice
const isSecondTime = ({ tokens, parties }: State, token: Token | undefined): boolean =>
  parties.some(({ kind, from }) => kind === 'person' && tokens[from]?.key === token?.key)

const isGivenName = (token: Token | undefined): boolean =>
  token?.shape === 'cap' && (flagsOf(token) & Flag.given) !== 0

// "Redacción Ejemplo"
const isAfterHouse = ({ tokens, to }: State, { from, end }: Spot): boolean =>
  from > 0 &&
  NEWSROOMS.has(tokens[from - 1]?.key ?? '') &&
  // "redazione Milano"
  flagEnd(tokens, from, to, Flag.place) !== end

const NEWSROOMS = new Set([
  'newsroom',
  'redaccion',
  'redazione',
  'redaktion',
  'redacao',
  'redaction',
  'redakcja',
  'redakce',
  // "As informações são do jornal Farol de Skerry"
  ...'jornal portal diario quotidien quotidiano газета газете газеты портала портал издание издания dziennik dziennika denik dnevnik'.split(
    ' ',
  ),
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

// "新华社记者王明、李晓": who reported with whom
function isSecondReporter({ tokens, parties, joint }: State, i: number): boolean {
  const before = parties.at(-1)
  if (joint !== 'comma' || before?.kind !== 'person' || !isCjkWord(tokens[i])) return false
  if ((tokens[i]?.text.length ?? 0) > 3 || tokens[i + 1]?.key === '.') return false
  const job = tokens[before.from - 1]
  return (
    (isCjkWord(job) && (flagsOf(job) & Flag.job) !== 0) ||
    (parties.at(-2)?.kind === 'person' && isCjkWord(tokens[before.from]))
  )
}

/** An agency after a slash, or a job after the words: what stands between is a name in any script. */
function besideAgency(state: State, i: number): boolean {
  const { tokens, to } = state
  for (let j = i; j < Math.min(i + 6, to); j++) {
    const token = tokens[j] as Token
    if (isMark(token, '=') && !isNamed(state.where) && (tokens[i]?.text.length ?? 0) < 3)
      return false
    if (isMark(token, '=') && state.where === 'caption') return false
    if (isMark(token, '/') || isMark(token, '=')) return agencyAt(tokens, j + 1, to) !== undefined
    if (token.shape === 'mark' && token.key !== '-' && token.key !== '·') break
    if (j > i && isCjkWord(token) && isJobOrTail(tokens, j, to)) return true
  }
  // "扬子晚报记者 王大明"
  if (state.joint === 'job' && isCjkWord(tokens[i - 1]) && tokens[i]?.spaced && i + 1 === to)
    return true
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

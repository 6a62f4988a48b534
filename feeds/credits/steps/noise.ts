/** What stands in credits and is nobody: Handout, dates, jobs, licences, hosts, numbers. */

import { dateEnd } from '../dates.ts'
import { flagEnd, flagsOf } from '../find.ts'
import { beatJobEnd, jobEnd } from '../job.ts'
import { agencyAt, mastheadAt } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isCapital, isMark, isNamed, type State } from '../state.ts'
import type { Token } from '../tokens.ts'
import { archiveOf } from './archive.ts'
import { addressEnd, bracketEnd, isFiled, roleBracket } from './asides.ts'
import { attributeEnd } from './attribute.ts'
import { onlineEnd } from './online.ts'
import { rankEnd } from './rank.ts'
import { townEnd } from './town.ts'

const PICTURE_WORDS = new Set(
  'handout, str, stringer, pool, uncredited, archiv, archivbild, archivo, file, symbolbild, arkiv, archive, archives, archivio, arquivo, архив, arhiv'.split(
    ', ',
  ),
)
/** Where pictures come from without anybody being credited: beside a name they tell that it is a credit. */
const HOSTS = new Set(
  'flickr, wikimedia, wikimedia commons, wikipedia, twitter, facebook, instagram, youtube, telegram, tiktok, cc by, cc by-sa, creative commons, x, handout'.split(
    ', ',
  ),
)

export function noise(state: State, i: number): number {
  const { shape, key, phrase } = state.tokens[i] as Token
  if (shape === 'number' || isUnderscored(state, i) || isCode(state, i)) return i + 1
  if (shape === 'mark') {
    if (key === '(' || key === '[')
      return Math.max(roleBracket(state, i), onlineEnd(state, i), bracketEnd(state, i))
    if (!phrase && key !== '@') return -1
  }
  const aside = asideEnd(state, i)
  if (aside > 0) return aside
  if (opensName(state, i)) return -1
  const said = remarkEnd(state, i)
  if (said > 0) return said
  // "via Example International News Agency" names who supplied it
  if (state.joint === 'via' && state.tokens[i - 1]?.key === 'via') return -1
  return jobAt(state, i) ?? attributeEnd(state, i)
}

/** What stands beside a party by itself: addresses, archives, ranks, handles, works, the page's sections. */
function asideEnd(state: State, i: number): number {
  const { tokens, to } = state
  const token = tokens[i] as Token
  const address = addressEnd(state, i)
  if (address > 0) return address
  if (state.joint === 'slash' && isFiled(state, i)) return i + 1
  const rank = token.shape === 'cap' ? rankEnd(state, i) : -1
  if (rank > 0) return rank
  const found = Math.max(onlineEnd(state, i), worksEnd(state, i))
  if (found > 0) return found
  if (opensSections(state, i)) return to
  // "ANTARA/HO-Humas Pemkot": a handout
  if (token.text === 'HO' && isMark(tokens[i + 1], '-') && !tokens[i + 2]?.spaced) return i + 2
  // "Official White House Photo by Jane Doe"
  return token.key === 'official' && flagEnd(tokens, i + 1, to, Flag.organisation) > 0 ? i + 1 : -1
}

// "S. Doe": the initial of a name
const opensName = ({ tokens, where }: State, i: number): boolean =>
  isInitial(tokens[i] as Token) &&
  ((isNamed(where) && !isMark(tokens[i + 1], ':')) ||
    (tokens[i + 1]?.spaced === true && isCapital(tokens[i + 1])))

/** A date, a remark in brackets, words for nobody, a town. */
function remarkEnd(state: State, i: number): number {
  const { tokens, to } = state
  const date = tokens[i]?.text.includes('@') ? i + 1 : dateEnd(tokens, i, to)
  if (date > 0) {
    state.signed = true
    return date
  }
  const remarked = remark(state, i)
  if (remarked > 0) return remarked
  const nobody = flagEnd(tokens, i, to, Flag.nobody)
  if (isPool(state, i) || (nobody > 0 && archiveOf(state, i) > 0)) return i + 1
  if (nobody > 0 && standsAlone(state, nobody) && !isOffice(state, i, nobody))
    return nobodyAt(state, i, nobody)
  return townEnd(state, i)
}

/** The end of a job, -1 for a name that is one in another language, or undefined where none begins. */
function jobAt(state: State, i: number): number | undefined {
  const { tokens, to, parties, where } = state
  const token = tokens[i] as Token
  const beat = parties.length > 0 ? beatJobEnd(tokens, i, to) : opensJob(state, i)
  const job = Math.max(beat, jobEnd(tokens, i, to))
  if (isOwnName(state, i, job)) return -1
  if (job <= i) return undefined
  const house = (isNamed(where) || isNewsroom(state, i)) && (flagsOf(token) & Flag.house) !== 0
  const alone = house || beat > i || standsAlone(state, job) || token.shape === 'lower'
  if (!alone && parties.length === 0) return undefined
  if (parties.length > 0) {
    state.joint = 'job'
    state.signed = true
  }
  return job
}

// "Redacción Ejemplo": with the paper's name, of so many words, and nothing else; "Newsroom X, with inputs from"
const isNewsroom = ({ tokens, where, to }: State, i: number): boolean =>
  i === 0 &&
  ((where === undefined && to <= MOST_IN_NAME) ||
    ((where === undefined || where === 'end') &&
      (isMark(tokens[2], ',') || isMark(tokens[3], ','))))
const MOST_IN_NAME = 4

// "© Belga – PHOTO POOL JANE DOE": in capitals before a name of two words
const isPool = ({ tokens, to, slots }: State, i: number): boolean =>
  i > 0 &&
  i + 2 < to &&
  PICTURE_WORDS.has(tokens[i]?.key ?? '') &&
  slots.some((slot) => slot === 'photo' || slot === 'copyright') &&
  [tokens[i], tokens[i + 1], tokens[i + 2]].every((each) => each?.shape === 'caps')

// "Фото: пресс-служба правительства Москвы": an office with its name
const isOffice = ({ tokens, to, slots }: State, i: number, end: number): boolean =>
  slots.length > 0 &&
  end < to &&
  tokens[end]?.shape === 'lower' &&
  flagEnd(tokens, i, to, Flag.organisation) === end

// "Jane Doe (now) and John Roe (earlier)": a remark in small letters in a byline
function remark({ tokens, to, parties, where, byline, slots }: State, i: number): number {
  const pictured = slots.includes('photo') || slots.includes('copyright')
  if (
    !(isNamed(where) || byline || pictured) ||
    parties.length === 0 ||
    !isMark(tokens[i - 1], '(')
  )
    return -1
  let end = Math.max(i, bracketedTown(tokens, i, to))
  while (
    end < Math.min(to, i + 6) &&
    (tokens[end]?.shape === 'lower' || tokens[end]?.shape === 'number')
  )
    end++
  return end > i && isMark(tokens[end], ')') ? end : -1
}

// "Jane Doe (Oslo, European office)": a town first
function bracketedTown(tokens: readonly Token[], i: number, to: number): number {
  const end = flagEnd(tokens, i, to, Flag.place)
  return end > 0 && isMark(tokens[end], ',') ? end + 1 : end
}

// "Image copyright Example Images Image caption The harbour": the caption follows its credit
export const captionEnd = ({ tokens, to, parties, slots }: State, i: number): number =>
  parties.length > 0 &&
  slots.length > 0 &&
  tokens[i]?.key === 'image' &&
  tokens[i + 1]?.key === 'caption'
    ? to
    : -1

// "Aerospace Writer Jane Doe"
function opensJob({ tokens, to }: State, i: number): number {
  if ((flagsOf(tokens[i]) & Flag.beat) === 0 || tokens[i]?.shape !== 'cap') return -1
  const end = jobEnd(tokens, i + 1, to)
  return end > i + 1 && end + 1 < to && isCapital(tokens[end]) && isCapital(tokens[end + 1])
    ? end
    : -1
}

// "S. Doe": s. is also a word of some languages
const isInitial = ({ shape, text }: Token): boolean =>
  shape === 'initial' && text.length === 2 && text !== text.toLowerCase()

// 李曦_NN2587: who edited, and a number
const isUnderscored = ({ tokens }: State, i: number): boolean =>
  tokens[i - 1]?.key === '_' && !tokens[i]?.spaced && /\d/.test(tokens[i]?.text ?? '')

// 责任编辑：王明 PN001
const isCode = ({ tokens, to, slots }: State, i: number): boolean =>
  i + 1 === to &&
  slots.includes('editing') &&
  tokens[i]?.shape === 'caps' &&
  /\d/.test(tokens[i]?.text ?? '')

// "TIM & SID": a name that is a job in another language
const isOwnName = ({ tokens, parties, where }: State, i: number, job: number): boolean =>
  job === i + 1 &&
  parties.length === 0 &&
  !isNamed(where) &&
  tokens[i]?.shape !== 'lower' &&
  (flagsOf(tokens[i]) & Flag.given) !== 0

// "Jane Doe, ferry master and author of Night Ports": what else they did
function worksEnd({ tokens, to, parties }: State, i: number): number {
  if (parties.length === 0 || !MAKERS.has(tokens[i]?.key ?? '') || tokens[i + 1]?.key !== 'of')
    return -1
  let end = i + 2
  while (end < to && tokens[end]?.shape !== 'mark') end++
  return end
}
const MAKERS = new Set('author co-author editor founder host creator director'.split(' '))

// "By Example staff Topics News, Fitness": what a page files it under
const opensSections = ({ tokens, where, parties, byline }: State, i: number): boolean =>
  (isNamed(where) || byline) && parties.length > 0 && SECTIONS.has(tokens[i]?.key ?? '')
const SECTIONS = new Set(['topics', 'tags', 'categories', 'filed', 'related'])

function nobodyAt(state: State, i: number, end: number): number {
  const { tokens } = state
  if (PICTURE_WORDS.has(tokens[i]?.key ?? '')) state.pictured = true
  const phrase = tokens
    .slice(i, end)
    .map((token) => token.key)
    .join(' ')
  if (HOSTS.has(phrase) && state.parties.length === 0 && opensUploader(tokens, end)) {
    // "Flickr/Jane Doe"
    state.pictured = true
    state.cues++
  }
  if (
    HOSTS.has(phrase) &&
    state.parties.length > 0 &&
    state.joint !== 'none' &&
    state.joint !== 'and'
  ) {
    state.pictured = true
    state.cues++
  }
  return end
}

// "Flickr/Jane Doe", "(Facebook: Jane Doe)"
const opensUploader = (tokens: readonly Token[], end: number): boolean =>
  isMark(tokens[end], '/') || (isMark(tokens[end], ':') && tokens[0]?.key === '(')

// a word of noise is one only as a whole: "Stringer" is nobody, "Pool Smith" is a name
function standsAlone(state: State, end: number): boolean {
  const next = end < state.to ? state.tokens[end] : undefined
  if (!next || next.shape === 'mark' || next.shape === 'lower' || next.shape === 'number')
    return true
  // "The Sunday Gazette"
  if (next.shape === 'cap' && state.tokens[end - 1]?.text === 'The') return false
  if ((flagsOf(next) & (Flag.nobody | Flag.job | Flag.date)) !== 0) return true
  // "Photo: Example Images, Instagram Translation: Jane Doe"
  if (isMark(state.tokens[end + 1], ':')) return true
  return (
    (agencyAt(state.tokens, end, state.to) ?? mastheadAt(state.tokens, end, state.to)) !== undefined
  )
}

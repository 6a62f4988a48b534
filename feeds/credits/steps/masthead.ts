/** A newspaper or broadcaster of the table as a party, and its picture service. */

import { dateEnd } from '../dates.ts'
import { flagsOf } from '../find.ts'
import { organisationEnd } from '../organisation.ts'
import { agencyAt, mastheadAt, type Spot } from '../party.ts'
import { Flag } from '../phrase.ts'
import { isMark, isNamed, type State } from '../state.ts'
import type { Token } from '../tokens.ts'
import { ARTICLES, addParty, mayFollow, PICTURED } from './add-party.ts'
import { newsroom } from './station.ts'
import { isLocalJob } from './town.ts'

/** A newspaper or broadcaster of the table. */
export function masthead(state: State, i: number): number {
  if (isHousePhoto(state, i))
    return addParty(
      { ...state, slots: ['publication'] },
      { kind: 'house', from: i, end: i + 1 },
      i + 1,
    )
  const archive = archiveEnd(state, i)
  if (archive > 0) return addParty(state, { kind: 'house', from: i, end: i + 1 }, archive)
  const room = newsroom(state, i)
  if (room) {
    if (room.end > i) addParty(state, { kind: 'house', from: i, end: room.end }, room.after)
    else state.joint = 'job'
    state.signed = true
    return room.after
  }
  // "Newsroom ΔΟΛ": whose newsroom it is
  if (state.tokens[i]?.key === 'newsroom' && state.tokens[i + 1]?.shape === 'caps') return -1
  const article = isNamed(state.where) && ARTICLES.has(state.tokens[i]?.key ?? '')
  const found =
    mastheadAt(state.tokens, i, state.to) ??
    (article ? mastheadAt(state.tokens, i + 1, state.to) : undefined)
  if (!found || isHandle(state, found.end)) return -1
  if (dateEnd(state.tokens, i, state.to) > 0 || isOrganisation(state, i, found.end)) return -1
  if ((flagsOf(state.tokens[i]) & Flag.place) !== 0 && isLocalJob(state, found.end)) return -1
  const agencyFound = agencyAt(state.tokens, i, state.to)
  if (agencyFound && agencyFound.end >= found.end) return -1
  if (!mayFollow(state) || goesOn(state, found.end)) return -1
  if (isPictured(state, found.end))
    return addParty(
      state,
      { ...found.value, kind: 'organisation', end: found.end + 1 },
      found.end + 1,
    )
  const local = localEnd(state, found.value.kind, found.end)
  if (local > found.end)
    return addParty(state, { ...found.value, kind: 'house', end: local }, local)
  const station = isStation(state, found.value) ? 'broadcaster' : found.value.kind
  const end = programmeEnd(state, station, found.end)
  // "g1 Porto e Região": where it is read
  if (state.tokens[i]?.key === 'g1') return addParty(state, found.value, end)
  const kind = end > found.end ? station : found.value.kind
  return addParty(state, { ...found.value, kind, end }, end)
}

// "Le Quotidien du Port", "The Times of Skerry": another paper's name
const goesOn = ({ tokens, to }: State, end: number): boolean =>
  OF_TOWNS.has(tokens[end]?.key ?? '') &&
  tokens[end]?.shape === 'lower' &&
  end + 1 < to &&
  tokens[end + 1]?.shape === 'cap' &&
  (flagsOf(tokens[end - 1]) & Flag.mastheadWord) !== 0
const OF_TOWNS = new Set(['of', 'du', 'de', 'des', 'del', 'della', 'di', 'do', 'da'])

// "(ABC Skerry: Jane Doe)": the paper of that name has no stations; "g1 Porto e Região"
const isStation = ({ tokens, slots, where }: State, { from }: Spot): boolean =>
  tokens[from]?.key === 'g1' ||
  (tokens[from]?.text === 'ABC' && (slots.includes('photo') || where === 'caption'))

// "El Faro de Skerry": a paper of that name in another town
function localEnd({ tokens, to }: State, kind: Spot['kind'], i: number): number {
  const link = tokens[i]
  if (kind !== 'paper' || i + 1 >= to || link?.shape !== 'lower' || !TOWN_LINKS.has(link.key))
    return i
  const town = tokens[i + 1]
  const other = Flag.given | Flag.title | Flag.organisation | Flag.mastheadWord
  if (town?.shape !== 'cap' || (flagsOf(town) & other) !== 0) return i
  if (agencyAt(tokens, i + 1, to) || mastheadAt(tokens, i + 1, to)) return i
  let end = i + 2
  while (end < to && tokens[end]?.spaced && tokens[end]?.shape === 'cap' && end < i + 4) end++
  return end
}
const TOWN_LINKS = new Set(['de', 'del', 'do', 'da', 'di', 'du'])

// "Jane Doe / IG: @janedoe": a network in short, no paper
const isHandle = ({ tokens }: State, i: number): boolean =>
  isMark(tokens[i], ':') && isMark(tokens[i + 1], '@')

// "Foto: Velling/HZ-Archiv": the paper in short, and its archive
function archiveEnd({ tokens, to, slots }: State, i: number): number {
  const first = tokens[i]
  const archive = i + 2 < to ? tokens[i + 2] : undefined
  if (!slots.includes('photo') || first?.shape !== 'caps' || first.text.length > 4) return -1
  if (!isMark(tokens[i + 1], '-') || archive?.spaced !== false) return -1
  return ARCHIVES.has(archive.key) && !agencyAt(tokens, i, to) ? i + 3 : -1
}
const ARCHIVES = new Set(['archiv', 'archief', 'arkiv', 'arkivet', 'archivbild', 'archivfoto'])

// "HT PHOTO: JANE DOE": the paper in short, whose picture it is
const isHousePhoto = ({ tokens, parties }: State, i: number): boolean => {
  const [first, photo] = [tokens[i], tokens[i + 1]]
  return (
    parties.length === 0 &&
    first?.shape === 'caps' &&
    first.text.length <= 4 &&
    first.key !== 'file' &&
    photo?.shape === 'caps' &&
    (photo.key === 'photo' || photo.key === 'photos') &&
    isMark(tokens[i + 2], ':')
  )
}

// "SZ Photo", "Globe Images": the picture service of a paper
const isPictured = ({ tokens, to, slots }: State, i: number): boolean =>
  i < to &&
  slots.length > 0 &&
  tokens[i]?.spaced === true &&
  tokens[i]?.shape !== 'lower' &&
  PICTURED.has(tokens[i]?.key ?? '')

// "MDR THÜRINGEN", "NDR Info", "France Bleu Loire Océan": a programme or a region of a broadcaster
function programmeEnd(state: State, kind: Spot['kind'], i: number): number {
  const { tokens, to, slots, where } = state
  if (kind !== 'broadcaster' || i >= to || !tokens[i]?.spaced) return i
  const most =
    isNamed(where) || where === 'caption' || slots.includes('photo') ? LONGEST_PROGRAMME : 1
  let end = i
  while (end < Math.min(to, i + most) && isOfProgramme(tokens, end, end === i)) end++
  if (
    end === i ||
    (end < to && tokens[end]?.shape !== 'mark' && (flagsOf(tokens[end]) & Flag.and) === 0)
  )
    return i
  // "Credit: 9 News Harbourton": in pictures' credits a town belongs to the station
  const other = Flag.job | Flag.nobody | Flag.house | Flag.given | Flag.date
  const towns = (slots.includes('photo') || where === 'caption') && !isNamed(where)
  const town = towns || tokens[i - 1]?.key === 'g1' ? 0 : Flag.place
  return (flagsOf(tokens[i]) & (other | town)) === 0 && !agencyAt(tokens, i, to) ? end : i
}
const LONGEST_PROGRAMME = 4

function isOfProgramme(tokens: readonly Token[], i: number, first: boolean): boolean {
  const token = tokens[i]
  if (token?.shape === 'number') return first && token.text.length < 3
  if (token?.key === 'e') return !first && tokens[i + 1]?.key === 'regiao'
  if (token?.key === '-') return !first && !token.spaced && tokens[i + 1]?.spaced === false
  const isCapital = token?.shape === 'cap' || token?.shape === 'caps'
  return isCapital && (first || (flagsOf(token) & (Flag.job | Flag.house)) === 0)
}

// "Nation Media Group", "Times Square Alliance": the paper's name begins that of an organisation
const isOrganisation = ({ tokens, to, slots }: State, i: number, end: number): boolean =>
  tokens[end]?.spaced === true &&
  organisationEnd(tokens, i, to, slots.length > 0, (j) => agencyAt(tokens, j, to) !== undefined) >
    end

/** Cues before the parties: `Photo:`, `Reporting and writing by`, `Von`, `avec`, `originally published by`. */

import type { Slot } from '../cues/index.ts'
import { type Found, flagEnd, flagsOf, longest, mayBegin } from '../find.ts'
import { agencyAt, mastheadAt } from '../party.ts'
import { Flag, type Lead } from '../phrase.ts'
import { isColon, isMark, isNamed, type State } from '../state.ts'
import type { Token } from '../tokens.ts'
import { ARTICLES } from './add-party.ts'
import { skipPlace } from './closing.ts'
import {
  closesParties,
  isAgencies,
  isDeskCue,
  isMaker,
  isRemark,
  isShortCredit,
  isUnnamed,
  originalEnd,
  reportsFrom,
} from './lead-forms.ts'

/** `Photo:`, `Reporting and writing by`, `Text und Fotos:`; else a `by` word alone. */
export function lead(state: State, i: number): number {
  if (!mayLead(state, i)) return -1
  if (isRemark(state, i) || isGiven(state, i) || isAgencies(state, i) || isMaker(state, i))
    return -1
  if (closesParties(state, i)) return -1
  // the Vietnamese name, not "ảnh"
  if (state.tokens[i]?.text === 'Anh' && !isColon(state.tokens[i + 1])) return -1
  const reports = reportsFrom(state, i)
  if (reports > 0) return open(state, ['author'], reports)
  const leads: Lead[] = []
  let end = i
  for (let found = leadAt(state, i); found; ) {
    leads.push(found.value)
    end = found.end
    const next = nextLead(state, end)
    found = next < 0 ? undefined : leadAt(state, next)
  }
  if (leads.length === 0) return byWord(state, i)
  if (leads.at(-1)?.slot === 'translation') end = originalEnd(state, end)
  const opened = afterLead(state, end, isPictureLead(leads), end - i > 1)
  const closed = opened > end || isDeskCue(state, i, end)
  if (isUnnamed(state, i, opened)) return byWord(state, i)
  if (!closed && (leads.length > 1 || leads[0]?.colon)) return byWord(state, i)
  if (!closed && !promises(state, end) && !isShortCredit(state, i, end, leads)) return -1
  if (end - i > 1) state.marked = true
  return open(
    state,
    [...new Set(leads.map((each) => each.slot))],
    opened,
    state.tokens[end - 1]?.key === 'courtesy',
  )
}

// what no cue begins with is one before a colon alone, or a word of place at the head
const mayLead = ({ tokens }: State, i: number): boolean =>
  i < 2 || mayBegin(tokens[i], Flag.lead | Flag.by | Flag.from) || isMark(tokens[i + 1], ':')

function leadAt(state: State, i: number): Found<Lead> | undefined {
  const closed = longest(state.tokens, i, state.to, Flag.lead, ({ leads = [] }, end) => {
    if (afterLead(state, end, isPictureLead(leads), end - i > 1) > end) return leads[0]
    return leads.find((each) => !each.colon)
  })
  // "Text und Fotos:": what is open here may be closed after the next
  return (
    closed ??
    longest(state.tokens, i, state.to, Flag.lead, (m) => m.leads?.[0]) ??
    compoundAt(state, i) ??
    furtherAt(state, i)
  )
}

const PICTURE_ENDINGS = /.(?:bild|bilder|foto|fotos|fotograf|fotografi|photo|kuva|fotó|fotografie)$/

// "Rubriklistenbild:", "Aufmacherfoto:": German and Nordic words for pictures have no end
function compoundAt({ tokens }: State, i: number): Found<Lead> | undefined {
  const token = tokens[i]
  if (token?.shape === 'mark' || !isMark(tokens[i + 1], ':')) return undefined
  if (!PICTURE_ENDINGS.test(token?.key ?? '')) return undefined
  return { value: { slot: 'photo', colon: true }, end: i + 1 }
}

/** "Übersetzung: A, Audioversion: B": after other cues any capitalised word with a colon is one. */
function furtherAt({ tokens, cues, joint, parties }: State, i: number): Found<Lead> | undefined {
  const opens =
    cues > 0 && parties.length > 0 && (joint === 'comma' || joint === 'bar' || joint === 'dot')
  if (!opens || tokens[i]?.shape !== 'cap' || !isMark(tokens[i + 1], ':')) return undefined
  return { value: { slot: 'author', colon: true }, end: i + 1 }
}

// "Credit...Jane Doe"
const isDots = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.key === '…' ||
  (isMark(tokens[i], '.') && (isMark(tokens[i + 1], '.') || isMark(tokens[i - 1], '.')))

const isPictureLead = (leads: readonly Lead[]): boolean =>
  leads.some(({ slot }) => slot === 'photo' || slot === 'illustration')

function nextLead(state: State, i: number): number {
  const and = flagEnd(state.tokens, i, state.to, Flag.and)
  if (and > 0) return and
  const mark = state.tokens[i]
  return isMark(mark, '/') || isMark(mark, ',') || isMark(mark, '·') ? i + 1 : -1
}

// a colon, an equals sign, a `by` word, or both ("Photo by: X"); a slash or dash after a picture word ("Foto/AFP")
function afterLead(state: State, i: number, picture: boolean, phrase: boolean): number {
  const { tokens, to } = state
  const flags = tokens[i]?.shape === 'cap' ? Flag.by : Flag.by | Flag.from
  // "verscheen eerder in De Havenbode": an article
  const named = phrase && tokens[i]?.key === 'de' && tokens[i]?.shape === 'cap'
  const unread = named || (tokens[i]?.key === 'via' && !picture)
  const by = unread ? -1 : flagEnd(tokens, i, to, flags)
  // "from The Example": the article belongs to the name
  const article = by > i + 1 && tokens[by - 1]?.shape === 'cap' && tokens[i]?.shape === 'lower'
  let end = by > 0 ? (article ? by - 1 : by) : i
  while (end < to && (isColon(tokens[end]) || isDots(tokens, end))) end++
  if (end > i) return end
  const mark = tokens[end]
  if (!picture) return end
  // "Image source, Reuters"
  if (isMark(mark, ',') && (phrase || i === 1)) {
    const named =
      SOURCES.has(tokens[i - 1]?.key ?? '') || (phrase && tokens[i - 1]?.key === 'photo')
    const source = named && tokens[end + 1]?.shape !== 'lower'
    if (source || agencyAt(tokens, end + 1, to)) return end + 1
  }
  const dash = isMark(mark, '-') && mark?.spaced === true
  const joins = dash || isMark(mark, '/') || isMark(mark, '|') || isMark(mark, ')')
  return joins && end + 1 < to ? end + 1 : end
}

// "Image source, Jane Doe": the last word of that cue, as the BBC's services print it
const SOURCES = new Set(
  'source स्रोत الصورة تصویر ذریعہ imagen gambar anh ที่มาของภาพ фото উৎস 来源 來源 提供 출처 picha fotografije εικονας menbeyi menbəyi hoton மூலாதாரம் సోర్స్ ਸਰੋਤ સ્રોત'.split(
    ' ',
  ),
)

function open(state: State, slots: readonly Slot[], end: number, given = false): number {
  const { parties } = state
  const beside =
    state.joint === 'none' || (state.joint === 'slash' && slots[0] === 'photo' && !given)
  const after = parties.length > 0 && beside && !isColon(state.tokens[end - 1])
  if (after && (slots[0] === 'photo' || slots[0] === 'illustration')) {
    // "AFP photo", "Jane Doe photo": the word belongs to what stands before it
    state.parties = parties.map((party, n) =>
      n >= state.clause && party.slots.length === 0 ? { ...party, slots } : party,
    )
  } else if (isSubject(state, slots) || isRelated(state, slots)) state.spoiled = true
  // "Foto: © GEPA": what is owned is the picture
  const owned = slots[0] === 'copyright' && state.clause === parties.length && pictured(state.slots)
  if (!owned) state.slots = slots
  state.clause = state.parties.length
  state.cues++
  if (isColon(state.tokens[end - 1]) || slots.includes('copyright')) state.marked = true
  if (slots.includes('photo')) state.pictured = true
  state.joint = 'bar'
  return placeAfter(state, end)
}

const pictured = (slots: readonly Slot[]): boolean =>
  slots.includes('photo') || slots.includes('illustration')

// "De notre correspondant à Berlin, Jane Doe"
function placeAfter(state: State, i: number): number {
  const town = flagEnd(state.tokens, i, state.to, Flag.place)
  // "Corresponsal en Oslo Jane Doe"
  const isAt = town > 0 && (flagsOf(state.tokens[i - 1]) & Flag.at) !== 0
  if (isAt && town < state.to && state.tokens[town]?.shape === 'cap') return town
  if (state.tokens[i]?.shape !== 'lower' || agencyAt(state.tokens, i + 1, state.to)) return i
  // "in redazione a Roma Jane Doe"
  const at = flagEnd(state.tokens, i, state.to, Flag.at)
  const known = at > 0 ? flagEnd(state.tokens, at, state.to, Flag.place) : -1
  if (known > 0 && known < state.to && state.tokens[known]?.shape === 'cap') return known
  const end = skipPlace(state, i)
  return isMark(state.tokens[end], ',') ? end + 1 : i
}

/** Before a cue of pictures stands who the picture shows, unless the place holds bylines or an agency is there too. */
function isSubject(state: State, slots: readonly Slot[]): boolean {
  const source = slots.includes('wire') && (state.where === 'caption' || state.where === undefined)
  if (!source && !slots.some((slot) => PICTURED.has(slot))) return false
  if (isNamed(state.where) || state.parties.length === 0) return false
  if (state.parties.some((party) => party.kind === 'agency' || party.slots.length > 0)) return false
  // "Tribune photo: Jane Doe"
  if (state.joint === 'none' && state.parties.every(({ kind }) => HOUSES.has(kind))) return false
  return state.parties.some((party) => party.kind !== 'organisation')
}

// "Related article: A, B": a word by itself before a writer's cue
const isRelated = ({ where, parties, joint }: State, slots: readonly Slot[]): boolean =>
  slots.includes('author') &&
  !isNamed(where) &&
  joint === 'none' &&
  parties.length > 0 &&
  parties.every(({ kind, slots: said }) => kind === 'word' && said.length === 0)

const HOUSES = new Set(['paper', 'broadcaster', 'house'])
const PICTURED: ReadonlySet<Slot> = new Set(['photo', 'illustration', 'copyright'])

// after a cue without colon a party must follow at once: "photo exhibitions" is none
function promises(state: State, i: number): boolean {
  const { tokens, to } = state
  const token = tokens[i]
  if (!token || i >= to || token.shape === 'mark') return state.parties.length > 0
  if (agencyAt(tokens, i, to) || mastheadAt(tokens, i, to)) return true
  // "avec les informations de l'AFP"
  if (ARTICLES.has(token.key) && agencyAt(tokens, i + 1, to)) return true
  // "本报记者 张三": so a reporter signs and nobody else
  if (/[记記]者$/.test(tokens[i - 1]?.text ?? '') && (token.spaced || isMark(tokens[i + 1], '/')))
    return true
  // without case nothing tells a name from a word but the place: a bracket, a caption
  if (token.shape === 'uncased')
    return isNamed(state.where) || state.where === 'caption' || isEnclosed(state, i)
  if (token.shape !== 'lower') return true
  // "© jane_doe - Example Stock"
  const mark = tokens[i + 1]
  if ((isMark(mark, '-') || isMark(mark, '/')) && agencyAt(tokens, i + 2, to)) return true
  // "courtesy of photographer Jane Doe"
  if ((flagsOf(token) & Flag.job) !== 0 && tokens[i + 1]?.shape === 'cap') return i + 1 < to
  if (flagEnd(tokens, i, to, Flag.organisation) > i + 1) return true
  return (flagsOf(token) & (Flag.particle | Flag.nobody)) !== 0 || placeAfter(state, i) > i
}

const ENCLOSING = new Set(['(', '[', '-', ';'])

function isEnclosed(state: State, i: number): boolean {
  for (let j = i - 1; j >= Math.max(0, i - 4); j--) {
    const token = state.tokens[j]
    if (ENCLOSING.has(token?.key ?? '') && token?.shape === 'mark') return true
  }
  return false
}

/** `By`, `Von`, `Par`: where nothing stands before it, or after what ends a clause. */
function byWord(state: State, i: number): number {
  const { tokens, to } = state
  const first = tokens[i]
  if (first?.key === 'via') return viaWord(state, i)
  if (state.parties.length > 0 && !CLAUSE_ENDS.has(state.joint)) return -1
  // "Von links: Jane Doe, John Roe"
  if (POSITIONS.has(tokens[i + 1]?.key ?? '')) return -1
  const end = first?.key === 'from' && opensFrom(state, i) ? i + 1 : flagEnd(tokens, i, to, Flag.by)
  // "Théo Doe": a `by` word of another language
  if (end === i + 1 && isGiven(state, i)) return -1
  if (end < 0 || end >= to) return -1
  // "verscheen eerder in De Havenbode"
  if (first?.text === 'De' && state.slots.includes('publication')) return -1
  if ((first?.shape === 'uncased' || (first?.text.length ?? 0) < 2) && !isNamed(state.where))
    return -1
  state.byline = true
  if (state.slots.length === 0) state.slots = ['author']
  return isColon(tokens[end]) ? end + 1 : end
}

const POSITIONS = new Set(['left', 'right', 'links', 'rechts', 'gauche', 'sinistra', 'izquierda'])

// "From wire reports", "From JANE DOE in Arusha"
const opensFrom = ({ tokens, where, to }: State, i: number): boolean =>
  isNamed(where) ||
  (i === 0 &&
    (tokens[1]?.shape === 'caps' || agencyAt(tokens, 1, to)?.value.agency?.kind === 'unnamed'))

const isGiven = ({ tokens, to }: State, i: number): boolean =>
  tokens[i]?.shape === 'cap' &&
  (flagsOf(tokens[i]) & Flag.given) !== 0 &&
  i + 1 < to &&
  tokens[i + 1]?.shape === 'cap' &&
  !agencyAt(tokens, i + 1, to)

const CLAUSE_ENDS = new Set(['bar', 'dot', 'bracket', 'dash'])

function viaWord(state: State, i: number): number {
  if (state.parties.length > 0) {
    state.joint = 'via'
    if (!isNamed(state.where) && state.parties[0]?.agency?.kind !== 'unnamed') state.pictured = true
  }
  return i + 1
}

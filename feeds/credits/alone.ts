/** Names that are one word: a surname, house initials, a nickname, or who supplied a picture. */

import { flagsOf } from './find.ts'
import {
  isAfterAgency,
  isMastheadWord,
  isOwnArchive,
  isPerson,
  isSupplier,
  isTown,
} from './likely.ts'
import type { Line } from './line.ts'
import { Flag } from './phrase.ts'
import { credit, personRole, printed, type Said, type Standing } from './say.ts'
import { isNamed, type Joint, type List, type Party } from './state.ts'
import type { Token } from './tokens.ts'

function isBracketed({ tokens }: Line, i: number): boolean {
  for (let j = i; j >= Math.max(0, i - MOST_IN_BRACKETS); j--) {
    if (tokens[j]?.key === ')') return false
    if (tokens[j]?.key === '(') return true
  }
  return false
}
const MOST_IN_BRACKETS = 16

// in brackets they are who typed it: initials count before and after "agency/" and before "avec", and where a byline is nothing else
export function countsAsInitials(line: Line, list: List, n: number): boolean {
  // "Doe, J. M., Roe, W."
  if (line.where === 'dc:creator' && line.tokens[list.parties[n]?.from ?? 0]?.shape === 'initial')
    return true
  // "AFP/jd"
  if (list.parties[n]?.joint === 'slash' && list.parties[n - 1]?.agency?.kind === 'news')
    return !isBracketed(line, list.parties[n]?.from ?? 0)
  // "Autor: an//mk"
  if (list.cues > 0 && list.parties[n]?.slots.includes('author')) return true
  const next = list.parties[n + 1]
  if (next)
    return (
      next.joint === 'slash' ||
      next.slots.includes('contributed') ||
      next.joint === 'comma' ||
      // "jd/rr (AP, dpa)"
      (next.joint === 'bracket' && next.agency?.kind === 'news' && n < 2)
    )
  return (
    n === 0 &&
    (line.where === 'byline' || line.where === 'dc:creator' || list.cues > 0) &&
    list.parties.length === 1
  )
}

const UPLOADED: ReadonlySet<Joint> = new Set(['slash', 'dash', 'via'])

// iStockphoto/dolgachov: who uploaded it
export function nick({ line, list, party, n, slot }: Standing): Said {
  const before = list.parties[n - 1]
  const next = list.parties[n + 1]
  if (before?.agency?.kind === 'picture' || next?.agency?.kind === 'picture') {
    if (party.joint === 'slash' || (next && UPLOADED.has(next.joint)))
      return credit(line, party, 'person', personRole(slot, 'photo'))
  }
  // "Editor: huaxia": Xinhua's people sign so
  if (slot === 'editing' || slot === 'translation') return credit(line, party, 'person', slot)
  // "PAP, marga"
  if (line.where !== 'caption' && before?.kind === 'agency' && party.joint === 'comma')
    return credit(line, party, 'person', personRole(slot, 'author'))
  // "jdoe avec ats"
  if (isBeforeWith(list, n) && line.where !== 'caption')
    return credit(line, party, 'person', personRole(slot, 'author'))
  // "agrarnetz/dpa": a house that writes itself small
  if (slot !== 'photo') return n === 0 && next ? printed(line, party) : undefined
  return credit(line, party, 'organization', 'photo')
}

// "L'Exemple avec AFP": in the house's slot
export const isBeforeWith = (list: List, n: number): boolean => {
  const next = list.parties[n + 1]
  return (
    next?.joint === 'comma' &&
    next.slots.includes('contributed') &&
    !list.parties[n]?.slots.includes('contributed')
  )
}

export const isPaper = ({ tokens, where }: Line, list: List, n: number): boolean =>
  where === 'byline' && isAfterAgency(tokens, list, n)

const ARTICLES = new Set(['le', 'la', 'les', 'el', 'il', 'der', 'die', 'das'])
export const isArticle = (line: Line, party: Party): boolean =>
  ARTICLES.has(line.tokens[party.from]?.key ?? '')

// "translated from German": the language, not who translated
const isTongue = (tokens: readonly Token[], i: number): boolean =>
  FROM.has(tokens[i - 1]?.key ?? '') && tokens[i - 1]?.shape === 'lower'
const FROM = new Set([
  'from',
  'the',
  'du',
  'de',
  'del',
  'dal',
  "dall'",
  "l'",
  'do',
  'z',
  'ze',
  'iz',
  'fran',
  'fra',
  'uit',
  'het',
  'с',
  'з',
])

/** One capitalised word: a surname beside an agency, in a list of names or in a byline; else who supplied a picture. */
export function word(at: Standing): Said {
  const { line, list, party, n, slot } = at
  if (slot === 'publication') return printed(line, party)
  if (slot === 'translation' && isTongue(line.tokens, party.from)) return undefined
  if (isTown(list, n, slot, line.tokens[party.from]) || isGroup(line, party)) return undefined
  return slot === 'photo' || slot === 'illustration' ? pictureWord(at, slot) : textWord(at)
}

// "Interview von den Example": whom an article stands before is no person
const isGroup = ({ tokens }: Line, { from }: Party): boolean =>
  ['den', 'dem'].includes(tokens[from - 1]?.key ?? '')

const isShortCapitals = (token: Token | undefined): boolean =>
  token?.shape === 'caps' && token.text.length <= 5
// "hB": a paper in short
const isShort = (token: Token | undefined): boolean =>
  token?.shape === 'mixed' && token.text.length < 5
const hasDigits = (token: Token | undefined): boolean => /\d/.test(token?.text ?? '')

const isCommaAgency = (party: Party | undefined): boolean =>
  party?.joint === 'comma' && party.agency?.kind === 'news' && party.slots.length === 0

function textWord({ line, list, party, n, slot, role }: Standing): Said {
  const token = line.tokens[party.from]
  const capitals = isShortCapitals(token)
  // "Oprac. AN": who is cued by two or three letters
  const cued = list.cues > 0 && party.slots.includes('author') && party.joint !== 'slash'
  if (cued && capitals && (token?.text.length ?? 0) < 4)
    return credit(line, party, 'person', 'author')
  // "JD"
  if (
    isNamed(line.where) &&
    capitals &&
    token?.text.length === 2 &&
    list.parties.length === 1 &&
    list.cues === 0
  )
    return party.house ? printed(line, party) : credit(line, party, 'person', 'author')
  // "ANP/Hafenkrant"
  const next = list.parties[n + 1]
  const besideAgency =
    (party.joint === 'slash' && list.parties[n - 1]?.kind === 'agency') ||
    (next?.joint === 'slash' && next.kind === 'agency')
  // "Source: Hafenpost"
  const besidePerson = party.joint === 'comma' && isPerson(list.parties[n - 1])
  const sourced = party.slots.includes('wire') && (flagsOf(token) & Flag.given) === 0
  const paper =
    ((besideAgency || besidePerson || party.slots.includes('wire')) && isMastheadWord(token)) ||
    (sourced && besideAgency)
  // "MZ, PAP": who wrote, in two letters
  if (isNamed(line.where) && capitals && token?.text.length === 2 && isCommaAgency(next))
    return credit(line, party, 'person', personRole(slot, role))
  if (isBeforeWith(list, n) || capitals || hasDigits(token) || paper || isShort(token))
    return printed(line, party)
  return credit(line, party, 'person', personRole(slot, role))
}

function pictureWord({ line, list, party, n }: Standing, role: 'photo' | 'illustration'): Said {
  if (isOwnArchive(line.tokens, party)) return printed(line, party)
  const token = line.tokens[party.from]
  if (isShortCapitals(token) || isSupplier(line.tokens, list, n))
    return credit(line, party, 'organization', role)
  const digits = hasDigits(token)
  // "Foto: Jane Doe - Hafenblatt"
  const isBeside =
    (party.joint === 'dash' || party.joint === 'comma') && isPerson(list.parties[n - 1])
  if (isBeside && !digits && isMastheadWord(token)) return printed(line, party)
  // "Zdroj: Ejemplo - Jane Doe"
  const next = list.parties[n + 1]
  if (next?.joint === 'dash' && isPerson(next) && party.slots.includes('wire'))
    return printed(line, party)
  const withPerson =
    (party.joint === 'slash' && isPerson(list.parties[n - 1])) ||
    (next?.joint === 'slash' && isPerson(next))
  // "Foto: Jane Doe / Hafenblatt": the house
  if (withPerson && !digits && isMastheadWord(token)) return printed(line, party)
  if (withPerson) return credit(line, party, 'organization', role)
  const beside = party.joint === 'slash' || next?.joint === 'slash'
  const surname = beside && !digits && token?.shape !== 'mixed'
  return credit(line, party, surname ? 'person' : 'organization', role)
}

/** What an unknown name in a credit is likely to be: who took the picture, or the office or paper that it came from. */

import type { Slot } from './cues/index.ts'
import { flagsOf } from './find.ts'
import { Flag } from './phrase.ts'
import type { List, Party } from './state.ts'
import type { Token } from './tokens.ts'

export const isPerson = (party: Party | undefined): boolean => party?.kind === 'person'

/**
 * Of two names between the slashes of a picture credit one took it: "Jane Doe/Example Sportswire via Getty Images";
 * and what a source is named by ("Source: Fundacja Przykład") is an office rather than a person.
 */
export function isUnlikelyPerson(
  tokens: readonly Token[],
  list: List,
  n: number,
  slot: Slot,
): boolean {
  const { parties } = list
  if (isCollection(tokens, parties[n])) return true
  if (isNamedPerson(tokens, parties[n]) || !isCased(tokens, parties[n])) return false
  if (slot === 'wire') return isOneOf(parties, n)
  const before = parties[n - 1]
  return (
    parties[n]?.joint === 'slash' &&
    isPerson(before) &&
    isNamedPerson(tokens, before) &&
    (parties[n + 1]?.joint === 'slash' ||
      parties[n + 1]?.joint === 'via' ||
      isNamedByTown(tokens, parties[n]) ||
      // "Jane Doe/Harbour Star"
      (parties.length === 2 && slot === 'photo' && parties[n]?.slots.length === 0))
  )
}

// "Getty Images/Harbour RF": royalty-free and rights-managed collections of picture agencies
const isCollection = (tokens: readonly Token[], party: Party | undefined): boolean =>
  party?.joint === 'slash' && ['RF', 'RM'].includes(tokens[party.end - 1]?.text ?? '')

/** "Farol de Skerry": a word, a link and a town. */
const isNamedByTown = (tokens: readonly Token[], party: Party | undefined): boolean =>
  party !== undefined &&
  party.end - party.from === 3 &&
  TOWN_LINKS.has(tokens[party.from + 1]?.key ?? '')
const TOWN_LINKS = new Set(['de', 'do', 'da'])

/** "By Jane Doe for Harbour Star", "Jane Doe, Special to the Harbour Star": no person has a writer. */
export const isEmployer = (tokens: readonly Token[], { parties }: List, n: number): boolean => {
  const { joint = 'none', from = 0 } = parties[n] ?? {}
  const special = tokens[from - (tokens[from - 1]?.key === 'the' ? 2 : 1)]?.key === 'to'
  return isPerson(parties[n - 1]) && (joint === 'for' || (joint === 'job' && special))
}

// "Foto: Jane Doe (Archiv), via dts Nachrichtenagentur": this agency names whom its picture shows
const NAMING = new Set(['dts'])
export const isSubjectOf = ({ parties }: List, { slots }: Party): boolean =>
  slots.includes('photo') &&
  parties.some(({ agency, joint }) => joint === 'via' && NAMING.has(agency?.id ?? ''))

/** "ukazał się w „Gazecie Portowej”": where an article stood first is no person without a given name. */
export const isReprinted = (tokens: readonly Token[], party: Party, slot: Slot): boolean =>
  slot === 'publication' && isCased(tokens, party) && !isNamedPerson(tokens, party)

const isOneOf = (parties: readonly Party[], n: number): boolean =>
  parties.length === 1 || (n > 0 && parties[n]?.joint === 'slash')

const isCased = (tokens: readonly Token[], party: Party | undefined): boolean =>
  party !== undefined && tokens[party.from]?.shape !== 'uncased'

const isNamedPerson = (tokens: readonly Token[], party: Party | undefined): boolean =>
  party !== undefined &&
  tokens
    .slice(party.from, party.end)
    .some((token) => (flagsOf(token) & Flag.given) !== 0 || token.shape === 'initial')

const PAPER =
  /(?:krant|courant|gazeta|tidningen|avisa|blatt|zeitung|anzeiger|kurier|post|posten|bladet|avisen|avis|tidende|nytt|nyheter|presse|news|times|echo|merkur|bote|nachrichten|journal|tidning|lehti|sanomat|magazin|mail|herald|tribune)$/
/** A single word that papers are called by. */
export const isMastheadWord = (token: Token | undefined): boolean => PAPER.test(token?.key ?? '')

const SUPPLIER =
  /(?:press|news|sports|photo)wire$|.(?:images|photos?|pictures|pix|press|fotos?|bild|bilder|pics|medien|agency)$/
const CAMEL = /\p{Ll}\p{Lu}/u
const SURNAME = /^(?:Mac|Mc|De|Di|Du|La|Le|Van|Von|Fitz|D|O)\p{Lu}/u

/**
 * A single word that suppliers of pictures are called by: "ExampleStock", "Harbourpix"; "McDonald" is a surname, and
 * a word beside a picture agency and no person ("Getty Images/SeaLover") is who uploaded it.
 */
export function isSupplier(tokens: readonly Token[], { parties }: List, n: number): boolean {
  const token = tokens[parties[n]?.from ?? 0]
  if (SUPPLIER.test(token?.key ?? '')) return true
  if (!CAMEL.test(token?.text ?? '') || SURNAME.test(token?.text ?? '')) return false
  if (tokens[(parties[n]?.from ?? 0) - 1]?.key === '@' || isPictures(parties[n - 1])) return false
  return !isPictures(parties[n + 1]) || parties.some(isPerson)
}

const isPictures = (party: Party | undefined): boolean => party?.agency?.kind === 'picture'

// "Photo by Jane Doe on Unsplash": where whoever took it put it for all to use, as on flickr
const FREE_HOSTS = new Set(['unsplash', 'pexels', 'pixabay'])
export const isFreeHost = ({ parties }: List, n: number): boolean =>
  FREE_HOSTS.has(parties[n]?.agency?.id ?? '') &&
  parties.some(({ kind }) => kind === 'person' || kind === 'nick' || kind === 'initials')

// "Foto: Archivo/Ejemplo": the paper's own
const ARCHIVES = new Set(['archivo', 'arquivo', 'archiv', 'archives', 'archivio', 'arkiv', 'архив'])
export const isOwnArchive = (tokens: readonly Token[], { from, joint }: Party): boolean =>
  joint === 'slash' && ARCHIVES.has(tokens[from - 2]?.key ?? '')

/** "PAP/Przykład Zdrowia": after an agency's slash, what has no given name is the paper that prints its copy. */
export const isAfterAgency = (tokens: readonly Token[], { parties }: List, n: number): boolean =>
  n > 0 &&
  n === parties.length - 1 &&
  parties[n]?.joint === 'slash' &&
  parties[n - 1]?.agency?.kind === 'news' &&
  tokens[parties[n]?.from ?? 0]?.shape === 'cap' &&
  !isNamedPerson(tokens, parties[n])

// "By Jane Doe, Ibadan", "Jane Doe and John Roe, Oslo": where a byline was written; surnames stand together
export const isTown = (
  { parties }: List,
  n: number,
  slot: Slot,
  token: Token | undefined,
): boolean =>
  slot === 'author' &&
  !isMastheadWord(token) &&
  parties[n]?.joint === 'comma' &&
  parties[n - 1]?.kind === 'person' &&
  parties[n + 1]?.joint !== 'and'

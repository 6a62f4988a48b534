/** Organisations that no table knows, told by a word that only organisations have. */

import { flagEnd, flagsOf } from './find.ts'
import { Flag } from './phrase.ts'
import type { Token } from './tokens.ts'

const LINKS = new Set(
  "of the for and & de del la las los do da des du d' l' di della dei fur der von van voor en e y et i za pro on in af och og".split(
    ' ',
  ),
)
const MOST_TOKENS = 12

/** Where a run of capitalised words and links ends that holds a word of organisations ("U.S. Department of State"), or -1. */
export function organisationEnd(
  tokens: readonly Token[],
  i: number,
  to: number,
  cued: boolean,
  isAgency: (i: number) => boolean,
): number {
  if (isPerson(tokens, i, to) || isAssociation(tokens, i)) return -1
  const first = isArticle(tokens, i, to) ? i + 1 : i
  let end = first
  let proof = false
  const free =
    cued && (flagEnd(tokens, i, to, Flag.organisation) > 0 || endsInOffice(tokens, i, to))
  for (let j = first; j < to && j - first < MOST_TOKENS; ) {
    const token = tokens[j] as Token
    const known = flagEnd(tokens, j, to, Flag.organisation)
    // "Skerry's office of the Mayor"
    const owned = j > first + 1 && cued && tokens[j - 1]?.key === "'s"
    if (known > 0 && (token.shape !== 'lower' || free || owned) && isProof(token, known - j)) {
      proof = true
      end = j = known
      continue
    }
    if (j > first && tokens[j]?.shape === 'lower' && COMPOUND.test(tokens[j]?.key ?? '')) {
      // "Svenska försvarsdepartementet/AP": bodies in small letters
      proof = true
      end = ++j
      break
    }
    if (!isOfOrganisation(tokens, j, to, j === first, free)) break
    if (j > first && isAgency(j)) break
    proof ||= isCompound(token)
    j++
    if (token.shape !== 'lower' || free) end = j
  }
  return proof ? end : -1
}

// "Miniszterelnöki kommunikációs főosztály": small words, of which the last is an office
function endsInOffice(tokens: readonly Token[], i: number, to: number): boolean {
  if (tokens[i]?.shape !== 'cap') return false
  let end = i + 1
  while (end < Math.min(to, i + 5) && tokens[end]?.shape === 'lower') end++
  const closed = end >= to || tokens[end]?.shape === 'mark'
  return end > i + 1 && closed && (flagsOf(tokens[end - 1]) & Flag.organisation) !== 0
}

// "in association with Harbour Radio"
const isAssociation = (tokens: readonly Token[], i: number): boolean =>
  tokens[i]?.key === 'association' && tokens[i + 1]?.key === 'with'

// "The White House"
const isArticle = (tokens: readonly Token[], i: number, to: number): boolean =>
  tokens[i]?.key === 'the' &&
  i + 1 < to &&
  tokens[i]?.shape === 'cap' &&
  tokens[i + 1]?.shape === 'cap'

const COMPOUND =
  /.(?:ministerium|regierung|verband|verein|polizei|feuerwehr|museum|universitat|hochschule|klinik|klinikum|institut|stiftung|zentrum|behorde|gesellschaft|rettung|wehr|werke|kanzlei|theater|brandweer|politie|ministerie|universiteit|departementet|direktoratet|verket|myndigheten|styrelsen|universitetet|ministeriet|politiet|vesenet|forbundet|forbund|tjenesten|tjansten|ministerio|igazgatosag|miniszterium|hivatal|szolgalat|rendorseg|kapitanysag|laitos|virasto|yliopisto)$/

// "Bundesregierung", "Landespolizei": German, Dutch and Nordic words for bodies have no end
const isCompound = ({ key, shape }: Token): boolean =>
  shape !== 'lower' && shape !== 'mark' && COMPOUND.test(key)

const SURNAMES = new Set(
  'bank church court guard park union camera camara corte grad werk'.split(' '),
)

// "Margaret Court"
function isPerson(tokens: readonly Token[], i: number, to: number): boolean {
  if ((flagsOf(tokens[i]) & Flag.given) === 0) return false
  if (arePeople(tokens, i, to) || worksFor(tokens, i, to)) return true
  // "Rachel La Corte"
  const particle = (flagsOf(tokens[i + 1]) & Flag.particle) !== 0 && tokens[i + 1]?.shape === 'cap'
  const surname = particle ? i + 2 : i + 1
  if (!SURNAMES.has(tokens[surname]?.key ?? '')) return false
  const next = surname + 1 < to ? tokens[surname + 1] : undefined
  return !next || next.shape === 'mark' || next.shape === 'lower'
}

// "Jane Doe for Example Productions"
const worksFor = (tokens: readonly Token[], i: number, to: number): boolean =>
  i + 3 < to &&
  tokens[i + 1]?.shape === 'cap' &&
  flagEnd(tokens, i + 1, to, Flag.organisation) < 0 &&
  (tokens[i + 2]?.key === 'for' || tokens[i + 2]?.key === 'at')

// "Jane Doe and Rachel La Corte": a given name on both sides of an `and`
const arePeople = (tokens: readonly Token[], i: number, to: number): boolean =>
  [i + 2, i + 3].some(
    (and) =>
      and + 1 < to &&
      (flagsOf(tokens[and]) & Flag.and) !== 0 &&
      (flagsOf(tokens[and + 1]) & Flag.given) !== 0,
  )

// UN and WHO are words in other languages, and pronouns: short ones count in capitals
const isProof = (token: Token, length: number): boolean =>
  length > 1 ||
  token.text.length > 3 ||
  token.key === 'lab' ||
  token.shape === 'caps' ||
  token.shape === 'uncased'

function isOfOrganisation(
  tokens: readonly Token[],
  j: number,
  to: number,
  first: boolean,
  free: boolean,
): boolean {
  const token = tokens[j] as Token
  const next = j + 1 < to ? tokens[j + 1] : undefined
  switch (token.shape) {
    case 'cap':
    case 'caps':
    case 'initial':
    case 'mixed':
      return (
        (flagsOf(token) & Flag.by) === 0 &&
        !((flagsOf(token) & Flag.date) !== 0 && next?.key === ':') &&
        (flagEnd(tokens, j, to, Flag.nobody) < 0 || (flagsOf(token) & Flag.mastheadWord) !== 0)
      )
    case 'uncased':
      return free
    case 'number':
      return !first && !next?.spaced
    case 'lower':
      return (
        !first &&
        ((free && (flagsOf(token) & Flag.title) === 0) ||
          LINKS.has(token.key) ||
          (/^(?:st|nd|rd|th)$/.test(token.key) && !token.spaced))
      )
    case 'mark':
      return (
        !first &&
        ((token.key === '-' && !token.spaced && next?.spaced === false) ||
          token.key === '&' ||
          token.key === "'s")
      )
    default:
      return false
  }
}

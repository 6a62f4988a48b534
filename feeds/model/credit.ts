/** A credit: one party in one role, with the evidence it was read from. */

export const ROLES = [
  'author',
  'wire',
  'contributed',
  'photo',
  'illustration',
  'translation',
  'editing',
] as const
export type Role = (typeof ROLES)[number]

export type PartyKind = 'person' | 'organization'

/** How we know: a feed element or front matter said it, we read it in a text, or a person set it. */
export type How = 'declared' | 'parsed' | 'edited'

/** Where a credit line stands. Readers of credit lines may be given none. */
export const WHERES = [
  'end',
  'byline',
  'dateline',
  'caption',
  'dc:creator',
  'title-suffix',
  'body',
] as const
export type Where = (typeof WHERES)[number]

/** What one credit rests on. `text` is verbatim; `span` is [start, end) of the party in it, in UTF-16 units. */
export interface Evidence {
  readonly how: How
  readonly text?: string
  /** The field or place: a Where, or a feed field such as `media:credit`, `author`, `dc:contributor`. */
  readonly at?: string
  readonly span?: readonly [start: number, end: number]
}

export interface Credit {
  readonly name: string
  readonly kind: PartyKind
  /** Id in the agency table, e.g. `reuters`. */
  readonly agencyId?: string
  readonly role: Role
  /** URL of the image that the credit belongs to; absent for the article, or for its photo without a URL. */
  readonly target?: string
  /** Strongest first: edited, declared, parsed. */
  readonly evidence: readonly [Evidence, ...Evidence[]]
}

/** What readCredits found in one line. */
export interface ReadCredit {
  readonly name: string
  readonly kind: PartyKind
  readonly agencyId?: string
  readonly role: Role
  /** Verbatim text of the line that was read. */
  readonly text: string
  /** [start, end) of the party in `text`, in UTF-16 units. */
  readonly span: readonly [start: number, end: number]
}

export interface CreditReading {
  readonly credits: readonly ReadCredit[]
  /** The masthead that the line names, as printed. */
  readonly publication: string | null
}

const STRENGTH: Record<How, number> = { edited: 0, declared: 1, parsed: 2 }

/** One party in one role on one target is one credit: same name folded, or the same agency. */
export const creditKey = (credit: Pick<Credit, 'name' | 'agencyId' | 'role' | 'target'>): string =>
  [credit.agencyId ?? foldName(credit.name), credit.role, credit.target ?? ''].join('\u0000')

/**
 * Joins credits, one per party, role and target, keeping the first one's place and name and every distinct
 * evidence, strongest first (edited, declared, parsed).
 */
export function mergeCredits(...lists: readonly (readonly Credit[])[]): Credit[] {
  const merged = new Map<string, Credit>()
  for (const credit of lists.flat()) {
    const key = creditKey(credit)
    const known = merged.get(key)
    merged.set(key, known ? withEvidence(known, credit.evidence) : credit)
  }
  return [...merged.values()]
}

/** Roles in which a party can have made the text: declared in one and printed in another, it is one credit. */
const TEXT_ROLES: readonly Role[] = ['author', 'wire', 'contributed']

/**
 * Joins lists of credits of falling authority: what a later list says of a party that an earlier one credits in a
 * kindred role (author, wire, contributed; or photo) is further evidence for that credit, not another credit (rule 8).
 */
export function joinCredits(...lists: readonly (readonly Credit[])[]): Credit[] {
  return lists.reduce<Credit[]>(
    (joined, list) =>
      list.length === 0
        ? joined
        : mergeCredits(
            joined,
            list.map((credit) => alike(joined, credit)),
          ),
    [],
  )
}

/** The credit under the name, role and target in which `known` has it. */
function alike(known: readonly Credit[], credit: Credit): Credit {
  const same = known.find((other) => isSameParty(other, credit) && isKindred(other, credit))
  if (!same || (same.role === credit.role && same.target === credit.target)) return credit
  const { target: _, ...rest } = credit
  return { ...rest, role: same.role, ...(same.target ? { target: same.target } : {}) }
}

const isSameParty = (a: Credit, b: Credit): boolean =>
  (a.agencyId !== undefined && a.agencyId === b.agencyId) || foldName(a.name) === foldName(b.name)

const isKindred = (a: Credit, b: Credit): boolean =>
  TEXT_ROLES.includes(a.role)
    ? TEXT_ROLES.includes(b.role)
    : a.role === b.role && b.target === undefined

function withEvidence(credit: Credit, more: readonly Evidence[]): Credit {
  const same = (a: Evidence, b: Evidence) => a.how === b.how && a.text === b.text && a.at === b.at
  const all = [...credit.evidence, ...more.filter((e) => !credit.evidence.some((k) => same(k, e)))]
  const [first = credit.evidence[0], ...rest] = all.sort(
    (a, b) => STRENGTH[a.how] - STRENGTH[b.how],
  )
  return { ...credit, evidence: [first, ...rest] }
}

/** Case, width, accents' encoding and spaces folded: for comparing names, never for showing them. */
export const foldName = (name: string): string =>
  PLAIN.test(name)
    ? name.toLowerCase()
    : name.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()

/** ASCII with single spaces. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/

/**
 * The public id of a party, for /agencies/:id and /people/:id: the agency's id, else the name as a slug (letters
 * and digits of any script, joined by `-`).
 */
export const partyId = (party: { readonly name: string; readonly agencyId?: string }): string =>
  party.agencyId ?? slug(party.name)

export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80) || 'unnamed'

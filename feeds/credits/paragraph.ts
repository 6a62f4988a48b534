/**
 * Our credit paragraph: who reported it and where the original stands, in words at the end of what we publish. Its
 * wording alone carries the credit through tools that drop every element they don't know.
 */

import type { Article } from '../model/article.ts'
import { foldName, type Role } from '../model/credit.ts'
import { oneLine } from '../model/text.ts'
import { type Labels, labelsOf } from './labels.ts'
import { readEndLine } from './line-reading.ts'
import { holdsLabel, readChain } from './paragraph-reading.ts'

export { type FoundParagraph, findCreditParagraph } from './paragraph-finding.ts'
export { type CreditParagraph, readCreditParagraph } from './paragraph-reading.ts'

export interface ParagraphOptions {
  /** BCP 47; the labels' language, English if absent or unknown. */
  readonly language?: string | undefined
  /** Texts of the last paragraphs that stand before it: what they print is not said again. */
  readonly already?: readonly string[]
}

type Credited = Pick<Article, 'credits' | 'creditText' | 'publication' | 'canonicalUrl'>

/** The order in which the roles are said. */
const ORDER: readonly Role[] = [
  'author',
  'wire',
  'contributed',
  'photo',
  'illustration',
  'translation',
  'editing',
]

/**
 * The credit paragraph of an article as plain text, or nothing where there is nothing to say. A printed credit line
 * stands in place of its role's label where reading it gives exactly the credits of that role.
 */
export const writeCreditParagraph = (
  article: Credited,
  { language, already = [] }: ParagraphOptions = {},
): string | undefined => paragraphWriter(article, language)(already)

/** Writes the paragraph of one article, after texts that have said some of it already, any number of times. */
export function paragraphWriter(
  article: Credited,
  language: string | undefined,
): (already: readonly string[]) => string | undefined {
  const labels = labelsOf(language)
  const lines = article.creditText.flatMap(readLine)
  const everything = partsOf(article)
  let whole: { readonly text: string | undefined } | undefined
  return (already) => {
    const telling = already.filter((text) => isTelling(text, everything, article.creditText))
    const parts = telling.length > 0 ? without(everything, telling) : everything
    if (parts !== everything) return compose(parts, labels, lines)
    whole ??= { text: compose(parts, labels, lines) }
    return whole.text
  }
}

/**
 * The text without a credit paragraph at its end that says nothing but what is known of the article: what an earlier
 * publisher of ours wrote is not taken for the article's own words.
 */
export function withoutParagraph(article: Credited, text: string): string {
  if (!text.includes(': ')) return text
  const chain = readChain(text)
  const { publication, names, url } = partsOf(article)
  const known = new Set(names.flatMap(({ keys }) => keys))
  const isOurs =
    chain !== undefined &&
    chain.end === text.length &&
    [undefined, publication].includes(chain.publication) &&
    [undefined, url].includes(chain.canonicalUrl) &&
    chain.credits.every((credit) => isAmong(known, { keys: keysOf(credit) }))
  return isOurs ? text.slice(0, chain.start).trimEnd() : text
}

/** Whether a text can say any of it: a quick look that spares reading prose. */
const isTelling = (text: string, { names, publication, url }: Parts, lines: readonly string[]) =>
  lines.includes(text) ||
  (url !== undefined && text.includes(url)) ||
  (publication !== undefined && text.includes(plainPiece(publication))) ||
  names.some(({ name }) => text.includes(plainPiece(name)))

/** The longest piece of a name that is the same in quotes, where quotation marks are doubled. */
export const plainPiece = (name: string): string =>
  name.includes('"')
    ? name.split('"').reduce((longest, piece) => (piece.length > longest.length ? piece : longest))
    : name

interface Named {
  readonly name: string
  readonly role: Role
  readonly keys: readonly string[]
}

interface Parts {
  readonly publication: string | undefined
  readonly names: readonly Named[]
  readonly url: string | undefined
}

type Party = { readonly name: string; readonly agencyId?: string; readonly role: Role }

/** By its agency and by its name: two that share either are one party in one role. */
const keysOf = ({ name, agencyId, role }: Party): string[] => [
  ...(agencyId ? [`${role} agency ${agencyId}`] : []),
  `${role} ${foldName(name)}`,
]

const isAmong = (keys: ReadonlySet<string>, { keys: own }: Pick<Named, 'keys'>): boolean =>
  own.some((key) => keys.has(key))

/** Each party once in a role, whatever picture it stands at. */
function partsOf({ credits, publication, canonicalUrl }: Credited): Parts {
  const named = credits
    .map(
      (credit): Named => ({ name: oneLine(credit.name), role: credit.role, keys: keysOf(credit) }),
    )
    .filter((one, i, all) => one.name && all.findIndex((o) => o.keys[0] === one.keys[0]) === i)
  return {
    publication: (publication && oneLine(publication.name)) || undefined,
    names: named,
    url: canonicalUrl,
  }
}

/** What is left to say after these texts; the parts themselves where none of it has been said. */
function without(parts: Parts, already: readonly string[]): Parts {
  const said = new Set<string>()
  const publications = new Set<string>()
  for (const text of already) {
    const chain = readChain(text)
    const reading = readEndLine(text)
    for (const credit of [...(chain?.credits ?? []), ...reading.credits])
      for (const key of keysOf(credit)) said.add(key)
    for (const name of [chain?.publication, reading.publication])
      if (name) publications.add(foldName(name))
  }
  const { publication, names, url } = parts
  const isSaid = publication !== undefined && publications.has(foldName(publication))
  const left = names.filter((one) => !isAmong(said, one))
  const hasUrl = url !== undefined && already.some((text) => text.split(/\s+/).includes(url))
  if (!isSaid && !hasUrl && left.length === names.length) return parts
  return {
    publication: isSaid ? undefined : publication,
    names: left,
    url: hasUrl ? undefined : url,
  }
}

/** A printed credit line as a sentence, and what reading it gives. */
interface Line {
  readonly text: string
  readonly roles: ReadonlySet<Role>
  readonly parties: number
  readonly keys: ReadonlySet<string>
}

/** A line that holds what looks like one of our labels, or like a text that was cut, would be read as that. */
function readLine(printed: string): Line[] {
  const text = sentence(oneLine(printed))
  const { credits } = readEndLine(text)
  if (credits.length === 0 || holdsLabel(text) || /…$|\.{3}$/.test(text)) return []
  const roles = new Set(credits.map(({ role }) => role))
  return [{ text, roles, parties: credits.length, keys: new Set(credits.flatMap(keysOf)) }]
}

const sentence = (text: string): string => ('.!?…'.includes(text.slice(-1)) ? text : `${text}.`)

function compose(parts: Parts, labels: Labels, lines: readonly Line[]): string | undefined {
  const { publication, names, url } = parts
  const said = publication ? [sentence(`${labels.source}: ${quoted(publication)}`)] : []
  let left = names
  let isLine = false
  for (const role of ORDER) {
    const listed = left.filter((one) => one.role === role)
    if (listed.length === 0) continue
    // A line stands between labels: what comes first shows where the paragraph begins, and what is next where it ends.
    const line: Line | undefined =
      said.length > 0 && !isLine ? lineFor(role, left, lines) : undefined
    isLine = line !== undefined
    if (line) left = left.filter((one) => !line.roles.has(one.role))
    said.push(
      line?.text ??
        sentence(`${labels[role]}: ${listed.map(({ name }) => quoted(name)).join('; ')}`),
    )
  }
  // Without a full stop, which would become a part of the URL.
  if (url) said.push(`${labels.original}: ${url}`)
  return said.length > 0 ? said.join(' ') : undefined
}

/** A line that says the parties of this role and, of whatever other roles it has, exactly those that are left to say. */
const lineFor = (role: Role, left: readonly Named[], lines: readonly Line[]): Line | undefined =>
  lines.find((line) => line.roles.has(role) && saysExactly(line, left))

function saysExactly({ roles, parties, keys }: Line, names: readonly Named[]): boolean {
  const ours = names.filter(({ role }) => roles.has(role))
  return ours.length === parties && ours.every((one) => isAmong(keys, one))
}

/** In double quotes what would end the name or look like another: `;`, a full stop, a label's colon, quotes. */
const quoted = (name: string): string =>
  /[;；:："“”„«»…]|[.!?。](?:\s|$)/.test(name) ? `"${name.replaceAll('"', '""')}"` : name

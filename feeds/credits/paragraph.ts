/**
 * Our credit paragraph: who reported it and where the original stands, in words at the end of what we publish. Its
 * wording alone carries the credit through tools that drop every element they don't know.
 */

import { findAgency } from '../agencies/index.ts'
import type { Article } from '../model/article.ts'
import { type Credit, foldName, type Role } from '../model/credit.ts'
import { cleanText } from '../model/text.ts'
import { readCredits } from './index.ts'
import { type Labels, labelsOf } from './labels.ts'
import { type CreditParagraph, readChain, readCreditParagraph } from './paragraph-reading.ts'

export type { CreditParagraph, FoundParagraph } from './paragraph-reading.ts'
export { findCreditParagraph, readCreditParagraph } from './paragraph-reading.ts'

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
export function writeCreditParagraph(
  article: Credited,
  options: ParagraphOptions = {},
): string | undefined {
  const labels = labelsOf(options.language)
  const said = saidAlready(options)
  const parts: Parts = {
    publication: said.publications.has(foldName(article.publication?.name ?? ''))
      ? undefined
      : printable(article.publication?.name),
    names: namesByRole(article.credits, said.credits),
    url: isSaid(article.canonicalUrl, options.already) ? undefined : article.canonicalUrl,
  }
  const lines = verbatimLines(article, parts, options.language)
  const text = compose(parts, labels, lines)
  if (lines.size === 0 || saysTheSame(text, compose(parts, labels, new Map()))) return text
  return compose(parts, labels, new Map())
}

interface Parts {
  readonly publication: string | undefined
  readonly names: ReadonlyMap<Role, readonly string[]>
  readonly url: string | undefined
}

function compose(
  { publication, names, url }: Parts,
  labels: Labels,
  lines: ReadonlyMap<Role, string>,
): string | undefined {
  const sentences: string[] = publication ? [`${labels.source}: ${quoted(publication)}`] : []
  for (const role of ORDER) {
    const line = lines.get(role)
    const listed = names.get(role)
    // A line can't come first: only a label shows where the paragraph begins once the markup is gone.
    if (line && sentences.length > 0) {
      if (!sentences.includes(line)) sentences.push(line)
    } else if (listed) sentences.push(`${labels[role]}: ${listed.map(quoted).join('; ')}`)
  }
  const said = sentences.map((s) => (/[.!?…]$/.test(s) ? s : `${s}.`))
  // Without a full stop, which would become a part of the URL.
  if (url) said.push(`${labels.original}: ${url}`)
  return said.length > 0 ? said.join(' ') : undefined
}

/** In double quotes what would end the name or look like another: `;`, a full stop, a label's colon, quotes. */
function quoted(name: string): string {
  return /[;；:："“”„«»…]|[.!?。](?:\s|$)/.test(name) ? `"${name.replaceAll('"', '""')}"` : name
}

const printable = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : cleanText(name).replace(/\s+/g, ' ').trim() || undefined

function namesByRole(
  credits: readonly Credit[],
  said: ReadonlySet<string>,
): Map<Role, readonly string[]> {
  const names = new Map<Role, string[]>()
  const seen = new Set(said)
  for (const credit of credits) {
    const name = printable(credit.name)
    if (!name || seen.has(partyKey(credit))) continue
    seen.add(partyKey(credit))
    names.set(credit.role, [...(names.get(credit.role) ?? []), name])
  }
  return names
}

/** One party in one role, whatever picture it stands at. */
const partyKey = (credit: {
  readonly name: string
  readonly agencyId?: string
  readonly role: Role
}) => `${credit.role} ${credit.agencyId ?? findAgency(credit.name)?.id ?? foldName(credit.name)}`

interface Said {
  readonly credits: ReadonlySet<string>
  readonly publications: ReadonlySet<string>
}

function saidAlready({ already = [], language }: ParagraphOptions): Said {
  const credits = new Set<string>()
  const publications = new Set<string>()
  for (const text of already) {
    const chain = readChain(text)
    const reading = readCredits(text, { where: 'end', ...(language ? { language } : {}) })
    for (const credit of [...(chain?.credits ?? []), ...reading.credits])
      credits.add(partyKey(credit))
    for (const name of [chain?.publication, reading.publication])
      if (name) publications.add(foldName(name))
  }
  return { credits, publications }
}

const isSaid = (url: string | undefined, already: readonly string[] = []): boolean =>
  url !== undefined && already.some((text) => text.split(/\s+/).includes(url))

/** For each role, the printed line whose reading is exactly what is to be said of that role. */
function verbatimLines(
  article: Credited,
  { names }: Parts,
  language: string | undefined,
): Map<Role, string> {
  const lines = new Map<Role, string>()
  for (const printed of article.creditText) {
    const line = printable(printed)
    if (!line || line.length > 500) continue
    const read = readCredits(line, { where: 'end', ...(language ? { language } : {}) }).credits
    const roles = [...new Set(read.map((credit) => credit.role))]
    const exact = roles.every(
      (role) =>
        !lines.has(role) &&
        sameNames(
          names.get(role) ?? [],
          read.filter((c) => c.role === role),
          role,
        ),
    )
    if (exact) for (const role of roles) lines.set(role, line)
  }
  return lines
}

function sameNames(
  names: readonly string[],
  read: readonly { readonly name: string; readonly agencyId?: string }[],
  role: Role,
): boolean {
  const keys = new Set(names.map((name) => partyKey({ name, role })))
  return (
    names.length === read.length && read.every((credit) => keys.has(partyKey({ ...credit, role })))
  )
}

function saysTheSame(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [a, b].map((text) => text && readCreditParagraph(text))
  return Boolean(one && other && digest(one) === digest(other))
}

const digest = (read: CreditParagraph): string =>
  [read.publication, read.canonicalUrl, ...read.credits.map(partyKey).sort()].join('\n')

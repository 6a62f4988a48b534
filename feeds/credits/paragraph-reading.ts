/** Recognises our credit paragraph by its wording alone, also where a tool has flattened, wrapped or cut it. */

import { findAgency } from '../agencies/index.ts'
import type { Credit, PartyKind, ReadCredit, Role } from '../model/credit.ts'
import { parseUrl } from '../model/url.ts'
import { readCredits } from './index.ts'
import { FIELDS, type Field, type LabelMeaning, labelBefore } from './labels.ts'
import { readEndLine } from './line-reading.ts'

export interface CreditParagraph {
  readonly publication?: string
  /** Parsed ones; the evidence is the label with its names, or the printed line. */
  readonly credits: readonly Credit[]
  readonly canonicalUrl?: string
  /** Printed credit lines that stood in it, verbatim. */
  readonly lines: readonly string[]
  /** Cut off at its end: more was said once. */
  readonly truncated: boolean
}

/** A paragraph of ours is shorter, whatever the article; keeps the search linear. In UTF-16 units. */
export const REACH = 6000
const MAX_NAME = 300

/** Reads a text that is, or ends in, a credit paragraph of ours; undefined where it is none. */
export function readCreditParagraph(text: string): CreditParagraph | undefined {
  const chain = readChain(text.replace(/\s+/g, ' ').trim())
  return chain && isOurs(chain) ? withoutPlace(chain) : undefined
}

/** Two labels in our order, or a text that is the original's URL with its label: less than that others write as well. */
export const isOurs = (chain: Chain): boolean =>
  chain.labels > 1 || (chain.canonicalUrl !== undefined && chain.start === 0)

export function withoutPlace({
  publication,
  credits,
  canonicalUrl,
  lines,
  truncated,
}: Chain): CreditParagraph {
  return {
    ...(publication ? { publication } : {}),
    credits,
    ...(canonicalUrl ? { canonicalUrl } : {}),
    lines,
    truncated,
  }
}

interface Hit extends LabelMeaning {
  readonly start: number
  /** Behind the colon and the space after it. */
  readonly end: number
}

export interface Chain extends CreditParagraph {
  readonly labels: number
  readonly start: number
  readonly end: number
}

/** The first run of labels in order that reaches the end of the text or the original's URL; one label will do. */
export function readChain(said: string): Chain | undefined {
  const text = said.replaceAll('\u00a0', ' ')
  const hits = labelHits(text)
  for (let i = 0; i < hits.length; i++) {
    const chain = chainFrom(text, hits, i)
    if (chain) return chain
  }
  return undefined
}

/** Whether a label of ours stands anywhere in it. */
export const holdsLabel = (text: string): boolean => labelHits(text).length > 0

function labelHits(text: string): Hit[] {
  const hits: Hit[] = []
  const from = Math.max(0, text.length - REACH)
  for (const colon of text.slice(from).matchAll(/\s?[:：]\s*/g)) {
    const at = from + colon.index
    const label = labelBefore(text, at)
    if (label) hits.push({ ...label, end: at + colon[0].length })
  }
  return hits
}

const ELLIPSIS = /\s*[[(]?(?:…|\.{3})[\])]?\s*$/

function chainFrom(text: string, hits: readonly Hit[], first: number): Chain | undefined {
  const cut = ELLIPSIS.exec(text)
  const reader = new ChainReader(cut ? text.slice(0, cut.index) : text, hits, cut !== null)
  return reader.read(first)
}

/** Reads a chain of segments; one object a try. */
class ChainReader {
  private readonly text: string
  private readonly hits: readonly Hit[]
  private readonly truncated: boolean
  private readonly credits: Credit[] = []
  private readonly lines: string[] = []
  private publication: string | undefined
  private canonicalUrl: string | undefined

  constructor(text: string, hits: readonly Hit[], truncated: boolean) {
    this.text = text
    this.hits = hits
    this.truncated = truncated
  }

  read(first: number): Chain | undefined {
    let index = first
    let languages: ReadonlySet<string> | undefined
    for (let labels = 1; ; labels++) {
      const hit = this.hits[index]
      if (!hit) return undefined
      languages = languages ? common(languages, hit.languages) : hit.languages
      if (languages.size === 0) return undefined
      const end = hit.field === 'original' ? this.readUrl(hit.end) : this.readNames(hit)
      if (end === undefined) return undefined
      const next = hit.field === 'original' ? -1 : this.nextLabel(index, hit.field, end)
      if (next === undefined) return undefined
      if (next < 0) return this.chain(labels, this.hits[first]?.start ?? 0, this.endOf(hit, end))
      index = next
    }
  }

  /** Index of the label that follows; -1 at the end; undefined where what stands between is no credit line. */
  private nextLabel(index: number, field: Field, from: number): number | undefined {
    const next = this.hits.findIndex(
      (hit, i) =>
        i > index && hit.start >= from && FIELDS.indexOf(hit.field) > FIELDS.indexOf(field),
    )
    const between = this.text.slice(from, this.hits[next]?.start ?? this.text.length).trim()
    // What the text is cut off in may have lost half of its names.
    if (between === '' || (next < 0 && this.truncated)) return next
    return this.readLine(between) ? next : undefined
  }

  private readLine(line: string): boolean {
    const { credits } = readEndLine(line)
    if (credits.length === 0) return false
    this.lines.push(line)
    this.credits.push(...credits.map(lineCredit))
    return true
  }

  private readUrl(from: number): number | undefined {
    const url = /^https?:\/\/[^\s<>"]+/i.exec(this.text.slice(from, from + 4000))?.[0]
    if (!url) return this.truncated ? this.text.length : undefined
    const end = from + url.length
    if (this.truncated && end >= this.text.length) return this.text.length
    if (!parseUrl(url)) return undefined
    this.canonicalUrl = url
    return end
  }

  private readNames(hit: Hit): number | undefined {
    let at = hit.end
    for (;;) {
      const name = readName(this.text, at)
      if (!name && this.truncated && QUOTE.test(this.text.charAt(at))) return this.text.length
      if (!name || name.text === '' || name.text.length > MAX_NAME) return undefined
      const cutOff = this.truncated && name.end >= this.text.length
      if (!cutOff) this.add(hit.field, name.text, hit.start, name.end)
      at = name.end
      if (name.last || cutOff) return at
    }
  }

  private add(field: Field, name: string, from: number, to: number): void {
    if (field === 'original') return
    if (field === 'source') this.publication ??= name
    else this.credits.push(namedCredit(name, field, this.text.slice(from, to).trim()))
  }

  private endOf(hit: Hit, end: number): number {
    return hit.field === 'original' ? end : this.text.length
  }

  private chain(labels: number, start: number, end: number): Chain {
    const { publication, canonicalUrl, credits, lines, truncated } = this
    return {
      ...(publication ? { publication } : {}),
      ...(canonicalUrl ? { canonicalUrl } : {}),
      credits,
      lines,
      truncated: truncated && canonicalUrl === undefined,
      labels,
      start,
      end,
    }
  }
}

export const lineCredit = ({ name, kind, agencyId, role, text, span }: ReadCredit): Credit => ({
  name,
  kind,
  ...(agencyId ? { agencyId } : {}),
  role,
  evidence: [{ how: 'parsed', text, at: 'credit paragraph', span }],
})

function namedCredit(name: string, role: Role, text: string): Credit {
  const agency = findAgency(name)
  return {
    name,
    kind: agency || role === 'wire' ? 'organization' : kindOf(name),
    ...(agency ? { agencyId: agency.id } : {}),
    role,
    evidence: [{ how: 'parsed', text, at: 'credit paragraph' }],
  }
}

/** As the reader of names sees it; what it can't place is a person's name, unless no person has such a one. */
function kindOf(name: string): PartyKind {
  const [read, ...more] = readCredits(name, { where: 'dc:creator' }).credits
  if (read && more.length === 0 && read.name === name) return read.kind
  return /[&;/@\d]/.test(name) ? 'organization' : 'person'
}

const common = (a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...a].filter((member) => b.has(member)))

interface ReadName {
  readonly text: string
  /** Behind the name's separator and the space after it. */
  readonly end: number
  readonly last: boolean
}

// In quotes, a doubled one standing for itself, or in those that typographers make of them; else up to `;` or a full stop.
const QUOTE = /["“„«]/
const NAME =
  /(?:"((?:[^"]|"")*)"|[“„«]\s?([\s\S]{1,300}?)\s?[”“»]|(?!["“„«])([^;；]*?))(?:\s*([;；])\s*|\s*[.。](?:\s+|$)|\s*$)/y

function readName(text: string, from: number): ReadName | undefined {
  NAME.lastIndex = from
  const match = NAME.exec(text)
  if (!match) return undefined
  const name = (match[1]?.replaceAll('""', '"') ?? match[2] ?? match[3] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
  return { text: name, end: NAME.lastIndex, last: match[4] === undefined }
}

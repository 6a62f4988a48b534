/** Reads an article's credits once more after an editor taught an agency: what names it becomes its, all else stays. */

import type { Agency } from './agencies/index.ts'
import { readDeclaredCredits } from './credits/declared.ts'
import { type PrintedCredits, readLines, readPrintedCredits } from './credits/printed.ts'
import { recognised } from './credits/taught.ts'
import type { Article } from './model/article.ts'
import { type Credit, joinCredits, mergeCredits } from './model/credit.ts'
import type { ParsedDocument } from './model/document.ts'
import type { Entry } from './model/entry.ts'
import { rawHtml } from './model/html.ts'

/** What the store keeps of an entry or a document as said: its content is the article's body. */
export type Said = Entry | ParsedDocument

export type Reread = Pick<Article, 'credits' | 'creditText' | 'doubts'>

/**
 * The article's credits with those of `agencies` in them; undefined where nothing changes. Credits of others are neither
 * added nor taken away, and what an editor set is not looked at here. Pure; never throws.
 */
export function rereadCredits(
  article: Article,
  said: Said,
  agencies: readonly Agency[],
): Reread | undefined {
  const entry = 'entry' in said ? said.entry : said
  const declared = readDeclaredCredits(entry, [], agencies)
  const printed = printedIn(article, said, agencies)
  const ids = new Set(agencies.map(({ id }) => id))
  const isTheirs = ({ agencyId }: Credit) => agencyId !== undefined && ids.has(agencyId)
  const found = [declared.credits, printed.credits].map((list) => list.filter(isTheirs))
  const before = mergeCredits(recognised(article.credits, agencies))
  const credits = joinCredits(before, ...found)
  if (!credits.some(isTheirs) || same(credits, article.credits)) return undefined
  const gone = [
    ...(credits.some(({ role }) => role !== 'photo') ? ['uncredited'] : []),
    ...(declared.faults.length === 0 ? ['doubtful_credit'] : []),
  ]
  return {
    credits,
    creditText: [...new Set([...article.creditText, ...printed.creditText])],
    doubts: article.doubts.filter((doubt) => !gone.includes(doubt)),
  }
}

function printedIn(article: Article, said: Said, agencies: readonly Agency[]): PrintedCredits {
  const { body, title, language } = article
  const html = body && rawHtml(body.html)
  const inBody = readPrintedCredits(html, 'entry' in said ? undefined : title, language, agencies)
  if (!('entry' in said)) return inBody
  const lines = readLines(said.creditLines, language, agencies)
  return {
    credits: mergeCredits(lines.credits, inBody.credits),
    creditText: [...lines.creditText, ...inBody.creditText],
  }
}

const same = (a: readonly Credit[], b: readonly Credit[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Reads a saved news page. Node only, reached by dynamic import: it needs a DOM, which the Worker does not carry. */

import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import type { DocumentOptions, ParsedDocument } from '../model/document.ts'
import { CreditlineError } from '../model/error.ts'
import { cleanText } from '../model/text.ts'
import { assemble } from './assemble.ts'
import { demandModest, type Page } from './dom.ts'
import { paragraphsOf } from './ninjs.ts'
import { pageBody } from './page-body.ts'
import { pageFacts } from './page-facts.ts'

/**
 * The article of a news page: structured data, metas, links, bylines, captions, and the text without what stands around
 * it. Throws CreditlineError `invalid` where the page holds no article.
 */
export function readHtml(text: string, options: DocumentOptions = {}): ParsedDocument {
  const html = cleanText(text).replace(/^\ufeff/, '')
  demandModest(html)
  const facts = guarded(() => pageFacts(parsePage(html), html))
  const body = guarded(() => pageBody(parsePage(html), contentOf))
  return assemble(
    {
      ...facts.declared,
      // The picture that a page shows when it is shared is one of its figures, where it has any.
      photos: body.photos.length > 0 ? body.photos : facts.declared.photos,
      lines: [...body.lines, ...facts.declared.lines],
    },
    body.html || paragraphsOf(facts.text ?? ''),
    options,
  )
}

/** A fragment gets the elements around it that it lacks. */
function parsePage(html: string): Page {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`
  const { document } = parseHTML(whole) as unknown as { readonly document: Page }
  return document
}

/** The text of the article by Readability, which works in place: the page is of no use afterwards. */
function contentOf(page: Page): string {
  type Constructor = ConstructorParameters<typeof Readability>
  const options = { charThreshold: 200, disableJSONLD: true }
  return new Readability(page as unknown as Constructor[0], options).parse()?.content ?? ''
}

/** A page that its parser cannot hold (nested too deep) is no article. */
function guarded<T>(read: () => T): T {
  try {
    return read()
  } catch (cause) {
    if (cause instanceof CreditlineError) throw cause
    throw new CreditlineError(
      'invalid',
      'This page cannot be read as an article: its HTML is nested too deep.',
      { cause },
    )
  }
}

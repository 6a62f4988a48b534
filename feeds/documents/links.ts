/** Links of a saved page that lead nowhere. */

import { attributesOf, scanHtml } from '../text/html-scan.ts'

/** The HTML with links to `#` or to nothing as plain text: what is left of a link whose address was not saved. */
export function withoutDeadLinks(html: string): string {
  if (!/<a[\s>]/i.test(html)) return html
  let out = ''
  let from = 0
  let dead = false
  for (const token of scanHtml(html)) {
    if (token.kind === 'text' || token.name !== 'a') continue
    if (token.kind === 'open') dead = isDead(attributesOf(html, token).get('href'))
    if (!dead) continue
    out += html.slice(from, token.start)
    from = token.end
  }
  return out + html.slice(from)
}

const isDead = (href: string | undefined): boolean =>
  href !== undefined && /^(?:#?|javascript:.*)$/i.test(href.trim())

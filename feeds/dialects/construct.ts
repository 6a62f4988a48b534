/** Atom's text constructs: text, html, xhtml and base64, of 1.0 (`type`) and 0.3 (`type` and `mode`), as HTML or text. */

import { type RawHtml, rawHtml } from '../model/html.ts'
import { cleanText } from '../text/clean.ts'
import { decode } from '../text/decode.ts'
import { decodeEntities, escapeText } from '../text/entities.ts'
import { oneLine, plainText } from '../text/plain.ts'
import { xhtmlToHtml } from '../text/xhtml.ts'
import type { Row, Xml } from '../text/xml.ts'
import { attribute } from '../text/xml-attributes.ts'
import { readContent } from '../text/xml-text.ts'
import { type EntryDraft, keepBase, put } from './reading.ts'

/** What a construct says, and whether it is HTML or plain text. */
export interface Construct {
  readonly html: boolean
  readonly said: string
}

export function readConstruct(x: Xml): Construct {
  const type = typeOf(attribute(x, 'type'))
  if (type === 'html' || type === 'text') {
    if (!x.attributes.includes('mode')) return escaped(x, readContent(x), type === 'html')
  }
  const mode = attribute(x, 'mode')?.toLowerCase()
  const markup = type.includes('xhtml') || (mode === 'xml' && /html|xml/.test(type))
  const content = readContent(x, markup)
  if (mode === 'base64' || isBase64(type, content)) return base64(content, type)
  // type xhtml without any element in it: escaped HTML or text
  if (!markup || x.inline) return escaped(x, content, type.includes('html'))
  const said = decodeEntities(content)
  return { html: type.includes('html') || /<[a-z]/i.test(said), said }
}

/** `text` where none is stated; without parameters. */
const typeOf = (stated: string | undefined): string =>
  stated === undefined ? 'text' : (/^[^;\s]*/.exec(stated.toLowerCase())?.[0] ?? 'text')

/** Escaped content, or markup that was not escaped although it should have been. */
const escaped = (x: Xml, content: string, html: boolean): Construct =>
  x.inline ? { html: true, said: xhtmlToHtml(content) } : { html, said: content }

/** RFC 4287 4.1.3.3: any media type that is neither text nor XML stands in base64. */
const isBase64 = (type: string, content: string): boolean =>
  type.includes('/') &&
  !/^(?:text|multipart)\/|[/+]xml$|html/.test(type) &&
  /^[\sA-Za-z0-9+/]+={0,2}\s*$/.test(content)

function base64(content: string, type: string): Construct {
  const bytes = base64Bytes(content)
  if (!bytes) return { html: false, said: content.trim() }
  const said = cleanText(decode(bytes).text).trim()
  return { html: /html|xml/.test(type) || /<[a-z]/i.test(said), said }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64Bytes(content: string): Uint8Array | undefined {
  const digits = content.replace(/[\s=]+/g, '')
  if (!/^[A-Za-z0-9+/]+$/.test(digits)) return undefined
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4))
  let bits = 0
  let held = 0
  let at = 0
  for (const digit of digits) {
    bits = (bits << 6) | DIGITS.indexOf(digit)
    held += 6
    if (held >= 8) {
      held -= 8
      bytes[at++] = (bits >> held) & 0xff
    }
  }
  return bytes
}

export const constructText = ({ html, said }: Construct): string =>
  html ? plainText(said) : oneLine(said)

export const constructHtml = ({ html, said }: Construct): RawHtml | undefined =>
  said ? rawHtml(html ? said : escapeText(said)) : undefined

/** A row for a text construct of an entry. */
export const construct =
  (field: 'title' | 'summary' | 'content', rank: number): Row<EntryDraft> =>
  (x, draft) => {
    if (field !== 'title') keepBase(x, draft)
    const said = readConstruct(x)
    if (field === 'title') put(draft, 'title', constructText(said), rank)
    else put(draft, field, constructHtml(said), rank)
  }

/** Writes XML 1.0 that stays well-formed whatever text goes in. */

import { cleanText } from '../model/text.ts'

/** Text as element content. `>` too, or `]]>` in a text would end a section that was never opened (2.4). */
export const escapeXml = (text: string): string =>
  cleanText(text).replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'))

/**
 * A title: `&` and `<` as hexadecimal references, the one spelling that readers which parse once and readers which
 * parse twice show alike (RSS Best Practices Profile, "Character data").
 */
export const escapeTitle = (text: string): string =>
  cleanText(text).replace(/[&<>]/g, (c) => (c === '>' ? '&gt;' : c === '&' ? '&#x26;' : '&#x3C;'))

/** Pieces of markup whose texts are cleaned as a CDATA section; `]]>` inside one is split over two sections. */
export const cdata = (...pieces: readonly string[]): string => {
  let section = '<![CDATA['
  for (const markup of pieces) section += markup.replaceAll(']]>', ']]]]><![CDATA[>')
  return `${section}]]>`
}

export type Attributes = Readonly<Record<string, string | number | undefined>>

const IN_ATTRIBUTE: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
}

/** Text as a double-quoted attribute; tabs and line feeds as references, or a reader makes them spaces (3.3.3). */
const escapeAttribute = (value: string | number): string =>
  escapeXml(String(value)).replace(/["\t\n]/g, (c) => IN_ATTRIBUTE[c] ?? c)

const startOf = (name: string, attributes: Attributes): string => {
  let start = `<${name}`
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) start += ` ${key}="${escapeAttribute(value)}"`
  }
  return start
}

/** An element without content, on a line of its own. */
export const empty = (name: string, attributes: Attributes): string =>
  `${startOf(name, attributes)}/>\n`

/** An element around markup that is already escaped, on a line of its own; nothing where there is no markup. */
export const element = (
  name: string,
  markup: string | undefined,
  attributes?: Attributes,
): string =>
  markup ? `${attributes ? startOf(name, attributes) : `<${name}`}>${markup}</${name}>\n` : ''

/** An element around plain text, on a line of its own; nothing where there is no text. */
export const textElement = (
  name: string,
  text: string | undefined,
  attributes?: Attributes,
): string => element(name, text === undefined ? undefined : escapeXml(text), attributes)

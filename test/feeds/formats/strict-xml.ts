// A strict reader of XML 1.0 for tests: it throws at the first thing that a conforming parser would refuse.

export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  /** All character data directly inside. */
  text: string
}

const TOKEN =
  /<!\[CDATA\[([\s\S]*?)\]\]>|<\?xml version="1\.0" encoding="utf-8"\?>|<(\/?)([A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?)((?:\s+[A-Za-z][\w.:-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y
const ATTRIBUTE = /([A-Za-z][\w.:-]*)="([^"<]*)"/g
const CHARS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

/** The root element of a document. */
export function parseStrictXml(bytes: Uint8Array): XmlElement {
  const xml = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  if (!CHARS.test(xml)) throw new Error('a character that XML 1.0 forbids')
  const top: XmlElement = { name: '', attributes: new Map(), children: [], text: '' }
  const open = [top]
  let at = 0
  while (at < xml.length) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(xml)
    if (!match) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 60)}`)
    at = TOKEN.lastIndex
    take(match, open)
  }
  if (open.length !== 1) throw new Error(`${open.at(-1)?.name} is not closed`)
  if (top.text.trim() !== '') throw new Error('text outside the root')
  const [root, ...more] = top.children
  if (!root || more.length > 0) throw new Error('not one root')
  checkPrefixes(root, new Set(['xml']))
  return root
}

function take(match: RegExpExecArray, open: XmlElement[]): void {
  const [, cdata, closing, name, attributes = '', selfClosing, text] = match
  const parent = open.at(-1)
  if (!parent) throw new Error('a closing tag too many')
  if (cdata !== undefined) parent.text += cdata
  else if (text !== undefined) {
    if (text.includes(']]>')) throw new Error(']]> in text')
    parent.text += decode(text)
  } else if (name && closing) {
    if (open.pop()?.name !== name) throw new Error(`</${name}> closes another element`)
  } else if (name) {
    const element = { name, attributes: attributesIn(attributes), children: [], text: '' }
    parent.children.push(element)
    if (!selfClosing) open.push(element)
  }
}

function attributesIn(source: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', value = ''] of source.matchAll(ATTRIBUTE)) {
    if (found.has(name)) throw new Error(`${name} twice`)
    found.set(name, decode(value.replace(/[\t\n\r]/g, ' ')))
  }
  return found
}

function decode(text: string): string {
  return text.replace(/&([^;&]*);?/g, (all, reference: string) => {
    const code = /^#(?:x([0-9a-f]+)|([0-9]+))$/i.exec(reference)
    const decoded = code
      ? String.fromCodePoint(code[1] ? Number.parseInt(code[1], 16) : Number(code[2]))
      : ENTITIES[reference]
    if (decoded === undefined || !all.endsWith(';') || !CHARS.test(decoded))
      throw new Error(`${all} is no reference`)
    return decoded
  })
}

function checkPrefixes(element: XmlElement, known: ReadonlySet<string>): void {
  const names = [...element.attributes.keys()]
  const declared = names.filter((n) => n.startsWith('xmlns:')).map((n) => n.slice(6))
  const here = new Set([...known, ...declared])
  for (const name of [element.name, ...names.filter((n) => !n.startsWith('xmlns'))]) {
    const prefix = name.includes(':') ? name.slice(0, name.indexOf(':')) : undefined
    if (prefix && !here.has(prefix)) throw new Error(`${prefix} is not declared`)
  }
  for (const child of element.children) checkPrefixes(child, here)
}

/** All elements of that name below, in order. */
export function elements(root: XmlElement, name: string): XmlElement[] {
  return root.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...elements(child, name),
  ])
}

export const texts = (root: XmlElement, name: string): string[] =>
  elements(root, name).map((element) => element.text)

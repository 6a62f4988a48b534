/** People as feeds write them: `mail (Name)`, `Name <mail>`, a name, a mail address, or an Atom person. */

import type { Person } from '../model/entry.ts'
import { oneLine, plainText } from '../text/plain.ts'
import { resolveUrl } from '../text/url.ts'
import type { Row, Xml } from '../text/xml.ts'
import { baseUrl } from '../text/xml-attributes.ts'
import { readMixed } from '../text/xml-read.ts'
import { readText } from '../text/xml-text.ts'
import { rows } from './reading.ts'

type PersonDraft = { -readonly [K in keyof Person]: Person[K] }

const MAIL = /^(?:mailto:)?([^\s@<>()]+@[^\s@<>()]+)$/i
const MAIL_THEN_NAME = /^(?:mailto:)?([^\s@<>()]+@[^\s@<>()]+)\s*\((.*)\)$/i
const NAME_THEN_MAIL = /^(.+?)\s*[<(](?:mailto:)?([^\s@<>()]+@[^\s@<>()]+)[>)]$/i

/** A person out of one text. Without a name, the mail address stands for it: it is all that the feed says. */
export function personOf(written: string): PersonDraft | undefined {
  const said = plainName(written)
  if (!said) return undefined
  if (!said.includes('@')) return { name: unquoted(said) }
  const first = MAIL_THEN_NAME.exec(said)
  if (first?.[1]) return { name: unquoted(first[2] ?? '') || first[1], email: first[1] }
  const last = NAME_THEN_MAIL.exec(said)
  if (last?.[1]) return { name: unquoted(last[1]) || (last[2] ?? ''), email: last[2] ?? '' }
  const mail = MAIL.exec(said)?.[1]
  return mail ? { name: mail, email: mail } : { name: unquoted(said) }
}

/** `Name <mail>` is no tag. */
const plainName = (written: string): string =>
  written.includes('<') && /<[^<>@\s]+@[^<>\s]+>/.test(written)
    ? oneLine(written)
    : plainText(written)

const unquoted = (name: string): string =>
  name.includes('"') ? (/^"(.*)"$/.exec(name.trim())?.[1] ?? name.trim()) : name.trim()

const setText =
  (field: 'name' | 'email' | 'role'): Row<PersonDraft> =>
  (x, person) => {
    const said = plainText(readText(x)).replace(field === 'email' ? /^mailto:/i : '', '')
    if (said) person[field] ??= said
  }

const setUri: Row<PersonDraft> = (x, person) => {
  const base = baseUrl(x)
  const said = readText(x)
  if (said) person.uri ??= resolveUrl(said, base)
}

const PERSON = rows<PersonDraft>({
  name: setText('name'),
  'atom:name': setText('name'),
  'itunes:name': setText('name'),
  'foaf:name': setText('name'),
  title: setText('name'),
  email: setText('email'),
  'atom:email': setText('email'),
  'itunes:email': setText('email'),
  uri: setUri,
  'atom:uri': setUri,
  url: setUri,
  'atom:url': setUri,
  homepage: setUri,
  'atom:homepage': setUri,
  'cl:role': setText('role'),
})

/** Reads a person construct: children, text, or both. */
export function readPerson(x: Xml): Person | undefined {
  const person: PersonDraft = {}
  const text = readMixed(x, PERSON, person)
  const said = text ? personOf(text) : undefined
  const merged = said ? Object.assign(said, person) : person
  if (!merged.name && merged.email) merged.name = merged.email
  return merged.name || merged.uri ? merged : undefined
}

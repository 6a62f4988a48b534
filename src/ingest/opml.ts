/** OPML 2.0: lists of feeds, read and written; folders are tags. Pure. */

import { CreditlineError } from '../../feeds/model/error.ts'
import type { Fault } from '../../feeds/model/fault.ts'
import type { Upstream } from '../../feeds/model/upstream.ts'
import { openText } from '../../feeds/text/decode.ts'
import { openXml, type Xml } from '../../feeds/text/xml.ts'
import { attribute } from '../../feeds/text/xml-attributes.ts'
import { openScope } from '../../feeds/text/xml-names.ts'
import { nextTag } from '../../feeds/text/xml-read.ts'
import { element, empty, textElement } from '../../feeds/text/xml-writer.ts'

export interface Outline {
  /** Its place among the outlines of the file that have an address, from 1. */
  readonly row: number
  /** As written. */
  readonly url: string
  readonly title?: string
  readonly tags: readonly string[]
}

const MAX_BYTES = 32 * 2 ** 20
const MAX_OUTLINES = 200_000
const MAX_DEPTH = 50
const MAX_TAG = 100

/**
 * The feeds that a file lists, in its order. Throws CreditlineError `invalid` when it is no OPML, too large, nested
 * beyond reason, or declares entities.
 */
export function readOpml(bytes: Uint8Array): Outline[] {
  if (bytes.length > MAX_BYTES) throw notRead('it is larger than 32 MiB')
  if (/<!ENTITY/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 65_536))))
    throw notRead('it declares entities, which no list of feeds needs')
  const x = openXml(openText(bytes), openScope(new Map()), newFaults(), undefined)
  const outlines: Outline[] = []
  // per open outline: the folder's name, or nothing for a feed that has outlines inside
  const folders: (string | undefined)[] = []
  let isOpml = false
  for (let tag = nextTag(x); tag; tag = nextTag(x)) {
    if (x.low === 'opml') isOpml = true
    if (x.low !== 'outline') continue
    if (tag === 'close') folders.pop()
    else if (outlines.length >= MAX_OUTLINES)
      throw notRead(`it lists more than ${MAX_OUTLINES} feeds`)
    else openOutline(x, outlines, folders)
  }
  if (!isOpml) throw notRead('there is no opml element in it')
  return outlines
}

function openOutline(x: Xml, outlines: Outline[], folders: (string | undefined)[]): void {
  const isFeed = /^(?:rss|atom|feed)$/i.test(attribute(x, 'type') ?? '')
  // a feed without an address is a row that is refused, not a folder
  const url = attribute(x, 'xmlurl') ?? (isFeed ? '' : undefined)
  const name = clean(attribute(x, 'text') ?? attribute(x, 'title'))
  if (url !== undefined) {
    const tags = [...folders.flatMap((folder) => folder ?? []), ...categories(x)]
    outlines.push({
      row: outlines.length + 1,
      url,
      ...(name ? { title: name } : {}),
      tags: [...new Set(tags)],
    })
  }
  if (x.empty) return
  if (folders.length >= MAX_DEPTH)
    throw notRead(`its folders are nested more than ${MAX_DEPTH} deep`)
  folders.push(url === undefined ? name?.slice(0, MAX_TAG) : undefined)
}

/** OPML 2.0 `category`: a comma-separated list of slash-delimited paths; the last part of each is what it is about. */
const categories = (x: Xml): string[] =>
  (attribute(x, 'category') ?? '')
    .split(',')
    .flatMap((path) => clean(path.split('/').filter(Boolean).at(-1))?.slice(0, MAX_TAG) ?? [])

const clean = (text: string | undefined): string | undefined =>
  text?.replace(/[\p{C}\s]+/gu, ' ').trim() || undefined

function newFaults() {
  const list: Fault[] = []
  return { list, place: 'opml', add() {} }
}

const notRead = (why: string): CreditlineError =>
  new CreditlineError('invalid', `the OPML file was not read: ${why}`)

/** The upstreams as OPML 2.0: the first tag is the folder, the others stand in `category`. */
export function writeOpml(
  upstreams: readonly Upstream[],
  head: { readonly title: string; readonly created: Date },
): string {
  const folders = new Map<string | undefined, string>()
  for (const upstream of upstreams) {
    const [folder, ...tags] = upstream.tags
    folders.set(folder, (folders.get(folder) ?? '') + outline(upstream, tags))
  }
  const body = [...folders].map(([folder, outlines]) =>
    folder === undefined ? outlines : element('outline', `\n${outlines}`, { text: folder }),
  )
  const title = textElement('title', head.title)
  const created = textElement('dateCreated', head.created.toUTCString())
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n',
    `<head>\n${title}${created}</head>\n<body>\n`,
    ...body,
    '</body>\n</opml>\n',
  ].join('')
}

const outline = ({ url, title, siteUrl }: Upstream, tags: readonly string[]): string =>
  empty('outline', {
    type: 'rss',
    text: title ?? url,
    title,
    xmlUrl: url,
    htmlUrl: siteUrl,
    // a comma or a slash in a tag would part it
    category: tags.map((tag) => tag.replace(/[,/]+/g, ' ')).join(',') || undefined,
  })

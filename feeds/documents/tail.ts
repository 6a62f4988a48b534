/** Reads what stands below the body: credit lines, where the original stands, tags, rights, related articles. */

import { type Block, linksOf } from './blocks.ts'
import { readCaption } from './captions.ts'
import { isAgencyByline, isByline, isCreditLine } from './credit-lines.ts'
import { type Found, joinAll, NOTHING, only, type Rest } from './found.ts'
import { afterLabel, afterWords, isLabel, splitTags } from './labels.ts'
import { readRelated } from './middle.ts'

/** So many blocks from the end are looked at, and so many that are prose may stand between. */
const REACH = 14
const PROSE = 3

/** Reads from the end upwards; what no rule knows stays in the body. */
export function readTail(blocks: readonly Block[]): Rest {
  const found: Found[] = []
  const kept: Block[] = []
  const end = blocks.length
  let at = end
  let prose = 0
  while (at > 0 && at > end - REACH && prose < PROSE) {
    const step = readUpwards(blocks, at, kept.length === 0)
    if (step) found.unshift(step.found)
    else {
      const block = blocks[at - 1]
      if (block) kept.unshift(block)
      prose++
    }
    at -= step?.used ?? 1
  }
  return { found: joinAll(found), body: [...blocks.slice(0, at), ...kept] }
}

interface Step {
  readonly found: Found
  readonly used: number
}

/** What the block before `at` is, with the one above it where they belong together. */
function readUpwards(blocks: readonly Block[], at: number, last: boolean): Step | undefined {
  const block = blocks[at - 1]
  const above = blocks[at - 2]
  if (!block) return undefined
  if (block.name === 'hr' && last) return { found: NOTHING, used: 1 }
  const below = readBelowLabel(above, block, last)
  if (below) return below
  // before the credits: "Related article: Seven Islands, One Postman" reads like a line of names (French `article:`)
  const pair = above && isLabel(above.text, 'related') ? readRelated(above, block) : undefined
  const related = pair ?? readRelated(block, undefined)
  if (related) return { found: only({ related: related.articles }), used: related.used }
  const found = readNote(block)
  return found && { found, used: 1 }
}

/** An address alone: below `Original url:`, or as the last line of all. */
function readBelowLabel(above: Block | undefined, block: Block, last: boolean): Step | undefined {
  const url = urlOf(block)
  if (url === undefined) return undefined
  if (above && isLabel(above.text, 'original')) return { found: only({ stated: url }), used: 2 }
  // "Follow us:" and the like lead to other places.
  return last && !/[:：]$/.test(above?.text ?? '')
    ? { found: only({ stated: url }), used: 1 }
    : undefined
}

const URL_ALONE = /^<?(https?:\/\/[^\s<>]+?)>?$/i

/** The address that is all of the block. */
function urlOf(block: Block): string | undefined {
  const [link, ...others] = linksOf(block)
  const written = URL_ALONE.exec(block.text)?.[1]
  if (!written || others.length > 0) return undefined
  return link && URL_ALONE.test(link.href) ? link.href : written
}

const NOTE_LENGTH = 300

function readNote(block: Block): Found | undefined {
  const { text } = block
  if (text === '' || text.length > NOTE_LENGTH || block.pictures.length > 0) return undefined
  const stated = readOriginal(block)
  if (stated) return stated
  const tags = afterLabel(text, 'tags')
  if (tags !== undefined) return only({ tags: splitTags(tags) })
  if (/^(?:©|\(c\)\s|copyright\b)/i.test(text)) {
    const lines = isAgencyByline(text) ? [{ text, where: 'end' as const }] : []
    return only({ rights: text, lines })
  }
  if (afterLabel(text, 'photo') !== undefined)
    return only({ photos: [{ medium: 'image', ...readCaption(block) }] })
  if (isCreditLine(text, block)) return only({ lines: [{ text, where: 'end' }] })
  return isByline(text) ? only({ lines: [{ text, where: 'byline' }] }) : undefined
}

/** `Original: URL`, `Originally published at [Harbour Gazette](URL) on May 3, 2025.` */
function readOriginal(block: Block): Found | undefined {
  const behind = afterLabel(block.text, 'original') ?? afterWords(block.text, 'original')
  if (behind === undefined) return undefined
  const links = linksOf(block).filter(({ href }) => URL_ALONE.test(href))
  const written = /https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?]/i.exec(behind)?.[0]
  const [link] = links
  const stated = link?.href ?? written
  if (stated === undefined || links.length > 1) return undefined
  const bare = behind.replace(written ?? '', '').trim()
  const name = link && !isAddress(link.text) ? link.text : undefined
  if (bare === '' || bare === '.' || (bare === link?.text && !name)) return only({ stated })
  return only({
    stated,
    lines: [{ text: block.text, where: 'end' }],
    ...(name ? { publication: name } : {}),
  })
}

/** A link's text that only repeats where it leads: `harbour-gazette.example/2025`. */
const isAddress = (text: string): boolean =>
  URL_ALONE.test(text) || /^(?:[\w-]+\.)+[a-z]{2,}(?:\/\S*)?$/i.test(text)

/** Reads what stands among the paragraphs of the body: links to other articles, which are taken out, and pictures. */

import type { RelatedArticle } from '../model/article.ts'
import { type Block, type BlockLink, linksOf, unlinkedText } from './blocks.ts'
import { CAPTION_LENGTH, isCaptionBlock, photosOf, readCaption } from './captions.ts'
import { type Found, joinAll, only, type Rest } from './found.ts'
import { afterLabel, isLabel } from './labels.ts'

export function readMiddle(blocks: readonly Block[]): Rest {
  const found: Found[] = []
  const body: Block[] = []
  let at = 0
  for (let block = blocks[at]; block; block = blocks[at]) {
    const related = readRelated(block, blocks[at + 1])
    if (related) {
      found.push(only({ related: related.articles }))
      at += related.used
      continue
    }
    if (block.pictures.length > 0) found.push(only({ photos: readPictures(block, blocks[at + 1]) }))
    body.push(block)
    at++
  }
  return { found: joinAll(found), body }
}

interface Related {
  readonly articles: readonly RelatedArticle[]
  readonly used: number
}

const TITLE_LENGTH = 250

/** `Related article: TITLE`, or a label and below it a list of links or a link. */
export function readRelated(block: Block, next: Block | undefined): Related | undefined {
  const after = afterLabel(block.text, 'related')
  if (after !== undefined && after !== '') {
    const links = linksOf(block)
    if (links.length > 0 && isLinksOnly(block)) return { articles: links.map(article), used: 1 }
    return links.length === 0 && after.length <= TITLE_LENGTH
      ? { articles: after.split('\n').map((title) => ({ title })), used: 1 }
      : undefined
  }
  if (!isLabel(block.text, 'related') || !next) return undefined
  const links = linksOf(next)
  return links.length > 0 && unlinkedText(next) === ''
    ? { articles: links.map(article), used: 2 }
    : undefined
}

/** Nothing but links behind the label. */
const isLinksOnly = (block: Block): boolean => {
  const rest = afterLabel(`${unlinkedText(block).replace(/[:：\s|,;–—-]*$/, '')}:`, 'related')
  return rest !== undefined && rest === ''
}

const article = ({ text, href }: BlockLink): RelatedArticle =>
  /^https?:\/\//i.test(href) ? { title: text, url: href } : { title: text }

function readPictures(block: Block, next: Block | undefined) {
  const below = block.text === '' && next !== undefined && isCaptionBlock(next)
  if (block.text.length > CAPTION_LENGTH) return photosOf(block.pictures, {})
  return photosOf(block.pictures, readCaption(below ? next : block))
}

/** Tells the body of an article from what stands around it: dates, bylines, pictures, credit lines, related articles. */

import type { ArticleMedia } from '../model/article.ts'
import type { Block } from './blocks.ts'
import { type Found, join, type Rest } from './found.ts'
import { readHead } from './head.ts'
import { readMiddle } from './middle.ts'
import { readTail } from './tail.ts'

/** Reads the blocks of an article without its title. `language` decides dates that are written alike. */
export function readFurniture(blocks: readonly Block[], language?: string): Rest {
  const head = readHead(blocks, language)
  const tail = readTail(head.body)
  const middle = readMiddle(tail.body)
  const found = join(join(head.found, middle.found), tail.found)
  return { found: { ...found, photos: creditedPhotos(found) }, body: middle.body }
}

/** A photo credit that stands alone below the text belongs to the one picture that has none. */
function creditedPhotos({ photos }: Found): ArticleMedia[] {
  const lone = photos.filter((photo) => !photo.url && !photo.caption)
  const bare = photos.filter((photo) => photo.url && !photo.creditText)
  const [credit] = lone
  const [picture] = bare
  if (lone.length !== 1 || bare.length !== 1 || !credit?.creditText || !picture) return [...photos]
  return photos
    .filter((photo) => photo !== credit)
    .map((photo) => (photo === picture ? { ...photo, creditText: credit.creditText ?? '' } : photo))
}

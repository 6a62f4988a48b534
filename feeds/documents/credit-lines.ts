/** Whether a whole line only credits somebody, so that it is no part of the body. */

import { type Block, isSet } from './blocks.ts'
import { afterLabel, afterWords } from './labels.ts'

const BYLINE_LENGTH = 120

/** `By Jane Doe`, `Von Jane Doe, dpa`, `Text: Jane Doe`. */
export function isByline(text: string): boolean {
  if (text.length > BYLINE_LENGTH || /[.!?…:]$/.test(text.replace(/\b\p{Lu}\p{L}{0,2}\.$/u, '')))
    return false
  const name = afterLabel(text, 'byline') ?? afterWords(text, 'byline')
  // A name begins with a capital, where its script has any; "by the sea" does not.
  return name !== undefined && /^(?:\p{Lu}|\p{Lo}|(?:de|van|von|al|el|da|di)[ -]\p{Lu})/u.test(name)
}

/** TEMP */
export function isCreditLine(text: string, block?: Block): boolean {
  return block !== undefined && isSet(block) && text.length <= 300
}

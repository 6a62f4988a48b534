/** Whether a whole line only credits somebody, so that it is no part of the body. */

import { hasCue, readCredits } from '../credits/index.ts'
import { type Block, isSet, weightOf } from './blocks.ts'
import { afterLabel, afterWords } from './labels.ts'

const BYLINE_LENGTH = 120
const CREDIT_LENGTH = 300
const REST_LENGTH = 60

/** `By Jane Doe`, `Von Jane Doe, dpa`, `Text: Jane Doe`. */
export function isByline(text: string): boolean {
  const ending = text.replace(/\b\p{Lu}\p{L}{0,2}\.$/u, '')
  if (text.length > BYLINE_LENGTH || /[.!?…:。！？：؟۔।]$/.test(ending)) return false
  const name = afterLabel(text, 'byline') ?? afterWords(text, 'byline')
  // A name begins with a capital, where its script has any; "by the sea" does not.
  return name !== undefined && /^(?:\p{Lu}|\p{Lo}|(?:de|van|von|al|el|da|di)[ -]\p{Lu})/u.test(name)
}

/** `Jane Doe, Reuters`, `dpa`: a name alone could be a section, with an agency it is a byline. */
export const isAgencyByline = (text: string): boolean =>
  text.length <= BYLINE_LENGTH &&
  !/[.!?…:。！？：؟۔।]$/.test(text) &&
  hasCue(text) &&
  readCredits(text, { where: 'byline' }).credits.some(({ kind }) => kind === 'organization')

/** `Reuters and AFP contributed reporting.`, `(dpa)`, `Reporting by A; Editing by B`: credits, and nothing told beside. */
export function isCreditLine(text: string, block?: Block): boolean {
  if (text.length > CREDIT_LENGTH || !hasCue(text)) return false
  if (!isCrediting(text)) return false
  return (block !== undefined && isSet(block)) || sentencesOf(text).every(isCrediting)
}

/** A party is named and little follows it: behind a dateline ("Seeblick (dpa) - ...") stands the story. */
function isCrediting(text: string): boolean {
  const { credits, publication } = readCredits(text, { where: 'end' })
  const last = credits.at(-1)
  return last ? weightOf(text.slice(last.span[1])) <= REST_LENGTH : publication !== null
}

const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?。！？])\s+(?=\S)/).filter((sentence) => /\p{L}.*\p{L}/u.test(sentence))

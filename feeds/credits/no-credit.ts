/** Lines that credit nobody, whatever names they hold: code, headings, references. */

import { mayBegin } from './find.ts'
import { Flag } from './phrase.ts'
import { isMark } from './state.ts'
import type { Token } from './tokens.ts'

/** A style sheet, an element with its attributes. */
export const isCode = (text: string): boolean =>
  text.includes('="') || (text.includes('{') && text.includes('}') && text.includes(';'))

/** "Pre-show:", "Mindmap (von Jan Roe):"; "By Jane Doe:" and "Source: Example Author:" are bylines all the same. */
export const isHeading = (tokens: readonly Token[]): boolean =>
  isMark(tokens.at(-1), ':') && !isOpened(tokens)

const isOpened = (tokens: readonly Token[]): boolean =>
  (mayBegin(tokens[0], Flag.by | Flag.lead) && !isHyphen(tokens[1])) ||
  tokens.slice(0, -1).some((token) => isMark(token, ':'))

const isHyphen = (token: Token | undefined): boolean => isMark(token, '-') && !token?.spaced

/** "Jane Doe, “Ports at Night,” Harbour Studies, vol. 7, pp. 2-9": what an article refers to; an address alone. */
export const isReference = (text: string): boolean =>
  text.includes(' vol. ') ||
  text.includes(' pp. ') ||
  (text.startsWith('http') && !text.includes(' '))

/** The kinds of article documents that are read without a page parser, by the ending of the file's name. */

import type { DocumentOptions, ParsedDocument } from '../model/document.ts'
import { CreditlineError } from '../model/error.ts'
import { readJson } from './json.ts'
import { readMarkdown } from './markdown.ts'

/** A file's name without folders and ending. */
const baseName = (name: string): string => name.replace(/^.*[/\\]/, '').replace(/\.[^.]+$/, '')

export type ReadDocument = (text: string, options?: DocumentOptions) => ParsedDocument

/** A new kind is a file and a line here. `.html` is read by html.ts, which is imported where it is needed only. */
const READERS: Readonly<Record<string, ReadDocument>> = {
  '.json': readJson,
  '.markdown': readMarkdown,
  '.md': readMarkdown,
}

export const DOCUMENT_ENDINGS: readonly string[] = [...Object.keys(READERS), '.htm', '.html']

/** The ending of a file's name in lower case, with its point; empty where it has none. */
export const endingOf = (name: string): string => /\.[^./\\]+$/.exec(name)?.[0].toLowerCase() ?? ''

/**
 * The article in a document. Throws CreditlineError `invalid` with a sentence that says what is missing where the text
 * is no article, or of a kind that is not read here.
 */
export function readDocument(
  document: { readonly name: string; readonly text: string },
  options: DocumentOptions = {},
): ParsedDocument {
  const read = READERS[endingOf(document.name)]
  if (!read)
    throw new CreditlineError(
      'invalid',
      `An article document ends in ${DOCUMENT_ENDINGS.join(', ')}.`,
    )
  return read(document.text, { ...options, fileName: baseName(document.name) })
}

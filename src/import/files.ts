/** Finds and reads article documents on disk (Node only). */

import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { DOCUMENT_ENDINGS, endingOf, readDocument } from '../../feeds/documents/index.ts'
import type { DocumentOptions, ParsedDocument } from '../../feeds/model/document.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { DocumentFile } from './documents.ts'

/** A file that was found, named by its path below the one that was given. */
export interface FoundFile {
  readonly file: string
  readonly path: string
}

/** The documents at a path: the file itself, or all below a folder, in the order of their names. */
export async function findFiles(path: string): Promise<FoundFile[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new CreditlineError('not_found', `${path}: there is no such file or folder`, { cause })
  })
  if (!found.isDirectory()) return [{ file: path, path: basename(path) }]
  const names = await readdir(path, { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => entry.isFile() && DOCUMENT_ENDINGS.includes(endingOf(entry.name)))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort()
    .map((file) => ({ file, path: relative(path, file).split(sep).join('/') }))
}

export const readFound = async ({ file, path }: FoundFile): Promise<DocumentFile> => ({
  path,
  text: await readFile(file, 'utf8'),
})

/** Reads a document of any kind; HTML needs a DOM, which is loaded only then. */
export async function readAnyDocument(
  file: { readonly name: string; readonly text: string },
  options: DocumentOptions,
): Promise<ParsedDocument> {
  if (!/^\.html?$/.test(endingOf(file.name))) return readDocument(file, options)
  const { readHtml } = await import('../../feeds/documents/html.ts')
  return readHtml(file.text, options)
}

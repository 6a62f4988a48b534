/** The sample articles of db/samples, for a store that is still empty. */

import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Deps } from '../deps.ts'
import { importDocuments } from './documents.ts'
import { findFiles, readAnyDocument, readFound } from './files.ts'

/** Below the package, whether this runs from dist/src/import or from src/import. */
const folder = ['../../../db/samples', '../../db/samples']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path))

/** Imports the samples; how many went in. */
export async function importSamples(deps: Deps): Promise<number> {
  if (!folder) return 0
  const files = await Promise.all((await findFiles(folder)).map(readFound))
  const results = await importDocuments(files, {}, { ...deps, readDocument: readAnyDocument })
  return results.filter(({ outcome }) => outcome === 'added').length
}

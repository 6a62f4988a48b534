// The feeds that benchmarks read: a folder that is given, else the corpus in CREDITLINE_CORPUS or in a folder `shared` beside
// the checkout, unpacked.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A folder that is gone when the process ends. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'creditline-read-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The corpus, unpacked into a folder; ends the process where there is none. */
export function unpackCorpus(folder) {
  const beside = fileURLToPath(new URL('../../../../shared/corpus', import.meta.url))
  const archive = join(process.env.CREDITLINE_CORPUS ?? beside, 'feeds-dev.tar.xz')
  if (!existsSync(archive)) {
    console.error(`no ${archive}; give a folder of feeds with --dir, or set CREDITLINE_CORPUS`)
    process.exit(2)
  }
  execFileSync('tar', ['xJf', archive, '-C', folder])
  return folder
}

/** The bytes of every file in a folder, searched through in one order. */
export const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath ?? file.path, file.name))
    .sort()
    .map((path) => readFileSync(path))

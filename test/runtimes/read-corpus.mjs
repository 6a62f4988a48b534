// Reads a folder of feeds on Node and inside workerd, and tells where the two read differently.
//   npm run build && node test/runtimes/read-corpus.mjs [FOLDER]
// FOLDER is searched through; by default the feeds of the corpus in CREDITLINE_CORPUS, else in a folder `shared` beside
// the checkout. Exit code 1 where any feed differs.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { parseFeed } from '../../dist/feeds/dialects/index.js'

const temporary = mkdtempSync(join(tmpdir(), 'creditline-corpus-'))
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))

function corpus() {
  const beside = fileURLToPath(new URL('../../../shared/corpus', import.meta.url))
  const archive = join(process.env.CREDITLINE_CORPUS ?? beside, 'feeds-dev.tar.xz')
  if (!existsSync(archive)) {
    console.error(`no ${archive}; give a folder of feeds, or set CREDITLINE_CORPUS`)
    process.exit(2)
  }
  execFileSync('tar', ['xJf', archive, '-C', temporary])
  return temporary
}

const folder = process.argv[2] ?? corpus()
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map((file) => join(file.parentPath ?? file.path, file.name))

const worker = `
  import { parseFeed } from './dist/feeds/dialects/index.js'
  const read = (bytes) => {
    try { return JSON.stringify(parseFeed(bytes)) } catch (error) { return String(error.code ?? error.stack) }
  }
  export default { fetch: async (request) => new Response(read(new Uint8Array(await request.arrayBuffer()))) }`
const bundle = await build({
  stdin: { contents: worker, resolveDir: fileURLToPath(new URL('../..', import.meta.url)) },
  bundle: true,
  format: 'esm',
  write: false,
})
const workerd = new Miniflare({
  modules: true,
  script: bundle.outputFiles[0].text,
  compatibilityDate: '2026-04-20',
  cf: false,
})

const read = (bytes) => {
  try {
    return JSON.stringify(parseFeed(bytes))
  } catch (error) {
    return String(error.code ?? error.stack)
  }
}

const different = []
for (const file of files) {
  const bytes = readFileSync(file)
  const there = await (
    await workerd.dispatchFetch('http://worker/', { method: 'POST', body: bytes })
  ).text()
  if (there !== read(bytes)) different.push(relative(folder, file))
}
await workerd.dispose()
console.log(`${files.length} feeds, ${different.length} read differently in workerd`)
for (const file of different) console.log(`  ${file}`)
process.exitCode = different.length > 0 ? 1 : 0

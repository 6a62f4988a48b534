// npm run bench -- NAME [options]: runs test/bench/NAME.mjs against the build in dist/.
import { existsSync, readdirSync } from 'node:fs'

const [name] = process.argv.slice(2)
const file = new URL(`./${name}.mjs`, import.meta.url)
if (!name || name === 'run' || !existsSync(file)) {
  const names = readdirSync(new URL('.', import.meta.url)).filter(
    (f) => f.endsWith('.mjs') && f !== 'run.mjs',
  )
  console.error(
    `usage: npm run bench -- NAME\nNAME is one of: ${names.map((f) => f.slice(0, -4)).join(', ')}`,
  )
  process.exit(2)
}
process.argv.splice(2, 1)
await import(file.href)

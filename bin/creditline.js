#!/usr/bin/env node
import { existsSync } from 'node:fs'

const main = new URL('../dist/src/cli/main.js', import.meta.url)
if (existsSync(main)) await import(main.href)
else {
  process.stderr.write(
    `creditline: not built yet; run "npm run build" in ${new URL('..', import.meta.url).pathname}\n`,
  )
  process.exitCode = 1
}

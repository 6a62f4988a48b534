#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { setFlagsFromString } from 'node:v8'

// Loading the program makes the young generation grow to its limit, and it never shrinks: 30 to 50 MB for nothing. It
// may grow again once the program runs (src/cli/main.ts).
setFlagsFromString('--semi-space-growth-factor=1')

const main = new URL('../dist/src/cli/main.js', import.meta.url)
if (existsSync(main)) await import(main.href)
else {
  process.stderr.write(
    `creditline: not built yet; run "npm run build" in ${new URL('..', import.meta.url).pathname}\n`,
  )
  process.exitCode = 1
}

/**
 * Every command of README and guide is run, and prints what the page shows. `CREDITLINE_UPDATE_DOCS=1` writes what is
 * printed into the pages; read it before you commit it.
 */

import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { type Block, blocksOf, commandsOf, type Step, stepsOf, textOfSteps } from './blocks.ts'
import { openShell, type Shell } from './shell.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const BUILT = existsSync(`${ROOT}dist/src/cli/main.js`)
const UPDATING = process.env.CREDITLINE_UPDATE_DOCS === '1'

const PAGES = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(`${ROOT}docs`).flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
]
/** Pages whose commands other tests run: test/src/api/docs.test.ts, test/runtimes/deploy-page.test.ts. */
const ELSEWHERE = new Set(['docs/api.md', 'docs/deploy.md', 'docs/workers.md'])

const read = (page: string): string => readFileSync(`${ROOT}${page}`, 'utf8')
const isRun = ({ language, notRun }: Block): boolean =>
  notRun === undefined && (language === 'console' || language === 'sh' || language === 'js')

describe.skipIf(!BUILT)(`the guide${BUILT ? '' : ' (not built: npm run build)'}`, () => {
  for (const page of PAGES) {
    if (ELSEWHERE.has(page) || !blocksOf(read(page)).some(isRun)) continue
    test.concurrent(`${page}: its commands do what it says`, { timeout: 600_000 }, async () => {
      const shell = await openShell()
      try {
        if (read(page).includes('<!-- a service runs -->')) await shell.serve()
        const updated = await runPage(read(page), shell)
        if (UPDATING) writeFileSync(`${ROOT}${page}`, updated)
      } finally {
        await shell.close()
      }
    })
  }
})

/** The page with what its commands print. */
async function runPage(page: string, shell: Shell): Promise<string> {
  let updated = page
  let moved = 0
  for (const block of blocksOf(page)) {
    if (!isRun(block)) continue
    if (block.language === 'js') await runScript(block)
    else if (block.language === 'sh') await runCommands(block, shell)
    else {
      const text = textOfSteps(await runSteps(block, shell))
      const at = block.start + moved
      updated = updated.slice(0, at) + text + updated.slice(at + block.text.length)
      moved += text.length - block.text.length
    }
  }
  return updated
}

async function runSteps(block: Block, shell: Shell): Promise<Step[]> {
  const steps: Step[] = []
  for (const { command, output } of stepsOf(block)) {
    const ran = await shell.run(command)
    const shown = headOf(ran.output, block.head)
    if (!UPDATING) expect(comparable(shown), command).toBe(comparable(output))
    // what is alike stays as it is written: times and ids do not churn
    steps.push({ command, output: comparable(shown) === comparable(output) ? output : shown })
  }
  return steps
}

const headOf = (output: string, lines: number | undefined): string => {
  const all = output.split('\n')
  return lines === undefined || all.length <= lines
    ? output
    : [...all.slice(0, lines), '...'].join('\n')
}

/** What differs from run to run is not compared. */
const comparable = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?/g, 'TIME')
    .replace(/\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT/g, 'TIME')
    .replace(/(?<=corrected +)\d{4}-\d\d-\d\d/g, 'DAY')
    .replace(/\bt[0-9a-f]{10}\b/g, 'TOKEN-ID')
    .replace(/(harbour-gazette-example|quay-notes-example)-[0-9a-f]{6}\b/g, '$1-ID')
    .replace(/"seq":\d+|"etag":"[^"]*"/g, 'SEQ')
    .replace(/\d+ MiB free in .*/g, 'DISK')
    .replace(/[ \t]+/g, ' ')
    .trim()

/** `check` and `doctor` answer 1 where there is something to mend. */
const MAY_FAIL = /\b(?:check|doctor)\b/

async function runCommands(block: Block, shell: Shell): Promise<void> {
  for (const command of commandsOf(block)) {
    const { code, output } = await shell.run(command)
    expect([0, ...(MAY_FAIL.test(command) ? [1] : [])], `${command}\n${output}`).toContain(code)
  }
}

/** The library's examples are run as a program beside package.json would be. */
const runScript = ({ text }: Block): Promise<void> =>
  new Promise((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '-e', text], { cwd: ROOT }, (error) =>
      error ? reject(error) : resolve(),
    )
  })

test('what is not run here says why', () => {
  const listed = PAGES.filter((page) => !ELSEWHERE.has(page)).flatMap((page) =>
    blocksOf(read(page)).flatMap(({ notRun, text }) =>
      notRun ? [`${page}: ${text.split('\n')[0]} (${notRun})`] : [],
    ),
  )
  expect(listed).toMatchInlineSnapshot(`
    [
      "README.md: npm ci && npm start    # serves sample articles at http://127.0.0.1:3000/ and prints where to look (installs packages, and is this test)",
      "README.md: npx wrangler d1 migrations apply DB --local (goes on running)",
      "docs/cli.md: $ creditline serve --port 8080 (it goes on running)",
      "docs/operations.md: sqlite3 data/creditline.db ".backup 'backup.db'" (needs the program sqlite3)",
      "docs/quick-start.md: npm ci && npm start (installs packages and goes on running)",
      "docs/scale.md: npx creditline upstream add https://shard-1.news.example/feed.atom --peer (needs the shards)",
    ]
  `)
})

test('links lead to pages and headings that are there', () => {
  for (const page of PAGES) {
    const folder = page.includes('/') ? 'docs/' : ''
    for (const [, target = ''] of read(page)
      .replace(/^```[\s\S]*?^```$/gm, '')
      .replace(/`[^`]*`/g, '')
      .matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target)) continue
      const [path = '', heading] = target.split('#')
      const file = path === '' ? `${ROOT}${page}` : `${ROOT}${folder}${path}`
      expect(existsSync(file), `${page} links to ${target}`).toBe(true)
      if (heading) expect(anchorsOf(readFileSync(file, 'utf8')), target).toContain(heading)
    }
  }
})

const anchorsOf = (page: string): string[] =>
  [...page.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  )

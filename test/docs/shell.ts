/** A shell in a folder of its own with the sample files of the guide, a site that publishes a feed, and the program. */

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const FILES = fileURLToPath(new URL('../fixtures/docs/', import.meta.url))
const BIN = join(ROOT, 'bin/creditline.js')

export interface Shell {
  /** What the command printed, with names and places as the guide has them. */
  run(command: string): Promise<{ readonly output: string; readonly code: number }>
  /** Serves the folder's database, as `creditline serve` at http://127.0.0.1:3000 would. */
  serve(): Promise<void>
  close(): Promise<void>
}

export async function openShell(): Promise<Shell> {
  const folder = mkdtempSync(join(tmpdir(), 'creditline-guide-'))
  const bin = join(folder, '.bin')
  cpSync(FILES, folder, { recursive: true })
  cpSync(join(ROOT, 'db/samples'), join(folder, 'samples'), { recursive: true })
  mkdirSync(bin)
  script(join(bin, 'creditline'), `exec "${process.execPath}" "${BIN}" "$@"`)
  script(join(bin, 'npx'), 'shift; exec creditline "$@"')
  const site = await serveSite()
  const { port } = site.address() as AddressInfo
  const names = createNames({ folder, site: port })
  const env: NodeJS.ProcessEnv = {
    HOME: folder,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    CREDITLINE_LOG: 'silent',
  }
  // the invented site stands on this machine: only what asks it may
  const asking = { ...env, CREDITLINE_ALLOW_HOSTS: `127.0.0.1:${port}` }
  let service: ChildProcess | undefined
  return {
    run: (command) =>
      new Promise((resolve) => {
        execFile(
          'bash',
          ['-c', `{ ${names.toReal(command)}\n} 2>&1`],
          { cwd: folder, env: ASKS.test(command) ? asking : env, maxBuffer: 2 ** 26 },
          (error, stdout) =>
            resolve({
              output: names.toGuide(stdout),
              code: typeof error?.code === 'number' ? error.code : 0,
            }),
        )
      }),
    async serve() {
      const free = createServer()
      await new Promise<void>((done) => free.listen(0, '127.0.0.1', done))
      const own = (free.address() as AddressInfo).port
      await new Promise((done) => free.close(done))
      names.service = own
      service = spawn(process.execPath, [BIN, 'serve', '--port', String(own)], { cwd: folder, env })
      names.token = await started(service)
    },
    async close() {
      if (service && service.exitCode === null) {
        const ended = new Promise((done) => service?.once('exit', done))
        service.kill('SIGTERM')
        await ended
      }
      await new Promise((done) => site.close(done))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const ASKS = /\b(?:upstream|poll)\b/

const script = (path: string, text: string): void => {
  writeFileSync(path, `#!/bin/sh\n${text}\n`)
  chmodSync(path, 0o755)
}

/** The site of an invented paper: its front page names its feed. */
async function serveSite(): Promise<Server> {
  const pages: Readonly<Record<string, readonly [string, string]>> = {
    '/': [
      'text/html; charset=utf-8',
      '<!doctype html><title>Harbour Gazette</title><link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml">',
    ],
    '/feed.xml': ['application/rss+xml', readFileSync(join(FILES, 'feed.xml'), 'utf8')],
  }
  const server = createServer((request, response) => {
    const [type, text] = pages[request.url ?? ''] ?? ['text/plain', '']
    response.writeHead(text ? 200 : 404, { 'content-type': type })
    response.end(text)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return server
}

/** Resolves with the admin token, if one is printed, once the service is up. */
const started = (service: ChildProcess): Promise<string | undefined> =>
  new Promise((resolve, reject) => {
    let text = ''
    service.stdout?.on('data', (part) => {
      text += part
      if (text.includes('Feeds name')) resolve(/this once: (\S+)/.exec(text)?.[1])
    })
    service.once('exit', () => reject(new Error(`the service ended: ${text}`)))
  })

interface Names {
  service: number | undefined
  token: string | undefined
  toReal(command: string): string
  toGuide(output: string): string
}

/** The guide speaks of example hosts, the port 3000 and TOKEN. */
function createNames({ folder, site }: { folder: string; site: number }): Names {
  const names: Names = {
    service: undefined,
    token: undefined,
    toReal: (command) =>
      command
        .replaceAll('https://harbour-gazette.example', `http://127.0.0.1:${site}`)
        .replaceAll('127.0.0.1:3000', `127.0.0.1:${names.service ?? 3000}`)
        .replaceAll('Bearer TOKEN', `Bearer ${names.token ?? 'TOKEN'}`),
    toGuide: (output) =>
      output
        .replaceAll(`127.0.0.1:${names.service}`, '127.0.0.1:3000')
        .replaceAll(`http://127.0.0.1:${site}`, 'https://harbour-gazette.example')
        .replaceAll(`127.0.0.1:${site}`, 'harbour-gazette.example')
        .replaceAll('127-0-0-1', 'harbour-gazette-example')
        .replaceAll(`${folder}/`, '')
        .replaceAll(folder, '.')
        .replace(/creditline_[\w-]{43}/g, 'creditline_SECRET')
        .trimEnd(),
  }
  return names
}

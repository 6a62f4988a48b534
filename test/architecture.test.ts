/** What the compiler cannot see: the layers' rules, read from the source. */

import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

interface Source {
  /** From the root, with slashes. */
  readonly path: string
  /** Without comments; the texts of strings stay, for their imports. */
  readonly code: string
  readonly imports: readonly string[]
}

const IMPORT =
  /^\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?\s*'([^'\n]+)'|\bimport\(\s*'([^'\n]+)'/gm

const sources: readonly Source[] = ['feeds', 'db', 'src'].flatMap((folder) =>
  readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => read(`${folder}/${name}`)),
)

function read(path: string): Source {
  const text = readFileSync(`${root}${path}`, 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/.*$/gm, '')
  const imports = [...code.matchAll(IMPORT)].map(([, named, dynamic]) => {
    const name = named ?? dynamic ?? ''
    return name.startsWith('.') ? posix.join(posix.dirname(path), name) : name
  })
  return { path, code, imports }
}

const within = (folder: string) => sources.filter(({ path }) => path.startsWith(folder))
/** Files with what they must not have: an empty list passes. */
const offenders = (files: readonly Source[], offends: (source: Source) => readonly string[]) =>
  files.flatMap((source) => offends(source).map((what) => `${source.path}: ${what}`))
const matchesIn =
  (pattern: RegExp) =>
  ({ code }: Source) =>
    [...code.matchAll(pattern)].map(([match]) => match)

describe('imports go downward', () => {
  const LAYERS = ['feeds', 'db', 'src']
  it.each(LAYERS)('out of %s', (layer) => {
    const above = LAYERS.slice(LAYERS.indexOf(layer) + 1)
    expect(
      offenders(within(`${layer}/`), ({ imports }) =>
        imports.filter((target) => above.includes(target.split('/')[0] ?? '')),
      ),
    ).toEqual([])
  })

  // a folder of feeds/ may import those before it; the heart's own files stand at the end
  const ROOMS = ['model', 'text', 'agencies', 'credits', 'dialects documents formats', '']
  const roomOf = (path: string) => {
    const [, room = '', file] = path.split('/')
    return file === undefined ? '' : room
  }
  const rankOf = (path: string) =>
    ROOMS.findIndex((rooms) => rooms.split(' ').includes(roomOf(path)))

  it('inside feeds, and siblings leave one another alone', () => {
    expect(
      offenders(within('feeds/'), ({ path, imports }) =>
        imports.filter(
          (target) =>
            target.startsWith('feeds/') &&
            (rankOf(target) > rankOf(path) ||
              (rankOf(target) === rankOf(path) && roomOf(target) !== roomOf(path))),
        ),
      ),
    ).toEqual([])
    expect(within('feeds/').filter(({ path }) => rankOf(path) < 0)).toEqual([])
  })

  it('in no circle', () => {
    const edges = new Map(sources.map(({ path, imports }) => [path, imports]))
    const done = new Set<string>()
    const circles: string[] = []
    const walk = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' -> '))
      if (done.has(path) || way.includes(path)) return
      for (const target of edges.get(path) ?? [])
        if (edges.has(target)) walk(target, [...way, path])
      done.add(path)
    }
    for (const { path } of sources) walk(path, [])
    expect(circles).toEqual([])
  })
})

describe('feeds is pure', () => {
  it('asks no clock, no chance and no environment', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.|\bcrypto\b(?!\.)\.|\bprocess\.|\bset(?:Timeout|Interval)\b|\bconsole\./g
    expect(offenders(within('feeds/'), matchesIn(impure))).toEqual([])
  })

  it('uses the packages of its short list alone', () => {
    const allowed = ['entities', 'sanitize-html', 'marked', 'yaml', '@noble/hashes']
    const forHtml = ['linkedom', '@mozilla/readability']
    expect(
      offenders(within('feeds/'), ({ path, imports }) =>
        imports.filter((target) => {
          if (target.startsWith('feeds/')) return false
          const name = target
            .split('/')
            .slice(0, target.startsWith('@') ? 2 : 1)
            .join('/')
          return (
            !allowed.includes(name) &&
            !(forHtml.includes(name) && path.startsWith('feeds/documents/'))
          )
        }),
      ),
    ).toEqual([])
  })
})

describe('what goes out', () => {
  const DOOR = ['src/ingest/node-transport.ts', 'src/ingest/workers-transport.ts']

  // what browsers run asks the service alone: the page's policy sees to it
  const IN_BROWSERS = 'src/pages/script/'

  it('goes through the one door', () => {
    // a method of that name (`fetch(request, env) {` of a Worker) answers; it does not ask
    const calls =
      /(?<![\w.$])(?:globalThis\.)?fetch\((?![^()]*\)\s*(?::[^{;]*)?\{)|\bnew (?:WebSocket|EventSource|XMLHttpRequest)\b/g
    const others = sources.filter(
      ({ path }) => !DOOR.includes(path) && !path.startsWith(IN_BROWSERS),
    )
    expect(offenders(others, matchesIn(calls))).toEqual([])
    const clients = /^(?:node:)?(?:https|http2|net|tls|dgram|dns(?:\/promises)?)$|^undici(?:\/|$)/
    expect(
      offenders(others, ({ imports }) => imports.filter((target) => clients.test(target))),
    ).toEqual([])
  })

  it('has no other caller of http than the server', () => {
    expect(
      offenders(within(''), ({ path, imports, code }) =>
        imports.includes('node:http') &&
        (path !== 'src/node.ts' || /\b(?:request|get)\(\s*['"`]http/.test(code))
          ? ['node:http']
          : [],
      ),
    ).toEqual([])
  })
})

describe('runtimes', () => {
  it('are known to their entry points, drivers and command line alone', () => {
    const known =
      /^src\/(?:node|node-deps|young-generation|worker)\.ts$|^src\/worker\/|^src\/cli\/|^db\/(?:drivers\/|node-)|^src\/ingest\/(?:node-|reader-|content-coding)|^src\/import\/|^src\/interop\//
    expect(
      offenders(
        [...within('src/'), ...within('db/')].filter(({ path }) => !known.test(path)),
        ({ imports }) =>
          imports.filter((target) => target.startsWith('node:') || target === 'better-sqlite3'),
      ),
    ).toEqual([])
  })
})

/** Adds the feeds of an OPML file, each through the guard: a hostile row does not stop the others. */

import type { Store } from '../../db/store.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { checkUrl, type Policy, policyOf, withoutUserInfo } from './guard.ts'
import { newUpstream } from './new-upstream.ts'
import type { Outline } from './opml.ts'

export interface ImportedOutline {
  readonly row: number
  readonly url: string
  readonly outcome: 'added' | 'known' | 'refused'
  /** Of a refusal, a sentence. */
  readonly reason?: string
  readonly upstreamId?: string
}

export interface ImportDeps extends Pick<Deps, 'config' | 'now' | 'random'> {
  readonly store: Pick<Store, 'addUpstreams' | 'findUpstream'>
}

/** Rows that are stored with one commit: what a broken-off import may have to do again. */
const ROWS_AT_ONCE = 100
/** An id ends in three random bytes, and may be taken. */
const TRIES = 5

/**
 * In the order of the outlines; `onRows` is told how many more are stored. Repeating an import changes nothing, and
 * goes on where one was broken off.
 */
export async function importOutlines(
  outlines: readonly Outline[],
  deps: ImportDeps,
  onRows: (count: number) => void = () => {},
): Promise<ImportedOutline[]> {
  const imported: ImportedOutline[] = []
  for (let at = 0; at < outlines.length; at += ROWS_AT_ONCE) {
    const rows = outlines.slice(at, at + ROWS_AT_ONCE)
    imported.push(...(await importRows(rows, deps)))
    onRows(rows.length)
  }
  return imported
}

async function importRows(
  rows: readonly Outline[],
  deps: ImportDeps,
): Promise<readonly ImportedOutline[]> {
  const policy = policyOf(deps.config.allowHosts)
  const checked = rows.map((row) => check(row, policy))
  const firsts = new Map<string, Outline>()
  for (const { url, outline } of checked)
    if (url && !firsts.has(url.href)) firsts.set(url.href, outline)
  const added = await addAll(firsts, deps)
  return Promise.all(
    checked.map(async ({ outline, url, reason = '' }): Promise<ImportedOutline> => {
      const row = { row: outline.row, url: withoutUserInfo(outline.url) }
      if (!url) return { ...row, outcome: 'refused', reason }
      const id = added.get(url.href)
      if (id && firsts.get(url.href) === outline)
        return { ...row, outcome: 'added', upstreamId: id }
      const known = id ?? (await deps.store.findUpstream(url.href))?.id
      return { ...row, outcome: 'known', ...(known ? { upstreamId: known } : {}) }
    }),
  )
}

interface Checked {
  readonly outline: Outline
  /** Absent where the guard says no, with its reason. */
  readonly url?: URL
  readonly reason?: string
}

function check(outline: Outline, policy: Policy): Checked {
  try {
    return { outline, url: checkUrl(outline.url, policy) }
  } catch (error) {
    if (error instanceof CreditlineError && error.code === 'refused')
      return { outline, reason: error.message }
    throw error
  }
}

/** The ids of those that were not here, by URL. */
async function addAll(
  urls: ReadonlyMap<string, Outline>,
  deps: ImportDeps,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  let waiting = [...urls]
  for (let tries = 0; waiting.length > 0 && tries < TRIES; tries++) {
    const fresh = waiting.map(([href, outline]) =>
      newUpstream({ ...outline, url: new URL(href) }, deps),
    )
    const added = await deps.store.addUpstreams(fresh)
    for (const { id, url } of fresh) if (added.has(url)) ids.set(url, id)
    waiting = await notHere(
      waiting.filter(([href]) => !ids.has(href)),
      deps,
    )
  }
  return ids
}

async function notHere(
  waiting: readonly (readonly [string, Outline])[],
  { store }: ImportDeps,
): Promise<[string, Outline][]> {
  const missing: [string, Outline][] = []
  for (const [href, outline] of waiting)
    if (!(await store.findUpstream(href))) missing.push([href, outline])
  return missing
}

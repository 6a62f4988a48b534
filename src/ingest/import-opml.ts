/** Adds the feeds of an OPML file one by one, each through the guard: a hostile row does not stop the others. */

import { CreditlineError } from '../../feeds/model/error.ts'
import type { Deps } from '../deps.ts'
import { checkUrl, policyOf } from './guard.ts'
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

/** Repeating an import changes nothing, and goes on where one was broken off. */
export async function importOutline(
  outline: Outline,
  deps: Pick<Deps, 'store' | 'config' | 'now' | 'random'>,
): Promise<ImportedOutline> {
  const { row, url } = outline
  try {
    const checked = checkUrl(url, policyOf(deps.config.allowHosts))
    const known = await deps.store.findUpstream(checked.href)
    if (known) return { row, url, outcome: 'known', upstreamId: known.id }
    const upstream = newUpstream({ ...outline, url: checked }, deps)
    await deps.store.addUpstream(upstream)
    return { row, url, outcome: 'added', upstreamId: upstream.id }
  } catch (error) {
    if (error instanceof CreditlineError && (error.code === 'refused' || error.code === 'conflict'))
      return { row, url, outcome: 'refused', reason: error.message }
    throw error
  }
}

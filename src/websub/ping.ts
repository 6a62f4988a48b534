/** Tells hubs of others that a feed of ours has changed; they fetch it themselves. */

import type { Deps } from '../deps.ts'
import type { Ping } from './asks.ts'
import type { Attempted } from './courier.ts'

const ANSWER_BYTES = 65_536
/** The next change tells of this one too. */
const TRIES = 6

/** The Recommendation leaves this to hub and publisher; hubs read `hub.url`, or `hub.topic`, or both. */
export async function ping({ hub, topic }: Ping, { fetchDocument }: Deps): Promise<Attempted> {
  const form = { 'hub.mode': 'publish', 'hub.url': topic, 'hub.topic': topic }
  try {
    const { status } = await fetchDocument(hub, {
      method: 'POST',
      headers: { accept: '*/*', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
      maxBytes: ANSWER_BYTES,
    })
    return status < 500 && status !== 429 ? 'over' : { error: `it answered ${status}`, most: TRIES }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), most: TRIES }
  }
}

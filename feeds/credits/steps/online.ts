/** Where pictures and names stand online: pages of networks and handles, which are nobody, and the path behind a site's name. */

import { isMark, type State } from '../state.ts'

const NETWORKS = new Set(
  'ig insta instagram twitter tw x threads tiktok facebook fb telegram youtube vk weibo твиттер инстаграм телеграм'.split(
    ' ',
  ),
)
const HOSTS =
  /^(?:(?:www|m)\.)?(?:t\.me|vk\.com|ok\.ru|x\.com|youtu\.be|(?:twitter|facebook|instagram|youtube|tiktok)\.com)$/

/** The end of a handle, of a network's page or of a site's path at `i`, or -1. */
export function onlineEnd(state: State, i: number): number {
  const { tokens } = state
  const shape = tokens[i]?.shape
  if (isMark(tokens[i], '(')) return isBracketed(state, i) ? i + 4 : -1
  if (shape === 'mark') return isMark(tokens[i], '@') && isHandle(state, i) ? i + 2 : -1
  if (isNetwork(state, i)) return i + 4
  const hosted = shape === 'site' || shape === 'initial'
  return hosted && HOSTS.test(tokens[i]?.text.toLowerCase() ?? '') ? pathEnd(state, i + 1) : -1
}

// "By Jane Doe @janedoe": what networks call who is named before it; "Foto: Twitter @harbour": or nobody but that
const isHandle = ({ tokens, to, parties, joint }: State, i: number): boolean =>
  i + 1 < to &&
  tokens[i + 1]?.spaced === false &&
  ((parties.length > 0 && (joint === 'none' || joint === 'job')) ||
    NETWORKS.has(tokens[i - 1]?.key ?? ''))

// "Jane Doe (@janedoe)"
const isBracketed = ({ tokens, to, parties }: State, i: number): boolean =>
  parties.length > 0 &&
  i + 3 < to &&
  isMark(tokens[i + 1], '@') &&
  tokens[i + 2]?.spaced === false &&
  isMark(tokens[i + 3], ')')

// "Jane Doe / IG: @janedoe"
const isNetwork = ({ tokens, to, parties }: State, i: number): boolean =>
  parties.length > 0 &&
  i + 3 < to &&
  isMark(tokens[i + 1], ':') &&
  isMark(tokens[i + 2], '@') &&
  tokens[i + 3]?.spaced === false &&
  NETWORKS.has(tokens[i]?.key ?? '')

// "t.me/harbour_news"
function pathEnd({ tokens, to }: State, i: number): number {
  let end = i
  while (
    end + 1 < to &&
    isMark(tokens[end], '/') &&
    !tokens[end]?.spaced &&
    !tokens[end + 1]?.spaced
  )
    end += 2
  return end
}

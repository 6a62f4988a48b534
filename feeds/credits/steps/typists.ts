/** Who typed and sent an agency's copy, in short at its end: they are nobody. */

import { isMark, type State } from '../state.ts'

// "EFE jp/pg", "(PAP) an/ mk/": who wrote and who sent it, at the end of an agency's copy
export const areTypists = ({ tokens, to, parties }: State, i: number): boolean =>
  to - i > 1 &&
  to - i < 8 &&
  parties.at(-1)?.kind === 'agency' &&
  tokens[i]?.shape === 'lower' &&
  tokens[i]?.spaced === true &&
  tokens.slice(i, to).some((token) => isMark(token, '/')) &&
  tokens.slice(i, to).every((t) => isMark(t, '/') || (t.shape === 'lower' && t.text.length <= 4))

// "PTI JD JR JR": the same in capitals
export const areDeskers = (
  { tokens, to, parties, joint, slots, where }: State,
  i: number,
): boolean =>
  where !== 'caption' &&
  slots.length === 0 &&
  to - i > 1 &&
  to - i < 6 &&
  joint === 'none' &&
  parties.at(-1)?.kind === 'agency' &&
  tokens
    .slice(i, to)
    .every(
      (t) => t.shape === 'caps' && t.text.length < 5 && t.phrase?.meaning?.agencies === undefined,
    )

// the regional and special services of the dpa: "dpa/lno"
const DESKS = new Set(
  'lah lbg lby lhe lmv lni lno lnw lrs lsa lsh lsn lsw lth lbn bb be bw by hb he hh mv nds ni nrw rps sh sn st th tmn afx gs infocom sport kultur zb'.split(
    ' ',
  ),
)

/** "dpa/lno"; "AFP/jd" ends in the initials of who wrote. */
export function afterSlash({ tokens, to, parties, joint }: State, i: number): number {
  // "Jane Doe/zb/dpa": its picture service
  if (joint === 'slash' && tokens[i]?.key === 'zb' && isMark(tokens[i + 1], '/')) return i + 1
  if (parties.at(-1)?.agency?.id !== 'dpa' || joint !== 'slash') return -1
  if (!DESKS.has(tokens[i]?.key ?? '')) return -1
  const typist = i + 1 < to ? tokens[i + 1] : undefined
  return typist?.shape === 'lower' && typist.text.length <= 4 ? i + 2 : i + 1
}

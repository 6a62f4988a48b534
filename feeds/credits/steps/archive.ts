/** "Foto: Archiv Jane Doe", "Foto: archivo Bomberos": whose archive or handout a picture is from. */

import type { State } from '../state.ts'

const ARCHIVES = new Set(
  'archiv archivo archiva arhiv arhiva arkiv arquivo archivio archief arkisto arxiu privatarchiv handout архив архива архів arsip arşiv'.split(
    ' ',
  ),
)

/** The end of such a word after a cue of pictures and before a capital, or -1. */
export function archiveOf({ tokens, to, slots, parties, clause }: State, i: number): number {
  const key = tokens[i]?.key ?? ''
  if (!slots.includes('photo') || parties.length > clause) return -1
  if (!ARCHIVES.has(key) && !(key === 'archives' && tokens[i]?.shape === 'lower')) return -1
  const next = i + 1 < to ? tokens[i + 1] : undefined
  return next?.spaced && next.shape !== 'lower' && next.shape !== 'mark' && next.shape !== 'number'
    ? i + 1
    : -1
}

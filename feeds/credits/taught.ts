/** Agencies that an editor taught, beside the table: the lexicon with their names, and credits that name them. */

import { type Agency, namesOf } from '../agencies/index.ts'
import { type Credit, foldName } from '../model/credit.ts'
import { isCjk } from './characters.ts'
import { lexicon } from './lexicon.ts'
import { Flag, newMeaning, type Phrase } from './phrase.ts'
import { type Dictionary, type Token, tokenise, type Vocabulary, vocabularyOf } from './tokens.ts'

interface Taught {
  readonly vocabulary: Vocabulary
  readonly byName: ReadonlyMap<string, Agency>
}

/** One lexicon a list: whoever reads many lines passes the same array. */
const known = new WeakMap<readonly Agency[], Taught>()
/** The last one made, for lists that come from another thread: equal, and never the same array. */
let last: { readonly text: string; readonly taught: Taught } | undefined

function taughtOf(agencies: readonly Agency[]): Taught {
  const before = known.get(agencies)
  if (before) return before
  const text = JSON.stringify(agencies)
  if (last?.text !== text) last = { text, taught: teach(agencies) }
  known.set(agencies, last.taught)
  return last.taught
}

function teach(agencies: readonly Agency[]): Taught {
  const names = agencies.flatMap((agency) => namesOf(agency).map((form) => ({ agency, form })))
  const dictionary = withPhrases(names.map(({ form }) => form))
  const root = new Map(lexicon().root)
  const marks = vocabularyOf(dictionary)
  for (const name of names) {
    const keys = tokenise(name.form, marks).map(({ key }) => key)
    place(root, keys, name)
  }
  const byName = new Map(names.map(({ agency, form }) => [foldName(form), agency]))
  return { vocabulary: vocabularyOf(dictionary, root), byName }
}

/** Copies what lies on the way, so that the lexicon of everyone else stays as it is. */
function place(
  root: Map<string, Phrase>,
  keys: readonly string[],
  name: { readonly agency: Agency; readonly form: string },
): void {
  let next = root
  keys.forEach((key, i) => {
    const before = next.get(key)
    const below = new Map(before?.next)
    const isEnd = i === keys.length - 1
    const agencies = [...(before?.meaning?.agencies ?? []), ...(isEnd ? [name] : [])]
    const meaning = isEnd ? { ...newMeaning(), ...before?.meaning, agencies } : before?.meaning
    next.set(key, {
      next: below,
      meaning,
      reach: (before?.reach ?? 0) | Flag.agency,
    })
    next = below
  })
}

function withPhrases(names: readonly string[]): Dictionary {
  const phrases = names.filter((name) => isCjk(name.charCodeAt(0)))
  const { dictionary } = lexicon()
  if (phrases.length === 0) return dictionary
  const all = new Map(dictionary)
  for (const phrase of phrases) {
    const first = phrase[0] ?? ''
    all.set(
      first,
      [...(all.get(first) ?? []), phrase].sort((a, b) => b.length - a.length),
    )
  }
  return all
}

/** The tokens of a line, where the taught names begin phrases as well. */
export function taughtTokens(line: string, agencies: readonly Agency[]): Token[] {
  return tokenise(line, taughtOf(agencies).vocabulary)
}

/** The cheap test before reading: whether one of their names may stand in the line. */
export function mentionsTaught(line: string, agencies: readonly Agency[]): boolean {
  if (agencies.length === 0) return false
  const text = foldName(line)
  for (const name of taughtOf(agencies).byName.keys()) if (text.includes(name)) return true
  return false
}

/** The taught agency that goes by this whole name. */
export const findTaught = (name: string, agencies: readonly Agency[]): Agency | undefined =>
  agencies.length > 0 ? taughtOf(agencies).byName.get(foldName(name)) : undefined

/** The credits, where those that name a taught agency are that agency's. */
export const recognised = (
  credits: readonly Credit[],
  agencies: readonly Agency[] | undefined,
): readonly Credit[] =>
  agencies && agencies.length > 0
    ? credits.map((credit) => {
        const agency = credit.agencyId ? undefined : findTaught(credit.name, agencies)
        return agency
          ? { ...credit, name: agency.name, kind: 'organization', agencyId: agency.id }
          : credit
      })
    : credits

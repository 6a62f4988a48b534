/** The line that WordPress adds to a feed's items: "The post HEADLINE appeared first on SITE." */

import type { Line, Reading } from './resolve.ts'
import { tokenise, vocabularyOf } from './tokens.ts'

/** How it begins and what stands before the site's name, as its translations have them. */
const FORMS: readonly (readonly [head: string, cue: string])[] = [
  ['the post ', ' appeared first on '],
  ['the post ', ' first appeared on '],
  ['the article ', ' first appeared on '],
  ['the article ', ' appeared first on '],
  ['der beitrag ', ' erschien zuerst auf '],
  ['the post ', ' erschien zuerst auf '],
  ["l'article ", ' est apparu en premier sur '],
  ['cet article ', ' est apparu en premier sur '],
  ['la entrada ', ' se publicó primero en '],
  ['la entrada ', ' aparece primero en '],
  ['la entrada ', ' apareció primero en '],
  ["l'entrada ", ' ha aparegut primer a '],
  ["l'articolo ", ' proviene da '],
  ["l'articolo ", ' sembra essere il primo su '],
  ['o post ', ' apareceu primeiro em '],
  ['o conteúdo ', ' aparece primeiro em '],
  ['the post ', ' apareceu primeiro em '],
  ['het bericht ', ' verscheen eerst op '],
  ['inlägget ', ' dök först upp på '],
  ['indlægget ', ' blev først udgivet på '],
  ['innlegget ', ' dukket først opp på '],
  ['artykuł ', ' pochodzi z serwisu '],
  ['příspěvek ', ' pochází z '],
  ['сообщение ', ' появились сначала на '],
  ['запись ', ' впервые появилась '],
  ['допис ', ' вперше з’явився на '],
]

const LONGEST_SITE = 60

/** What tells such a line, for the cheap test. */
export const FOOTER_CUES: readonly string[] = FORMS.map(([, cue]) => cue.trim())

/** The first words of those lines. */
const FIRST = new Set(FORMS.map(([head]) => tokenise(head, vocabularyOf(new Map()))[0]?.key))

/** The site that the line names, or undefined where it is another line. */
export function postFooter({ text, tokens }: Line): Reading | undefined {
  if (!FIRST.has(tokens[0]?.key ?? '')) return undefined
  const low = text.toLowerCase().replaceAll('’', "'")
  if (low.length !== text.length) return undefined
  for (const [head, cue] of FORMS) {
    const at = low.startsWith(head) ? low.lastIndexOf(cue) : -1
    const site = at < 0 ? '' : text.slice(at + cue.length).replace(/[\s.]+$/, '')
    if (site && site.length <= LONGEST_SITE) return { credits: [], publication: site }
  }
  return undefined
}

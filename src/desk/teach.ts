/** Teaching an agency: what the form says becomes one, and the doubtful articles that name it are read again. */

import { type Agency, type AgencyKind, findAgency, namesOf } from '../../feeds/agencies/index.ts'
import { slug } from '../../feeds/model/credit.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { parseUrl } from '../../feeds/model/url.ts'
import { rereadCredits, type Said } from '../../feeds/reread.ts'
import type { Deps } from '../deps.ts'
import { type Form, listIn, textIn } from './form.ts'

export const AGENCY_KINDS: readonly (readonly [AgencyKind, string])[] = [
  ['news', 'News: text, and mostly pictures too'],
  ['picture', 'Pictures'],
  ['wholesaler', 'Distributes what others wrote'],
]

/** Throws `invalid` in the words of the form, and `conflict` for a name that is known. */
export function agencyIn(form: Form, taught: readonly Agency[]): Agency {
  const name = textIn(form, 'name') ?? ''
  const also = listIn(form, 'also')
  const kind = AGENCY_KINDS.find(([known]) => known === form.get('kind'))?.[0]
  const country = textIn(form, 'country')?.toUpperCase()
  const site = siteIn(form)
  if (!/\p{L}.*\p{L}/u.test(name))
    throw new CreditlineError('invalid', 'Give the agency’s name, as credits print it.')
  if (!kind) throw new CreditlineError('invalid', 'Choose a kind.')
  if (country && !/^[A-Z]{2}$/.test(country))
    throw new CreditlineError('invalid', 'The country is two letters, such as NO or BR.')
  for (const one of [name, ...also]) refuseKnown(one, taught)
  return {
    id: slug(name),
    name,
    fullName: name,
    kind,
    ...(also.length > 0 ? { also: { und: also } } : {}),
    ...(country ? { country } : {}),
    ...(site ? { site } : {}),
    // a single word may be a name or a word as well: it counts as it is printed here
    ...([name, ...also].some((one) => !/\s/.test(one)) ? { needs: 'case' as const } : {}),
  }
}

function siteIn(form: Form): string | undefined {
  const text = textIn(form, 'site')
  if (!text) return undefined
  const url = parseUrl(/^https?:/i.test(text) ? text : `https://${text}`)
  if (url) return `https://${url.hostname}/`
  throw new CreditlineError('invalid', 'The site is an address such as https://agency.example/.')
}

function refuseKnown(name: string, taught: readonly Agency[]): void {
  const fold = (text: string) => text.toLowerCase()
  const known =
    findAgency(name) ??
    taught.find((agency) => namesOf(agency).some((one) => fold(one) === fold(name)))
  if (known)
    throw new CreditlineError('conflict', `“${name}” is known already: it is ${known.fullName}.`)
}

/** Articles that are read again at once; what is older and doubtful stays for the review. */
const REREAD = 500

/** Keeps the agency for all readings from now on; how many articles name it now. */
export async function teachAgency(
  agency: Agency,
  { store, now }: Pick<Deps, 'store' | 'now'>,
): Promise<number> {
  const at = toInstant(now())
  await store.addAgency(agency, at)
  const agencies = [agency]
  const doubtful = await store.listDoubtfulWith(namesOf(agency), REREAD)
  const reread = doubtful.flatMap(({ stored, said }) => {
    const reading = rereadCredits(stored.article, JSON.parse(said) as Said, agencies)
    return reading ? [{ ...reading, id: stored.id, seq: stored.seq }] : []
  })
  return reread.length > 0 ? store.saveReread(reread, at) : 0
}

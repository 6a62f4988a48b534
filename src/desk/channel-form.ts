/** A channel as its form has it, and the form as a channel has it. */

import { findAgency } from '../../feeds/agencies/index.ts'
import { type Channel, DEFAULT_PRESENTATION, type Selection } from '../../feeds/model/channel.ts'
import { ROLES, slug } from '../../feeds/model/credit.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { type Form, isChecked, textIn } from './form.ts'

/** What the form starts with. */
export const NEW_CHANNEL: Channel = {
  slug: '',
  title: '',
  hubs: [],
  selection: {},
  presentation: DEFAULT_PRESENTATION,
}

const SOURCE = 'source:'

export const sourceField = (source: string): string => `${SOURCE}${source}`

/** The name in addresses is made of the title where none is given. `before` keeps what the form does not show. */
export function channelIn(form: Form, before: Channel = NEW_CHANNEL): Channel {
  const title = textIn(form, 'title') ?? ''
  const description = textIn(form, 'description')
  const { description: _, ...rest } = before
  return {
    ...rest,
    slug: before.slug || slug(textIn(form, 'slug') ?? title).slice(0, 60),
    title,
    ...(description ? { description } : {}),
    selection: selectionIn(form, before.selection),
    presentation: {
      ...before.presentation,
      links: form.get('links') === 'site' ? 'site' : 'original',
      duplicates: form.get('duplicates') === 'show' ? 'show' : 'merge',
      fullText: isChecked(form, 'fullText'),
      creditParagraph: isChecked(form, 'creditParagraph'),
      size: sizeIn(form),
    },
  }
}

function selectionIn(form: Form, { since, until }: Selection): Selection {
  const source = [...form.keys()].flatMap((name) =>
    name.startsWith(SOURCE) && isChecked(form, name) ? [name.slice(SOURCE.length)] : [],
  )
  const agency = textIn(form, 'agency')
  const person = textIn(form, 'person')
  const role = ROLES.find((known) => known === form.get('role'))
  const [tag, language, q] = ['tag', 'language', 'q'].map((name) => textIn(form, name))
  return {
    ...(source.length > 0 ? { source } : {}),
    ...(agency ? { agency: findAgency(agency)?.id ?? slug(agency) } : {}),
    ...(person ? { person: slug(person) } : {}),
    ...(role ? { role } : {}),
    ...(tag ? { tag } : {}),
    ...(language ? { language } : {}),
    ...(q ? { q } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
  }
}

function sizeIn(form: Form): number {
  const size = Number(form.get('size') || DEFAULT_PRESENTATION.size)
  if (Number.isInteger(size) && size >= 1 && size <= 500) return size
  throw new CreditlineError('invalid', 'The number of items is a whole number from 1 to 500.')
}

/** Throws `invalid` for what cannot be published. */
export function checkChannel(channel: Channel): Channel {
  if (!channel.title) throw new CreditlineError('invalid', 'Give the channel a title.')
  if (!/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(channel.slug) || channel.slug === 'all')
    throw new CreditlineError(
      'invalid',
      'Give the channel a name for its addresses: letters, digits and hyphens.',
    )
  return channel
}

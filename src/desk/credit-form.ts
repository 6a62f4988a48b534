/** The credits as the form has them: what was left alone keeps its evidence, what was changed is the editor's word. */

import { type Agency, findAgency, namesOf } from '../../feeds/agencies/index.ts'
import {
  type Credit,
  type Evidence,
  foldName,
  type PartyKind,
  ROLES,
  type Role,
} from '../../feeds/model/credit.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { type Form, textIn } from './form.ts'

/** Empty rows after those that are filled in. */
export const EMPTY_ROWS = 2
const MOST = 100

export const KINDS: readonly (readonly [PartyKind, string])[] = [
  ['person', 'Person'],
  ['organization', 'Organization'],
]

/**
 * Row N of the form is `name-N`, `role-N`, `kind-N`; the first rows are the credits as they are now, in order. A row
 * without a name takes its credit away.
 */
export function creditsIn(
  form: Form,
  now: readonly Credit[],
  taught: readonly Agency[] = [],
): Credit[] {
  const rows = Math.min(now.length + EMPTY_ROWS, MOST)
  return Array.from({ length: rows }, (_, row) => row).flatMap((row) => {
    const name = textIn(form, `name-${row}`)
    if (!name) return []
    const role = oneOf(ROLES, form.get(`role-${row}`))
    const kind = oneOf(['person', 'organization'] as const, form.get(`kind-${row}`))
    return [edited(now[row], { name, role, kind }, taught)]
  })
}

interface Stated {
  readonly name: string
  readonly role: Role
  readonly kind: PartyKind
}

function edited(before: Credit | undefined, stated: Stated, taught: readonly Agency[]): Credit {
  const { name, role, kind } = stated
  if (before?.name === name && before.role === role && before.kind === kind) return before
  const agency = kind === 'organization' ? agencyOf(name, taught) : undefined
  return {
    ...stated,
    ...(agency ? { agencyId: agency.id } : {}),
    ...(before?.target ? { target: before.target } : {}),
    evidence: [{ how: 'edited' }, ...evidenceLeft(before, name)],
  }
}

const agencyOf = (name: string, taught: readonly Agency[]): Agency | undefined =>
  findAgency(name) ??
  taught.find((agency) => namesOf(agency).some((one) => foldName(one) === foldName(name)))

/** What was printed stays; where another name stood in it says nothing of this one. */
function evidenceLeft(before: Credit | undefined, name: string): Evidence[] {
  const read = (before?.evidence ?? []).filter(({ how }) => how !== 'edited')
  if (before?.name === name) return read
  return read.flatMap(({ span: _, ...rest }) => (rest.text?.includes(name) ? [rest] : []))
}

function oneOf<T extends string>(values: readonly T[], given: string | undefined): T {
  const value = values.find((known) => known === given)
  if (value) return value
  throw new CreditlineError(
    'invalid',
    `A field of the credits holds “${(given ?? '').slice(0, 40)}”; choose one of its values.`,
  )
}

/** Credits that somebody states, as credits. */

import type * as z from 'zod/mini'
import { findAgency } from '../../../feeds/agencies/index.ts'
import type { Credit, How } from '../../../feeds/model/credit.ts'
import type { CreditInput } from './schemas.ts'

/** A name of the agency table is that agency, unless it is said to be a person. */
export function statedCredit(input: z.output<typeof CreditInput>, how: How): Credit {
  const agency = input.kind === 'person' ? undefined : findAgency(input.name)
  return {
    name: input.name,
    kind: input.kind ?? (agency ? 'organization' : 'person'),
    ...(agency ? { agencyId: agency.id } : {}),
    role: input.role,
    ...(input.target === undefined ? {} : { target: input.target }),
    evidence: [{ how, ...(input.text === undefined ? {} : { text: input.text }), at: 'api' }],
  }
}

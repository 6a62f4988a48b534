/** Reading credit lines. */

import { readCredits } from '../../../feeds/credits/index.ts'
import { operation } from '../operation.ts'
import { CreditLines, CreditReadings } from './schemas.ts'

export const creditOperations = [
  operation({
    id: 'readCredits',
    tag: 'Credits',
    method: 'post',
    path: '/credits',
    summary: 'Reads who is credited in lines of text',
    description: 'Nothing is stored. Lines that credit nobody have no credits.',
    scope: 'read',
    bodies: { 'application/json': CreditLines },
    result: CreditReadings,
    run: async ({ body }, { store }) => {
      const agencies = await store.listAgencies()
      return {
        body: {
          readings: body.value.lines.map(({ text, where, language }) => {
            const options = {
              agencies,
              ...(where ? { where } : {}),
              ...(language ? { language } : {}),
            }
            const { credits, publication } = readCredits(text, options)
            return {
              text,
              credits: credits.map(({ name, kind, agencyId, role, span }) => ({
                name,
                kind,
                ...(agencyId ? { agency_id: agencyId } : {}),
                role,
                span: [...span],
              })),
              publication,
            }
          }),
        },
      }
    },
  }),
]

/** Which page of a list is asked for. */

import type { Page } from '../../db/store.ts'

/** Articles on a page. */
const PAGE = 30

export const pageAfter = (query: URLSearchParams): Page => {
  const after = query.get('after')
  return { limit: PAGE, ...(after ? { after } : {}) }
}

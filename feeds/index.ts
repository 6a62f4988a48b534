/** The library: read any feed, read credits, find the canonical URL, write the three formats. Pure: no I/O, no clock. */

export { resolveCanonical } from './canonical.ts'
export { readCredits } from './credits/index.ts'
export { parseFeed } from './dialects/index.ts'
export { renderFeed } from './formats/index.ts'
export { CreditlineError } from './model/error.ts'

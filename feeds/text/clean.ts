/** Text cleaned for every format, for the readers: see model/text.ts. */

export { cleanText } from '../model/text.ts'

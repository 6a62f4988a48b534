/** Rows in chunks that one statement can take: their JSON stays under a megabyte, unless one row alone is more. */

/** In UTF-8 a character takes up to three bytes, and some are escaped. */
const MOST_CHARACTERS = 300_000

/** `sizeOf` estimates a row's characters. */
export function chunksOf<Row>(rows: readonly Row[], sizeOf: (row: Row) => number): Row[][] {
  const chunks: Row[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const row of rows) {
    size += sizeOf(row)
    if (size > MOST_CHARACTERS) {
      chunks.push([])
      size = sizeOf(row)
    }
    chunks.at(-1)?.push(row)
  }
  return chunks
}

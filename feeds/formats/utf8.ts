/** Texts as UTF-8: one by one, to be kept, or one after the other as a whole document. */

const ENCODER = new TextEncoder()
/** Written into and copied from: an array of its own for each text takes three times as long. */
const SCRATCH = new Uint8Array(2 ** 18)
/** A UTF-16 unit takes three bytes at most. */
const MOST_BYTES = 3

/** UTF-8 of a text that is well-formed. */
export function utf8(text: string): Uint8Array {
  if (text.length * MOST_BYTES > SCRATCH.length) return ENCODER.encode(text)
  return SCRATCH.slice(0, ENCODER.encodeInto(text, SCRATCH).written)
}

/** UTF-8 of texts, which are well-formed each, in a row. */
export function utf8Of(texts: Iterable<string>): Uint8Array {
  let room = SCRATCH
  let length = 0
  for (const text of texts) {
    const most = length + text.length * MOST_BYTES
    if (most > room.length) {
      const wider = new Uint8Array(Math.max(most, 2 * room.length))
      wider.set(room.subarray(0, length))
      room = wider
    }
    length += ENCODER.encodeInto(text, room.subarray(length)).written
  }
  return room.slice(0, length)
}

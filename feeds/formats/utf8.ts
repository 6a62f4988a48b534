/** Texts as UTF-8: one by one, to be kept, or one after the other as a whole document. */

const ENCODER = new TextEncoder()
/** Written into and copied from: an array of its own for each text takes three times as long. */
const SCRATCH = new Uint8Array(2 ** 20)
/** A UTF-16 unit takes three bytes at most. */
const MOST_BYTES = 3

/** UTF-8 of a text that is well-formed. */
export function utf8(text: string): Uint8Array {
  if (text.length * MOST_BYTES > SCRATCH.length) return ENCODER.encode(text)
  return SCRATCH.slice(0, ENCODER.encodeInto(text, SCRATCH).written)
}

/** UTF-8 of texts, which are well-formed each, in a row. What makes them must not ask for UTF-8 itself. */
export function utf8Of(texts: Iterable<string>): Uint8Array {
  const full: Uint8Array[] = []
  let length = 0
  for (const text of texts) {
    if (length + text.length * MOST_BYTES > SCRATCH.length) {
      full.push(SCRATCH.slice(0, length))
      length = 0
    }
    if (text.length * MOST_BYTES > SCRATCH.length) full.push(ENCODER.encode(text))
    else if (text !== '') length += ENCODER.encodeInto(text, SCRATCH.subarray(length)).written
  }
  const last = SCRATCH.slice(0, length)
  return full.length === 0 ? last : joined([...full, last])
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

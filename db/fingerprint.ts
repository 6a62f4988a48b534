/** A fast 64-bit fingerprint of a text: tells whether a body changed, on every runtime alike. Not for security. */

/** FNV-1a in two lanes over the UTF-16 units, mixed at the end; 16 hex digits. */
export function fingerprint(text: string): string {
  let low = 0x811c9dc5
  let high = 0x9e3779b9
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    low = Math.imul(low ^ unit, 0x01000193)
    high = Math.imul(high ^ unit, 0x85ebca6b) + 0x6d2b79f5
  }
  return hex(mix(low ^ (high >>> 13))) + hex(mix(high ^ (low >>> 11) ^ text.length))
}

function mix(lane: number): number {
  const once = Math.imul(lane ^ (lane >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return twice ^ (twice >>> 16)
}

const hex = (lane: number): string => (lane >>> 0).toString(16).padStart(8, '0')

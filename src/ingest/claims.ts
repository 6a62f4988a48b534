/** Published ids that polls under way have taken and the store does not hold yet: no two articles get the same. */

export interface Claims {
  has(id: string): boolean
  add(id: string): void
}

/** Remembers the last `size` ids or more, which outlives any poll under way. */
export function createClaims(size = 50_000): Claims {
  let recent = new Set<string>()
  let older = new Set<string>()
  return {
    has: (id) => recent.has(id) || older.has(id),
    add(id) {
      recent.add(id)
      if (recent.size < size) return
      older = recent
      recent = new Set()
    },
  }
}

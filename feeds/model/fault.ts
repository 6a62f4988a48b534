/** Bad data as a value: what a reader could not place, repaired or doubted, kept for the editor. */

export interface Fault {
  /** Stable, snake_case, e.g. `date_unreadable`, `entity_undeclared`, `truncated`. */
  readonly code: string
  /** Where: `entry 3 pubDate`, `line 12`, `front matter`. */
  readonly at: string
  /** A sentence for a person, with the offending text cut to at most 200 characters. */
  readonly text: string
}

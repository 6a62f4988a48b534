/** What the table says of an agency: a news agency, picture agency or wholesaler that is credited by name. */

export type AgencyKind =
  | 'news' // sells text, and mostly pictures too
  | 'picture'
  | 'wholesaler' // sells other people's articles, or distributes what others pay for
  | 'unnamed' // "agencies", of which no name is printed

/**
 * What an ambiguous name needs around it. `case`: it counts only as it is printed here. `slot`: that, and a slot
 * that only a credit has (brackets, a cue, another agency, a place that is known to hold credits), because AP is also
 * a state, AFP a pension fund, AA a battery.
 */
export type Needs = 'case' | 'slot'

export interface Agency {
  /** Stable, lower case, in URLs. */
  readonly id: string
  /** The canonical short name that credits carry. */
  readonly name: string
  readonly fullName: string
  /** Other names and abbreviations by language, as printed; case, accents and dots don't matter. */
  readonly also?: Readonly<Record<string, readonly string[]>>
  /** Those of `also` that a credit keeps, because the agency goes by them in that language (SDA is ATS in French). */
  readonly shortNames?: readonly string[]
  readonly site?: string
  /** ISO 3166-1; absent for those of many countries. */
  readonly country?: string
  readonly kind: AgencyKind
  /** Only where sure. */
  readonly wikidata?: string
  readonly needs?: Needs
}

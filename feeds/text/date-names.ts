/** Names that stand in dates: months by their beginnings in the languages that feeds use, time zones, halves of the day. */

/** Beginnings of month names, folded: lower-case without accents. The longest that fits decides. */
const MONTH_STEMS: readonly string[] = [
  'jan gen ene ian янв січ ιαν oca sty led tam',
  'feb fev фев лют φεβ sub lut uno hel',
  'mar mrz mrt maa мар бер μαρ brez',
  'apr avr abr апр квіт квит απρ nis kwi dub huh',
  'may mai mag maj mei maggio май мая маи трав μαι kve tou',
  'jun juin giu июн черв ιουν haz cze cerv kes',
  'jul juil lug июл лип ιουλ tem lip cervenc hei',
  'aug aou ago agu авг серп αυγ sie srp elo',
  'sep set сен вер σεπ eyl wrz zar syy',
  'oct okt out ott окт жов οκτ eki paz rij lok',
  'nov noi noe ноя лис νοε kas lis marras',
  'dec dez dic des дек груд δεκ ara gru pro jou',
]

const MONTHS = new Map(
  MONTH_STEMS.flatMap((stems, i) => stems.split(' ').map((stem) => [stem, i + 1] as const)),
)

const LONGEST_STEM = Math.max(...[...MONTHS.keys()].map((stem) => stem.length))

const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{Mn}+/gu, '')
    .toLowerCase()

/** 1 to 12; undefined for a word that begins like no month. */
export function monthOf(word: string): number | undefined {
  const folded = fold(word)
  for (let n = Math.min(LONGEST_STEM, folded.length); n >= 3; n--) {
    const month = MONTHS.get(folded.slice(0, n))
    if (month) return month
  }
  return undefined
}

/** Minutes east of UTC. RFC 822 section 5.1, and what feeds write beside it. */
const ZONES = new Map<string, number>(
  Object.entries({
    UT: 0,
    UTC: 0,
    GMT: 0,
    Z: 0,
    WET: 0,
    AT: -4,
    AST: -4,
    ADT: -3,
    NST: -3.5,
    NDT: -2.5,
    ET: -5,
    EST: -5,
    EDT: -4,
    CT: -6,
    CST: -6,
    CDT: -5,
    MT: -7,
    MST: -7,
    MDT: -6,
    PT: -8,
    PST: -8,
    PDT: -7,
    AKST: -9,
    AKDT: -8,
    HST: -10,
    HDT: -9,
    BRT: -3,
    BRST: -2,
    ART: -3,
    CLT: -4,
    CLST: -3,
    BST: 1,
    WEST: 1,
    CET: 1,
    MEZ: 1,
    MET: 1,
    CEST: 2,
    MESZ: 2,
    MEST: 2,
    EET: 2,
    SAST: 2,
    CAT: 2,
    EEST: 3,
    EAT: 3,
    MSK: 3,
    MSD: 4,
    TRT: 3,
    GST: 4,
    PKT: 5,
    IST: 5.5,
    WIB: 7,
    ICT: 7,
    WITA: 8,
    HKT: 8,
    SGT: 8,
    MYT: 8,
    PHT: 8,
    AWST: 8,
    WIT: 9,
    JST: 9,
    KST: 9,
    ACST: 9.5,
    ACDT: 10.5,
    AEST: 10,
    AEDT: 11,
    NZST: 12,
    NZDT: 13,
  }).map(([name, hours]) => [name, hours * 60]),
)

export const zoneOf = (word: string): number | undefined => ZONES.get(word.toUpperCase())

const MORNING = new Set(['am', 'a.m', 'π.μ', 'πμ', '오전', '上午', '午前'])
const EVENING = new Set(['pm', 'p.m', 'μ.μ', 'μμ', '오후', '下午', '午後'])

/** Hours to add on a 12-hour clock. */
export function halfDayOf(word: string): 0 | 12 | undefined {
  const low = word.toLowerCase().replace(/\.$/, '')
  if (MORNING.has(low)) return 0
  return EVENING.has(low) ? 12 : undefined
}

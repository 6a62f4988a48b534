/** The registry of languages: adding one is a table in this folder and a line here. */

import type { Cues } from './cue.ts'
import { BALKAN_CYRILLIC, GREEK, RUSSIAN, UKRAINIAN } from './cyrillic.ts'
import { CHINESE, JAPANESE, KOREAN } from './east-asian.ts'
import { ENGLISH } from './english.ts'
import { DUTCH, GERMAN } from './german.ts'
import { CATALAN, PORTUGUESE, ROMANIAN, SPANISH } from './iberian.ts'
import {
  ARABIC,
  HEBREW,
  HINDI_BENGALI,
  PERSIAN_URDU,
  SOUTH_EAST_ASIAN,
  SWAHILI,
} from './middle-east-south-asia.ts'
import { BALTIC, FINNIC, SCANDINAVIAN } from './nordic.ts'
import { FRENCH, ITALIAN } from './romance.ts'
import { ALBANIAN, CZECH_SLOVAK, HUNGARIAN, POLISH, SOUTH_SLAVIC, TURKISH } from './slavic.ts'

export type { BySlot, Cues, Slot, WordBag } from './cue.ts'

/** All at once: a line's language is often not stated, and a paper in one language credits in another. */
export const LANGUAGES: readonly Cues[] = [
  ENGLISH,
  GERMAN,
  DUTCH,
  FRENCH,
  ITALIAN,
  SPANISH,
  CATALAN,
  PORTUGUESE,
  ROMANIAN,
  SCANDINAVIAN,
  FINNIC,
  BALTIC,
  POLISH,
  CZECH_SLOVAK,
  SOUTH_SLAVIC,
  HUNGARIAN,
  TURKISH,
  ALBANIAN,
  RUSSIAN,
  UKRAINIAN,
  BALKAN_CYRILLIC,
  GREEK,
  CHINESE,
  JAPANESE,
  KOREAN,
  ARABIC,
  PERSIAN_URDU,
  HEBREW,
  HINDI_BENGALI,
  SOUTH_EAST_ASIAN,
  SWAHILI,
]

/** Text as the full-text index gets it, and a person's query as the index understands it. */

/** Scripts written without spaces: each character is a word, and a run of them in a query a phrase. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*/gu
const HAS_UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u

// unicode61 folds accents, but not letters that Unicode does not decompose.
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'l',
  ø: 'o',
  Ø: 'o',
  đ: 'd',
  Đ: 'd',
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  Æ: 'ae',
  œ: 'oe',
  Œ: 'oe',
  ı: 'i',
  ð: 'd',
  Ð: 'd',
  þ: 'th',
  Þ: 'th',
  ħ: 'h',
  Ħ: 'h',
}
const FOLDED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

export const indexText = (text: string): string => {
  const folded = text.replace(FOLDED, (letter) => LETTERS[letter] ?? letter)
  return HAS_UNSPACED.test(folded) ? folded.replace(UNSPACED, ' $& ') : folded
}

/** Words beyond these don't narrow a search any more. */
const MOST_TERMS = 20

/**
 * The query as an FTS5 expression over the columns of text: words are all wanted, "quoted words" stand together, -word
 * is not wanted, word* is a beginning. Everything is quoted, so no text is ever a syntax error. Undefined when nothing
 * is asked for.
 */
export function matchOf(query: string): string | undefined {
  const wanted: string[] = []
  const unwanted: string[] = []
  for (const [, minus, phrase, word, star] of query.slice(0, 1000).matchAll(TERMS)) {
    const term = quoted(phrase ?? word ?? '')
    if (!term || wanted.length + unwanted.length === MOST_TERMS) continue
    if (minus) unwanted.push(inText(term))
    else wanted.push(inText(`${term}${star ? ' *' : ''}`))
  }
  if (wanted.length === 0) return undefined
  const all = wanted.join(' AND ')
  return unwanted.length > 0 ? `(${all}) NOT (${unwanted.join(' OR ')})` : all
}

/**
 * Our own words stand in the same index (see search-days.ts), and all but `old` have a digit. A word that can be none of
 * them needs no column: FTS5 copies the places of each match to look at its column, a fifth to a third of a search.
 */
const inText = (term: string): string =>
  MAY_BE_OURS.test(term.normalize('NFKD')) ? `{title body credits} : ${term}` : term
const MAY_BE_OURS = /\p{N}|\*$|o\p{M}*l\p{M}*d/iu

const TERMS = /(?<=^|\s)(-)?(?:"([^"]*)"?|([^\s"*]+)(\*)?[^\s]*)/gu

/** Undefined for what holds neither letter nor digit: FTS5 would find nothing. */
function quoted(words: string): string | undefined {
  const text = indexText(words)
    .replace(/["\u0000]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return /[\p{L}\p{N}\p{Co}]/u.test(text) ? `"${text}"` : undefined
}

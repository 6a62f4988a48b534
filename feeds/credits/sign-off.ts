/** Who signs after the last sentence of an article: "... sucht Zeugen. (mlu)", "... (Hafenblatt Online)", "... Von Jane Doe." */

import type { Where } from '../model/credit.ts'
import { flagsOf } from './find.ts'
import { isMastheadWord } from './likely.ts'
import type { Line, Reading } from './line.ts'
import { nameRun } from './names.ts'
import { agencyAt, mastheadAt } from './party.ts'
import { Flag } from './phrase.ts'
import type { List } from './state.ts'
import type { Token } from './tokens.ts'

/** How many tokens stand in such brackets, and before them at least. */
const LONGEST = 4
const BEFORE = 4
const STOPS = '.!?"'

/** The reading of the brackets that close the line, and the token of the name. */
export function signOff(line: Line): (Reading & { readonly from: number }) | undefined {
  const { tokens, where } = line
  const close = tokens.length - 1
  if (tokens[close]?.key !== ')' || (where !== 'end' && where !== undefined)) return undefined
  let from = close - 1
  while (from > close - LONGEST && tokens[from]?.key !== '(') from--
  if (tokens[from]?.key !== '(' || from < BEFORE || from + 1 === close) return undefined
  if (!STOPS.includes(tokens[from - 1]?.key ?? ' ')) return undefined
  const reading = typist(line, from + 1, close) ?? paper(line, from + 1, close)
  return reading && { ...reading, from: from + 1 }
}

// in small letters, and no word that any credit has
const isInitials = ({ shape, text, phrase }: Token): boolean =>
  shape === 'lower' &&
  text.length > 1 &&
  text.length < 5 &&
  !WORDS.has(text) &&
  ((phrase?.meaning?.flags ?? 0) & ~(Flag.particle | Flag.given)) === 0 &&
  phrase?.meaning?.agencies === undefined
const WORDS = new Set(
  'sic etc tbc tba pdf cont fin end ende ca vgl aka nee usw bzw wtf lol'.split(' '),
)

function typist({ text, tokens }: Line, from: number, close: number): Reading | undefined {
  const [first, slash, second] = tokens.slice(from, close)
  if (!first || !isInitials(first)) return undefined
  // "(mlu/pd)"
  const alone = close === from + 1
  if (!alone && !(slash?.key === '/' && second && isNobody(second))) return undefined
  const span = [first.start, first.end] as const
  const credit = { name: first.text, kind: 'person', role: 'author', text, span } as const
  return { credits: [credit], publication: null }
}

const isNobody = (token: Token): boolean =>
  token.shape === 'lower' && (flagsOf(token) & Flag.nobody) !== 0

// a paper that is known, or that has a word of mastheads
function paper({ text, tokens }: Line, from: number, close: number): Reading | undefined {
  const first = tokens[from]
  if (first?.shape === 'lower' || first?.shape === 'number' || agencyAt(tokens, from, close))
    return undefined
  const isPaper =
    mastheadAt(tokens, from, close)?.end === close ||
    (close === from + 1 && isMastheadWord(first) && flagsOf(first) === 0) ||
    (close > from + 1 && isHouse(tokens, from, close))
  if (!isPaper) return undefined
  return { credits: [], publication: text.slice(first?.start, tokens[close - 1]?.end) }
}

function isHouse(tokens: readonly Token[], from: number, close: number): boolean {
  const run = nameRun(tokens, from, close, false, () => false)
  return run?.kind === 'house' && run.end === close
}

/** "(dapd/hB)": the paper in short after its agency. */
export const isWithPaper = ({ where, tokens }: Line, { parties }: List): boolean =>
  where !== 'caption' &&
  parties.length === 2 &&
  parties[0]?.agency?.kind === 'news' &&
  parties[1]?.kind === 'word' &&
  parties[1].joint === 'slash' &&
  ((tokens[parties[1].from]?.text.length ?? 0) < 5 || isMastheadWord(tokens[parties[1].from]))

/** "... am Abend. Von sda.", "... geschlossen. Von Jane Doe.", "... chiuso. (di Jane Doe)": a `by` word and who wrote. */
export const isBySentence = ({ where, tokens }: Line, { parties }: List, i: number): boolean =>
  (where === 'end' || where === undefined) &&
  (STOPS.includes(tokens[i - 1]?.key ?? ' ') || (tokens[i - 1]?.key === '(' && where === 'end')) &&
  parties.every(
    ({ kind, slots, from }) =>
      slots.includes('author') &&
      (kind === 'agency' || (kind === 'person' && isWriter(tokens, i, from, where))),
  )

const isWriter = (
  tokens: readonly Token[],
  by: number,
  from: number,
  where: Where | undefined,
): boolean => isGiven(tokens[from]) || (tokens[by]?.shape === 'cap' && where === 'end')
const isGiven = (token: Token | undefined): boolean => (flagsOf(token) & Flag.given) !== 0

/** Names in scripts without case: Arabic, Hebrew, those of India, and Han, kana and hangul. */

import { isCjk } from './characters.ts'
import { flagEnd, flagsOf } from './find.ts'
import { Flag } from './phrase.ts'
import { BARRED, BREAKS, MOST_WORDS, type Run } from './run.ts'
import type { Token } from './tokens.ts'

const MOST_CJK = 14

/** The run of words without case at `i`; they are names only where something promises one. */
export function uncased(
  tokens: readonly Token[],
  i: number,
  to: number,
  promised: boolean,
  isAgency: (i: number) => boolean,
): Run | undefined {
  const first = tokens[i] as Token
  if (isCjk(first.text.charCodeAt(0))) return cjk(tokens, i, to, promised)
  let end = i
  for (; end < to && end - i < MOST_WORDS; end++) {
    const token = tokens[end] as Token
    if (token.shape !== 'uncased' || isCjk(token.text.charCodeAt(0))) break
    if (
      end > i &&
      (isAgency(end) || flagEnd(tokens, end, to, Flag.and | BREAKS | Flag.job | Flag.at) > 0)
    )
      break
  }
  if (end === i || !promised) return undefined
  return { kind: end - i === 1 ? 'word' : 'person', end }
}

const PAPER_ENDINGS =
  /(?:[报報]|日报|晚报|周刊|週刊|杂志|雜誌|新闻网|新聞網|新聞|新聞社|신문|일보|뉴스)$/
const HOUSE_ENDINGS =
  /(?:[社局部庁省府署網网報报臺台院校隊队館馆]|公司|集团|集團|大学|大學|委员会|委員会|委員會|新聞|日報|晚报|电视|電視|テレビ|新聞社|방송|신문|일보|뉴스|청|부처|위원회|그룹|특별시|광역시|대학교|소방서|경찰서|전자|자동차)$/

// 부산시: what the city handed out
const isCity = (tokens: readonly Token[], i: number, to: number): boolean =>
  i + 1 < to &&
  tokens[i + 1]?.text === '시' &&
  !tokens[i + 1]?.spaced &&
  tokens[i]?.shape === 'uncased' &&
  (tokens[i]?.text.length ?? 0) === 2

function cjk(tokens: readonly Token[], i: number, to: number, promised: boolean): Run | undefined {
  const first = tokens[i] as Token
  if (isCity(tokens, i, to) && promised) return { kind: 'organisation', end: i + 2 }
  if ((flagsOf(first) & (BARRED | Flag.and | Flag.date)) !== 0) return undefined
  // a foreign name: 約翰·史密斯
  let end = i + 1
  while (
    end + 1 < to &&
    tokens[end]?.key === '·' &&
    !tokens[end]?.spaced &&
    isCjk(tokens[end + 1]?.text.charCodeAt(0) ?? 0)
  )
    end += 2
  const length = (tokens[end - 1] as Token).end - first.start
  if (end > i + 1) return { kind: 'person', end }
  const hangul = /[\uac00-\ud7af]/.test(first.text)
  if (length === 1 || length > MOST_CJK) return undefined
  if (/[をはがにでへ]|^と[\u30a0-\u30ff]/.test(first.text)) return undefined
  // words of sentences: 渡轮离开港口, 항구를 떠나는
  if (length > 5 && /[在的了离離被将將]/.test(first.text)) return undefined
  if (hangul && /[를는]$/.test(first.text)) return undefined
  if (!promised) return undefined
  if (length > 2 && PAPER_ENDINGS.test(first.text)) return { kind: 'house', end }
  if (hangul && length === 3 && first.text.endsWith('시')) return { kind: 'organisation', end }
  if (HOUSE_ENDINGS.test(first.text) && length > 2) return { kind: 'organisation', end }
  return {
    kind: length <= (hangul ? 4 : /[\u30a0-\u30ff]/.test(first.text) ? 12 : 5) ? 'person' : 'word',
    end,
  }
}

/** Japanese names that are written with a space ("山田 太郎") become one word; two Chinese names side by side stay two. */

import { isCjk } from './characters.ts'
import type { Token } from './tokens.ts'

/** The commonest surnames of China, one character each: a name that begins with one is whole by itself. */
const SURNAMES = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許邓鄧冯馮韩韓曹曾彭萧蕭蔡潘田董袁于余叶葉蒋蔣杜苏蘇魏程吕呂丁沈任姚卢盧姜崔钟鍾谭譚陆陸汪范石廖贾賈夏韦方白邹鄒孟熊秦邱江尹薛闫段雷侯龙龍史陶黎贺賀顾顧毛郝龚邵万錢钱严嚴覃武戴莫孔汤湯',
)

const LONGEST = 3

/** The tokens with such names joined; `language` (BCP 47) decides where the characters don't. */
export function joinNames(
  tokens: readonly Token[],
  language: string | undefined,
): readonly Token[] {
  if (!tokens.some((_, i) => joins(tokens, i, language))) return tokens
  const joined: Token[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const next = tokens[i + 1]
    if (next && joins(tokens, i, language)) {
      const text = `${token.text} ${next.text}`
      joined.push({ ...token, end: next.end, text, key: text })
      i++
    } else joined.push(token)
  }
  return joined
}

function joins(tokens: readonly Token[], i: number, language: string | undefined): boolean {
  const token = tokens[i]
  const next = tokens[i + 1]
  if (token?.shape !== 'uncased' || !next?.spaced || !isPart(token) || !isPart(next)) return false
  if (language?.startsWith('ja')) return true
  if (token.text.length === 1 || next.text.length === 1) return true
  if (language?.startsWith('zh')) return false
  return !(SURNAMES.has(token.text[0] ?? '') && SURNAMES.has(next.text[0] ?? ''))
}

// Han and kana, at most three of them, that mean nothing in the lexicon; Korean names are written without spaces
const isPart = ({ text, phrase, shape }: Token): boolean =>
  shape === 'uncased' &&
  !phrase &&
  text.length <= LONGEST &&
  isCjk(text.charCodeAt(0)) &&
  !/[\uac00-\ud7af]/.test(text)

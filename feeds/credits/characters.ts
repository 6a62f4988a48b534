/** What a UTF-16 unit is to the tokenizer: a letter, a digit, white space or a mark. */

export const MARK = 0
export const LETTER = 1
export const NUMBER = 2
export const SPACE = 3

const LOW = 0x2000
const CLASSES = Uint8Array.from({ length: LOW }, (_, code) => {
  const char = String.fromCharCode(code)
  if (/[\p{L}\p{M}]/u.test(char)) return LETTER
  if (/\p{Nd}/u.test(char)) return NUMBER
  return /[\s\u00ad\u061c]/u.test(char) ? SPACE : MARK
})

/**
 * Strings are of many kinds to the engine (cut, joined, one byte a letter or two), and a method that is asked of them all
 * is looked up each time; one that is known beforehand is not.
 */
const { charCodeAt } = String.prototype

/** The UTF-16 unit at `at`, which is inside the text: asked for another, every later answer would be slower. */
export const unitAt = (text: string, at: number): number => charCodeAt.call(text, at)

/** The UTF-16 unit at `at`, or 0 outside the text, which is a mark. */
export const codeAt = (text: string, at: number): number =>
  at >= 0 && at < text.length ? unitAt(text, at) : 0

/** The class of a UTF-16 unit. Direction marks and other invisible ones are space. */
export function charClass(code: number): number {
  if (code < LOW) return CLASSES[code] ?? MARK
  if (code < 0x2e80) return low2000(code)
  if (code < 0x3041) return code === 0x3000 ? SPACE : isCjk(code) ? LETTER : MARK
  if (code < 0xd7b0) return code === 0x30fb || code === 0x30a0 || isSymbol(code) ? MARK : LETTER
  if (code < 0xf900) return MARK
  if (code < 0xff00)
    return code === 0xfeff || isVariation(code)
      ? SPACE
      : code < 0xfe10 || code >= 0xfe70
        ? LETTER
        : MARK
  if (code >= 0xff10 && code <= 0xff19) return NUMBER
  if ((code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) return LETTER
  return code >= 0xff66 && code < 0xffe0 ? LETTER : MARK
}

const isVariation = (code: number): boolean => code >= 0xfe00 && code <= 0xfe0f
const isSymbol = (code: number): boolean => code >= 0x3200 && code < 0x3400

function low2000(code: number): number {
  if (code <= 0x200f || (code >= 0x2028 && code <= 0x202f) || (code >= 0x205f && code < 0x2070)) {
    return SPACE
  }
  return code >= 0x2c00 && code < 0x2de0 ? LETTER : MARK
}

const SMALL = 1
const CAPITAL = 2
/** The case of each UTF-16 unit below U+2500; the letters beyond have none that names use. */
const CASES = Uint8Array.from({ length: 0x2500 }, (_, code) => {
  const char = String.fromCharCode(code)
  if (char.toLowerCase() === char.toUpperCase()) return 0
  return char === char.toLowerCase() ? SMALL : CAPITAL
})

export const isLower = (code: number): boolean => CASES[code] === SMALL
export const isUpper = (code: number): boolean => CASES[code] === CAPITAL

/** Han, kana and hangul: written without spaces, or with few. */
export const isCjk = (code: number): boolean =>
  (code >= 0x3005 && code <= 0x3007) ||
  (code >= 0x3041 && code < 0x3200 && code !== 0x30fb && code !== 0x30a0) ||
  (code >= 0x3400 && code < 0xa000) ||
  (code >= 0xac00 && code < 0xd7b0) ||
  (code >= 0xf900 && code < 0xfb00) ||
  (code >= 0xff66 && code < 0xffa0)

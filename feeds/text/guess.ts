/** A guess at the encoding of bytes that name none and are not UTF-8, by how the text would look in each candidate. */

/** Multi-byte encodings are strict enough that a wrong one soon fails; tried by how rarely they fit by chance. */
const MULTIBYTE = ['euc-jp', 'shift_jis', 'euc-kr', 'big5', 'gbk']

/** Bytes that are looked at. */
const SAMPLE = 65_536

/**
 * WHATWG name of the likeliest legacy encoding; undefined when the bytes are more likely UTF-8 with faults, or
 * windows-1252, or too few to tell.
 */
export function guessEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.length > SAMPLE ? bytes.subarray(0, SAMPLE) : bytes
  const { high, runs } = highBytes(sample)
  // accented letters stand alone between ASCII ones; another script comes in words
  if (high < 8 || high / runs < 2.5) return undefined
  const scored = [
    ...MULTIBYTE.map(scoreMultibyte),
    ...CYRILLIC.map(scoreCyrillic),
    scoreHebrew,
    scoreThai,
  ]
    .map((score) => score(sample))
    .sort((a, b) => b.score - a.score)
  const best = scored[0]
  return best && best.score >= 0.6 ? best.encoding : undefined
}

interface Scored {
  readonly encoding: string
  /** Share of the high bytes' characters that are usual in the language, 0 to 1. */
  readonly score: number
}

function highBytes(bytes: Uint8Array): { high: number; runs: number } {
  let high = 0
  let runs = 0
  let before = 0
  for (const byte of bytes) {
    if (byte >= 0x80) high++
    if (byte >= 0x80 && before < 0x80) runs++
    before = byte
  }
  return { high, runs }
}

// kana make up half of Japanese text, Hangul nearly all of Korean; the commonest Chinese characters a third of Chinese
const USUAL: Readonly<Record<string, RegExp>> = {
  'euc-jp': /[\u3041-\u30ff\u3001\u3002]/g,
  shift_jis: /[\u3041-\u30ff\u3001\u3002]/g,
  'euc-kr': /[\uac00-\ud7a3]/g,
  big5: /[的是不我一有大在人了中到要以可這個你會好為上來說他也年就時出們地那日子，。、]/g,
  gbk: /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实，。、：]/g,
}
const WEIGHT: Readonly<Record<string, number>> = {
  'euc-jp': 2,
  shift_jis: 2,
  'euc-kr': 1,
  big5: 4,
  gbk: 4,
}

const scoreMultibyte =
  (encoding: string) =>
  (bytes: Uint8Array): Scored => {
    const text = new TextDecoder(encoding).decode(bytes)
    const wide = text.match(/[^\x00-\x7f]/g)?.length ?? 0
    const broken = text.match(/[\ufffd\ue000-\uf8ff\uff61-\uff9f]/g)?.length ?? 0
    const usual = text.match(USUAL[encoding] ?? /$^/g)?.length ?? 0
    // a sample may be cut inside a character
    if (wide === 0 || broken > 1 + wide / 100) return { encoding, score: 0 }
    const common = ((WEIGHT[encoding] ?? 1) * usual) / wide
    return { encoding, score: Math.min(1, Math.max(common, encoding === 'gbk' ? plane(bytes) : 0)) }
  }

/** GB 2312 puts the 3,755 usual characters first: nearly all leading bytes of a Chinese text are 0xB0 to 0xD7. */
function plane(bytes: Uint8Array): number {
  let pairs = 0
  let usual = 0
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0
    if (lead < 0x81) continue
    pairs++
    i++
    if (lead >= 0xb0 && lead <= 0xd7) usual++
  }
  return pairs === 0 ? 0 : (0.75 * usual) / pairs
}

const CYRILLIC = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866']

/** In running text nearly all letters are small: read in a wrong Cyrillic encoding they would be capitals or signs. */
const scoreCyrillic =
  (encoding: string) =>
  (bytes: Uint8Array): Scored => {
    const text = new TextDecoder(encoding).decode(bytes)
    const wide = text.match(/[^\x00-\x7f]/g)?.length ?? 1
    const small = text.match(/[а-яёіїєґў]/g)?.length ?? 0
    const capitalsInside = text.match(/[а-яё][А-ЯЁ]/g)?.length ?? 0
    return { encoding, score: (small - 4 * capitalsInside) / wide }
  }

const share =
  (encoding: string, letters: RegExp) =>
  (bytes: Uint8Array): Scored => {
    const text = new TextDecoder(encoding).decode(bytes)
    const wide = text.match(/[^\x00-\x7f]/g)?.length ?? 1
    return { encoding, score: (0.95 * (text.match(letters)?.length ?? 0)) / wide }
  }

const scoreHebrew = share('windows-1255', /[\u05d0-\u05ea]/g)
// the letters that make up most of Thai text
const scoreThai = share('windows-874', /[านรอกเงมยลวดทสตะ่้ัิีุ์ไแ]/g)

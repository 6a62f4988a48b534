// Documents that are nearly feeds: feeds changed, cut, doubled, spliced and put into other encodings, by a seed.

const PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '&',
  '&#0;',
  '&#x110000;',
  '&lt;',
  '&amp;#',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '"',
  "'",
  '="',
  '<item>',
  '</item>',
  '<entry>',
  '</entry>',
  '<title>',
  '</title>',
  '<description>',
  '<link>',
  '<link/>',
  '</channel>',
  '<author><name>',
  '<media:group>',
  '<media:content url="x">',
  '<a b=c>',
  '<!DOCTYPE x [',
  ']>',
  '<?',
  '?>',
  '<?xml encoding="utf-16"?>',
  ' xml:base="//x/"',
  ' xml:lang="',
  'xmlns="x"',
  ' xmlns:atom="http://www.w3.org/2005/Atom"',
  '\0',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '\n',
  '\u00a0',
  '\u2028',
  '\ufffe',
  '\ufeff',
  '{',
  '[',
  '}',
  ',',
  '"items":[',
  '\\ud800',
  '\\u0000',
].map((text) => Buffer.from(text))

const ENCODINGS = [
  'utf-8',
  'utf-16',
  'utf-16le',
  'iso-8859-1',
  'windows-1251',
  'koi8-r',
  'shift_jis',
  'gbk',
  'big5',
  'euc-kr',
  'utf-32',
  'no-such',
]

/** Numbers from 0 to 1, the same for one seed (xorshift, 32 bits). */
function numbers(seed) {
  let state = seed | 0 || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

const itemsOf = (bytes) => bytes.subarray(bytes.indexOf('<item'), bytes.lastIndexOf('</item>') + 7)

/** Documents out of a corpus: `one()` of a feed's size with a Content-Type or none, `large(bytes, rarely)` of many. */
export function mutator(corpus, seed) {
  const next = numbers(seed)
  const below = (n) => Math.floor(next() * n)
  const any = (list) => list[below(list.length)]
  // most are small, or nearly all time would go to the few large ones
  const feeds = corpus.filter((bytes) => bytes.length > 0 && bytes.length < 200_000)
  const small = feeds.filter((bytes) => bytes.length < 20_000)
  const withItems = small.filter((bytes) => itemsOf(bytes).length > 0)
  const feed = () => any(next() < 0.8 ? small : feeds)

  const insert = (b, at) => Buffer.concat([b.subarray(0, at), any(PIECES), b.subarray(at)])
  const remove = (b, at) =>
    Buffer.concat([b.subarray(0, at), b.subarray(at + below(2000 * next()))])
  const truncate = (b, at) => b.subarray(0, at + 1)
  const double = (b, at) => {
    const end = at + below(3000)
    return Buffer.concat([b.subarray(0, end), b.subarray(at)])
  }
  const splice = (b, at) => {
    const other = feed()
    const from = below(other.length)
    return Buffer.concat([
      b.subarray(0, at),
      other.subarray(from, from + below(4000)),
      b.subarray(at),
    ])
  }
  const scramble = (b, at) => {
    const copy = Buffer.from(b)
    for (let i = at; i < Math.min(at + 5, copy.length); i++) copy[i] = below(256)
    return copy
  }
  const repeat = (b, at) => {
    const piece = next() < 0.5 ? any(PIECES) : b.subarray(at, at + below(60))
    return Buffer.concat([b.subarray(0, at), ...Array(below(400)).fill(piece), b.subarray(at)])
  }
  const encode = (b) => {
    const text = b.toString('utf8')
    const way = below(4)
    if (way === 0) return Buffer.from(text, 'utf16le')
    if (way === 1) return Buffer.from(text, 'utf16le').swap16()
    if (way === 2) return Buffer.from(text, 'latin1')
    return Buffer.from(text.replace(/encoding=["'][^"']*/, `encoding="${any(ENCODINGS)}`))
  }
  const usual = [insert, insert, insert, remove, scramble, double, splice]
  const change = (b) => {
    if (b.length === 0) return b
    const odds = next()
    const way = odds < 0.03 ? encode : odds < 0.06 ? truncate : odds < 0.1 ? repeat : any(usual)
    return way(b, below(b.length))
  }

  return {
    one() {
      let bytes = feed()
      for (let i = 1 + below(8); i > 0; i--) bytes = change(bytes)
      const contentType = next() < 0.9 ? undefined : `text/xml; charset=${any(ENCODINGS)}`
      return { bytes, contentType }
    },
    /** A feed of the items of many, of which one in `rarely` is changed. */
    large(size, rarely) {
      const pieces = [Buffer.from('<rss version="2.0"><channel><title>Large</title>')]
      for (let length = 0; length < size; ) {
        const items = itemsOf(any(withItems))
        const piece = next() < 1 / rarely ? change(items) : items
        pieces.push(piece)
        length += piece.length
      }
      return Buffer.concat([...pieces, Buffer.from('</channel></rss>')])
    },
  }
}

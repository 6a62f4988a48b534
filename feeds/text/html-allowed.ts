/** The elements and attributes that an article may have: one table, used by both stages of sanitize(). */

/** Attributes that every element may carry: the text's language and direction. */
const EVERYWHERE = ['lang', 'dir']

const OWN: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'hreflang'],
  abbr: ['title'],
  address: [],
  article: [],
  aside: [],
  audio: ['src', 'controls'],
  b: [],
  bdi: [],
  bdo: [],
  big: [],
  blockquote: ['cite'],
  br: [],
  caption: [],
  cite: [],
  code: [],
  dd: [],
  del: ['cite', 'datetime'],
  details: [],
  dfn: ['title'],
  div: [],
  dl: [],
  dt: [],
  em: [],
  figcaption: [],
  figure: [],
  footer: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  header: [],
  hr: [],
  i: [],
  img: ['src', 'alt', 'title', 'width', 'height'],
  ins: ['cite', 'datetime'],
  kbd: [],
  li: ['value'],
  main: [],
  mark: [],
  ol: ['start', 'reversed'],
  p: [],
  pre: [],
  q: ['cite'],
  rp: [],
  rt: [],
  ruby: [],
  s: [],
  samp: [],
  section: [],
  small: [],
  source: ['src', 'type'],
  span: [],
  strong: [],
  sub: [],
  summary: [],
  sup: [],
  table: [],
  tbody: [],
  td: ['colspan', 'rowspan'],
  tfoot: [],
  th: ['colspan', 'rowspan', 'scope'],
  thead: [],
  time: ['datetime'],
  tr: [],
  u: [],
  ul: [],
  var: [],
  video: ['src', 'controls', 'poster', 'width', 'height'],
  wbr: [],
}

/** Attributes by element. */
export const ATTRIBUTES: Readonly<Record<string, string[]>> = Object.fromEntries(
  Object.entries(OWN).map(([name, own]) => [name, [...own, ...EVERYWHERE]]),
)

export const ELEMENTS: ReadonlySet<string> = new Set(Object.keys(OWN))

export const VOID_ALLOWED: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'source', 'wbr'])

/** Elements of which nothing is left to say without this attribute. */
export const REQUIRED: Readonly<Record<string, string>> = { a: 'href', img: 'src', source: 'src' }

/** Elements that mean nothing without any attribute. */
export const BARE: ReadonlySet<string> = new Set(['span', 'bdo'])

/** Elements that are written as another: the presentational ones of old, and blocks that keep their text apart. */
export const RENAMED: Readonly<Record<string, string>> = {
  strike: 's',
  tt: 'code',
  acronym: 'abbr',
  dir: 'ul',
  menu: 'ul',
  listing: 'pre',
  center: 'div',
  dialog: 'div',
  fieldset: 'div',
  form: 'div',
  hgroup: 'div',
  legend: 'p',
  nav: 'div',
}

/** XHTML that stands in a feed's XML, as HTML. */

const VOID = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
)

/** Inner XML of an xhtml construct as HTML: without its wrapping div and prefixes, `<p/>` as `<p></p>`. */
export function xhtmlToHtml(inner: string): string {
  const prefix = /^\s*<([a-z][\w.-]*):div\b/i.exec(inner)?.[1]
  const plain = prefix ? inner.replace(new RegExp(`(</?)${literal(prefix)}:`, 'gi'), '$1') : inner
  const open = /^\s*<div(?:\s[^>]*)?>/i.exec(plain)?.[0]
  const close = open ? /<\/div\s*>\s*$/i.exec(plain.slice(-40))?.[0] : undefined
  const body = open && close ? plain.slice(open.length, plain.length - close.length) : plain
  return expandEmpty(/^\s*<div(?:\s[^>]*)?\/>\s*$/i.test(body) ? '' : body).trim()
}

const literal = (text: string): string => text.replace(/[.-]/g, '\\$&')

const EMPTY = /<([a-z][a-z0-9]*)(\s[^<>]*)?\/>/gi

const expandEmpty = (html: string): string =>
  html.includes('/>')
    ? html.replace(EMPTY, (tag, name: string, attributes: string | undefined) =>
        VOID.has(name.toLowerCase()) ? tag : `<${name}${attributes ?? ''}></${name}>`,
      )
    : html

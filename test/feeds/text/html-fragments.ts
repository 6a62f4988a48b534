/** Arbitrary HTML for property tests: pieces of markup, broken and hostile, in any order. */

import fc from 'fast-check'

const NAMES =
  `a abbr audio b blockquote body br button caption center dd details div dl dt em figcaption figure font form
h1 h2 hr html i iframe img input ins li main math menu nav noscript object ol option p plaintext pre q rp rt ruby script
section select source span strike style sub svg table tbody td template textarea tfoot th thead title tr tt u ul video x-y`
    .trim()
    .split(/\s+/)

const VALUES = [
  'https://a.example/b?c=1&d=2#e',
  '/rel/path',
  '//host.example/x',
  'javascript:alert(1)',
  'jav&#x09;ascript&colon;alert(1)',
  ' data:text/html,x',
  'mailto:desk@paper.example',
  'mailto: a b ',
  'http://u:p@h.example/ä ö',
  'https:\\\\h.example\\x',
  '"onmouseover="x',
  "it's",
  '<b>',
  '--&gt;&lt;img src=1 onerror=x&gt;',
  '1',
  'rtl',
  '',
]
const ATTRIBUTES = [
  'href',
  'src',
  'title',
  'alt',
  'lang',
  'dir',
  'colspan',
  'width',
  'onclick',
  'style',
  'id',
  'poster',
]

const attribute = fc
  .tuple(fc.constantFrom(...ATTRIBUTES), fc.constantFrom(...VALUES), fc.constantFrom('"', "'", ''))
  .map(([name, value, quote]) => ` ${name}=${quote}${value}${quote}`)
const open = fc
  .tuple(
    fc.constantFrom(...NAMES),
    fc.array(attribute, { maxLength: 2 }),
    fc.constantFrom('>', '/>', ''),
  )
  .map(([name, attributes, end]) => `<${name}${attributes.join('')}${end}`)
const close = fc.constantFrom(...NAMES).map((name) => `</${name}>`)
const odd = fc.constantFrom(
  '<!--',
  '-->',
  '<!-->',
  '<![CDATA[',
  ']]>',
  '<?php ?>',
  '<!doctype html>',
  '</',
  '<',
  '>',
  '"',
  "'",
  '=',
  '&amp;',
  '&lt;script&gt;',
  '&#0;',
  '&#xD800;',
  '&am',
  'p;',
  '\u0000',
  '\ud800',
  '\r\n',
  '\r',
  '\u00a0',
  '\u202e',
  '\ufffe',
  '<br><br>',
  ' ',
)

/** Up to 30 pieces. */
export const htmlSoup: fc.Arbitrary<string> = fc
  .array(fc.oneof(open, close, odd, fc.string({ maxLength: 8 }), fc.constant('text ')), {
    maxLength: 30,
  })
  .map((pieces) => pieces.join(''))

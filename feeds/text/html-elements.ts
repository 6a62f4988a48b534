/** Tables of HTML elements: which are blocks, which are HTML at all. */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Elements that begin and end a paragraph. */
export const BLOCKS = words(`
  address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption
  figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol optgroup
  option p plaintext pre search section summary table tbody td tfoot th thead tr ul`)

const INLINE = words(`
  a abbr acronym applet area audio b base basefont bdi bdo bgsound big blink br button canvas cite code data datalist del
  dfn em embed font frame i iframe img input ins kbd keygen label link map mark marquee math meta meter nobr noembed
  noframes noscript object output param picture portal progress q rb rp rt rtc ruby s samp script select slot small source
  span strike strong style sub sup svg template textarea time title track tt u var video wbr xmp`)

/** Whether a tag of this name (lower case) is of HTML, now or ever, or a custom element. */
export const isHtmlElement = (name: string): boolean =>
  BLOCKS.has(name) || INLINE.has(name) || /^[a-z][a-z0-9]*[-:][a-z0-9:-]*$/.test(name)

/**
 * Stands in the Worker's bundle for the `entities/decode` that sanitize-html's parser brings along in an older version:
 * the same decoding out of the version that we read feeds with, so that HTML's table of references is there once.
 * wrangler.toml names it.
 */

import { HtmlEntityDecoder, XmlEntityDecoder } from 'entities'

export { DecodingMode } from 'entities'

export const htmlDecodeTree = 'html'
export const xmlDecodeTree = 'xml'
export const fromCodePoint = String.fromCodePoint

/** The older one is told by a table what it decodes. Called with `new`, which gives what is returned. */
export function EntityDecoder(
  tree: typeof htmlDecodeTree | typeof xmlDecodeTree,
  emit: (codePoint: number, consumed: number) => void,
): HtmlEntityDecoder | XmlEntityDecoder {
  return tree === xmlDecodeTree ? new XmlEntityDecoder(emit) : new HtmlEntityDecoder(emit)
}

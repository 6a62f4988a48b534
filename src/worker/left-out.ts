/**
 * Stands in the Worker's bundle for what sanitize-html brings along and never uses as we call it: postcss (style
 * attributes are not allowed at all) and dom-serializer (no tree is ever written). wrangler.toml names it for both.
 */

const absent = (): never => {
  throw new Error('this part of the program is not in the bundle of the Worker')
}

export const parse = absent
export default absent

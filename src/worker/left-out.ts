/**
 * Stands in the Worker's bundle for what sanitize-html brings along and never uses as we call it: postcss (style
 * attributes are not allowed at all), the trees of htmlparser2 (domhandler, domutils, dom-serializer: its parser alone is
 * used) and dayjs (for dates in forms). wrangler.toml names it for each.
 */

const absent = (): never => {
  throw new Error('this part of the program is not in the bundle of the Worker')
}

export const parse = absent
export default absent

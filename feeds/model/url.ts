/** Parsing of URLs without exceptions. */

/**
 * The URL, or undefined where the text is none. Never `URL.canParse`: in Node 20 its optimised form says no to any
 * text with a letter outside ASCII after some thousand calls.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}

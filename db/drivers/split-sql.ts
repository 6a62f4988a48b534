/** Statements out of a file of SQL, one at a time: a dump may be larger than memory. */

/** Given in pieces of text, as they come. A semicolon in quotes or in a comment ends nothing. */
export function* splitStatements(pieces: Iterable<string>): Generator<string> {
  let text = ''
  let from = 0
  for (const piece of pieces) {
    text += piece
    for (let end = endOf(text, from); end.at >= 0; end = endOf(text, 0)) {
      const statement = withoutComments(text.slice(0, end.at + 1))
      if (statement !== ';') yield statement
      text = text.slice(end.at + 1)
    }
    // what was looked at is not looked at again, which would be quadratic in the length of a statement
    from = endOf(text, 0).safe
  }
  const last = withoutComments(text)
  if (last) yield last
}

/** A whole quoted text, a comment, a semicolon; or the beginning of a text or comment that has no end yet. */
const TOKEN = /'[^']*(?:''[^']*)*'(?!')|"[^"]*"|--[^\n]*\n|;|'|"|--/g

/** Where the first statement ends, -1 where it goes on; `safe` is a place outside of any quotes to go on from. */
function endOf(text: string, from: number): { readonly at: number; readonly safe: number } {
  TOKEN.lastIndex = from
  let safe = from
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    if (token[0] === ';') return { at: token.index, safe: token.index }
    if (token[0] === "'" || token[0] === '"' || token[0] === '--') return { at: -1, safe }
    // a quote at the very end may be the first of two
    if (TOKEN.lastIndex === text.length) return { at: -1, safe }
    safe = TOKEN.lastIndex
  }
  return { at: -1, safe }
}

const withoutComments = (statement: string): string =>
  statement.replace(/^(?:\s+|--[^\n]*(?:\n|$))+/, '').trimEnd()

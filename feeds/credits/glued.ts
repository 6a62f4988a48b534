/** Where a word that lost the space after it ends: "example.comJane". */

const DOMAINS = ['com', 'net', 'org', 'info', 'br', 'de', 'es', 'it', 'pt', 'fr', 'ru', 'pl']

/** Whether the letter at `last` ends the name of a site that begins at `start`. */
export function isSiteEnd(line: string, start: number, last: number): boolean {
  const dot = line.lastIndexOf('.', last)
  return dot > start + 1 && DOMAINS.includes(line.slice(dot + 1, last + 1))
}

/** The cheap test that comes before reading: might this line hold a credit at all? */

/** Whether anything in the line is worth reading it for. */
export function hasCue(text: string): boolean {
  return text.length > 0
}

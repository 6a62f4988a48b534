/** The fenced blocks of a page of the guide. */

export interface Block {
  readonly language: string
  /** Lines of a command's output that the page shows, where it does not show all. */
  readonly head?: number
  readonly text: string
  /** Why it is not run here: `<!-- not run: WHY -->` in the line before it. */
  readonly notRun?: string
  /** Of its text, in the page. */
  readonly start: number
}

const FENCE = /(?:<!-- not run: ([^>]*?) -->\n)?^```(\w+)(?: head=(\d+))?\n([\s\S]*?)^```$/gm

export const blocksOf = (page: string): Block[] =>
  [...page.matchAll(FENCE)].map(
    ({ 0: all, 1: notRun, 2: language = '', 3: head, 4: text = '', index }) => ({
      language,
      ...(head ? { head: Number(head) } : {}),
      text,
      ...(notRun ? { notRun } : {}),
      start: index + all.length - 3 - text.length,
    }),
  )

/** A command of a `console` block with the output that the page shows. */
export interface Step {
  readonly command: string
  readonly output: string
}

export const stepsOf = ({ text }: Block): Step[] =>
  text
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [, command = '', output = ''] = /^((?:.*\\\n)*.*)\n?([\s\S]*)$/.exec(part) ?? []
      return { command, output: output.trimEnd() }
    })

export const textOfSteps = (steps: readonly Step[]): string =>
  steps.map(({ command, output }) => `$ ${command}\n${output ? `${output}\n` : ''}`).join('')

/** `sh` blocks show commands alone, each a line or more. */
export const commandsOf = ({ text }: Block): string[] =>
  text
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))

/** `creditline stats`: how much is stored, and what waits for an editor. */

import { type CommonOptions, command, print, printJson, run } from './command.ts'
import { withStore } from './open.ts'

export const stats = command('stats', 'Count what is stored, and what an editor should look at', [
  'creditline stats',
  'creditline stats --json',
]).action(
  run((options: CommonOptions) =>
    withStore(options, async ({ store }) => {
      const found = await store.findStats()
      if (options.json) printJson(found)
      else
        for (const [name, count] of Object.entries(found))
          print(`${String(count).padStart(9)}  ${wordsOf(name)}`)
      return 0
    }),
  ),
)

/** failingUpstreams -> failing upstreams */
const wordsOf = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

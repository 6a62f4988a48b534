/** `creditline migrate`: brings the database to this version's schema; every command does so when it opens it. */

import { openStore } from '../../db/node-store.ts'
import { type CommonOptions, command, print, printJson, run } from './command.ts'
import { configOf } from './open.ts'

export const migrate = command('migrate', 'Bring the database to the schema of this version')
  .addHelpText('after', '\nExamples:\n  creditline migrate --db /var/lib/creditline/news.db')
  .action(
    run(async (options: CommonOptions) => {
      const { db } = configOf(options)
      const { migrated, close } = await openStore(db)
      close()
      if (options.json) printJson({ db, migrated })
      else
        print(migrated.length > 0 ? `${db}: applied ${migrated.join(', ')}` : `${db}: up to date`)
      return 0
    }),
  )

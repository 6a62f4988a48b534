/** `creditline article show|correct|retract ID`. */

import type { StoredArticle } from '../../db/store.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { recordOf } from '../../feeds/model/provenance.ts'
import { type CommonOptions, command, group, print, printJson, run } from './command.ts'
import { type Opened, withStore } from './open.ts'

interface NoteOptions extends CommonOptions {
  readonly note: string
  readonly title?: string
}

export const article = group('article', 'Show, correct or retract an article').addHelpText(
  'after',
  '\nExamples:\n  creditline article show 12\n  creditline article correct 12 --note "The mayor\'s name was misspelt."\n  creditline article retract 12 --note "The document was forged."',
)

article.addCommand(
  command('show', 'Show an article with its provenance record')
    .argument('<id>', 'number of the article, as in /articles/ID')
    .action(
      run((id: string, options: CommonOptions) =>
        withStore(options, async ({ store }) => show(await getArticle(id, store), options)),
      ),
    ),
)

article.addCommand(
  command('correct', 'Add a correction note, published with the article')
    .argument('<id>', 'number of the article')
    .requiredOption('--note <text>', 'what was wrong and is right now')
    .option('--title <text>', 'the corrected title')
    .action(
      run((id: string, options: NoteOptions) =>
        withStore(options, (opened) =>
          edit(id, { ...(options.title ? { title: options.title } : {}) }, options, opened),
        ),
      ),
    ),
)

article.addCommand(
  command('retract', 'Withdraw an article: it keeps its place, its body says when and why')
    .argument('<id>', 'number of the article')
    .requiredOption('--note <text>', 'why')
    .action(
      run((id: string, options: NoteOptions) =>
        withStore(options, (opened) => edit(id, { status: 'retracted' }, options, opened)),
      ),
    ),
)

async function getArticle(id: string, store: Opened['store']): Promise<StoredArticle> {
  const found = /^\d+$/.test(id) ? await store.findArticle(Number(id)) : undefined
  if (found) return found
  throw new CreditlineError(
    'not_found',
    `there is no article "${id}"; "creditline search" finds numbers`,
  )
}

async function edit(
  id: string,
  change: { readonly title?: string; readonly status?: 'retracted' },
  options: NoteOptions,
  { store, deps }: Opened,
): Promise<number> {
  const { id: number } = await getArticle(id, store)
  const now = toInstant(deps.now())
  const edited = await store.editArticle(
    number,
    { ...change, correction: { at: now, note: options.note } },
    now,
  )
  return show(edited, options)
}

function show({ id, article: found, storedAt }: StoredArticle, { json }: CommonOptions): number {
  const record = recordOf(found)
  if (json) printJson({ id, stored_at: storedAt, title: found.title, doubts: found.doubts, record })
  else {
    print(`${id}  ${found.title ?? 'untitled'}`)
    print(JSON.stringify(record, null, 2))
    if (found.doubts.length > 0) print(`doubts: ${found.doubts.join(', ')}`)
  }
  return 0
}

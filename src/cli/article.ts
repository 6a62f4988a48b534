/** `creditline article show|correct|retract|remove|withhold|release ID`. */

import type { ArticleChange, ArticleEdit, StoredArticle } from '../../db/store.ts'
import type { Article } from '../../feeds/model/article.ts'
import type { Credit } from '../../feeds/model/credit.ts'
import { toInstant } from '../../feeds/model/date.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { recordOf } from '../../feeds/model/provenance.ts'
import { type CommonOptions, command, group, print, printJson, run } from './command.ts'
import { type Opened, withStore } from './open.ts'
import { facts, oneLine, paint } from './terminal.ts'
import { changeWords } from './upstream-words.ts'

interface NoteOptions extends CommonOptions {
  readonly note: string
  readonly title?: string
}

const SHOW = ['creditline article show 12', 'creditline article show 12 --json']
const CORRECT = [
  'creditline article correct 12 --note "The mayor\'s name was misspelt."',
  'creditline article correct 12 --note "The title named the wrong port." --title "Ferry Leaves Port Amsel"',
]
const RETRACT = ['creditline article retract 12 --note "The document was forged."']

export const article = group('article', 'Show, correct or retract an article', [
  ...SHOW.slice(0, 1),
  ...CORRECT.slice(0, 1),
  ...RETRACT,
])

article.addCommand(
  command('show', 'Show who reported an article and where its original stands', SHOW)
    .argument('<id>', 'number of the article, as in /articles/ID')
    .action(
      run((id: string, options: CommonOptions) =>
        withStore(options, async ({ store }) => show(await getArticle(id, store), options, store)),
      ),
    ),
)

article.addCommand(
  command('correct', 'Add a correction note, published with the article', CORRECT)
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
  command('retract', 'Withdraw an article: it keeps its place, its body says when and why', RETRACT)
    .argument('<id>', 'number of the article')
    .requiredOption('--note <text>', 'why')
    .action(
      run((id: string, options: NoteOptions) =>
        withStore(options, (opened) => edit(id, { status: 'retracted' }, options, opened)),
      ),
    ),
)

article.addCommand(
  command('remove', 'Remove for legal reasons: its text is erased, feeds tell of it for 30 days', [
    'creditline article remove 12 --note "By order of a court."',
  ])
    .argument('<id>', 'number of the article')
    .option('--note <text>', 'why; published in place of the article')
    .action(
      run((id: string, options: CommonOptions & { readonly note?: string }) =>
        withStore(options, (opened) => edit(id, { status: 'removed' }, options, opened)),
      ),
    ),
)

article.addCommand(
  command('withhold', 'Take an article out of everything, until a moment or until it is released', [
    'creditline article withhold 12',
    'creditline article withhold 12 --until 2126-06-01T06:00:00Z',
  ])
    .argument('<id>', 'number of the article')
    .option('--until <instant>', 'end of the embargo, such as 2026-06-01T06:00:00Z')
    .action(
      run((id: string, options: CommonOptions & { readonly until?: string }) =>
        withStore(options, (opened) =>
          edit(id, heldUntil(options.until, opened.deps.now()), options, opened),
        ),
      ),
    ),
)

article.addCommand(
  command('release', 'Publish an article that is withheld or retracted', [
    'creditline article release 12',
  ])
    .argument('<id>', 'number of the article')
    .action(
      run((id: string, options: CommonOptions) =>
        withStore(options, (opened) => edit(id, { status: 'published' }, options, opened)),
      ),
    ),
)

function heldUntil(until: string | undefined, now: number): ArticleEdit {
  if (until === undefined) return { status: 'withheld' }
  const ms = /^\d{4}-\d\d-\d\d/.test(until) ? Date.parse(until) : Number.NaN
  if (ms > now) return { embargo: toInstant(ms) }
  throw new CreditlineError(
    'invalid',
    `--until is "${until}"; give a moment in the future such as 2026-06-01T06:00:00Z`,
  )
}

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
  change: ArticleEdit,
  options: CommonOptions & { readonly note?: string },
  { store, deps }: Opened,
): Promise<number> {
  const { id: number } = await getArticle(id, store)
  const now = toInstant(deps.now())
  const edited = await store.editArticle(
    number,
    { ...change, ...(options.note ? { correction: { at: now, note: options.note } } : {}) },
    now,
  )
  return show(edited, options, store)
}

async function show(
  stored: StoredArticle,
  { json }: CommonOptions,
  store: Opened['store'],
): Promise<number> {
  const { id, article: found, storedAt } = stored
  const history = await store.listHistory(id)
  if (json) {
    const { title, doubts } = found
    const record = recordOf(found)
    printJson({ id, stored_at: storedAt, title, doubts, record, history })
  } else print(articleInWords(stored, history))
  return 0
}

/** Title and facts, then who reported it. */
function articleInWords(
  { id, article: found }: StoredArticle,
  history: readonly ArticleChange[],
): string {
  const { publication, upstreamFeed, rights } = found
  const lines = [
    paint('bold', `${id}  ${oneLine(found.title ?? 'untitled')}`),
    facts([
      ['status', found.status],
      ['published', found.published],
      ['publication', publication?.name],
      ['original', found.canonicalUrl],
      ['found by', found.canonicalUrl && found.canonicalRule],
      ['feed', upstreamFeed?.title ?? upstreamFeed?.url],
      ...found.via.map(({ name }) => ['passed on by', name] as const),
      ['rights', rights?.notice ?? rights?.licenseUrl],
      ['language', found.language],
      ...found.corrections.map(
        ({ at, note }) => ['corrected', `${at.slice(0, 10)}: ${note}`] as const,
      ),
      ['doubts', found.doubts.join(', ')],
    ]),
    '',
    creditsInWords(found),
    ...(history.length > 0 ? ['', historyInWords(history)] : []),
  ]
  return lines.join('\n')
}

const historyInWords = (history: readonly ArticleChange[]): string =>
  facts(history.map((change) => [change.at, changeWords(change)]))

function creditsInWords({ credits }: Article): string {
  if (credits.length === 0) return 'Nobody is credited.'
  return facts(credits.map((credit) => [credit.role, `${credit.name}  ${evidenceInWords(credit)}`]))
}

const evidenceInWords = ({ evidence: [{ how, at, text }] }: Credit): string =>
  `(${[how, at].filter(Boolean).join(', ')}${text ? `: “${text}”` : ''})`

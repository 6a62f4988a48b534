/** `creditline token create|list|revoke`: who may use the API and the desk. */

import { TOKEN_SQL } from '../../db/channels.ts'
import type { Token } from '../../db/store.ts'
import { CreditlineError } from '../../feeds/model/error.ts'
import { mintToken, readScopes, SCOPES } from '../http/tokens.ts'
import { type CommonOptions, command, group, print, printJson, run } from './command.ts'
import { withStore } from './open.ts'
import { table } from './terminal.ts'

interface CreateOptions extends CommonOptions {
  readonly scope: string
  readonly sql?: boolean
}

const CREATE = [
  'creditline token create --scope write',
  'creditline token create --scope admin --sql',
]

export const token = group('token', 'Make and revoke access tokens', [
  ...CREATE,
  'creditline token list',
  'creditline token revoke t0a1b2c3d4e',
])

token.addCommand(
  command('create', 'Make a token; its secret is shown this once', CREATE)
    .option('--scope <scopes>', `${SCOPES.join(', ')}: each includes those before it`, 'admin')
    .option('--sql', 'store nothing here, but print the INSERT statement for a D1 database')
    .action(
      run((options: CreateOptions) => {
        const scopes = readScopes(options.scope)
        return withStore(options, async ({ store, deps }) => {
          const { token, secret } = mintToken(deps, scopes)
          if (!options.sql) await store.addToken(token)
          showNew(token, secret, options)
        })
      }),
    ),
)

token.addCommand(
  command('list', 'List the tokens; their secrets are kept nowhere', [
    'creditline token list',
  ]).action(
    run((options: CommonOptions) =>
      withStore(options, async ({ store }) => {
        const tokens = (await store.listTokens()).map(({ id, scopes, createdAt }) => ({
          id,
          scopes,
          created_at: createdAt,
        }))
        if (options.json) return printJson(tokens)
        if (tokens.length === 0) print('There is no token; "creditline token create" makes one.')
        else
          print(
            table(
              COLUMNS,
              tokens.map((one) => [one.id, one.scopes.join(','), one.created_at]),
            ),
          )
      }),
    ),
  ),
)

token.addCommand(
  command('revoke', 'Make a token worthless, and end the sessions that it started', [
    'creditline token revoke t0a1b2c3d4e',
  ])
    .argument('<id>', 'as "creditline token list" shows it')
    .action(
      run((id: string, options: CommonOptions) =>
        withStore(options, async ({ store }) => {
          const known = (await store.listTokens()).some((token) => token.id === id)
          if (!known)
            throw new CreditlineError(
              'not_found',
              `there is no token "${id}"; "creditline token list" shows those there are`,
            )
          await store.removeToken(id)
          if (options.json) printJson({ revoked: id })
          else print(`Token ${id} is worthless now.`)
        }),
      ),
    ),
)

const COLUMNS = [{ head: 'id' }, { head: 'scope' }, { head: 'made' }] as const

function showNew(token: Token, secret: string, { json, sql }: CreateOptions): void {
  const { id, scopes } = token
  const insert = sql ? insertStatement(token) : undefined
  const shown = `Token ${id} (${scopes.join(',')}), shown this once:\n${secret}`
  if (json) printJson({ id, scopes, secret, ...(insert ? { sql: insert } : {}) })
  else if (!insert) print(shown)
  else {
    // The statement alone goes to stdout, so that it can be piped; the secret is for the person.
    process.stderr.write(`${shown}\n`)
    print(insert)
  }
}

/** The store's own statement, with its values written out. */
function insertStatement(token: Token): string {
  const values = [token.id, JSON.stringify(token)].map((text) => `'${text.replaceAll("'", "''")}'`)
  return `${TOKEN_SQL.add.replaceAll('?', () => values.shift() ?? 'NULL')};`
}

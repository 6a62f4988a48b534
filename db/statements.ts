/** Every statement of the store by name, for the tests that prepare and explain each on every runtime. */

import { AGENCY_SQL } from './agencies.ts'
import { ARCHIVE_SQL } from './archives.ts'
import { ARTICLE_SQL } from './articles.ts'
import { CHANGE_SQL } from './changes.ts'
import { CHANNEL_SQL, TOKEN_SQL } from './channels.ts'
import { DUE_SQL } from './due.ts'
import { EDIT_SQL } from './edit.ts'
import { HISTORY_SQL, UPSTREAM_CHANGES } from './history.ts'
import { IDEMPOTENCY_SQL } from './idempotency-store.ts'
import { KNOWN_SQL } from './known.ts'
import { LEASE_SQL } from './leases.ts'
import { LIST_SQL } from './list.ts'
import { SEARCH_SQL } from './search.ts'
import { SESSION_SQL } from './session-store.ts'
import { SOURCE_SQL } from './sources.ts'
import { STORE_SQL } from './sqlite-store.ts'
import { UNCLEANED_SQL } from './uncleaned.ts'
import { UPSTREAM_SQL } from './upstreams.ts'
import { WEBHOOK_SQL } from './webhook-store.ts'
import { WEBSUB_SQL } from './websub-store.ts'
import { WITHDRAW_SQL } from './withdraw.ts'
import { WRITE_SQL } from './write.ts'
import { ROW_SQL } from './write-rows.ts'

const GROUPS = {
  agency: AGENCY_SQL,
  archive: ARCHIVE_SQL,
  article: ARTICLE_SQL,
  change: CHANGE_SQL,
  channel: CHANNEL_SQL,
  due: DUE_SQL,
  edit: EDIT_SQL,
  history: HISTORY_SQL,
  idempotency: IDEMPOTENCY_SQL,
  known: KNOWN_SQL,
  lease: LEASE_SQL,
  list: LIST_SQL,
  search: SEARCH_SQL,
  session: SESSION_SQL,
  source: SOURCE_SQL,
  store: STORE_SQL,
  token: TOKEN_SQL,
  uncleaned: UNCLEANED_SQL,
  upstream: { ...UPSTREAM_SQL, changes: UPSTREAM_CHANGES },
  webhook: WEBHOOK_SQL,
  ...WEBSUB_SQL,
  withdraw: WITHDRAW_SQL,
  write: { ...WRITE_SQL, ...ROW_SQL },
}

/** `group.name` -> SQL; of a list of variants, each with its number. */
export const STATEMENTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(GROUPS).flatMap(([group, statements]) =>
    Object.entries<string | readonly string[]>(statements).flatMap(([name, sql]) =>
      typeof sql === 'string'
        ? [[`${group}.${name}`, sql]]
        : sql.map((variant, at) => [`${group}.${name}.${at + 1}`, variant]),
    ),
  ),
)

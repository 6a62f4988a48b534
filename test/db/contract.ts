/** What every store does, whatever drives it: run on better-sqlite3 and on D1. */

import { describe } from 'vitest'
import type { Sql } from '../../db/sql.ts'
import type { Store } from '../../db/store.ts'
import { articlesContract } from './contract-articles.ts'
import { deskContract } from './contract-desk.ts'
import { dueContract } from './contract-due.ts'
import { editsContract } from './contract-edits.ts'
import { historyContract } from './contract-history.ts'
import { listsContract } from './contract-lists.ts'
import { searchContract } from './contract-search.ts'
import { statementsContract } from './contract-statements.ts'
import { upstreamsContract } from './contract-upstreams.ts'

export interface Opened {
  readonly store: Store
  readonly sql: Sql
}

/** Opens an empty store. */
export type Open = () => Promise<Opened>

export function storeContract(open: Open): void {
  describe('articles', () => articlesContract(open))
  describe('embargoes and removals', () => dueContract(open))
  describe('what the desk watches', () => deskContract(open))
  describe('edits', () => editsContract(open))
  describe('history', () => historyContract(open))
  describe('lists', () => listsContract(open))
  describe('search', () => searchContract(open))
  describe('statements', () => statementsContract(open))
  describe('upstreams, channels, tokens', () => upstreamsContract(open))
}

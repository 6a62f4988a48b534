/** The three things that a SQL driver does for the store. `batch` is the only atomic unit: D1 has no transactions. */

export type Param = string | number | null | Uint8Array

export interface Statement {
  readonly sql: string
  readonly params?: readonly Param[]
}

/**
 * A driver throws CreditlineError: `conflict` for a broken constraint (another writer came first), `unavailable`
 * for a store that is busy, full or not to be written, `internal` for the rest.
 */
export interface Sql {
  /**
   * No network lies between: many small statements cost less than one over a JSON parameter, which SQLite reads several
   * times over (2.6 times the time for a row of `articles`). Elsewhere they are counted, and each is a turn.
   */
  readonly isLocal?: true
  /** Rows of one reading statement. */
  all<Row>(sql: string, params?: readonly Param[]): Promise<Row[]>
  /** One writing statement. Never branch on how many rows changed: D1 counts what triggers wrote. Use RETURNING. */
  run(sql: string, params?: readonly Param[]): Promise<void>
  /**
   * All statements in one transaction, or none of them; the rows of each. `durable` asks that the commit survive a
   * power loss (synchronous=FULL on Node; D1 always does).
   */
  batch(
    statements: readonly Statement[],
    options?: { readonly durable?: boolean },
  ): Promise<unknown[][]>
}

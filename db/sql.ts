// What the one database is to whoever uses it: what SQL goes through, a transaction, and its life. Opened by client.ts.
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type {
  PgDatabase,
  PgQueryResultHKT,
  PgTransaction,
  PgTransactionConfig,
} from "drizzle-orm/pg-core";

/** What a builder returns without `returning` differs by driver, so nobody may look at it except through `affectedBy`. */
export interface AnyResult extends PgQueryResultHKT {
  type: unknown;
}
type NoSchema = Record<string, never>;

/** Anything SQL can be sent through: the database itself or a transaction. */
export type Sql = PgDatabase<AnyResult, NoSchema>;
/** A transaction; its own `transaction` is a savepoint. */
export type Tx = PgTransaction<AnyResult, NoSchema, ExtractTablesWithRelations<NoSchema>>;

export interface Database {
  readonly kind: "embedded" | "postgres";
  /** Outside transactions, as the owner: for routing tables, migrations and checks. Practice tables go through inOrganisation. */
  readonly db: Sql;
  /** Commits when `work` resolves, rolls back when it throws. Never await the network in it. `unhurried`: its statements may take any time, for migrations. */
  transaction<T>(
    work: (tx: Tx) => Promise<T>,
    config?: PgTransactionConfig,
    pace?: "unhurried",
  ): Promise<T>;
  /** Hears NOTIFY on a channel (an identifier); resolves to a function that stops listening. A hint only: polling is the truth. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>;
  /** The embedded cluster as a tar file, to be given to `load`; refused on PostgreSQL. */
  dump(): Promise<Blob>;
  /** The embedded cluster's files, copied into that folder between two transactions: it opens there as after a kill. Refused on PostgreSQL. */
  copyTo(folder: string): Promise<void>;
  close(): Promise<void>;
}

// Opens the one database: PostgreSQL by URL, or PGlite in a folder (or in memory for demo and tests), behind one type.
// A transaction hands out `tx`; using the outer `db` inside it is refused on both drivers (on PGlite it would deadlock).
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT, PgTransaction } from "drizzle-orm/pg-core";
import type { PgTransactionConfig } from "drizzle-orm/pg-core";
import { openEmbedded } from "./embedded/open.ts";
import { openPostgres } from "./postgres/open.ts";
import { tellWithoutValues } from "./told-errors.ts";

export { FolderTaken } from "./embedded/lock.ts";
export {
  again,
  constraintOf,
  DatabaseError,
  DatabaseUnreachable,
  isBusy,
  isSerializationFailure,
  isUniqueViolation,
  isUnreached,
  MigrationRefused,
  sqlStateOf,
} from "./errors.ts";
export { affectedBy, settling, begin, columnsOf, execute, send } from "./rows.ts";

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
  close(): Promise<void>;
}

export interface OpenOptions {
  /** `postgres://...`; wins over the others. */
  url?: string;
  /** Folder of the embedded database, made where absent; held by one process at a time (else FolderTaken). */
  dataDir?: string;
  /** Embedded and gone when closed. */
  memory?: boolean;
  /** With `memory`: start from this dump instead of an empty cluster. */
  load?: Blob;
  /** Connections to PostgreSQL, 8 unless told. */
  poolSize?: number;
  /** For how long a PostgreSQL is waited for that is starting up or refuses; not at all unless told. */
  patienceMs?: number;
  /** Hears what whoever keeps the machine should know, in one sentence. Standard error unless told. */
  say?: (sentence: string) => void;
}

/** Whatever fails in it, and is not what `work` itself threw, is a DatabaseError (or says for the operator why it cannot be opened). */
export async function openDatabase(options: OpenOptions): Promise<Database> {
  return tellWithoutValues(await open(options));
}

async function open(options: OpenOptions): Promise<Database> {
  const {
    url,
    poolSize = 8,
    patienceMs = 0,
    say = (sentence) => void process.stderr.write(`${sentence}\n`),
  } = options;
  if (url !== undefined) return openPostgres({ url, poolSize, patienceMs, say });
  if (options.memory === true) return openEmbedded({ load: options.load, say });
  if (options.dataDir !== undefined) return openEmbedded({ dataDir: options.dataDir, say });
  throw new Error("openDatabase needs a url, a dataDir or memory.");
}

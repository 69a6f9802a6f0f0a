// Opens the one database: PostgreSQL by URL, or PGlite in a folder (or in memory for demo and tests), behind one type.
// A transaction hands out `tx`; using the outer `db` inside it is refused on both drivers (on PGlite it would deadlock).
import { openEmbedded } from "./embedded/open.ts";
import { openPostgres } from "./postgres/open.ts";
import type { Database } from "./sql.ts";
import { tellWithoutValues } from "./told-errors.ts";

export { FolderTaken } from "./embedded/lock.ts";
export {
  again,
  BackupRefused,
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
export type { Database, Sql, Tx } from "./sql.ts";
export { affectedBy, settling, begin, columnsOf, execute, only, send } from "./rows.ts";

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

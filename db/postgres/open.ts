// PostgreSQL through postgres.js: a pool, prepared statements, sessions in UTC; int8 and numeric are strings as it is.
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { PgTransactionConfig } from "drizzle-orm/pg-core";
import type { Database, Sql, Tx } from "../sql.ts";
import { DatabaseUnreachable } from "../errors.ts";
import {
  type Client,
  type Connection,
  type ConnectionEvents,
  openConnection,
  rowsOf,
} from "./connection.ts";
import { listenOn } from "./listening.ts";
import { createPool, patiently, type Pool } from "./pool.ts";
import { settle } from "../rows.ts";
import { type TransactionWatch, watchTransactions } from "../transactions.ts";

const oldestServer = 15;
const statementMs = 30_000;
/** For longer nobody who acted is to wait for what somebody else holds; they are told (55P03). */
const lockMs = 1_500;
/** A server that ends no statement after its time is out of reach, though nothing says so: a cable, a machine that stands still. */
const silenceMs = statementMs + 5_000;

export interface PostgresOptions {
  readonly url: string;
  readonly poolSize: number;
  /** For how long a server is waited for that is starting up, or refuses. */
  readonly patienceMs: number;
  readonly say: (sentence: string) => void;
}

export async function openPostgres({
  url,
  poolSize,
  patienceMs,
  say,
}: PostgresOptions): Promise<Database> {
  const settings = settingsOf(url, poolSize);
  const open = async (events: ConnectionEvents): Promise<Connection> => {
    const connection = openConnection(settings, events);
    try {
      refuseOldServer(
        await connection
          .client(silenceMs)
          .unsafe(
            `select current_setting('server_version_num') as version, set_config('lock_timeout', '${lockMs}', false)`,
          ),
      );
      return connection;
    } catch (error) {
      await connection.end();
      throw error;
    }
  };
  const openOne = () => open({ lost: () => {} });
  const pool = createPool(
    openOne,
    poolSize,
    await openFirst(openOne, `${settings.host[0]}:${settings.port[0]}`, patienceMs, say),
  );
  const watch = watchTransactions();
  // `lending` has all that drizzle calls of postgres.js (`Client`); what a builder answers with is read by `affectedBy` alone.
  const db = drizzle(
    lending(pool, settings, watch, silenceMs) as unknown as postgres.Sql,
  ) as unknown as Sql;
  const unhurried = drizzle(
    lending(pool, settings, watch, null) as unknown as postgres.Sql,
  ) as unknown as Sql;
  acceptDates(settings);

  return {
    kind: "postgres",
    db,
    transaction: (work, config, pace) =>
      committing(pace === "unhurried" ? unhurried : db, work, config),
    listen: (channel, heard) => listenOn(open, channel, heard),
    dump: () =>
      Promise.reject(
        new Error("Only the embedded database can be dumped; use pg_dump for PostgreSQL."),
      ),
    copyTo: () => Promise.reject(new Error("Only the embedded database has files to copy.")),
    close: () => pool.close(),
  };
}

async function openFirst(
  open: () => Promise<Connection>,
  where: string,
  patienceMs: number,
  say: (sentence: string) => void,
): Promise<Connection> {
  try {
    return await patiently(open, patienceMs, (error) =>
      say(
        `The database at ${where} is not ready (${why(error)}): waiting for it, ${patienceMs / 1000} seconds at most.`,
      ),
    );
  } catch (cause) {
    if (cause instanceof DatabaseUnreachable) throw cause;
    throw new DatabaseUnreachable(
      `The database that DATABASE_URL names could not be opened at ${where}: ${why(cause)}`,
      { cause },
    );
  }
}

/** What drizzle calls of postgres.js, each on a connection that is lent for it. */
function lending(
  pool: Pool,
  options: Client["options"],
  watch: TransactionWatch,
  silence: number | null,
) {
  return {
    options,
    unsafe: (...asked: Parameters<Client["unsafe"]>) => {
      watch.refuseInside();
      return rowsOf((asArrays) =>
        pool.lend((connection) => {
          const rows = connection.client(silence).unsafe(...asked);
          return asArrays ? rows.values() : rows;
        }),
      );
    },
    async begin(work: (tx: Client) => Promise<unknown>) {
      watch.refuseInside();
      return pool.lend((connection) =>
        connection.begin(silence, (tx) => watch.inside(() => work(tx))),
      );
    },
  };
}

/**
 * COMMIT follows right behind what was begun: where that failed the server rolls back instead, and its error is what is thrown. One wait
 * less for every act.
 */
async function committing<T>(
  db: Sql,
  work: (tx: Tx) => Promise<T>,
  config: PgTransactionConfig | undefined,
): Promise<T> {
  let opened: Tx | null = null;
  try {
    return await db.transaction((tx) => work((opened = tx)), config);
  } finally {
    if (opened) await settle(opened);
  }
}

/** Parsed by postgres.js; nothing is connected yet. */
function settingsOf(url: string, max: number): Client["options"] {
  try {
    return postgres(url, {
      max,
      onnotice: () => {}, // it would print "relation already exists, skipping" to the console
      connection: {
        application_name: "pacer",
        TimeZone: "UTC",
        statement_timeout: statementMs,
        idle_in_transaction_session_timeout: 60_000,
      },
    }).options;
  } catch {
    // Without its cause, which holds the address and the password in it.
    throw new DatabaseUnreachable(
      "DATABASE_URL is not a valid address: it looks like postgres://user:password@host:5432/name.",
    );
  }
}

const why = (error: unknown): string =>
  error instanceof Error && error.message !== ""
    ? error.message
    : ((error as { code?: string }).code ?? String(error));

function refuseOldServer(rows: unknown): void {
  const [row] = rows as readonly { version: string }[];
  const version = Math.floor(Number(row?.version) / 10_000);
  if (version < oldestServer)
    throw new DatabaseUnreachable(
      `DATABASE_URL names a PostgreSQL ${version}, and Pacer needs ${oldestServer} or newer.`,
    );
}

/** Drizzle makes the date serialisers transparent, and a raw Date parameter then throws in the socket: write it as ISO. */
function acceptDates({ serializers }: Client["options"]): void {
  for (const type of [1082, 1114, 1184])
    serializers[type] = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
}

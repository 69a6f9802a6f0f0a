// PostgreSQL through postgres.js: a pool, prepared statements, sessions in UTC; int8 and numeric are strings as it is.
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { PgTransactionConfig } from "drizzle-orm/pg-core";
import type { Database, Sql, Tx } from "./client.ts";
import { DatabaseUnreachable } from "./errors.ts";
import { settle } from "./rows.ts";
import { watchTransactions } from "./transactions.ts";

const oldestServer = 15;
const mostPrepared = 40;

export async function openPostgres(url: string, poolSize: number): Promise<Database> {
  const sql = connect(url, poolSize);
  try {
    await refuseOldServer(sql);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }

  const watch = watchTransactions();
  const outside = preparing(sql, sql.options);
  const client = {
    ...outside,
    unsafe(...args: Parameters<Unsafe>) {
      watch.refuseInside();
      return outside.unsafe(...args);
    },
    async begin(work: (tx: Client) => Promise<unknown>) {
      watch.refuseInside();
      return sql.begin((tx) => watch.inside(() => work(preparing(tx, sql.options))));
    },
  };
  const db = drizzle(client as unknown as postgres.Sql) as unknown as Sql;
  acceptDates(sql);

  return {
    kind: "postgres",
    db,
    transaction: (work, config) => committing(db, work, config),
    async listen(channel, heard) {
      const listening = await sql.listen(channel, heard);
      return () => listening.unlisten();
    },
    dump: () => Promise.reject(new Error("Only the embedded database can be dumped; use pg_dump for PostgreSQL.")),
    close: () => sql.end({ timeout: 5 }),
  };
}

/**
 * COMMIT follows right behind what was begun: where that failed the server rolls back instead, and its error is what is thrown. One wait
 * less for every act.
 */
async function committing<T>(db: Sql, work: (tx: Tx) => Promise<T>, config: PgTransactionConfig | undefined): Promise<T> {
  let opened: Tx | null = null;
  try {
    return await db.transaction((tx) => work((opened = tx)), config);
  } finally {
    if (opened) await settle(opened);
  }
}

function connect(url: string, poolSize: number): postgres.Sql {
  try {
    return postgres(url, {
      max: poolSize,
      connect_timeout: 10,
      onnotice: () => {}, // it would print "relation already exists, skipping" to the console
      connection: {
        application_name: "pacer",
        TimeZone: "UTC",
        statement_timeout: 30_000,
        idle_in_transaction_session_timeout: 60_000,
      },
    });
  } catch (cause) {
    throw new DatabaseUnreachable("DATABASE_URL is not a valid address: it looks like postgres://user:password@host:5432/name.", { cause });
  }
}

async function refuseOldServer(sql: postgres.Sql): Promise<void> {
  let version: number;
  try {
    const [row] = await sql<{ version: string }[]>`select current_setting('server_version_num') as version`;
    version = Math.floor(Number(row?.version) / 10_000);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    const where = `${sql.options.host[0]}:${sql.options.port[0]}`;
    throw new DatabaseUnreachable(`The database that DATABASE_URL names could not be opened at ${where}: ${why}`, { cause });
  }
  if (version < oldestServer) {
    throw new DatabaseUnreachable(`DATABASE_URL names a PostgreSQL ${version}, and Pacer needs ${oldestServer} or newer.`);
  }
}

type Unsafe = postgres.Sql["unsafe"];
interface Client {
  options: postgres.Sql["options"];
  unsafe: Unsafe;
  savepoint(work: (tx: Client) => Promise<unknown>): Promise<unknown>;
}

/**
 * What drizzle calls of postgres.js, with statements prepared by their text: drizzle asks for that only where one is named, and
 * it makes reads 2.1 and writes 1.4 to 1.7 times as fast. Not without parameters (scripts of several statements cannot be),
 * nor with many (lists of every length, each a statement to keep), nor with `?prepare=false` in the URL (an old PgBouncer).
 */
function preparing(session: postgres.ISql, options: Client["options"]): Client {
  return {
    options,
    unsafe: (text, parameters = [], asked) => {
      const prepare = options.prepare && parameters.length > 0 && parameters.length <= mostPrepared;
      return session.unsafe(text, parameters, { ...asked, prepare });
    },
    savepoint: (work) => (session as postgres.TransactionSql).savepoint((inner) => work(preparing(inner, options))),
  };
}

/** Drizzle makes the date serialisers transparent, and a raw Date parameter then throws in the socket: write it as ISO. */
function acceptDates(sql: postgres.Sql): void {
  for (const type of [1082, 1114, 1184]) {
    sql.options.serializers[type] = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
  }
}

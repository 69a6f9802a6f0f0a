// PostgreSQL through postgres.js: a pool, prepared statements, sessions in UTC, int8 and numeric as strings.
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Database, Sql, Tx } from "./client.ts";
import { DatabaseUnreachable } from "./errors.ts";
import { watchTransactions } from "./transactions.ts";

const oldestServer = 15;

export async function openPostgres(url: string, poolSize: number): Promise<Database> {
  const sql = connect(url, poolSize);
  try {
    await refuseOldServer(sql);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }

  const watch = watchTransactions();
  const client = {
    options: sql.options,
    unsafe(...args: Parameters<typeof sql.unsafe>) {
      watch.refuseInside();
      return sql.unsafe(...args);
    },
    async begin(work: (tx: postgres.TransactionSql) => Promise<unknown>) {
      watch.refuseInside();
      return sql.begin((tx) => watch.inside(() => work(tx)));
    },
  };
  const db = drizzle(client as unknown as postgres.Sql) as unknown as Sql;
  acceptDates(sql);

  return {
    kind: "postgres",
    db,
    transaction: (work, config) => db.transaction((tx) => work(tx as unknown as Tx), config),
    async listen(channel, heard) {
      const { unlisten } = await sql.listen(channel, heard);
      return unlisten;
    },
    dump: () => Promise.reject(new Error("Only the embedded database can be dumped; use pg_dump for PostgreSQL.")),
    close: () => sql.end({ timeout: 5 }),
  };
}

function connect(url: string, poolSize: number): postgres.Sql {
  try {
    return postgres(url, {
      max: poolSize,
      prepare: true,
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

/** Drizzle makes the date serialisers transparent, and a raw Date parameter then throws in the socket: write it as ISO. */
function acceptDates(sql: postgres.Sql): void {
  for (const type of [1082, 1114, 1184]) {
    sql.options.serializers[type] = (value: unknown) => (value instanceof Date ? value.toISOString() : value);
  }
}

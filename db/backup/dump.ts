// Every row of the database as it stood at one moment, in the form of contents.ts.
import { sql } from "drizzle-orm";
import { execute, only, type Database, type Tx } from "../client.ts";
import { migrationTable } from "../row-security.ts";
import { copyOut, type CopiedTable } from "./copying.ts";
import {
  counting,
  countRows,
  endOfRows,
  jsonLine,
  type BackupHead,
  type Counted,
  type Manifest,
} from "./contents.ts";

/** About the moment, and not to be brought back: which processes run. */
const momentary = ["process_pulse"];

/** How values are written, whatever the server's own settings; and every row is seen by whoever owns it. */
const asText = sql`select set_config('statement_timeout', '0', true), set_config('pacer.dump', 'on', true), set_config('DateStyle', 'ISO', true),
  set_config('IntervalStyle', 'postgres', true), set_config('TimeZone', 'UTC', true), set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)`;

/** In one transaction that sees one moment, and changes nothing. */
export function atOneMoment<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.transaction(
    async (tx) => {
      await tx.execute(asText);
      return work(tx);
    },
    { isolationLevel: "repeatable read", accessMode: "read only" },
    "unhurried",
  );
}

/** `told` hears at the end what was counted. */
export async function* dump(
  tx: Tx,
  parts: Pick<BackupHead, "version" | "kind" | "encryptionKey">,
  told: (head: BackupHead, counted: Manifest) => void,
): AsyncGenerator<Buffer> {
  const head: BackupHead = { pacer: "backup", ...parts, ...(await moment(tx)) };
  yield jsonLine(head);
  const tables: Counted[] = [];
  for (const each of await tablesIn(tx)) {
    yield jsonLine(each);
    const count = countRows();
    yield* counting(copyOut(tx, each), count);
    yield endOfRows;
    tables.push(count.counted(each));
  }
  const manifest: Manifest = { tables, sequences: await sequencesIn(tx) };
  yield jsonLine(manifest);
  told(head, manifest);
}

/** What a database holds of those tables and columns, counted as a dump counts it. */
export async function measure(tx: Tx, tables: readonly CopiedTable[]): Promise<readonly Counted[]> {
  const measured: Counted[] = [];
  for (const each of tables) {
    const count = countRows();
    for await (const block of counting(copyOut(tx, each), count)) void block;
    measured.push(count.counted(each));
  }
  return measured;
}

async function moment(tx: Tx): Promise<Pick<BackupHead, "at" | "migrations">> {
  const { at } = only(await execute<{ at: Date }>(tx, sql`select transaction_timestamp() as at`));
  const migrations = await execute<BackupHead["migrations"][number]>(
    tx,
    sql`select name, hash from ${sql.identifier(migrationTable)} order by position`,
  );
  return { at: at.toISOString(), migrations };
}

async function tablesIn(tx: Tx): Promise<readonly CopiedTable[]> {
  const rows = await execute<{ table: string; columns: string[] }>(
    tx,
    sql`select c.relname as "table", (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' order by c.relname`,
  );
  return rows.filter(({ table }) => table !== migrationTable && !momentary.includes(table));
}

/** Read after the rows: a number that was given meanwhile is not given again. */
async function sequencesIn(tx: Tx): Promise<Manifest["sequences"]> {
  const names = await execute<{ name: string }>(
    tx,
    sql`select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'S' order by relname`,
  );
  const found: Manifest["sequences"] = [];
  for (const { name } of names) {
    const { value, called } = only(
      await execute<{ value: string; called: boolean }>(
        tx,
        sql`select last_value::text as value, is_called as called from ${sql.identifier(name)}`,
      ),
    );
    found.push({ name, value, called });
  }
  return found;
}

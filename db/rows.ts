// The thin adapter over raw results: PGlite answers { rows, fields }, postgres.js an array with columns and a count.
// int8 and numeric are strings, timestamptz is a Date, date is 'YYYY-MM-DD', json is parsed: the same on both.
import { getTableColumns, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Sql, Tx } from "./sql.ts";

export type Row = Record<string, unknown>;

const timestamps = new Set([1114, 1184]);

/** Runs hand-written SQL on the database or in a transaction; the caller vouches for the row's type. */
export async function execute<T extends object = Row>(on: Sql, query: SQL): Promise<T[]> {
  return read(await on.execute(query));
}

/**
 * The same for text that is already there, `$1` and so on standing for the parameters: what every act sends goes this way, since
 * drizzle's builders and templates make the same text anew each time. Drizzle still sends it (its log and its errors).
 */
export async function send<T extends object = Row>(
  on: Sql,
  text: string,
  parameters: readonly unknown[],
): Promise<T[]> {
  return read(
    await on._.session
      .prepareQuery({ sql: text, params: [...parameters] }, undefined, undefined, false)
      .execute(),
  );
}

/** Of what always answers with a row (a count, an insert that returns, a row whose foreign key was just read). Throws where it did not. */
export function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("a statement that answers with a row answered with none");
  return row;
}

export interface Statement {
  readonly text: string;
  readonly parameters: readonly unknown[];
}

// Kept beside the transaction it belongs to, and gone with it.
const begun = new WeakMap<Sql, Promise<unknown>[]>();

/**
 * Sends what nobody needs an answer of, without waiting: the transaction's next statement follows right behind. A connection
 * carries out what it is given in order, and once one failed a transaction refuses all others (even to read outside of the
 * organisation that was to be set), so its end (`settling`) is early enough to hear of it.
 */
export function begin(tx: Tx, { text, parameters }: Statement): void {
  const sent = send(tx, text, parameters);
  sent.catch(() => {}); // heard in settling
  const before = begun.get(tx);
  if (before) before.push(sent);
  else begun.set(tx, [sent]);
}

/** Hears of all that was begun; what failed first is what is thrown. */
export async function settle(tx: Sql): Promise<void> {
  for (const each of begun.get(tx) ?? []) await each;
}

/**
 * The body of a transaction that does not end before all it began is heard of. What failed there is what is thrown: the error of a
 * later statement would only say that the transaction is broken.
 */
export function settling<T>(work: (tx: Tx) => Promise<T>): (tx: Tx) => Promise<T> {
  return async (tx) => {
    try {
      return await work(tx);
    } finally {
      await settle(tx);
    }
  };
}

/** A table's columns as `alias.column as "property"`, the rows then being what drizzle calls `$inferSelect` (json apart). */
export function columnsOf(table: PgTable, alias: string, prefix = ""): string {
  return Object.entries(getTableColumns(table))
    .map(([property, column]) => `${alias}."${column.name}" as "${prefix}${property}"`)
    .join(", ");
}

function read<T>(result: unknown): T[] {
  const { rows, columns } = shapeOf(result);
  const dates = columns.filter((column) => timestamps.has(column.type));
  if (dates.length === 0) return rows as T[];
  return rows.map((row) => {
    const dated = { ...row };
    for (const { name, type } of dates) dated[name] = dateOf(row[name], type);
    return dated as T;
  });
}

/** How many rows an insert, update or delete touched: give it what drizzle's builder or `on.execute` returned. */
export function affectedBy(result: unknown): number {
  const { affectedRows, count } = result as { affectedRows?: number; count?: number };
  return affectedRows ?? count ?? 0;
}

interface Shape {
  rows: Row[];
  columns: { name: string; type: number }[];
}

function shapeOf(result: unknown): Shape {
  if (Array.isArray(result)) {
    // postgres.js sets it on the array it answers with.
    const { columns = [] } = result as unknown as { columns?: Shape["columns"] };
    return { rows: result as Row[], columns };
  }
  const { rows, fields } = result as {
    rows: Row[];
    fields: { name: string; dataTypeID: number }[];
  };
  return { rows, columns: fields.map((field) => ({ name: field.name, type: field.dataTypeID })) };
}

function dateOf(value: unknown, type: number): unknown {
  if (typeof value !== "string") return value;
  return new Date(type === 1114 ? `${value}Z` : value);
}

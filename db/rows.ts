// The thin adapter over raw results: PGlite answers { rows, fields }, postgres.js an array with columns and a count.
// int8 and numeric are strings, timestamptz is a Date, date is 'YYYY-MM-DD', json is parsed: the same on both.
import type { SQL } from "drizzle-orm";
import type { Sql } from "./client.ts";

export type Row = Record<string, unknown>;

const timestamps = new Set([1114, 1184]);

/** Runs hand-written SQL on the database or in a transaction; the caller vouches for the row's type. */
export async function execute<T extends object = Row>(on: Sql, query: SQL): Promise<T[]> {
  const { rows, columns } = shapeOf(await on.execute(query));
  const dates = columns.filter((column) => timestamps.has(column.type));
  if (dates.length === 0) return rows as T[];
  return rows.map((row) => {
    const read = { ...row };
    for (const { name, type } of dates) read[name] = dateOf(row[name], type);
    return read as T;
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
    const { columns = [] } = result as unknown as { columns?: Shape["columns"] };
    return { rows: result as Row[], columns };
  }
  const { rows, fields } = result as { rows: Row[]; fields: { name: string; dataTypeID: number }[] };
  return { rows, columns: fields.map((field) => ({ name: field.name, type: field.dataTypeID })) };
}

function dateOf(value: unknown, type: number): unknown {
  if (typeof value !== "string") return value;
  return new Date(type === 1114 ? `${value}Z` : value);
}

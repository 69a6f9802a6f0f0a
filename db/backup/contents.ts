// A backup's inner shape, before it is packed and sealed: a line of JSON that says whose it is, then for each table a line with its columns,
// its rows as COPY writes them and the line `\.`, and at the end a line with what was counted.
import { createHash } from "node:crypto";
import { z } from "zod";
import { BackupRefused } from "../errors.ts";
import type { CopiedTable } from "./copying.ts";

const newline = 10;
const end = Buffer.from("\\.");

const head = z.object({
  pacer: z.literal("backup"),
  /** The program's. */
  version: z.string(),
  /** The database's own clock when its rows were looked at. */
  at: z.string(),
  kind: z.enum(["embedded", "postgres"]),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  /** What opens what is sealed in the rows; empty where nothing had to be. */
  encryptionKey: z.string(),
});
export type BackupHead = Readonly<z.output<typeof head>>;

const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) });

const manifest = z.object({
  tables: z.array(
    z.object({
      table: z.string(),
      columns: z.array(z.string()),
      rows: z.number(),
      /** Of all its rows, whatever their order. */
      digest: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), called: z.boolean() })),
});
export type Manifest = Readonly<z.output<typeof manifest>>;
export type Counted = Manifest["tables"][number];

export const jsonLine = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);
export const endOfRows: Buffer = Buffer.from("\\.\n");

export interface RowCount {
  add(row: Buffer): void;
  counted(of: CopiedTable): Counted;
}

/** The sum of each row's hash, so that order counts for nothing and doubled rows do. */
export function countRows(): RowCount {
  const sum = new BigUint64Array(4);
  let rows = 0;
  return {
    add(row) {
      rows += 1;
      const hash = createHash("sha256").update(row).digest();
      for (let at = 0; at < 4; at++) sum[at] = (sum[at] ?? 0n) + hash.readBigUInt64LE(at * 8);
    },
    counted: ({ table, columns }) => ({
      table,
      columns: [...columns],
      rows,
      digest: Buffer.from(sum.buffer).toString("hex"),
    }),
  };
}

/** Hands on what comes, and counts its rows; what is handed on ends with the end of a row. */
export async function* counting(
  parts: AsyncIterable<Buffer>,
  count: RowCount,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of parts) {
    const block = rest.length === 0 ? part : Buffer.concat([rest, part]);
    const whole = block.lastIndexOf(newline) + 1;
    for (let from = 0; from < whole;) {
      const to = block.indexOf(newline, from);
      count.add(block.subarray(from, to));
      from = to + 1;
    }
    if (whole > 0) yield block.subarray(0, whole);
    rest = block.subarray(whole);
  }
}

export interface BackupReader {
  /** What the first line says comes before anything else. */
  head(head: BackupHead): Promise<void>;
  /** Takes all of its rows. */
  table(of: CopiedTable, rows: AsyncIterable<Buffer>): Promise<void>;
}

/** Reads all of it, and holds every row against what is counted at its end. */
export async function readContents(
  source: AsyncIterable<Buffer>,
  reader: BackupReader,
): Promise<Manifest> {
  const lines = lineReader(source);
  await reader.head(parsed(head, await lines.line()));
  const found: Counted[] = [];
  for (;;) {
    const line = await lines.line();
    const next = tableLine.safeParse(line);
    if (!next.success) {
      const said = parsed(manifest, line);
      if (JSON.stringify(said.tables) !== JSON.stringify(found))
        throw new BackupRefused("This backup does not hold what it says it holds: take another.");
      return said;
    }
    const count = countRows();
    await reader.table(next.data, counting(lines.rows(), count));
    found.push(count.counted(next.data));
  }
}

function parsed<T extends z.ZodType>(schema: T, line: unknown): z.output<T> {
  const read = schema.safeParse(line);
  if (read.success) return read.data;
  throw new BackupRefused("This backup is of a form that this version does not know.");
}

function lineReader(source: AsyncIterable<Buffer>) {
  const coming = source[Symbol.asyncIterator]();
  let there: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const next = await coming.next();
    if (next.done === true)
      throw new BackupRefused("This backup ends in the middle: take another one.");
    there = there.length === 0 ? next.value : Buffer.concat([there, next.value]);
  };
  return {
    async line(): Promise<unknown> {
      let at = there.indexOf(newline);
      while (at < 0) {
        await more();
        at = there.indexOf(newline);
      }
      const line = there.subarray(0, at).toString("utf8");
      there = there.subarray(at + 1);
      try {
        return JSON.parse(line) as unknown;
      } catch {
        return null;
      }
    },
    /** Until the line that ends them. */
    async *rows(): AsyncGenerator<Buffer> {
      for (;;) {
        const whole = there.lastIndexOf(newline) + 1;
        const over = endOfRowsIn(there, whole);
        if (over !== null) {
          const rows = there.subarray(0, over);
          there = there.subarray(over + endOfRows.length);
          if (rows.length > 0) yield rows;
          return;
        }
        const rows = there.subarray(0, whole);
        there = there.subarray(whole);
        if (rows.length > 0) yield rows;
        await more();
      }
    },
  };
}

/** Where the line `\.` begins among the whole lines of a block: no row reads so, since COPY doubles a backslash. */
function endOfRowsIn(block: Buffer, whole: number): number | null {
  for (let from = 0; from < whole;) {
    const at = block.indexOf(endOfRows, from);
    if (at < 0 || at >= whole) return null;
    if (at === 0 || block[at - 1] === newline) return at;
    from = at + end.length;
  }
  return null;
}

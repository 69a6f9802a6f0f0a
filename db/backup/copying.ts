// Rows in bulk, as COPY writes them and reads them back, in a transaction of either database: text with a line for each row.
import type { Tx } from "../sql.ts";
import { withoutValues } from "../errors.ts";

export interface CopiedTable {
  readonly table: string;
  readonly columns: readonly string[];
}

/** What a driver's transaction can do, as the client drizzle was given. */
export interface CopyingClient {
  copyOut(of: CopiedTable): AsyncIterable<Buffer>;
  /** `parts` end with the end of a row. */
  copyIn(statement: string, parts: AsyncIterable<Buffer>): Promise<void>;
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const listed = (columns: readonly string[]): string => columns.map(quoted).join(", ");

const pieceBytes = 65_536;

/** Rows that come one by one, handed on in pieces worth the way. */
export async function* gathered(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const row of rows) {
    pieces.push(row);
    size += row.length;
    if (size < pieceBytes) continue;
    yield Buffer.concat(pieces);
    pieces = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(pieces);
}

const clientOf = (tx: Tx): CopyingClient =>
  (tx._.session as unknown as { readonly client: CopyingClient }).client;

/** Every row that may be read, in no order. */
export async function* copyOut(tx: Tx, of: CopiedTable): AsyncGenerator<Buffer> {
  try {
    yield* clientOf(tx).copyOut(of);
  } catch (error) {
    throw withoutValues(error, `copy from ${of.table}`);
  }
}

/** What `parts` throws is thrown as it is. */
export async function copyIn(
  tx: Tx,
  { table, columns }: CopiedTable,
  parts: AsyncIterable<Buffer>,
): Promise<void> {
  const theirs: { error?: unknown } = {};
  async function* heard(): AsyncGenerator<Buffer> {
    try {
      yield* parts;
    } catch (error) {
      theirs.error = error;
      throw error;
    }
  }
  try {
    await clientOf(tx).copyIn(`copy ${quoted(table)} (${listed(columns)}) from`, heard());
  } catch (error) {
    throw theirs.error ?? withoutValues(error, `copy into ${table}`);
  }
}

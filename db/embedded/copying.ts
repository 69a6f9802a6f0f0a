// COPY in the embedded database: it reads and writes a file in its memory, so rows go in pieces.
import type { Transaction } from "@electric-sql/pglite";
import { listed, quoted, type CopyingClient } from "../backup/copying.ts";

/** Eight megabytes of a table's own files. */
const pages = 1_000;
const pieceBytes = 4_000_000;

/** `ask` is called before each piece. */
export function copyingIn(tx: Transaction, ask: () => void): CopyingClient {
  return {
    async *copyOut({ table, columns }) {
      const sized = await tx.query<{ pages: number }>(
        "select (pg_relation_size($1::regclass) / current_setting('block_size')::int)::int as pages",
        [quoted(table)],
      );
      const all = sized.rows[0]?.pages ?? 0;
      for (let from = 0; from < all; from += pages) {
        ask();
        const { blob } = await tx.query(
          `copy (select ${listed(columns)} from ${quoted(table)} where ctid >= '(${from},0)' and ctid < '(${from + pages},0)') to '/dev/blob'`,
        );
        if (blob) yield Buffer.from(await blob.arrayBuffer());
      }
    },
    async copyIn(statement, parts) {
      const put = async (pieces: readonly Buffer[]) => {
        ask();
        await tx.query(`${statement} '/dev/blob'`, [], { blob: new Blob([...pieces]) });
      };
      let pieces: Buffer[] = [];
      let size = 0;
      for await (const part of parts) {
        pieces.push(part);
        size += part.length;
        if (size < pieceBytes) continue;
        await put(pieces);
        pieces = [];
        size = 0;
      }
      if (size > 0) await put(pieces);
    },
  };
}

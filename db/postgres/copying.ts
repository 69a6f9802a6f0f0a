// COPY through a connection of postgres.js, whose streams hear nothing of a connection that is lost.
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";
import { gathered, listed, quoted, type CopyingClient } from "../backup/copying.ts";

type Ends = (error: unknown) => void;

/** `answered` refuses what is lost on the way; `unanswered` is called with the error when the connection is lost. */
export function copyingOn(
  session: postgres.ISql,
  answered: <T>(work: () => PromiseLike<T>) => Promise<T>,
  unanswered: Set<Ends>,
): CopyingClient {
  const endedWith = (stream: { destroy(error: Error): unknown }): (() => void) => {
    const end: Ends = (error) => void stream.destroy(error as Error);
    unanswered.add(end);
    return () => void unanswered.delete(end);
  };
  return {
    async *copyOut({ table, columns }) {
      const text = `copy (select ${listed(columns)} from ${quoted(table)}) to stdout`;
      const rows = await answered(() => session.unsafe(text).readable());
      const over = endedWith(rows);
      try {
        yield* gathered(rows);
      } finally {
        over();
        // postgres.js stops its socket where rows come faster than they are read, and goes on only when it is asked for more.
        rows._read(0);
      }
    },
    async copyIn(statement, parts) {
      const rows = await answered(() => session.unsafe(`${statement} stdin`).writable());
      const over = endedWith(rows);
      await pipeline(parts, rows).finally(over);
    },
  };
}

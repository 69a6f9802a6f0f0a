// Between processes on one PostgreSQL: "something is to be delivered". Rung after the commit that wrote it (inside, NOTIFY would make
// commits wait for each other), at most once in a while, and only a hint: whoever hears nothing polls.
import { sql } from "drizzle-orm";
import type { Database } from "../../client.ts";

const channel = "pacer_deliveries";
const gatherMs = 20;

export interface Bell {
  ring(): void;
  /** On a connection of its own. Resolves to what ends it. */
  listen(heard: () => void): Promise<() => Promise<void>>;
}

export function createBell(database: Database): Bell {
  // The embedded database has one process, which wakes itself.
  if (database.kind === "embedded") return { ring: () => {}, listen: async () => async () => {} };
  let about: NodeJS.Timeout | null = null;
  return {
    ring() {
      about ??= setTimeout(() => {
        about = null;
        void database.db.execute(sql`select pg_notify(${channel}, '')`).then(
          () => {},
          () => {}, // a hint that is lost costs a second
        );
      }, gatherMs).unref();
    },
    listen: (heard) => database.listen(channel, () => heard()),
  };
}

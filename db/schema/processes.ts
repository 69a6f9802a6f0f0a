// The processes that run on this database.
import { integer, pgTable, timestamp, uuid } from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Routing: when each process last wrote something, by the database's own clock, which shows that it still can. */
export const processPulse = pgTable("process_pulse", {
  id: uuid("id").primaryKey(),
  startedAt: instant("started_at").notNull(),
  lastAt: instant("last_at").notNull(),
  /** How far its machine's clock was ahead of the database's. */
  offsetMs: integer("offset_ms").notNull(),
});

// The processes that run on this database.
import { boolean, integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Routing: when each process last wrote something, by the database's own clock, which shows that it still can. */
export const processPulse = pgTable("process_pulse", {
  id: uuid("id").primaryKey(),
  startedAt: instant("started_at").notNull(),
  lastAt: instant("last_at").notNull(),
  /** How far its machine's clock was ahead of the database's. */
  offsetMs: integer("offset_ms").notNull(),
});

/** Routing: backups of this database, proofs that one comes back, and that it came back from one itself. Times are the database's own clock. */
export const backupEvent = pgTable("backup_event", {
  /** What is done once in a while has the name of its turn, so that of several processes one does it. */
  id: text("id").primaryKey(),
  what: text("what").$type<"backup" | "proof" | "restore">().notNull(),
  begunAt: instant("begun_at").notNull(),
  /** Null while it is under way, or was broken off. */
  endedAt: instant("ended_at"),
  /** Null until it ended. */
  went: boolean("went"),
  /** The moment whose rows it holds. */
  of: instant("of"),
  /** The file's name, or why it went wrong. */
  says: text("says").notNull().default(""),
});

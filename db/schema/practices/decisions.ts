// Decisions: what was decided and why, where the number stood then, and the day to look at it again.
import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  numeric,
  pgTable,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { ofOrganisation } from "../tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const decision = pgTable(
  "decision",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    /** The 3 of D3, counted per organisation. */
    number: integer("number").notNull(),
    byId: uuid("by_id").notNull(),
    at: instant("at").notNull(),
    what: text("what").notNull(),
    why: text("why").notNull(),
    /** The goal whose number it is to move. */
    goalId: uuid("goal_id"),
    valueThen: numeric("value_then", { precision: 24, scale: 6 }),
    /** The day to look again, of the calendar of whoever decided. */
    lookOn: date("look_on", { mode: "string" }).notNull(),
    /** What was seen; null until somebody looked. */
    seen: text("seen"),
    valueSeen: numeric("value_seen", { precision: 24, scale: 6 }),
    seenAt: instant("seen_at"),
  },
  (t) => [
    unique("decision_number").on(t.organisationId, t.number),
    index("decision_by").on(t.organisationId, t.byId, t.lookOn),
    index("decision_goal")
      .on(t.organisationId, t.goalId)
      .where(sql`goal_id is not null`),
  ],
);

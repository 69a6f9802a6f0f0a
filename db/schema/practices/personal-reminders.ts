// What people asked to be reminded of, once.
import { index, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { inOrder, ofOrganisation } from "../tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const personalReminder = pgTable(
  "personal_reminder",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    personId: uuid("person_id").notNull(),
    text: text("text").notNull(),
    dueAt: instant("due_at").notNull(),
    state: text("state").$type<"open" | "done" | "cancelled">().notNull(),
    /** When it was done or cancelled. */
    closedAt: instant("closed_at"),
  },
  (t) => [index("personal_reminder_of").on(t.organisationId, t.personId, t.dueAt)],
);

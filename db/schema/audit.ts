// What was done to people's rights and to the organisation: written once, changed never (db/row-security.ts grants no more).
import {
  bigint,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { ofOrganisation } from "./tenant.ts";

export const auditEvent = pgTable(
  "audit_event",
  {
    ...ofOrganisation(),
    /** Order of the database: machines' clocks differ. */
    seq: bigint("seq", { mode: "bigint" }).generatedByDefaultAsIdentity().notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
    /** `admin.granted`, `manager.changed`, ...: src/ports/audit.ts has them all. */
    act: text("act").notNull(),
    /** Who did it: a person, the operator on the machine, or the chat platform by what it told us. */
    actor: text("actor").$type<"person" | "operator" | "platform">().notNull(),
    byId: uuid("by_id"),
    /** Whom it concerns; null where it concerns the organisation. */
    aboutId: uuid("about_id"),
    /** Ids, and words of ours: never texts people wrote. */
    detail: jsonb("detail").$type<Record<string, string | null>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.seq] }),
    index("audit_event_about").on(t.organisationId, t.aboutId, t.seq),
  ],
);

// What people asked about their own data: to have it, or to have it deleted; and how far that is.
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { inOrder, ofOrganisation } from "./tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const privacyRequest = pgTable(
  "privacy_request",
  {
    ...ofOrganisation(),
    id: uuid("id").notNull(),
    seq: inOrder(),
    personId: uuid("person_id").notNull(),
    kind: text("kind").$type<"export" | "erase">().notNull(),
    /** asked: somebody has to agree. work: ours to do. */
    state: text("state").$type<"asked" | "work" | "ended">().notNull(),
    /** In whose chat it was asked; null: by the operator. */
    account: text("account"),
    askedAt: instant("asked_at").notNull(),
    /** By when somebody has to say yes or no. */
    dueOn: date("due_on", { mode: "string" }),
    /** How often whoever decides was reminded. */
    reminded: integer("reminded").notNull().default(0),
    decidedById: uuid("decided_by_id"),
    decidedAt: instant("decided_at"),
    /** How far it is, and what came of it. */
    found: jsonb("found"),
    version: integer("version").notNull().default(0),
    /** Whether its message says what stands here. */
    told: boolean("told").notNull().default(true),
    attempts: integer("attempts").notNull().default(0),
    /** On the database's own clock. */
    leaseUntil: instant("lease_until").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("privacy_request_person").on(t.organisationId, t.personId, t.seq),
    index("privacy_request_open")
      .on(t.organisationId, t.leaseUntil)
      .where(sql`state <> 'ended'`),
    index("privacy_request_untold")
      .on(t.organisationId)
      .where(sql`not told`),
  ],
);

/** Whom an admin named to decide about such requests. */
export const privacyOfficer = pgTable(
  "privacy_officer",
  {
    ...ofOrganisation(),
    personId: uuid("person_id").notNull(),
    byId: uuid("by_id"),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId] })],
);

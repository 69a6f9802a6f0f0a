// Files on their way in: what somebody dropped, what it turned out to be, and the mapping an organisation confirmed for such headings.
import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { inOrder, ofOrganisation } from "../tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const numberDrop = pgTable(
  "number_drop",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    personId: uuid("person_id").notNull(),
    /** in: a file of theirs. out: their figures as a file. */
    way: text("way").$type<"in" | "out">().notNull(),
    platform: text("platform").notNull(),
    workspace: text("workspace").notNull(),
    account: text("account").notNull(),
    /** What the platform calls it. */
    ref: text("ref").notNull(),
    name: text("name").notNull(),
    bytes: integer("bytes").notNull(),
    at: instant("at").notNull(),
    /** work: ours to do. waits: for whoever dropped it. */
    state: text("state").$type<"work" | "waits" | "ended">().notNull(),
    /** What they say of it beside what it tells itself. */
    said: jsonb("said").notNull(),
    /** What came of it last. */
    found: jsonb("found"),
    readRows: integer("read_rows").notNull(),
    version: integer("version").notNull(),
    /** Whether its message says what stands here. */
    told: boolean("told").notNull(),
    attempts: integer("attempts").notNull(),
    /** On the database's own clock. */
    leaseUntil: instant("lease_until").notNull(),
  },
  (t) => [
    index("number_drop_work")
      .on(t.organisationId, t.leaseUntil)
      .where(sql`state = 'work'`),
    index("number_drop_untold")
      .on(t.organisationId, t.personId)
      .where(sql`not told`),
    index("number_drop_person").on(t.organisationId, t.personId, t.at),
  ],
);

/** Its bytes, a piece a row; gone when it is over. */
export const numberDropPart = pgTable(
  "number_drop_part",
  {
    ...ofOrganisation(),
    dropId: uuid("drop_id").notNull(),
    n: integer("n").notNull(),
    base64: text("base64").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.dropId, t.n] })],
);

export const numberMapping = pgTable(
  "number_mapping",
  {
    ...ofOrganisation(),
    /** A digest of the headings. */
    fingerprint: text("fingerprint").notNull(),
    said: jsonb("said").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.fingerprint] })],
);

// Numbers from elsewhere: facts with their source. A fact is never changed: what says something else later is another one that replaces it.
import { sql } from "drizzle-orm";
import {
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { inOrder, ofOrganisation } from "../tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const exact = (name: string) => numeric(name, { precision: 24, scale: 6 });

/** Who owns facts, as a source names them; which of our people that is, once it is known. */
export const numberOwner = pgTable(
  "number_owner",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    source: text("source").notNull(),
    /** As it is compared: an address, a mobile, an employee number or a name. Null once whoever it named is erased. */
    key: text("key"),
    said: text("said").notNull(),
    personId: uuid("person_id"),
    /** How that is known. */
    how: text("how").$type<"email" | "mobile" | "number" | "hand">(),
    /** What else the source knows them by, as keys of the same kind. */
    also: jsonb("also").$type<string[]>(),
    byId: uuid("by_id"),
    linkedAt: instant("linked_at"),
  },
  (t) => [
    unique("number_owner_key").on(t.organisationId, t.source, t.key),
    index("number_owner_person").on(t.organisationId, t.personId),
  ],
);

/** One import: its facts are nobody's until it is visible, all at once. Its lease is on the database's own clock. */
export const numberBatch = pgTable(
  "number_batch",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    source: text("source").notNull(),
    metricId: uuid("metric_id").notNull(),
    file: text("file").notNull(),
    /** Null: the operator. */
    byId: uuid("by_id"),
    at: instant("at").notNull(),
    state: text("state").$type<"staged" | "visible">().notNull(),
    leaseUntil: instant("lease_until").notNull(),
  },
  (t) => [
    uniqueIndex("number_batch_staged")
      .on(t.organisationId, t.source)
      .where(sql`state = 'staged'`),
  ],
);

export const numberFact = pgTable(
  "number_fact",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    batchId: uuid("batch_id").notNull(),
    source: text("source").notNull(),
    metricId: uuid("metric_id").notNull(),
    /** The source's own id of it, or what its row says and how often that came before. */
    externalId: text("external_id").notNull(),
    /** Whose share of it this is; empty where it is not shared. */
    share: text("share").notNull(),
    sourceOwnerId: uuid("source_owner_id").notNull(),
    on: date("on", { mode: "string" }).notNull(),
    value: exact("value").notNull(),
    currency: text("currency"),
    outcome: text("outcome").$type<"open" | "won" | "lost" | "void">().notNull(),
    /** In per cent. */
    credit: exact("credit"),
    line: integer("line").notNull(),
    replacesId: uuid("replaces_id"),
  },
  (t) => [
    index("number_fact_key").on(t.organisationId, t.source, t.metricId, t.externalId, t.share),
    index("number_fact_owner").on(t.organisationId, t.sourceOwnerId, t.metricId, t.on),
    index("number_fact_batch").on(t.organisationId, t.batchId),
    index("number_fact_replaced")
      .on(t.organisationId, t.replacesId)
      .where(sql`replaces_id is not null`),
  ],
);

/** Somebody says that a fact is not right, and somebody else decides. What is taken out is kept beside. */
export const numberDispute = pgTable(
  "number_dispute",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    factId: uuid("fact_id").notNull(),
    byId: uuid("by_id").notNull(),
    at: instant("at").notNull(),
    said: text("said").notNull(),
    /** Before whom it was put. */
    askedId: uuid("asked_id").notNull(),
    /** Decided as right, to be corrected where it comes from (and later was), taken out here (and later counted again). */
    state: text("state")
      .$type<"open" | "right" | "at-source" | "corrected" | "out" | "counted">()
      .notNull(),
    reason: text("reason"),
    decidedById: uuid("decided_by_id"),
    decidedAt: instant("decided_at"),
    /** The version of the fact that those two know of. */
    toldFactId: uuid("told_fact_id").notNull(),
  },
  (t) => [
    uniqueIndex("number_dispute_open")
      .on(t.organisationId, t.factId)
      .where(sql`state = 'open'`),
    index("number_dispute_asked").on(t.organisationId, t.askedId, t.state),
  ],
);

/** What counts nowhere any more, whatever later imports say of it, until somebody counts it again. */
export const numberTakenOut = pgTable(
  "number_taken_out",
  {
    ...ofOrganisation(),
    source: text("source").notNull(),
    metricId: uuid("metric_id").notNull(),
    externalId: text("external_id").notNull(),
    share: text("share").notNull(),
    disputeId: uuid("dispute_id").notNull(),
  },
  (t) => [
    unique("number_taken_out_key").on(
      t.organisationId,
      t.source,
      t.metricId,
      t.externalId,
      t.share,
    ),
  ],
);

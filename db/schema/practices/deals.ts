// Deals: each version as a source said it, in the batches of figures; and what their owners said of them.
import {
  boolean,
  date,
  index,
  integer,
  numeric,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { inOrder, ofOrganisation } from "../tenant.ts";

const day = (name: string) => date(name, { mode: "string" });
const exact = (name: string) => numeric(name, { precision: 24, scale: 6 });

export const deal = pgTable(
  "deal",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    batchId: uuid("batch_id").notNull(),
    source: text("source").notNull(),
    metricId: uuid("metric_id").notNull(),
    externalId: text("external_id").notNull(),
    sourceOwnerId: uuid("source_owner_id").notNull(),
    name: text("name").notNull(),
    stage: text("stage").notNull(),
    stageSince: day("stage_since").notNull(),
    /** False: that is only the day on which it was first seen in it. */
    stageKnown: boolean("stage_known").notNull(),
    amount: exact("amount"),
    currency: text("currency").notNull(),
    outcome: text("outcome").$type<"open" | "won" | "lost" | "void">().notNull(),
    openedOn: day("opened_on"),
    closeOn: day("close_on"),
    lastActivityOn: day("last_activity_on"),
    nextStep: text("next_step"),
    nextStepOn: day("next_step_on"),
    pushed: integer("pushed").notNull(),
    /** In per cent. */
    probability: exact("probability"),
    /** The organisation's day on which it was brought. */
    seenOn: day("seen_on").notNull(),
    line: integer("line").notNull(),
    replacesId: uuid("replaces_id"),
  },
  (t) => [
    index("deal_key").on(t.organisationId, t.source, t.externalId, t.seq),
    index("deal_owner").on(t.organisationId, t.sourceOwnerId, t.outcome),
    index("deal_batch").on(t.organisationId, t.batchId),
    index("deal_replaced")
      .on(t.organisationId, t.replacesId)
      .where(sql`replaces_id is not null`),
  ],
);

/** Somebody says why a deal is still real: until that day is over it is not looked at. */
export const dealRest = pgTable(
  "deal_rest",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    byId: uuid("by_id").notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
    reason: text("reason").notNull(),
    until: day("until").notNull(),
    /** When it was taken back. */
    endedAt: timestamp("ended_at", { withTimezone: true, mode: "date" }),
  },
  (t) => [index("deal_rest_key").on(t.organisationId, t.source, t.externalId, t.seq)],
);

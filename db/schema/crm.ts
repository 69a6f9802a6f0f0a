// CRMs that are pulled from: what was chosen of each, how far it was read, the tokens of all processes, and what is still to be told.
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
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { inOrder, ofOrganisation } from "./tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** One source of one organisation. Its lease is on the database's own clock: one process pulls from it at a time. */
export const crmSource = pgTable(
  "crm_source",
  {
    ...ofOrganisation(),
    source: text("source").notNull(),
    isOn: boolean("is_on").notNull(),
    /** What counts of it, as somebody chose. */
    choice: jsonb("choice"),
    everyMinutes: integer("every_minutes").notNull(),
    /** Who asked for something last: they are told of trouble. Null: the operator. */
    byId: uuid("by_id"),
    /** The CRM's clock when what was read last began to be read. */
    readThrough: instant("read_through"),
    /** The organisation's day of the last full check. */
    fullOn: date("full_on", { mode: "string" }),
    /** The organisation over there, by its own id: another one is not read. */
    there: text("there"),
    okAt: instant("ok_at"),
    nextAt: instant("next_at"),
    lastEnd: jsonb("last_end"),
    trouble: jsonb("trouble"),
    troubleSince: instant("trouble_since"),
    isTroubleTold: boolean("is_trouble_told").notNull(),
    /** What is to be done now: test, try or pull. */
    asked: text("asked").$type<"test" | "try" | "pull" | "full">(),
    found: jsonb("found"),
    /** The message in which it is set up. */
    cardId: uuid("card_id"),
    /** One higher with everything its message has to say. */
    version: integer("version").notNull(),
    isTold: boolean("is_told").notNull(),
    leaseUntil: instant("lease_until").notNull(),
    holder: uuid("holder"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.source] })],
);

/** One token for all processes, sealed, and the last refusal, so that no restart asks again and again. */
export const crmToken = pgTable(
  "crm_token",
  {
    ...ofOrganisation(),
    source: text("source").notNull(),
    /** A digest of what it was fetched with. */
    credentials: text("credentials"),
    token: text("token"),
    until: instant("until"),
    /** What was given for something that can be used once, sealed. */
    keepsake: text("keepsake"),
    refusal: jsonb("refusal"),
    refusedUntil: instant("refused_until"),
    /** When it was asked for lately. */
    fetches: jsonb("fetches").$type<number[]>().notNull(),
    leaseUntil: instant("lease_until").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.source] })],
);

/** What an organisation entered of a CRM's settings, sealed as a whole. */
export const crmSetting = pgTable(
  "crm_setting",
  { ...ofOrganisation(), crm: text("crm").notNull(), sealed: text("sealed").notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.crm] })],
);

/** A figure that is new or says something else, until its owner or whoever leads them is told. */
export const crmNews = pgTable(
  "crm_news",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    kind: text("kind").$type<"changed" | "won">().notNull(),
    factId: uuid("fact_id").notNull(),
    /** Whose figure it is. */
    personId: uuid("person_id").notNull(),
    at: instant("at").notNull(),
    toldAt: instant("told_at"),
  },
  (t) => [
    uniqueIndex("crm_news_fact").on(t.organisationId, t.factId, t.kind),
    index("crm_news_untold")
      .on(t.organisationId, t.personId)
      .where(sql`told_at is null`),
  ],
);

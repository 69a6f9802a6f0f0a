// The house's own tables: who there is, what was done, what is to be said. Times are business time unless said otherwise.
import { boolean, date, index, integer, jsonb, pgTable, primaryKey, smallint, text, timestamp, unique, uuid } from "drizzle-orm/pg-core";
import { ofOrganisation } from "./tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** Routing: that an organisation exists, nothing more. */
export const organisation = pgTable("organisation", { id: uuid("id").primaryKey() });

export const organisationProfile = pgTable("organisation_profile", {
  organisationId: uuid("organisation_id").primaryKey(),
  name: text("name").notNull(),
  locale: text("locale").$type<"zh" | "en">().notNull(),
  zone: text("zone").notNull(),
  country: text("country").notNull(),
  currency: text("currency").notNull(),
  setUpAt: instant("set_up_at"),
});

export const team = pgTable(
  "team",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    managerId: uuid("manager_id"),
  },
  (t) => [unique("team_name").on(t.organisationId, t.name)],
);

export const person = pgTable(
  "person",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email"),
    locale: text("locale").$type<"zh" | "en">().notNull(),
    zone: text("zone").notNull(),
    country: text("country").notNull(),
    hours: jsonb("hours").notNull(),
    workweek: jsonb("workweek").$type<number[]>().notNull(),
    admin: boolean("admin").notNull(),
    assistant: boolean("assistant").notNull(),
    teamId: uuid("team_id"),
    managerId: uuid("manager_id"),
    leftOn: date("left_on", { mode: "string" }),
  },
  (t) => [index("person_organisation").on(t.organisationId, t.name), index("person_manager").on(t.organisationId, t.managerId)],
);

/** Routing: which person a chat platform's user is. */
export const chatIdentity = pgTable(
  "chat_identity",
  {
    platform: text("platform").notNull(),
    workspace: text("workspace").notNull(),
    user: text("user").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    personId: uuid("person_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.platform, t.workspace, t.user] }), index("chat_identity_person").on(t.personId)],
);

export const personLeave = pgTable(
  "person_leave",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    personId: uuid("person_id").notNull(),
    from: date("from", { mode: "string" }).notNull(),
    to: date("to", { mode: "string" }).notNull(),
  },
  (t) => [index("person_leave_person").on(t.organisationId, t.personId)],
);

export const dayOverride = pgTable(
  "day_override",
  {
    ...ofOrganisation(),
    date: date("date", { mode: "string" }).notNull(),
    kind: text("kind").$type<"workday" | "holiday">().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.date] })],
);

/** What was carried out, for a day, so that a repeated event gets the same answer. */
export const act = pgTable(
  "act",
  {
    ...ofOrganisation(),
    key: text("key").notNull(),
    personId: uuid("person_id").notNull(),
    at: instant("at").notNull(),
    reply: jsonb("reply").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.key] }), index("act_at").on(t.at)],
);

/** What somebody is to be told. Its head (who, when, which attempt) is made by a trigger. */
export const outbox = pgTable(
  "outbox",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    key: text("key").notNull(),
    personId: uuid("person_id").notNull(),
    kind: text("kind").$type<"reply" | "notice">().notNull(),
    cards: jsonb("cards").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [unique("outbox_key").on(t.organisationId, t.key)],
);

/** Routing: ids and state of a delivery. Its times are the database's own clock: leases compare processes. */
export const outboxHead = pgTable(
  "outbox_head",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id").notNull(),
    personId: uuid("person_id").notNull(),
    state: text("state").$type<"waiting" | "sent" | "dead">().notNull(),
    dueAt: instant("due_at").notNull(),
    leaseUntil: instant("lease_until"),
    attempts: smallint("attempts").notNull(),
    messageId: text("message_id"),
    why: text("why"),
  },
  (t) => [index("outbox_head_due").on(t.state, t.dueAt), index("outbox_head_person").on(t.personId, t.state, t.id)],
);

/** The last number given in an organisation, by letter: G for goals. */
export const numbering = pgTable(
  "numbering",
  {
    ...ofOrganisation(),
    letter: text("letter").notNull(),
    last: integer("last").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.letter] })],
);

// What goes out and what comes in, until it is done. Heads hold ids and state only, on the database's own clock.
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { inOrder, ofOrganisation } from "./tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** What somebody is to be told. Its head (who, when, which attempt) is made by a trigger. */
export const outbox = pgTable(
  "outbox",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    key: text("key").notNull(),
    /** To one person, or to a place (a channel, a group). */
    personId: uuid("person_id"),
    placeId: uuid("place_id"),
    kind: text("kind").$type<"reply" | "notice" | "nudge">().notNull(),
    cards: jsonb("cards").notNull(),
    at: instant("at").notNull(),
    /** Business time before which it is held: the receiver's next work hour. */
    notBefore: instant("not_before"),
    /** The name of a message that is kept up to date. */
    standing: text("standing"),
    /** The delivery of that name which this one takes the place of. */
    edits: uuid("edits"),
    /** The account of that person in whose chat it has to stand; null: where they were last. */
    through: text("through"),
  },
  (t) => [
    unique("outbox_key").on(t.organisationId, t.key),
    index("outbox_held")
      .on(t.organisationId, t.personId)
      .where(sql`not_before is not null`),
    // What somebody was shown lately, for words on buttons that are typed: 39 ms without it among 100,000, 0.1 ms with it.
    index("outbox_person").on(t.organisationId, t.personId, t.at),
    index("outbox_standing")
      .on(t.organisationId, t.personId, t.standing)
      .where(sql`standing is not null`),
  ],
);

/** Routing: ids and state of a delivery. Its times are the database's own clock: leases compare processes. */
export const outboxHead = pgTable(
  "outbox_head",
  {
    id: uuid("id").primaryKey(),
    /** The order within a destination, and of the versions of one message. */
    seq: bigint("seq", { mode: "number" })
      .notNull()
      .default(sql`nextval('outbox_seq_seq')`),
    organisationId: uuid("organisation_id").notNull(),
    /** The person or the place it goes to: what is kept in order. */
    destination: uuid("destination").notNull(),
    kind: text("kind").$type<"reply" | "notice" | "nudge">().notNull().default("reply"),
    state: text("state").$type<DeliveryState>().notNull(),
    /** False while a nudge has no words yet: they are found when it is claimed, so that they are fresh. */
    composed: boolean("composed").notNull().default(true),
    edits: uuid("edits"),
    /** Kept up to date by later ones, so it stays longer. */
    standing: boolean("standing").notNull().default(false),
    dueAt: instant("due_at").notNull(),
    /** Since when it could have been sent: pace, an installation that was stopped and retries move only `due_at`. */
    firstDueAt: instant("first_due_at")
      .notNull()
      .default(sql`clock_timestamp()`),
    leaseUntil: instant("lease_until"),
    attempts: smallint("attempts").notNull(),
    messageId: text("message_id"),
    /** Through which account it was last tried, platform and workspace: there it is looked for, and there it is edited. */
    account: text("account"),
    /** The account in whose chat it has to stand. */
    through: text("through"),
    why: text("why"),
  },
  (t) => [
    index("outbox_head_due").on(t.state, t.dueAt),
    index("outbox_head_destination").on(t.destination, t.state, t.seq),
    index("outbox_head_message")
      .on(t.organisationId, t.messageId)
      .where(sql`standing`),
    uniqueIndex("outbox_head_to_compose")
      .on(t.destination)
      .where(sql`state = 'waiting' and not composed`),
  ],
);

/** waiting: to be sent. held: until the receiver's work hour. restored: from a backup, until the operator says so. merged: another message says it. dropped: nothing to say any more. */
export type DeliveryState =
  | "waiting"
  | "held"
  | "restored"
  | "sent"
  | "merged"
  | "dropped"
  | "dead";

/** What came in and is not done yet: the platform will not send it again. */
export const inbox = pgTable(
  "inbox",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    key: text("key").notNull(),
    incoming: jsonb("incoming").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [unique("inbox_key").on(t.organisationId, t.key)],
);

/** Routing: ids and lease of what came in, kept by a trigger. Times are the database's own clock. */
export const inboxHead = pgTable(
  "inbox_head",
  {
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    organisationId: uuid("organisation_id").notNull(),
    leaseUntil: instant("lease_until").notNull(),
    attempts: smallint("attempts").notNull(),
    dead: boolean("dead").notNull(),
  },
  (t) => [index("inbox_head_lease").on(t.dead, t.leaseUntil)],
);

/** Routing: when the next message to a destination, or through an installation, may leave (a leaky bucket's clock). */
export const paceBucket = pgTable("pace_bucket", {
  key: text("key").primaryKey(),
  nextAt: instant("next_at").notNull(),
});

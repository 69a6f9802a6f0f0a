// What comes by itself: plans and their alarms, the budget, choices, what came of each.
import {
  boolean,
  date,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { inOrder, ofOrganisation } from "./tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** When a rule is next due for somebody about something. Its head, the alarm, is kept by a trigger. */
export const schedule = pgTable(
  "schedule",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    rule: text("rule").notNull(),
    subjectId: uuid("subject_id").notNull(),
    personId: uuid("person_id").notNull(),
    /** Business time; null while nothing is planned. */
    dueAt: instant("due_at"),
    /** The slot it was planned for, which work hours and snoozing do not move. */
    slotAt: instant("slot_at"),
    /** After this it is too late to say it. */
    until: instant("until"),
    /** Asked for by the person: planning again leaves it. */
    snoozed: boolean("snoozed").notNull().default(false),
    /** The slot that was last said or let pass: it never comes twice. */
    lastAt: instant("last_at"),
    /** Before the database came back from a backup: not due again before the operator says so. */
    wasDueAt: instant("was_due_at"),
  },
  (t) => [
    unique("schedule_once").on(t.organisationId, t.personId, t.rule, t.subjectId),
    index("schedule_person").on(t.organisationId, t.personId, t.dueAt),
  ],
);

/** Routing: the alarms. A beat reads the front of this and nothing else. */
export const scheduleHead = pgTable(
  "schedule_head",
  {
    id: uuid("id").primaryKey(),
    organisationId: uuid("organisation_id").notNull(),
    personId: uuid("person_id").notNull(),
    dueAt: instant("due_at").notNull(),
  },
  (t) => [index("schedule_head_due").on(t.dueAt, t.id)],
);

/** The nudges of a day: at most two, taken under the person's lock. */
export const nudgeSlot = pgTable(
  "nudge_slot",
  {
    ...ofOrganisation(),
    personId: uuid("person_id").notNull(),
    date: date("date", { mode: "string" }).notNull(),
    n: smallint("n").notNull(),
    deliveryId: uuid("delivery_id").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId, t.date, t.n] })],
);

/** What a person does not want to be reminded of, and until when of nothing at all. */
export const nudgeChoice = pgTable(
  "nudge_choice",
  {
    ...ofOrganisation(),
    personId: uuid("person_id").notNull(),
    muted: jsonb("muted").$type<string[]>().notNull(),
    /** The first day on which reminders come again. */
    pausedUntil: date("paused_until", { mode: "string" }),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] })],
);

/** What came of each slot: said, moved or let pass, and why. */
export const nudgeLog = pgTable(
  "nudge_log",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    personId: uuid("person_id").notNull(),
    rule: text("rule").notNull(),
    subjectId: uuid("subject_id").notNull(),
    slotAt: instant("slot_at").notNull(),
    at: instant("at").notNull(),
    outcome: text("outcome").$type<"said" | "moved" | "let pass">().notNull(),
    reason: text("reason"),
    deliveryId: uuid("delivery_id"),
  },
  (t) => [index("nudge_log_person").on(t.organisationId, t.personId, t.at)],
);

// One-on-ones: who talks with whom how often, which talks took place, what is to be talked about, who promised what, and notes.
import {
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { sql } from "drizzle-orm";
import { ofOrganisation } from "../../tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const talkPair = pgTable(
  "talk_pair",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    /** Who leads the talk: the manager. */
    ownerId: uuid("owner_id").notNull(),
    /** Whom it is for. */
    personId: uuid("person_id").notNull(),
    everyWeeks: integer("every_weeks").notNull(),
    /** 1 = Monday. */
    weekday: integer("weekday").notNull(),
    /** HH:MM on the clock of whoever leads it. */
    time: text("time").notNull(),
    /** The Monday of the first week. */
    since: date("since", { mode: "string" }).notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [
    index("talk_pair_owner").on(t.organisationId, t.ownerId),
    index("talk_pair_person").on(t.organisationId, t.personId),
  ],
);

/** What became of the talk of one week; where nothing is said of it, it is still ahead or nobody said. */
export const talkSession = pgTable(
  "talk_session",
  {
    ...ofOrganisation(),
    pairId: uuid("pair_id").notNull(),
    /** The Monday of its week. */
    week: date("week", { mode: "string" }).notNull(),
    state: text("state").$type<"moved" | "held" | "skipped" | "excused">().notNull(),
    /** Of a moved one: when it is instead. */
    movedTo: instant("moved_to"),
    saidAt: instant("said_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.pairId, t.week] })],
);

export const talkTopic = pgTable(
  "talk_topic",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    pairId: uuid("pair_id").notNull(),
    byId: uuid("by_id").notNull(),
    said: text("said").notNull(),
    /** Where it was thought of. */
    source: text("source").$type<"self" | "goal" | "blocker" | "feedback">().notNull(),
    at: instant("at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [
    index("talk_topic_open")
      .on(t.organisationId, t.pairId)
      .where(sql`closed_at is null`),
  ],
);

export const talkStep = pgTable(
  "talk_step",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    /** The 3 of A3, counted per organisation. */
    number: integer("number").notNull(),
    pairId: uuid("pair_id").notNull(),
    /** Who does it. */
    personId: uuid("person_id").notNull(),
    byId: uuid("by_id").notNull(),
    said: text("said").notNull(),
    /** A day of the calendar of whoever does it. */
    due: date("due", { mode: "string" }).notNull(),
    at: instant("at").notNull(),
    closedAt: instant("closed_at"),
    /** Closed without being done. */
    dropped: integer("dropped").notNull().default(0),
  },
  (t) => [
    unique("talk_step_number").on(t.organisationId, t.number),
    index("talk_step_person").on(t.organisationId, t.personId, t.closedAt),
    index("talk_step_pair").on(t.organisationId, t.pairId, t.closedAt),
  ],
);

/** Private notes are their author's; answers to the questions belong to whom the talk is for, and whoever leads it reads them while they do. */
export const talkNote = pgTable(
  "talk_note",
  {
    ...ofOrganisation(),
    pairId: uuid("pair_id").notNull(),
    ownerId: uuid("owner_id").notNull(),
    week: date("week", { mode: "string" }).notNull(),
    part: text("part").$type<"private" | "goal" | "reality" | "options" | "will">().notNull(),
    said: text("said").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.pairId, t.ownerId, t.week, t.part] })],
);

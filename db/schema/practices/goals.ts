// Goals, their milestones and their progress. Entries are append-only: a correction or an undo is another entry.
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { inOrder, ofOrganisation } from "../tenant.ts";

const exact = (name: string) => numeric(name, { precision: 24, scale: 6 });

export const goal = pgTable(
  "goal",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    number: integer("number").notNull(),
    title: text("title").notNull(),
    ownerId: uuid("owner_id").notNull(),
    teamId: uuid("team_id"),
    metricId: uuid("metric_id"),
    unit: jsonb("unit").notNull(),
    direction: text("direction").$type<"up" | "down" | "keep" | "floor" | "milestones">().notNull(),
    adds: boolean("adds").notNull(),
    baseline: exact("baseline").notNull(),
    target: exact("target").notNull(),
    periodKind: text("period_kind").$type<"month" | "quarter" | "year" | "custom">().notNull(),
    start: date("start", { mode: "string" }).notNull(),
    due: date("due", { mode: "string" }).notNull(),
    parentId: uuid("parent_id"),
    reason: text("reason"),
    state: text("state")
      .$type<"draft" | "proposed" | "active" | "achieved" | "missed" | "dropped">()
      .notNull(),
    proposedById: uuid("proposed_by_id"),
    proposedOn: date("proposed_on", { mode: "string" }),
    confidence: smallint("confidence"),
    /** Whose figures its pace is made of, by the source's name; null where what people report counts. */
    countedSource: text("counted_source"),
    /** The newest import that was looked at for whether it reached the goal; null: look. */
    countedThrough: bigint("counted_through", { mode: "number" }),
    countedReached: boolean("counted_reached").notNull().default(false),
    lesson: text("lesson"),
    createdOn: date("created_on", { mode: "string" }).notNull(),
    createdAt: timestamp("created_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (t) => [
    unique("goal_number").on(t.organisationId, t.number),
    index("goal_owner").on(t.organisationId, t.ownerId, t.state),
    index("goal_parent").on(t.organisationId, t.parentId),
  ],
);

export const milestone = pgTable(
  "milestone",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    goalId: uuid("goal_id").notNull(),
    title: text("title").notNull(),
    due: date("due", { mode: "string" }).notNull(),
    /** The value to reach; null for a step that is simply done. */
    target: exact("target"),
    doneOn: date("done_on", { mode: "string" }),
  },
  (t) => [index("milestone_goal").on(t.organisationId, t.goalId, t.due)],
);

export const goalEntry = pgTable(
  "goal_entry",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    goalId: uuid("goal_id").notNull(),
    kind: text("kind").$type<"add" | "set" | "void">().notNull(),
    value: exact("value").notNull(),
    /** The 10 of "3 of 10"; null unless the goal is a ratio and its parts were said. */
    of: exact("of"),
    on: date("on", { mode: "string" }).notNull(),
    note: text("note").notNull(),
    source: text("source").$type<"chat" | "form" | "daily">().notNull(),
    byId: uuid("by_id").notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
    /** Entries of one line are taken back together. */
    batchId: uuid("batch_id").notNull(),
    replacesId: uuid("replaces_id").unique("goal_entry_replaced_once"),
    /** Given while its goal is locked, so that the entries of a goal are in the order in which they were committed. */
    seq: inOrder(),
    /** On a correction: the place of the first entry of the chain it ends. There it counts, among those of a day. */
    countsAs: bigint("counts_as", { mode: "number" }),
  },
  (t) => [
    index("goal_entry_goal").on(t.organisationId, t.goalId, t.on, t.seq),
    index("goal_entry_by").on(t.organisationId, t.byId, t.seq),
    // Where a goal stands asks for its last value set, and for what was replaced: few among the thousands of a long goal.
    index("goal_entry_set")
      .on(t.organisationId, t.goalId, t.on, t.seq)
      .where(sql`kind = 'set'`),
    index("goal_entry_replacing")
      .on(t.organisationId, t.goalId, t.replacesId)
      .where(sql`replaces_id is not null`),
  ],
);

/** What is said about an entry that somebody else logged: not right, or it stands. Rows are only ever added. */
export const goalDispute = pgTable(
  "goal_dispute",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    entryId: uuid("entry_id").notNull(),
    kind: text("kind").$type<"opened" | "stands">().notNull(),
    said: text("said").notNull(),
    byId: uuid("by_id").notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
    /** Before whom it was put. */
    askedId: uuid("asked_id"),
  },
  (t) => [unique("goal_dispute_once").on(t.organisationId, t.entryId, t.kind)],
);

/** A change of the target or the due date of a goal that runs: asked for, agreed on or not. The old line stays. */
export const goalChange = pgTable(
  "goal_change",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    goalId: uuid("goal_id").notNull(),
    byId: uuid("by_id").notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
    oldTarget: exact("old_target").notNull(),
    oldDue: date("old_due", { mode: "string" }).notNull(),
    newTarget: exact("new_target").notNull(),
    newDue: date("new_due", { mode: "string" }).notNull(),
    reason: text("reason").notNull(),
    state: text("state").$type<"open" | "agreed" | "declined">().notNull(),
    /** The other side, while it is open. */
    askedId: uuid("asked_id"),
    decidedById: uuid("decided_by_id"),
    decidedAt: timestamp("decided_at", { withTimezone: true, mode: "date" }),
  },
  (t) => [index("goal_change_goal").on(t.organisationId, t.goalId, t.seq)],
);

/** A status that somebody said against the computed one. Rows stay; a later one, its end or its last day ends it. */
export const goalOverride = pgTable(
  "goal_override",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    goalId: uuid("goal_id").notNull(),
    byId: uuid("by_id").notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
    status: text("status").$type<"on-track" | "at-risk" | "off-track">().notNull(),
    reason: text("reason").notNull(),
    until: date("until", { mode: "string" }).notNull(),
    endedById: uuid("ended_by_id"),
    endedAt: timestamp("ended_at", { withTimezone: true, mode: "date" }),
  },
  (t) => [index("goal_override_goal").on(t.organisationId, t.goalId, t.until)],
);

/** A goal that went on to somebody else because its owner left. Rows are only ever added. */
export const goalHandover = pgTable(
  "goal_handover",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    goalId: uuid("goal_id").notNull(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    byId: uuid("by_id").notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (t) => [index("goal_handover_goal").on(t.organisationId, t.goalId, t.seq)],
);

/** Which source a goal counted from when on. Rows are only ever added. */
export const goalCounting = pgTable(
  "goal_counting",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    goalId: uuid("goal_id").notNull(),
    /** Null: what people report. */
    source: text("source"),
    byId: uuid("by_id").notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (t) => [index("goal_counting_goal").on(t.organisationId, t.goalId, t.seq)],
);

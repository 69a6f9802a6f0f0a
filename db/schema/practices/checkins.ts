// Check-ins, blockers, daily notes, and how a team checks in.
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
import { inOrder, ofOrganisation } from "../tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
const visible = () => text("visible").$type<"manager" | "team">().notNull();

export const checkinRhythm = pgTable(
  "checkin_rhythm",
  {
    ...ofOrganisation(),
    teamId: uuid("team_id").notNull(),
    on: boolean("on").notNull(),
    weekday: smallint("weekday").notNull(),
    opens: text("opens").notNull(),
    visible: visible(),
    daily: boolean("daily").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.teamId] })],
);

export const checkin = pgTable(
  "checkin",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    personId: uuid("person_id").notNull(),
    /** The Monday that names the week. */
    week: date("week", { mode: "string" }).notNull(),
    /** It plans the week that follows: the team's rhythm when it was first sent. */
    ahead: boolean("ahead").notNull().default(false),
    priorities: jsonb("priorities").notNull(),
    /** Amounts as exact decimal text. */
    commits: jsonb("commits").notNull(),
    wentWell: text("went_well").notNull(),
    visible: visible(),
    sentAt: instant("sent_at").notNull(),
    onTime: boolean("on_time").notNull(),
  },
  (t) => [
    unique("checkin_once").on(t.organisationId, t.personId, t.week),
    index("checkin_week").on(t.organisationId, t.week),
  ],
);

export const blocker = pgTable(
  "blocker",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    personId: uuid("person_id").notNull(),
    text: text("text").notNull(),
    raisedAt: instant("raised_at").notNull(),
    checkinId: uuid("checkin_id"),
    state: text("state").$type<"open" | "answered" | "taken" | "talk" | "closed">().notNull(),
    answer: text("answer"),
    talkOn: date("talk_on", { mode: "string" }),
    byId: uuid("by_id"),
    at: instant("at"),
    /** The manager it was put before; null where nobody was there. */
    askedId: uuid("asked_id"),
  },
  (t) => [index("blocker_person").on(t.organisationId, t.personId, t.state)],
);

/** How a team's figures of the day are posted; whoever switched it on or off last. */
export const teamUpdate = pgTable(
  "team_update",
  {
    ...ofOrganisation(),
    teamId: uuid("team_id").notNull(),
    byId: uuid("by_id").notNull(),
    on: boolean("on").notNull(),
    /** Null: only when the manager posts it. */
    postsAt: text("posts_at"),
    /** The last day whose figures were posted. */
    postedOn: date("posted_on", { mode: "string" }),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.teamId] })],
);

/** Where a person chose otherwise than their team. */
export const dailyChoice = pgTable(
  "daily_choice",
  { ...ofOrganisation(), personId: uuid("person_id").notNull(), on: boolean("on").notNull() },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] })],
);

export const dailyNote = pgTable(
  "daily_note",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    personId: uuid("person_id").notNull(),
    on: date("on", { mode: "string" }).notNull(),
    done: text("done").notNull(),
    next: text("next").notNull(),
    visible: visible(),
    at: instant("at").notNull(),
  },
  (t) => [unique("daily_note_once").on(t.organisationId, t.personId, t.on)],
);

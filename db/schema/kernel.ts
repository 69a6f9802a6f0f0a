// The house's own tables: who there is, what was done, what is to be said. Times are business time unless said otherwise.
import type { Weekday } from "#src/calendar/local-date";
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  index,
  integer,
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

/** Routing: that an organisation exists, nothing more. */
export const organisation = pgTable("organisation", { id: uuid("id").primaryKey() });

export const organisationProfile = pgTable("organisation_profile", {
  organisationId: uuid("organisation_id").primaryKey(),
  name: text("name").notNull(),
  locale: text("locale").$type<"zh" | "en">().notNull(),
  zone: text("zone").notNull(),
  country: text("country").notNull(),
  currency: text("currency").notNull(),
  workweek: jsonb("workweek").$type<readonly Weekday[]>(),
  setUpAt: instant("set_up_at"),
  graceWorkdays: smallint("grace_workdays").notNull().default(3),
  /** Shares of the expected value, in per cent: from here on a goal is on track, or at risk. */
  paceOnTrack: smallint("pace_on_track").notNull().default(95),
  paceAtRisk: smallint("pace_at_risk").notNull().default(75),
  /** Whether praise may name people where readers of another platform read it: an admin said so. */
  namesCross: boolean("names_cross").notNull().default(false),
  /** What an admin switched on or off, by the practice's name; every other is as it begins. */
  practices: jsonb("practices")
    .$type<Record<string, { on: boolean; at: string }>>()
    .notNull()
    .default({}),
});

export const team = pgTable(
  "team",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    name: text("name").notNull(),
    managerId: uuid("manager_id"),
    /** Nobody is nudged before their team was switched on. */
    switchedOnAt: instant("switched_on_at"),
  },
  (t) => [unique("team_name").on(t.organisationId, t.name)],
);

export const person = pgTable(
  "person",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    name: text("name").notNull(),
    email: text("email"),
    locale: text("locale").$type<"zh" | "en">().notNull(),
    /** While the language is only guessed: whether they were asked; or that it is their platform's. Null: they said it. */
    localeGuess: text("locale_guess").$type<"open" | "asked" | "platform">(),
    zone: text("zone").notNull(),
    /** The zone before, and since when: whose clock jumped over an hour is asked later. */
    moved: jsonb("moved").$type<{ from: string; at: string }>(),
    country: text("country").notNull(),
    /** Who said where they are: they themselves, their platform, or nobody but the organisation. */
    placeFrom: text("place_from")
      .$type<"person" | "platform" | "organisation">()
      .notNull()
      .default("platform"),
    hours: jsonb("hours").notNull(),
    workweek: jsonb("workweek").$type<Weekday[]>().notNull(),
    admin: boolean("admin").notNull(),
    /** An admin gave the right by hand: no account of theirs brings it or takes it. */
    adminGranted: boolean("admin_granted").notNull().default(false),
    assistant: boolean("assistant").notNull(),
    teamId: uuid("team_id"),
    managerId: uuid("manager_id"),
    leftOn: date("left_on", { mode: "string" }),
  },
  (t) => [
    index("person_organisation").on(t.organisationId, t.name),
    index("person_manager").on(t.organisationId, t.managerId),
    index("person_assistant")
      .on(t.organisationId, t.teamId)
      .where(sql`assistant`),
  ],
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
    /** Since when the platform says that this account cannot be written to. */
    stoppedAt: instant("stopped_at"),
    /** When its owner last did something with it, by the database's clock, to the quarter of an hour: messages go where they were last. */
    lastUsedAt: instant("last_used_at"),
    /** Why this account makes its owner an admin; null: it does not. */
    adminBy: text("admin_by").$type<"installation" | "platform" | "email">(),
    /** Since when nobody acts with it here: deactivated, or a guest. */
    barredAt: instant("barred_at"),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.workspace, t.user] }),
    index("chat_identity_person").on(t.personId),
  ],
);

/** Routing: which place of a chat platform (a channel, a group) one of ours is. */
export const chatPlace = pgTable(
  "chat_place",
  {
    platform: text("platform").notNull(),
    workspace: text("workspace").notNull(),
    channel: text("channel").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    placeId: uuid("place_id").notNull(),
    /** Since when the platform says that it cannot be written to. */
    stoppedAt: instant("stopped_at"),
    /** The post that is tried there all the same, and when that was last done, or it came back: nobody tells of a mute that was lifted. */
    triedWith: uuid("tried_with"),
    triedAt: instant("tried_at"),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.workspace, t.channel] }),
    index("chat_place_place").on(t.placeId),
  ],
);

/** A place where several people read along. */
export const place = pgTable("place", {
  ...ofOrganisation(),
  id: uuid("id").primaryKey(),
  seq: inOrder(),
  name: text("name").notNull(),
  /** What its readers read; both where they differ. */
  reads: text("reads").$type<"zh" | "en" | "both">().notNull(),
  /** The team whose own place it is. */
  teamId: uuid("team_id"),
  /** The cloud it is on; empty where nobody told. */
  cloud: text("cloud").notNull().default(""),
});

/** Routing: a chat workspace the bot is in, with the sealed token it is let in by (null: taken back, or the playground's). */
export const installation = pgTable(
  "installation",
  {
    platform: text("platform").notNull(),
    workspace: text("workspace").notNull(),
    organisationId: uuid("organisation_id").notNull(),
    name: text("name").notNull().default(""),
    token: text("token"),
    /** The bot's own account there. */
    botUser: text("bot_user"),
    scopes: jsonb("scopes").$type<string[]>().notNull().default([]),
    /** The account of who installed it: the first admin. */
    installedBy: text("installed_by"),
    /** Whether an admin agreed that who installed it may set up, though others were there before it. */
    installerMay: boolean("installer_may").notNull().default(false),
    /** Whether the organisation began with it. */
    founded: boolean("founded").notNull().default(false),
    /** Whether the operator's own variables name it, or somebody came by a link or from a store. */
    way: text("way").$type<"configured" | "link">().notNull().default("link"),
    /** When it was let in last: what is told of a time before that is about an earlier install. */
    installedAt: instant("installed_at"),
    /** Since when its messages wait, because the platform refused the installation itself. */
    stoppedAt: instant("stopped_at"),
    why: text("why"),
    /** Until when it gets drawings of ours, because it refused charts and tables of its own. */
    plainUntil: instant("plain_until"),
  },
  (t) => [primaryKey({ columns: [t.platform, t.workspace] })],
);

/** Routing: a workspace that would belong to an organisation others are in, until an admin of it or the operator says so. */
export const installationRequest = pgTable(
  "installation_request",
  {
    platform: text("platform").notNull(),
    workspace: text("workspace").notNull(),
    /** Another one each time it is asked. */
    id: uuid("id").notNull(),
    /** Which organisation is asked. */
    organisationId: uuid("organisation_id").notNull(),
    state: text("state").$type<"open" | "let in" | "refused">().notNull(),
    name: text("name").notNull(),
    /** Sealed as in `installation`; thrown away with the answer. */
    token: text("token"),
    botUser: text("bot_user").notNull(),
    scopes: jsonb("scopes").$type<string[]>().notNull(),
    /** Once it is let in: whether who asked may set up too. Null: nobody is asked that. */
    installer: text("installer").$type<"open" | "yes" | "no">(),
    /** The account and the name of who asks, as the platform tells them; emptied with the last answer. */
    askedBy: text("asked_by"),
    askedByName: text("asked_by_name"),
    /** Workspaces of the organisation that it would be for as well. */
    covers: jsonb("covers").$type<string[]>().notNull(),
    askedAt: instant("asked_at").notNull(),
    decidedAt: instant("decided_at"),
    /** Who answered: somebody in the chat, or the operator. */
    decidedBy: text("decided_by").$type<"person" | "operator">(),
  },
  (t) => [primaryKey({ columns: [t.platform, t.workspace] })],
);

/** Routing: what an app of a platform is let in by for an hour or two, sealed, shared by all processes. Times are the database's own clock. */
export const appToken = pgTable("app_token", {
  app: text("app").primaryKey(),
  token: text("token"),
  until: instant("until"),
  /** Somebody fetches a new one, for so long at most. */
  leaseUntil: instant("lease_until"),
});

/** What was shown and had no room where it was shown, for a while. */
export const shelf = pgTable(
  "shelf",
  {
    ...ofOrganisation(),
    id: text("id").notNull(),
    what: jsonb("what").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] }), index("shelf_at").on(t.at)],
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
    /** Whose people it is for; empty: everybody's. */
    country: text("country").notNull().default(""),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.date, t.country] })],
);

/** A year of a country whose list of holidays an admin entered, or said to be whole. */
export const holidayYear = pgTable(
  "holiday_year",
  {
    ...ofOrganisation(),
    country: text("country").notNull(),
    year: smallint("year").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.country, t.year] })],
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
    /** The key of the act whose question it answers: what was said, and is edited or deleted later. */
    begunBy: text("begun_by"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.key] }),
    index("act_at").on(t.at),
    index("act_begun_by")
      .on(t.organisationId, t.begunBy)
      .where(sql`begun_by is not null`),
  ],
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

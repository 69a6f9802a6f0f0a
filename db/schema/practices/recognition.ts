// Recognition: shout-outs and wins, who they are for, who said +1; values, rules, wishes; and the ledger of points, where rows are
// only ever added.
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { inOrder, ofOrganisation } from "../tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const recognitionShout = pgTable(
  "recognition_shout",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    seq: inOrder(),
    /** The same of being given: taken anew when that happens. */
    givenSeq: inOrder("given_seq"),
    kind: text("kind").$type<"praise" | "win">().notNull(),
    byId: uuid("by_id").notNull(),
    reason: text("reason").notNull(),
    valueId: uuid("value_id"),
    points: integer("points").notNull(),
    placeId: uuid("place_id"),
    isPrivate: boolean("is_private").notNull(),
    state: text("state").$type<"draft" | "scheduled" | "given" | "undone">().notNull(),
    postAt: instant("post_at"),
    madeAt: instant("made_at").notNull(),
    givenAt: instant("given_at"),
    /** Its giver was told that the place takes no posts, and not yet that it stands there. */
    waitsForPlace: boolean("waits_for_place").notNull().default(false),
    /** What a win is about, as its owner let it be seen. */
    facts: jsonb("facts"),
  },
  (t) => [
    index("recognition_shout_given").on(t.organisationId, t.state, t.givenAt),
    index("recognition_shout_by").on(t.organisationId, t.byId, t.state),
    index("recognition_shout_place").on(t.organisationId, t.placeId, t.givenSeq),
  ],
);

export const recognitionReceiver = pgTable(
  "recognition_receiver",
  {
    ...ofOrganisation(),
    shoutId: uuid("shout_id").notNull(),
    personId: uuid("person_id").notNull(),
    consent: text("consent").$type<"public" | "asked" | "private">().notNull(),
    hidden: boolean("hidden").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.shoutId, t.personId] }),
    index("recognition_receiver_person").on(t.organisationId, t.personId),
  ],
);

/** Who said +1; taken back, the row goes. */
export const recognitionCheer = pgTable(
  "recognition_cheer",
  {
    ...ofOrganisation(),
    shoutId: uuid("shout_id").notNull(),
    personId: uuid("person_id").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.shoutId, t.personId] })],
);

export const recognitionValue = pgTable(
  "recognition_value",
  {
    ...ofOrganisation(),
    id: uuid("id").notNull(),
    nameEn: text("name_en").notNull(),
    nameZh: text("name_zh").notNull(),
    active: boolean("active").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] })],
);

export const recognitionRules = pgTable("recognition_rules", {
  organisationId: uuid("organisation_id").primaryKey(),
  points: boolean("points").notNull(),
  base: integer("base").notNull(),
  perReport: integer("per_report").notNull(),
  valueRequired: boolean("value_required").notNull(),
});

/** How a person wants to be praised. */
export const recognitionWish = pgTable(
  "recognition_wish",
  {
    ...ofOrganisation(),
    personId: uuid("person_id").notNull(),
    wish: text("wish").$type<"public" | "ask" | "private">().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] })],
);

/** The ledger. Every line of a shout-out has its other side, and none is there twice. */
export const recognitionPoints = pgTable(
  "recognition_points",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    personId: uuid("person_id").notNull(),
    pool: text("pool").$type<"give" | "have">().notNull(),
    delta: integer("delta").notNull(),
    cause: text("cause").$type<"grant" | "praise" | "undo" | "lapse">().notNull(),
    month: text("month").notNull(),
    shoutId: uuid("shout_id"),
    otherId: uuid("other_id"),
    at: instant("at").notNull(),
  },
  (t) => [
    unique("recognition_points_once").on(
      t.organisationId,
      t.shoutId,
      t.pool,
      t.cause,
      t.personId,
      t.otherId,
    ),
    index("recognition_points_person").on(t.organisationId, t.personId, t.pool),
  ],
);

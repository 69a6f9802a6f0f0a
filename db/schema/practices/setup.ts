// What an admin sets up: the metrics goals are measured by; and who was greeted.
import { boolean, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { ofOrganisation } from "../tenant.ts";

export const metric = pgTable("metric", {
  ...ofOrganisation(),
  id: uuid("id").primaryKey(),
  nameEn: text("name_en").notNull(),
  nameZh: text("name_zh").notNull(),
  aliases: jsonb("aliases").$type<string[]>().notNull(),
  unit: jsonb("unit").notNull(),
  /** Whether a log adds to it (collected revenue) or says where it stands (open complaints). */
  adds: boolean("adds").notNull(),
  /** What it divides by what; null unless it is a ratio. */
  ratio: jsonb("ratio"),
});

/** Who got the greeting, and when: once ever. */
export const greeting = pgTable(
  "greeting",
  {
    ...ofOrganisation(),
    personId: uuid("person_id").notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] })],
);

/** A department of the company's directory that a team was made of, as it was last looked at: what changes there is asked about, or done. */
export const followedDepartment = pgTable(
  "followed_department",
  {
    ...ofOrganisation(),
    platform: text("platform").notNull(),
    workspace: text("workspace").notNull(),
    department: text("department").notNull(),
    teamId: uuid("team_id").notNull(),
    following: text("following").$type<"ask" | "self" | "off">().notNull(),
    /** Accounts of who leads it and who is in it: src/practices/setup/following/rules.ts. */
    seen: jsonb("seen").notNull(),
    /** The open question about what changed since, and what it is about. */
    proposal: text("proposal"),
    proposed: text("proposed"),
    dueAt: timestamp("due_at", { withTimezone: true, mode: "date" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.platform, t.workspace, t.department] })],
);

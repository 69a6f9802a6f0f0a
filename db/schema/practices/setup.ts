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

// What an admin sets up: the metrics goals are measured by.
import { boolean, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { ofOrganisation } from "./tenant.ts";

export const metric = pgTable("metric", {
  ...ofOrganisation(),
  id: uuid("id").primaryKey(),
  nameEn: text("name_en").notNull(),
  nameZh: text("name_zh").notNull(),
  aliases: jsonb("aliases").$type<string[]>().notNull(),
  unit: jsonb("unit").notNull(),
  /** Whether a log adds to it (collected revenue) or says where it stands (open complaints). */
  adds: boolean("adds").notNull(),
});

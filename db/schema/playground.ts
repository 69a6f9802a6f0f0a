// The chat in the browser, where the bot is its own platform, and the playground's clock.
import { index, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { ofOrganisation } from "./tenant.ts";

export const webMessage = pgTable(
  "web_message",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    user: text("user").notNull(),
    by: text("by").$type<"person" | "bot">().notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
    text: text("text").notNull(),
    cards: jsonb("cards").notNull(),
    version: integer("version").notNull(),
    deliveryId: uuid("delivery_id").unique("web_message_delivery"),
  },
  (t) => [index("web_message_user").on(t.organisationId, t.user, t.at, t.id)],
);

export const webRead = pgTable(
  "web_read",
  {
    ...ofOrganisation(),
    user: text("user").notNull(),
    /** The newest message seen: ids sort in the order they were made, while the playground's clock stands still. */
    upTo: uuid("up_to").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.user] })],
);

export const playgroundClock = pgTable("playground_clock", {
  organisationId: uuid("organisation_id").primaryKey(),
  at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
});

// The chat in the browser, where the bot is its own platform, and the playground's clock.
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { ofOrganisation } from "./tenant.ts";

export const webMessage = pgTable(
  "web_message",
  {
    ...ofOrganisation(),
    id: uuid("id").primaryKey(),
    /** In whose own chat it stands, or who said it in a channel; empty for the bot in a channel. */
    user: text("user").notNull(),
    /** The channel it stands in; null in a person's own chat. */
    channel: text("channel"),
    by: text("by").$type<"person" | "bot">().notNull(),
    at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
    text: text("text").notNull(),
    cards: jsonb("cards").notNull(),
    version: integer("version").notNull(),
    /** A command said in a channel was carried out. */
    receipt: boolean("receipt").notNull().default(false),
    deliveryId: uuid("delivery_id").unique("web_message_delivery"),
  },
  (t) => [
    index("web_message_user").on(t.organisationId, t.user, t.at, t.id),
    index("web_message_channel").on(t.organisationId, t.channel, t.at, t.id),
  ],
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

/** The same for a channel, by reader. */
export const webChannelRead = pgTable(
  "web_channel_read",
  {
    ...ofOrganisation(),
    user: text("user").notNull(),
    channel: text("channel").notNull(),
    upTo: uuid("up_to").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.user, t.channel] })],
);

export const playgroundClock = pgTable("playground_clock", {
  organisationId: uuid("organisation_id").primaryKey(),
  at: timestamp("at", { withTimezone: true, mode: "date" }).notNull(),
});

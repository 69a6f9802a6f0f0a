// Two accounts of one person: the code that is shown in one chat and typed in the other, who asks by it, and what a joining moved.
import {
  boolean,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import { ofOrganisation } from "../tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** One row a person: the code they were shown, who asks by it to be them, and how often they typed one themselves lately. */
export const accountLink = pgTable(
  "account_link",
  {
    ...ofOrganisation(),
    personId: uuid("person_id").notNull(),
    /** Of the code; null when there is none. */
    hash: text("hash"),
    until: instant("until"),
    /** The account in whose chat the code stands. */
    account: text("account"),
    /** Who typed it: from then on it is theirs alone. */
    askId: uuid("ask_id"),
    askedById: uuid("asked_by_id"),
    askedAccount: text("asked_account"),
    /** They said that it is them, and the holder was asked. */
    asked: boolean("asked").notNull().default(false),
    tries: smallint("tries").notNull().default(0),
    triedAt: instant("tried_at"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] })],
);

/** Two people who were joined, for the day in which that can be taken back. */
export const accountJoin = pgTable(
  "account_join",
  {
    ...ofOrganisation(),
    id: uuid("id").notNull(),
    keptId: uuid("kept_id").notNull(),
    /** Nobody of that id is there any more, until they are parted. */
    goneId: uuid("gone_id").notNull(),
    /** The accounts in whose chats it was said. */
    keptAccount: text("kept_account").notNull(),
    goneAccount: text("gone_account").notNull(),
    at: instant("at").notNull(),
    until: instant("until").notNull(),
    /** What moved, and how both were set up before (db/stores/accounts/merge-people.ts). */
    record: jsonb("record").notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.id] })],
);

// The code that joins two accounts of one person: shown in one chat, typed in the other.
import { pgTable, primaryKey, smallint, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { ofOrganisation } from "./tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** One row a person: the code they were shown, and how often they typed a wrong one lately. */
export const accountLink = pgTable(
  "account_link",
  {
    ...ofOrganisation(),
    personId: uuid("person_id").notNull(),
    /** Of the code; null when there is none. */
    hash: text("hash"),
    until: instant("until"),
    tries: smallint("tries").notNull().default(0),
    triedAt: instant("tried_at"),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] })],
);

// Pages in a browser: links asked for in a chat, and sessions they began.
import { index, pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { ofOrganisation } from "./tenant.ts";

const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** What opens it is not here: it is made of the id and of a key that the database does not have. */
export const pageLink = pgTable(
  "page_link",
  {
    ...ofOrganisation(),
    id: uuid("id").notNull(),
    personId: uuid("person_id").notNull(),
    /** In whose chat it stands. */
    account: text("account").notNull(),
    askedAt: instant("asked_at").notNull(),
    until: instant("until").notNull(),
    spentAt: instant("spent_at"),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.id] }),
    index("page_link_person").on(t.organisationId, t.personId, t.askedAt),
  ],
);

export const pageSession = pgTable(
  "page_session",
  {
    ...ofOrganisation(),
    /** Of what the browser keeps. */
    hash: text("hash").notNull(),
    personId: uuid("person_id").notNull(),
    account: text("account").notNull(),
    beganAt: instant("began_at").notNull(),
    seenAt: instant("seen_at").notNull(),
    until: instant("until").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.hash] }),
    index("page_session_person").on(t.organisationId, t.personId),
  ],
);

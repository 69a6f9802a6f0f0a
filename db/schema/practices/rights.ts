// What people were told of who sees what of theirs, so that they hear of a change and of nothing else.
import { jsonb, pgTable, primaryKey, timestamp, uuid } from "drizzle-orm/pg-core";
import { ofOrganisation } from "../tenant.ts";

export const rightsTold = pgTable(
  "rights_told",
  {
    ...ofOrganisation(),
    personId: uuid("person_id").notNull(),
    /** Ids of who leads them, who may log for them, whom they lead: src/practices/rights/model.ts. */
    told: jsonb("told").notNull(),
    /** The same before the message that may still be changed; null where there is none. */
    before: jsonb("before"),
    since: timestamp("since", { withTimezone: true, mode: "date" }),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.personId] })],
);

// The column that makes a table an organisation's: the migration runner fences every table that has it (db/policies.ts).
import { uuid } from "drizzle-orm/pg-core";

/** Spread into a table's columns: `...ofOrganisation()`. Lead its primary key or first index with it. */
export function ofOrganisation() {
  return { organisationId: uuid("organisation_id").notNull() };
}

// The column that makes a table an organisation's: the migration runner fences every table that has it (db/row-security.ts).
import { bigint, uuid } from "drizzle-orm/pg-core";

/** Spread into a table's columns: `...ofOrganisation()`. Lead its primary key or first index with it. */
export function ofOrganisation() {
  return { organisationId: uuid("organisation_id").notNull() };
}

/** In which order rows were written, by the database: ids and times come from processes, whose clocks differ. */
export function inOrder(name = "seq") {
  return bigint(name, { mode: "number" }).notNull().generatedByDefaultAsIdentity();
}

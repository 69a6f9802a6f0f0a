// Rows for every table of the database at once: one of each for a person, marked so that one knows them again.
import { randomUUID } from "node:crypto";
import { sql, type SQL } from "drizzle-orm";
import { execute, type Database, type Tx } from "#db/client";
import { atRouting, inOrganisation } from "#db/organisation";
import { privacyRegister } from "#db/privacy/register";
import type { Registered } from "#db/privacy/rules";
import { routingTables } from "#db/row-security";

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly data_type: string;
  readonly is_identity: string;
}

/** Whose row it is, and the mark that stands in each of its texts. */
export interface Marked {
  readonly organisation: string;
  readonly person: string;
  /** An account of theirs. */
  readonly user: string;
  readonly mark: string;
}

/** Tables of the program itself, and those that an organisation has one row of. */
const leftOut = ["pacer_migration", "organisation", "organisation_profile", "person"];
const at = sql`'2026-11-10T08:00:00Z'::timestamptz`;

const columnsNow = (database: Database): Promise<Column[]> =>
  execute<Column>(
    database.db,
    sql`select table_name::text, column_name::text, data_type::text, is_identity::text from information_schema.columns
      join information_schema.tables using (table_schema, table_name) where table_schema = current_schema() and table_type = 'BASE TABLE' order by ordinal_position`,
  );

/** A table whose rows say whose they are through a row of another comes behind it. */
function parentOf({ subject, through, also = [], retention }: Registered): string | null {
  const inverse = also.find(({ about }) => "table" in about && "key" in about);
  if (inverse) return null;
  if (through) return through.table;
  const parent = retention.find((each) => typeof each === "object" && "with" in each);
  return subject === null && typeof parent === "object" && "with" in parent ? parent.with : null;
}

/** One row in each table that is somebody's; returns the ids they have there. */
export async function fillFor(
  database: Database,
  whose: Marked,
): Promise<ReadonlyMap<string, string>> {
  const columns = await columnsNow(database);
  const ids = new Map<string, string>();
  const tables = [...new Set(columns.map((each) => each.table_name))]
    .filter((table) => !leftOut.includes(table) && !table.endsWith("_head"))
    .toSorted((a, b) => rank(a) - rank(b));
  await inOrganisation(database, whose.organisation, async (tx) => {
    for (const table of tables) {
      const own = columns.filter((each) => each.table_name === table);
      if (!own.some((each) => each.column_name === "organisation_id")) continue;
      const id = randomUUID();
      ids.set(table, id);
      const insert = insertOf(table, own, { ...whose, id, ids });
      await (routingTables.includes(table)
        ? atRouting(tx, (routing: Tx) => routing.execute(insert))
        : tx.execute(insert));
    }
  });
  return ids;
}

function rank(table: string): number {
  const parent = privacyRegister[table] && parentOf(privacyRegister[table]);
  return parent ? rank(parent) + 1 : 0;
}

function insertOf(table: string, own: readonly Column[], whose: OfRow): SQL {
  const filled = own.filter(({ is_identity: identity }) => identity !== "YES");
  const names = filled.map(({ column_name: name }) => sql.identifier(name));
  const values = filled.map((column) => valueOf(table, column, whose));
  return sql`insert into ${sql.identifier(table)} (${sql.join(names, sql`, `)}) values (${sql.join(values, sql`, `)}) on conflict do nothing`;
}

type OfRow = Marked & { readonly id: string; readonly ids: ReadonlyMap<string, string> };

function valueOf(table: string, column: Column, whose: OfRow): SQL {
  const marked = `${whose.mark} ${table}.${column.column_name}`;
  const said = table === "inbox" ? { from: { user: whose.user }, text: marked } : { text: marked };
  const named = nameIn(table, column, whose);
  if (named) return named;
  switch (column.data_type) {
    case "uuid":
      return sql`${randomUUID()}::uuid`;
    case "text":
      return sql`${fixed[`${table}.${column.column_name}`] ?? marked}`;
    case "jsonb":
      return sql`${JSON.stringify(said)}::text::jsonb`;
    case "boolean":
      return sql`false`;
    case "date":
      return sql`'2026-11-10'::date`;
    case "timestamp with time zone":
      return at;
    default:
      return sql`${(number += 1)}`;
  }
}

/** Whose it is, which it is, and which it belongs to. */
function nameIn(
  table: string,
  { column_name: name, data_type: type }: Column,
  whose: OfRow,
): SQL | null {
  const { subject = null, accountOf, through, retention = [] } = privacyRegister[table] ?? {};
  const parent =
    through ??
    retention.flatMap((each) =>
      typeof each === "object" && "with" in each ? [{ table: each.with, by: each.by }] : [],
    )[0];
  if (name === "organisation_id") return sql`${whose.organisation}::uuid`;
  if (name === "user" || name === accountOf) return sql`${whose.user}`;
  if (name === subject) return sql`${whose.person}::uuid`;
  if (name === "id") return type === "uuid" ? sql`${whose.id}::uuid` : sql`${whose.id}`;
  return parent?.by === name ? sql`${whose.ids.get(parent.table) ?? whose.id}::uuid` : null;
}

/** Of what is numbered no two are alike. */
let number = 1_000;

/** Words that mean something to the register. */
const fixed: Readonly<Record<string, string>> = {
  "recognition_shout.kind": "win",
  "recognition_shout.state": "given",
  "privacy_request.state": "ended",
  "outbox.kind": "notice",
};

// What somebody is given of a table: the columns the register names, of the rows that are theirs. Exact figures come as text.
import { sql, type SQL } from "drizzle-orm";
import type { GivenTable, Topic } from "#src/practices/privacy/api";
import { execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { privacyRegister } from "../../privacy/register.ts";
import { topicTables } from "../../privacy/topics.ts";
import { anyOf, isRouting, named, sharesOf, type Share, type Whose } from "./own-rows.ts";

export interface Column {
  readonly name: string;
  readonly type: string;
  readonly nullable: boolean;
}

/** From the catalogue itself: the information schema names only what the role may read. */
export const columnsOfTable = (tx: Tx, table: string): Promise<readonly Column[]> =>
  execute<Column>(
    tx,
    sql`select a.attname::text as name, t.typname::text as type, not a.attnotnull as nullable from pg_attribute a join pg_type t on t.oid = a.atttypid join pg_class c on c.oid = a.attrelid
      where c.relnamespace = current_schema()::regnamespace and c.relname = ${table} and a.attnum > 0 and not a.attisdropped order by a.attnum`,
  );

const isGiven = ({ exported }: Share): boolean => exported !== "nothing";

const topicOf = new Map<string, Topic>(
  Object.entries(topicTables).flatMap(([topic, tables]) =>
    tables.map((table): [string, Topic] => [table, topic as Topic]),
  ),
);

export const givenTables: readonly string[] = Object.entries(privacyRegister).flatMap(
  ([table, { exported, also = [] }]) =>
    exported === "nothing" && also.every((each) => each.exported === "nothing") ? [] : [table],
);

/** A draft is its author's, until the moment in that column has come. */
const once = ({ where, exported }: Share): SQL =>
  typeof exported === "object" && "rowOnce" in exported
    ? sql`${where} and ${named(exported.rowOnce)} is not null`
    : where;

const exact = new Set(["numeric", "int8"]);

export async function givenOf(tx: Tx, table: string, whose: Whose): Promise<GivenTable> {
  const shares = sharesOf(table, whose).filter(isGiven);
  const topic = topicOf.get(table);
  if (topic === undefined) throw new Error(`${table} is given and stands under no topic`);
  const wanted = shares.flatMap(({ exported }) =>
    typeof exported === "object" && "columns" in exported ? [exported.columns] : [],
  )[0];
  const columns = (await columnsOfTable(tx, table)).filter(({ name }) =>
    wanted === undefined ? name !== "organisation_id" : wanted.includes(name),
  );
  const where = anyOf(shares.map((each) => ({ ...each, where: once(each) })));
  const read = (on: Tx): Promise<readonly (readonly unknown[])[]> =>
    rowsAs(on, table, columns, sql`where ${where}`);
  const rows = shares.length === 0 ? [] : await (isRouting(table) ? atRouting(tx, read) : read(tx));
  return { table, topic, columns: columns.map(({ name }) => name), rows };
}

/** Rows as arrays of what stands in these columns. `rest`: what stands behind `from`. */
export async function rowsAs(
  on: Tx,
  table: string,
  columns: readonly Column[],
  rest: SQL,
): Promise<readonly (readonly unknown[])[]> {
  const values = columns.map(({ name, type }) =>
    exact.has(type) ? sql`${named(name)}::text` : sql`to_jsonb(${named(name)})`,
  );
  const found = await execute<{ row: string }>(
    on,
    sql`select jsonb_build_array(${sql.join(values, sql`, `)})::text as row from ${named(table)} ${rest}`,
  );
  return found.map(({ row }) => JSON.parse(row) as unknown[]);
}

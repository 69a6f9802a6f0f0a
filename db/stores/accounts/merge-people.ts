// Two people who turned out to be one. Every column that holds a person's id is found in the database's own catalogue, by its name, so
// that a new table is moved without anybody thinking of it; a test refuses an id column whose name says neither yes nor no.
import { sql } from "drizzle-orm";
import { execute, type Sql, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";

/** Names of columns that hold a person's id. */
export const personColumns: readonly string[] = [
  "person_id",
  "owner_id",
  "by_id",
  "proposed_by_id",
  "decided_by_id",
  "ended_by_id",
  "asked_by_id",
  "from_id",
  "to_id",
  "manager_id",
  "shared_with_id",
  "other_id",
  "about_id",
  "kept_id",
  "gone_id",
  "asked_id",
];

/** Where both have a line of one key and neither may be lost: the figure that is added. In every other table the one who stays is right. */
const added: Readonly<Record<string, string>> = { recognition_points: "delta" };

/** One step of moving everything to the one who stays. Rows and keys are JSON text of the database's own, which keeps figures exact. */
export type Step =
  /** Rows that named `gone` in this column, by the rest of their primary key. */
  | {
      readonly step: "moved";
      readonly table: string;
      readonly column: string;
      readonly keys: readonly string[];
    }
  /** Rows of `gone` whose key the other one had as well. */
  | { readonly step: "removed"; readonly table: string; readonly rows: readonly string[] }
  /** What people know, by person: as it was and as it is. */
  | { readonly step: "told"; readonly table: string; readonly rows: readonly string[] }
  /** Lines of the one who stays to which a figure was added, with that figure. */
  | {
      readonly step: "added";
      readonly table: string;
      readonly column: string;
      readonly figure: string;
      readonly keys: readonly string[];
    };

/** All that `mergePeople` did, in order: what `partPeople` (part-people.ts) needs to undo it. */
export interface Merged {
  readonly steps: readonly Step[];
  readonly person: string;
  /** Accounts, as routing had them. */
  readonly accounts: readonly string[];
  /** Ids of deliveries, and of those that had no words yet and were let go. */
  readonly heads: readonly string[];
  readonly dropped: readonly string[];
}

interface Column {
  readonly table_name: string;
  readonly column_name: string;
}

interface Key extends Column {
  /** The other columns of a unique key this one is in. */
  readonly others: string[];
}

/** Moves all of `gone` to `kept`, and removes `gone`. Both rows must be locked. Rows of routing follow in the same transaction. */
export async function mergePeople(
  tx: Tx,
  organisation: string,
  kept: string,
  gone: string,
): Promise<Merged> {
  const columns = await execute<Column>(
    tx,
    sql`select c.table_name::text as table_name, c.column_name::text as column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name in (select json_array_elements_text(${JSON.stringify(personColumns)}::json))
        and exists (select from information_schema.columns o where o.table_schema = c.table_schema and o.table_name = c.table_name and o.column_name = 'organisation_id')
        and has_table_privilege(format('%I.%I', c.table_schema, c.table_name), 'update') order by 1, 2`,
  );
  const { unique, primary } = await keysOfTables(tx);
  const steps: Step[] = [];
  for (const column of columns) {
    const key = primaryKeyOf(primary, column);
    for (const each of unique.filter(
      (known) => known.table_name === column.table_name && known.column_name === column.column_name,
    ))
      steps.push(...(await settle(tx, each, key, kept, gone)));
    const name = sql.identifier(column.column_name);
    const keys = await texts(
      tx,
      sql`update ${sql.identifier(column.table_name)} t set ${name} = ${kept}::uuid where t.${name} = ${gone}::uuid returning ${keyText("t", key)} as text`,
    );
    if (keys.length > 0)
      steps.push({ step: "moved", table: column.table_name, column: column.column_name, keys });
  }
  // What people were told names ids inside. Who became one is no news to them.
  const told = await texts(
    tx,
    sql`update rights_told k set told = replace(w.told::text, ${gone}, ${kept})::jsonb, before = null, since = null from rights_told w
      where w.organisation_id = k.organisation_id and w.person_id = k.person_id and k.organisation_id = ${organisation}::uuid and k.told::text like ${`%${gone}%`}
      returning jsonb_build_object('person_id', k.person_id, 'was', w.told, 'is', k.told)::text as text`,
  );
  if (told.length > 0) steps.push({ step: "told", table: "rights_told", rows: told });
  // What an admin gave to either stays given.
  await tx.execute(
    sql`update person k set admin = k.admin or g.admin, admin_granted = k.admin_granted or g.admin_granted from person g where k.id = ${kept}::uuid and g.id = ${gone}::uuid`,
  );
  const [person] = await texts(
    tx,
    sql`delete from person p where p.organisation_id = ${organisation}::uuid and p.id = ${gone}::uuid returning to_jsonb(p)::text as text`,
  );
  if (person === undefined) throw new Error("a person who is to go is not there");
  return {
    steps,
    person,
    ...(await atRouting(tx, (routing) => moveRouting(routing, organisation, kept, gone))),
  };
}

async function moveRouting(
  tx: Tx,
  organisation: string,
  kept: string,
  gone: string,
): Promise<Pick<Merged, "accounts" | "heads" | "dropped">> {
  const own = sql`organisation_id = ${organisation}::uuid`;
  const accounts = await texts(
    tx,
    sql`select to_jsonb(c)::text as text from chat_identity c where person_id = ${gone}::uuid and ${own}`,
  );
  // Whoever stays acts just now, with an account of theirs: that is where they were last.
  await tx.execute(
    sql`update chat_identity set person_id = ${kept}::uuid, last_used_at = null where person_id = ${gone}::uuid and ${own}`,
  );
  // What was about to be found words for is found for the one who stays.
  const dropped = await texts(
    tx,
    sql`update outbox_head set state = 'dropped', why = 'two people became one' where destination = ${gone}::uuid and ${own} and state = 'waiting' and not composed returning id::text as text`,
  );
  const heads = await texts(
    tx,
    sql`update outbox_head set destination = ${kept}::uuid where destination = ${gone}::uuid and ${own} returning id::text as text`,
  );
  await tx.execute(
    sql`update schedule_head set person_id = ${kept}::uuid where person_id = ${gone}::uuid and ${own}`,
  );
  return { accounts, heads, dropped };
}

/** The columns of a table's primary key but for the organisation and this one: which of one person's rows it is. */
function primaryKeyOf(
  primary: ReadonlyMap<string, readonly string[]>,
  { table_name, column_name }: Column,
): readonly string[] {
  const columns = primary.get(table_name);
  if (!columns) throw new Error(`${table_name} has no primary key`);
  return columns.filter((each) => each !== "organisation_id" && each !== column_name);
}

/** Of a row called `alias`, that key as JSON text. */
function keyText(
  alias: string,
  key: readonly string[],
  ...more: readonly ReturnType<typeof sql>[]
) {
  const parts = [
    ...key.map((each) => sql`${each}::text, ${sql.identifier(alias)}.${sql.identifier(each)}`),
    ...more,
  ];
  return parts.length === 0
    ? sql`'{}'`
    : sql`jsonb_build_object(${sql.join(parts, sql`, `)})::text`;
}

async function texts(on: Sql, query: ReturnType<typeof sql>): Promise<readonly string[]> {
  return (await execute<{ text: string }>(on, query)).map((each) => each.text);
}

interface Keys {
  /** Each unique key of a table, once for every person column in it. */
  readonly unique: readonly Key[];
  readonly primary: ReadonlyMap<string, readonly string[]>;
}

async function keysOfTables(tx: Tx): Promise<Keys> {
  const rows = await execute<{ table_name: string; names: string; is_primary: boolean }>(
    tx,
    sql`select c.relname::text as table_name, (select string_agg(a.attname::text, ',') from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)) as names, i.indisprimary as is_primary
      from pg_index i join pg_class c on c.oid = i.indrelid where i.indisunique and i.indpred is null and c.relnamespace = (select oid from pg_namespace where nspname = current_schema())`,
  );
  const keys = rows.map((each) => ({ ...each, columns: each.names.split(",") }));
  return {
    primary: new Map(
      keys.flatMap((each) => (each.is_primary ? [[each.table_name, each.columns]] : [])),
    ),
    unique: keys.flatMap(({ table_name, columns }) =>
      columns
        .filter((each) => personColumns.includes(each))
        .map((column_name) => ({
          table_name,
          column_name,
          others: columns.filter((each) => each !== column_name),
        })),
    ),
  };
}

/** Where both have a row of this key, one is left. */
async function settle(
  tx: Tx,
  { table_name, column_name, others }: Key,
  key: readonly string[],
  kept: string,
  gone: string,
): Promise<readonly Step[]> {
  const table = sql.identifier(table_name);
  const column = sql.identifier(column_name);
  const same = others.map((each) => sql`k.${sql.identifier(each)} = g.${sql.identifier(each)}`);
  const both = sql.join(
    [sql`k.${column} = ${kept}::uuid`, sql`g.${column} = ${gone}::uuid`, ...same],
    sql` and `,
  );
  const steps: Step[] = [];
  const figure = added[table_name];
  if (figure !== undefined) {
    const name = sql.identifier(figure);
    const keys = await texts(
      tx,
      sql`update ${table} k set ${name} = k.${name} + g.${name} from ${table} g where ${both} returning ${keyText("k", key, sql`${figure}::text, g.${name}`)} as text`,
    );
    if (keys.length > 0)
      steps.push({ step: "added", table: table_name, column: column_name, figure, keys });
  }
  const rows = await texts(
    tx,
    sql`delete from ${table} g using ${table} k where ${both} returning to_jsonb(g)::text as text`,
  );
  if (rows.length > 0) steps.push({ step: "removed", table: table_name, rows });
  return steps;
}

// Two people who turned out to be one. Every column that holds a person's id is found in the database's own catalogue, by its name, so
// that a new table is moved without anybody thinking of it; a test refuses an id column whose name says neither yes nor no.
import { sql } from "drizzle-orm";
import { execute, type Tx } from "./client.ts";
import { atRouting } from "./organisation.ts";

/** Names of columns that hold a person's id. */
export const personColumns: readonly string[] = ["person_id", "owner_id", "by_id", "proposed_by_id", "decided_by_id", "ended_by_id", "from_id", "to_id", "manager_id", "shared_with_id", "other_id", "about_id"];

/** Where both have a line of one key and neither may be lost: the figure that is added. In every other table the one who stays is right. */
const added: Readonly<Record<string, string>> = { recognition_points: "delta" };

interface Column {
  readonly table_name: string;
  readonly column_name: string;
}

interface Key extends Column {
  /** The other columns of a unique key this one is in. */
  readonly others: string[];
}

/** Moves all of `gone` to `kept`, and removes `gone`. Both rows must be locked. Rows of routing follow in the same transaction. */
export async function mergePeople(tx: Tx, organisation: string, kept: string, gone: string): Promise<void> {
  const columns = await execute<Column>(
    tx,
    sql`select c.table_name::text as table_name, c.column_name::text as column_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name in (select json_array_elements_text(${JSON.stringify(personColumns)}::json))
        and exists (select from information_schema.columns o where o.table_schema = c.table_schema and o.table_name = c.table_name and o.column_name = 'organisation_id')
        and has_table_privilege(format('%I.%I', c.table_schema, c.table_name), 'update') order by 1, 2`,
  );
  const keys = await uniqueKeys(tx);
  for (const column of columns) {
    for (const key of keys.filter((each) => each.table_name === column.table_name && each.column_name === column.column_name)) await settle(tx, key, kept, gone);
    const name = sql.identifier(column.column_name);
    await tx.execute(sql`update ${sql.identifier(column.table_name)} set ${name} = ${kept}::uuid where ${name} = ${gone}::uuid`);
  }
  await tx.execute(sql`delete from person where organisation_id = ${organisation}::uuid and id = ${gone}::uuid`);
  await atRouting(tx, async () => {
    // Whoever stays acts just now, with an account of theirs: that is where they were last.
    await tx.execute(sql`update chat_identity set person_id = ${kept}::uuid, last_used_at = null where person_id = ${gone}::uuid and organisation_id = ${organisation}::uuid`);
    // What was about to be found words for is found for the one who stays.
    await tx.execute(sql`update outbox_head set state = 'dropped', why = 'two people became one' where destination = ${gone}::uuid and organisation_id = ${organisation}::uuid and state = 'waiting' and not composed`);
    await tx.execute(sql`update outbox_head set destination = ${kept}::uuid where destination = ${gone}::uuid and organisation_id = ${organisation}::uuid`);
    await tx.execute(sql`update schedule_head set person_id = ${kept}::uuid where person_id = ${gone}::uuid and organisation_id = ${organisation}::uuid`);
  });
}

/** Each unique key of a table, once for every person column in it. */
async function uniqueKeys(tx: Tx): Promise<readonly Key[]> {
  const rows = await execute<{ table_name: string; names: string }>(
    tx,
    sql`select c.relname::text as table_name, (select string_agg(a.attname::text, ',') from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any(i.indkey)) as names
      from pg_index i join pg_class c on c.oid = i.indrelid where i.indisunique and i.indpred is null and c.relnamespace = (select oid from pg_namespace where nspname = current_schema())`,
  );
  return rows.flatMap(({ table_name, names }) => {
    const all = names.split(",");
    return all.filter((each) => personColumns.includes(each)).map((column_name) => ({ table_name, column_name, others: all.filter((each) => each !== column_name) }));
  });
}

/** Where both have a row of this key, one is left. */
async function settle(tx: Tx, { table_name, column_name, others }: Key, kept: string, gone: string): Promise<void> {
  const table = sql.identifier(table_name);
  const column = sql.identifier(column_name);
  const same = others.map((each) => sql`k.${sql.identifier(each)} = g.${sql.identifier(each)}`);
  const both = sql.join([sql`k.${column} = ${kept}::uuid`, sql`g.${column} = ${gone}::uuid`, ...same], sql` and `);
  const figure = added[table_name];
  if (figure !== undefined) await tx.execute(sql`update ${table} k set ${sql.identifier(figure)} = k.${sql.identifier(figure)} + g.${sql.identifier(figure)} from ${table} g where ${both}`);
  await tx.execute(sql`delete from ${table} g using ${table} k where ${both}`);
}

// Somebody is erased: table by table as the register says, in one transaction. What stays is about nobody one could name.
import { sql, type SQL } from "drizzle-orm";
import type { Erasing, FormerMember, Topic } from "#src/practices/privacy/api";
import { affectedBy, execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { privacyRegister } from "../../privacy/register.ts";
import type { Erase } from "../../privacy/rules.ts";
import { topicTables } from "../../privacy/topics.ts";
import { columnsOfTable, type Column } from "./given.ts";
import { holds, isRouting, named, sharesOf, type Share, type Whose } from "./own-rows.ts";

const effect = { delete: "deleted", detach: "emptied", keep: "kept" } as const;

const whereOf = ({ where, erase }: Share): SQL =>
  erase.rule === "detach" && erase.only !== undefined
    ? sql`${where} and ${holds(erase.only)}`
    : where;

const isHead = (table: string): boolean => table.endsWith("_head");

/** What would come of it, topic by topic. */
export async function planErase(tx: Tx, whose: Whose): Promise<readonly Erasing[]> {
  const parts = Object.entries(topicTables).flatMap(([topic, tables]) =>
    tables
      .filter((table) => !isHead(table))
      .flatMap((table) =>
        sharesOf(table, whose).map((share) => ({
          table,
          count: sql`select ${topic}::text as topic, ${effect[share.erase.rule]}::text as effect, count(*)::int as n from ${named(table)} where ${whereOf(share)}`,
        })),
      ),
  );
  const counted = (on: Tx, routing: boolean) =>
    execute<{ topic: Topic; effect: (typeof effect)[keyof typeof effect]; n: number }>(
      on,
      sql.join(
        parts.flatMap(({ table, count }) => (isRouting(table) === routing ? [count] : [])),
        sql` union all `,
      ),
    );
  const rows = [
    ...(await counted(tx, false)),
    ...(await atRouting(tx, (routing) => counted(routing, true))),
  ];
  const sums = new Map<Topic, { deleted: number; emptied: number; kept: number }>();
  for (const { topic, effect: of, n } of rows) {
    const sum = sums.get(topic) ?? { deleted: 0, emptied: 0, kept: 0 };
    sums.set(topic, { ...sum, [of]: sum[of] + Number(n) });
  }
  return [...sums].flatMap(([topic, sum]) =>
    sum.deleted + sum.emptied + sum.kept === 0 ? [] : [{ topic, ...sum }],
  );
}

/** The order: what hangs on another row goes before that row is no longer theirs. */
const order = Object.keys(privacyRegister).toSorted((a, b) => hangs(b) - hangs(a));

function hangs(table: string): number {
  const each = privacyRegister[table];
  return each?.subject === null ? 1 : 0;
}

export async function erasePerson(
  tx: Tx,
  whose: Whose,
  former: FormerMember,
): Promise<{ readonly deleted: number; readonly emptied: number }> {
  const done = { deleted: 0, emptied: 0 };
  for (const table of order)
    for (const share of sharesOf(table, whose)) {
      const work = (on: Tx): Promise<number> => carryOut(on, table, share, former);
      const count = await (isRouting(table) ? atRouting(tx, work) : work(tx));
      if (share.erase.rule === "keep" || isHead(table)) continue;
      done[share.erase.rule === "delete" ? "deleted" : "emptied"] += count;
    }
  await tx.execute(
    sql`update person set left_on = coalesce(left_on, ${former.leftOn}::date), admin = false, admin_granted = false, assistant = false, locale_guess = null, place_from = 'organisation'
      where organisation_id = ${whose.organisation}::uuid and id = ${whose.person}::uuid`,
  );
  return done;
}

async function carryOut(
  on: Tx,
  table: string,
  share: Share,
  former: FormerMember,
): Promise<number> {
  const { erase } = share;
  const where = whereOf(share);
  switch (erase.rule) {
    case "keep":
      return 0;
    case "delete":
      await deleteAlong(on, table, where);
      return affectedBy(await on.execute(sql`delete from ${named(table)} where ${where}`));
    case "detach":
      return emptied(on, table, erase, where, former);
  }
}

/** Rows that go with those: pieces of a file. Heads follow by themselves, or are theirs as well. */
async function deleteAlong(on: Tx, table: string, where: SQL): Promise<void> {
  for (const [other, { retention, subject }] of Object.entries(privacyRegister)) {
    const along = retention.find(
      (each) => typeof each === "object" && "with" in each && each.with === table,
    );
    if (subject !== null || typeof along !== "object" || !("with" in along)) continue;
    await on.execute(
      sql`delete from ${named(other)} where ${named(along.by)} in (select id from ${named(table)} where ${where})`,
    );
  }
}

async function emptied(
  on: Tx,
  table: string,
  { columns }: Extract<Erase, { rule: "detach" }>,
  where: SQL,
  former: FormerMember,
): Promise<number> {
  const known = await columnsOfTable(on, table);
  const values = columns.map((name) => {
    const column = known.find((each) => each.name === name);
    if (!column) throw new Error(`${table} has no column ${name}`);
    return sql`${named(name)} = ${table === "person" ? valueOf(column, former) : nothingFor(column)}`;
  });
  return affectedBy(
    await on.execute(sql`update ${named(table)} set ${sql.join(values, sql`, `)} where ${where}`),
  );
}

/** Whoever is nobody any more is as the organisation is. */
function valueOf(column: Column, former: FormerMember): SQL {
  switch (column.name) {
    case "name":
    case "locale":
    case "zone":
    case "country":
      return sql`${former[column.name]}`;
    case "hours":
    case "workweek":
      return sql`${JSON.stringify(former[column.name])}::text::jsonb`;
    default:
      return nothingFor(column);
  }
}

function nothingFor({ nullable, type }: Column): SQL {
  if (nullable) return sql`null`;
  switch (type) {
    case "uuid":
      return sql`'00000000-0000-0000-0000-000000000000'::uuid`;
    case "jsonb":
      return sql`'{}'::jsonb`;
    case "text":
      return sql`''`;
    default:
      throw new Error(`nothing is written for a ${type}`);
  }
}

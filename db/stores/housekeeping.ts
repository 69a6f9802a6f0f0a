// Retention, as the register (privacy.ts) says it for each table: organisation by organisation, since the owner of the tables sees no rows otherwise.
import { isAtLeastOne, type AtLeastOne } from "#src/language/lists";
import { sql, type SQL } from "drizzle-orm";
import type { Housekeeping } from "#src/ports/process/housekeeping";
import { affectedBy, execute, type Database, type Sql, type Tx } from "../client.ts";
import { atRouting, inOrganisation } from "../organisation.ts";
import { appendOnlyTables, beforeSetting, routingTables } from "../row-security.ts";
import { privacyRegister } from "../privacy/register.ts";
import type { Limit, Retention } from "../privacy/rules.ts";
import { organisation } from "../schema/kernel.ts";

const dayMs = 24 * 3_600_000;

interface Kept {
  readonly table: string;
  readonly limits: AtLeastOne<Limit>;
  /** Tables whose rows go with a row of it, and by which column. */
  readonly along: readonly { readonly table: string; readonly by: string }[];
}

interface KeptWhileHere {
  readonly table: string;
  readonly subject: string;
  /** Days after its subject left. */
  readonly days: number;
}

const isLimit = (rule: Retention): rule is Limit => typeof rule === "object" && "days" in rule;

const timed: readonly Kept[] = Object.entries(privacyRegister).flatMap(([table, { retention }]) => {
  const limits = retention.filter(isLimit);
  const along = Object.entries(privacyRegister).flatMap(([other, { retention: its }]) =>
    its.flatMap((rule) =>
      typeof rule === "object" && "with" in rule && rule.with === table
        ? [{ table: other, by: rule.by }]
        : [],
    ),
  );
  return isAtLeastOne(limits) ? [{ table, limits, along }] : [];
});

const whileHere: readonly KeptWhileHere[] = Object.entries(privacyRegister).flatMap(
  ([table, { subject, retention }]) =>
    retention.flatMap((rule) =>
      typeof rule === "object" && "whileHere" in rule && subject !== null
        ? [{ table, subject, days: rule.whileHere }]
        : [],
    ),
);

const name = (of: string): SQL => sql`${sql.identifier(of)}`;
const among = (ids: readonly string[]): SQL =>
  sql`(select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid)`;
const whenOver = (now: Date, days: number): string =>
  new Date(now.getTime() - days * dayMs).toISOString();

/** Whether a row is over. */
function isOver({ days, from, clock, only = {}, leased }: Limit, now: Date): SQL {
  const limit =
    clock === "database"
      ? sql`clock_timestamp() - ${`${Math.round(days * dayMs)} milliseconds`}::interval`
      : sql`${whenOver(now, days)}::timestamptz`;
  const holds = Object.entries(only).map(([column, value]) => {
    if (value === null) return sql`${name(column)} is null`;
    return typeof value === "object"
      ? sql`${name(column)} in (select json_array_elements_text(${JSON.stringify(value)}::json))`
      : sql`${name(column)} = ${value}`;
  });
  const isFree =
    leased === undefined
      ? []
      : [sql`(${name(leased)} is null or ${name(leased)} < clock_timestamp())`];
  return sql.join([sql`${name(from)} <= ${limit}`, ...holds, ...isFree], sql` and `);
}

const anyOver = (limits: readonly Limit[], now: Date): SQL =>
  sql.join(
    limits.map((each) => sql`(${isOver(each, now)})`),
    sql` or `,
  );

const remove = async (on: Sql | Tx, table: string, where: SQL): Promise<number> =>
  affectedBy(await on.execute(sql`delete from ${name(table)} where ${where}`));

/** Rows that lasted their time, what goes with them first. Words and the heads of their deliveries go in one transaction. */
async function removeOver(
  { table, limits, along }: Kept,
  own: SQL,
  now: Date,
  tx: Tx,
): Promise<number> {
  const over = sql`${own} and (${anyOver(limits, now)})`;
  if (appendOnlyTables.includes(table)) {
    return atRouting(tx, async (owner) => {
      await owner.execute(
        sql`select set_config(${beforeSetting}, ${whenOver(now, limits[0].days)}, true)`,
      );
      return remove(owner, table, over);
    });
  }
  let count = 0;
  if (!routingTables.includes(table)) {
    for (const each of along)
      count += await remove(
        tx,
        each.table,
        sql`${own} and ${name(each.by)} in (select id from ${name(table)} where ${over})`,
      );
    return count + (await remove(tx, table, over));
  }
  const gone = await atRouting(tx, (routing) =>
    execute<{ id: string }>(routing, sql`delete from ${name(table)} where ${over} returning id`),
  );
  const ids = among(gone.map((each) => each.id));
  if (gone.length > 0)
    for (const each of along)
      count += await remove(tx, each.table, sql`${own} and ${name(each.by)} in ${ids}`);
  return count;
}

/** What is kept only while somebody is here, once they are not. */
async function removeOfLeavers(
  { table, subject, days }: KeptWhileHere,
  own: SQL,
  now: Date,
  tx: Tx,
): Promise<number> {
  const day = whenOver(now, days).slice(0, 10);
  const left = await execute<{ id: string }>(
    tx,
    sql`select id from person where ${own} and left_on < ${day}::date`,
  );
  if (left.length === 0) return 0;
  const where = sql`${own} and ${name(subject)} in ${among(left.map((each) => each.id))}`;
  return routingTables.includes(table)
    ? atRouting(tx, (routing) => remove(routing, table, where))
    : remove(tx, table, where);
}

export function createHousekeeping(database: Database): Housekeeping {
  /** Of no organisation. */
  const shared = timed.filter(
    (each) => each.along.length === 0 && routingTables.includes(each.table),
  );
  const limited = timed.filter((each) => !shared.includes(each));
  return {
    async prune(now) {
      for (const { table, limits } of shared)
        await remove(database.db, table, anyOver(limits, now));
      let count = 0;
      const failed: unknown[] = [];
      for (const { id } of await database.db.select().from(organisation)) {
        const own = sql`organisation_id = ${id}::uuid`;
        const works = [
          ...limited.map((each) => (tx: Tx) => removeOver(each, own, now, tx)),
          ...whileHere.map((each) => (tx: Tx) => removeOfLeavers(each, own, now, tx)),
        ];
        // Table by table, so that what cannot be removed now keeps nothing else, and nobody else's.
        for (const work of works)
          count += await inOrganisation(database, id, work, "patient").catch((error: unknown) => {
            failed.push(error);
            return 0;
          });
      }
      if (failed.length > 0) throw failed[0];
      return count;
    },
  };
}

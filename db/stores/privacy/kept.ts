// How much is kept about somebody, and how long: counted table by table, told topic by topic.
import { sql, type SQL } from "drizzle-orm";
import type { Kept, Topic, Until } from "#src/practices/privacy/api";
import { execute, type Tx } from "../../client.ts";
import { atRouting } from "../../organisation.ts";
import { privacyRegister } from "../../privacy/register.ts";
import type { Retention } from "../../privacy/rules.ts";
import { topicTables } from "../../privacy/topics.ts";
import { anyOf, isRouting, named, sharesOf, type Whose } from "./own-rows.ts";

/** Rows that are somebody's, by table; where there are none the table is missing. */
export async function countsOf(tx: Tx, whose: Whose): Promise<ReadonlyMap<string, number>> {
  const counted = Object.keys(privacyRegister).flatMap((table) => {
    const shares = sharesOf(table, whose);
    return shares.length === 0
      ? []
      : [
          {
            table,
            count: sql`select ${table}::text as name, count(*)::int as n from ${named(table)} where ${anyOf(shares)}`,
          },
        ];
  });
  const all = async (on: Tx, wanted: boolean): Promise<readonly { name: string; n: number }[]> =>
    execute(
      on,
      joined(counted.flatMap((each) => (isRouting(each.table) === wanted ? [each.count] : []))),
    );
  const rows = [
    ...(await all(tx, false)),
    ...(await atRouting(tx, (routing) => all(routing, true))),
  ];
  return new Map(rows.flatMap(({ name, n }) => (Number(n) > 0 ? [[name, Number(n)]] : [])));
}

const joined = (counts: readonly SQL[]): SQL => sql.join([...counts], sql` union all `);

/** Heads go with what they are the heads of: nobody is told of them apart. */
const isHead = (table: string): boolean => table.endsWith("_head");

export function keptBy(counts: ReadonlyMap<string, number>): readonly Kept[] {
  return Object.entries(topicTables).flatMap(([topic, tables]) => {
    const filled = tables.filter((table) => counts.has(table) && !isHead(table));
    const entries = filled.reduce((sum, table) => sum + (counts.get(table) ?? 0), 0);
    return entries === 0 ? [] : [{ topic: topic as Topic, entries, until: untilOf(filled) }];
  });
}

/** The longest of each kind. */
function untilOf(tables: readonly string[]): readonly Until[] {
  const rules = tables.flatMap((table) => rulesOf(table));
  const days = rules.flatMap((each) =>
    typeof each === "object" && "days" in each ? [each.days] : [],
  );
  const left = rules.flatMap((each) =>
    typeof each === "object" && "whileHere" in each ? [each.whileHere] : [],
  );
  return [
    ...(rules.includes("organisation") || rules.includes("playground")
      ? [{ until: "organisation" as const }]
      : []),
    ...(left.length > 0 ? [{ until: "left" as const, days: Math.max(...left) }] : []),
    ...(days.length > 0 ? [{ until: "days" as const, days: Math.max(1, ...days) }] : []),
  ];
}

/** What is kept with another row, is kept as long as that. */
function rulesOf(table: string): readonly Retention[] {
  return (privacyRegister[table]?.retention ?? []).flatMap((each) =>
    typeof each === "object" && "with" in each ? rulesOf(each.with) : [each],
  );
}

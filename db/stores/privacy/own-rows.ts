// Which rows of a table are about somebody, as the privacy register says: SQL made of the register, for what is counted, given out and erased.
import { sql, type SQL } from "drizzle-orm";
import { routingTables } from "../../row-security.ts";
import { privacyRegister } from "../../privacy/register.ts";
import type { Erase, Exported, Only, Registered, Through } from "../../privacy/rules.ts";

export interface Whose {
  readonly organisation: string;
  readonly person: string;
  /** What the platforms call their accounts. */
  readonly users: readonly string[];
}

/** Some rows of a table, and what becomes of them. */
export interface Share {
  readonly where: SQL;
  readonly exported: Exported;
  readonly erase: Erase;
}

export const named = (of: string): SQL => sql`${sql.identifier(of)}`;
export const isRouting = (table: string): boolean => routingTables.includes(table);
const among = (texts: readonly string[]): SQL =>
  sql`(select json_array_elements_text(${JSON.stringify(texts)}::json))`;

export function holds(only: Only): SQL {
  const each = Object.entries(only).map(([column, value]) => {
    if (value === null) return sql`${named(column)} is null`;
    return typeof value === "object"
      ? sql`${named(column)} in ${among(value)}`
      : sql`${named(column)} = ${value}`;
  });
  return sql.join(each, sql` and `);
}

/** What is kept with a row of another table is about whom that one is about. */
function throughOf({ subject, through, retention }: Registered): Through | null {
  if (subject !== null) return null;
  if (through !== undefined) return through;
  const parent = retention.find((each) => typeof each === "object" && "with" in each);
  return typeof parent === "object" && "with" in parent
    ? { table: parent.with, by: parent.by }
    : null;
}

function within({ table, by, key = "id" }: Through, whose: Whose): SQL | null {
  const parent = privacyRegister[table];
  const about = parent === undefined || isRouting(table) ? null : aboutOf(parent, whose);
  return about && sql`${named(by)} in (select ${named(key)} from ${named(table)} where ${about})`;
}

/** Null: it is about nobody, or goes with a row that a trigger follows. */
function aboutOf(each: Registered, whose: Whose): SQL | null {
  const own = sql`organisation_id = ${whose.organisation}::uuid`;
  if (each.accountOf !== undefined)
    return sql`${own} and ${sql.raw(each.accountOf)} in ${among(whose.users)}`;
  if (each.subject !== null) return sql`${own} and ${named(each.subject)} = ${whose.person}::uuid`;
  const through = throughOf(each);
  const about = through && within(through, whose);
  return about && sql`${own} and ${about}`;
}

/** The rows of a table that are somebody's, the first of them those they are the subject of. */
export function sharesOf(table: string, whose: Whose): readonly Share[] {
  const each = privacyRegister[table];
  if (each === undefined) return [];
  const about = aboutOf(each, whose);
  const first =
    about === null ? [] : [{ where: about, exported: each.exported, erase: each.erase }];
  const others = (each.also ?? []).flatMap(({ about: of, only, exported, erase }) => {
    const where =
      "subject" in of ? sql`${named(of.subject)} = ${whose.person}::uuid` : within(of, whose);
    if (where === null) return [];
    const own = sql`organisation_id = ${whose.organisation}::uuid and ${where}`;
    return [{ where: only === undefined ? own : sql`${own} and ${holds(only)}`, exported, erase }];
  });
  return [...first, ...others];
}

export const anyOf = (shares: readonly Share[]): SQL =>
  sql.join(
    shares.map(({ where }) => sql`(${where})`),
    sql` or `,
  );

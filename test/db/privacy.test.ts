// The privacy register against the migrated database: no table escapes it, and it names nothing that is not there.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { execute } from "#db/client";
import { packageRoot } from "#db/package-root";
import { privacyRegister } from "#db/privacy/register";
import { topicTables } from "#db/privacy/topics";
import type { Also, Erase, Only, Registered, Retention } from "#db/privacy/rules";
import { testDatabase } from "#test/support/database/database";

const columns = new Map<string, Set<string>>();
beforeAll(async () => {
  const database = await testDatabase();
  const rows = await execute<{ table_name: string; column_name: string }>(
    database.db,
    sql`select c.table_name, c.column_name from information_schema.columns c
        join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
        where c.table_schema = current_schema() and t.table_type = 'BASE TABLE'`,
  );
  for (const row of rows)
    columns.set(row.table_name, (columns.get(row.table_name) ?? new Set()).add(row.column_name));
});

test("every table of the database is in the register", () => {
  expect(columns.size).toBeGreaterThan(10);
  expect([...columns.keys()].filter((table) => !(table in privacyRegister))).toEqual([]);
});

test("every entry of the register is a table of the database", () => {
  expect(Object.keys(privacyRegister).filter((table) => !columns.has(table))).toEqual([]);
});

test("whom a row is about is a column of its table", () => {
  const wrong = Object.entries(privacyRegister).filter(
    ([table, { subject }]) => subject !== null && !columns.get(table)?.has(subject),
  );
  expect(wrong.map(([table]) => table)).toEqual([]);
});

test("a table that names a person says whom it is about", () => {
  const silent = Object.entries(privacyRegister).filter(
    ([table, { subject }]) =>
      subject === null &&
      ["person_id", "owner_id", "by_id", "user"].some((column) => columns.get(table)?.has(column)),
  );
  expect(silent.map(([table]) => table)).toEqual([]);
});

const entries = Object.entries(privacyRegister);
const lacks = (table: string, named: readonly string[]): string[] =>
  named.filter((column) => !columns.get(table)?.has(column)).map((each) => `${table}.${each}`);

test("every column an entry names is one of its table", () => {
  const missing = entries.flatMap(([table, { exported, erase, retention, through, also = [] }]) => [
    ...(through ? lacks(table, [through.by]) : []),
    ...also.flatMap(({ about, only = {}, erase: theirs }) => [
      ...lacks(table, ["subject" in about ? about.subject : about.by, ...Object.keys(only)]),
      ...(theirs.rule === "detach" ? lacks(table, theirs.columns) : []),
    ]),
    ...(typeof exported === "object"
      ? lacks(table, "columns" in exported ? exported.columns : [exported.rowOnce])
      : []),
    ...(erase.rule === "detach" ? lacks(table, erase.columns) : []),
    ...retention.flatMap((each) => lacks(table, typeof each === "string" ? [] : namedIn(each))),
  ]);
  expect(missing).toEqual([]);
});

test("a row is erased by whom it is about, emptied of something, or kept for a reason", () => {
  const wrong = entries.filter(([table, { subject, erase }]) => {
    // What came in stands under the account it came from (`inbox.key`), its head beside it.
    if (erase.rule === "delete") return subject === null && !table.startsWith("inbox");
    if (erase.because.trim() === "") return true;
    return erase.rule === "detach" && (erase.columns.length === 0 || erase.columns.includes("id"));
  });
  expect(wrong.map(([table]) => table)).toEqual([]);
});

test("nobody is given rows about nobody, and what is for somebody's own good they are given", () => {
  const parents = new Map(
    entries.map(([table, { retention, through }]) => [
      table,
      through?.table ??
        retention.flatMap((each) =>
          typeof each === "object" && "with" in each ? [each.with] : [],
        )[0],
    ]),
  );
  const isAboutNobody = (table: string): boolean => {
    const parent = parents.get(table);
    return (
      privacyRegister[table]?.subject === null && (parent === undefined || isAboutNobody(parent))
    );
  };
  const wrong = entries.filter(
    ([table, { exported, class: of }]) =>
      (exported !== "nothing" && isAboutNobody(table)) || (of === "care" && exported === "nothing"),
  );
  expect(wrong.map(([table]) => table)).toEqual([]);
});

test("people are told of each table that is somebody's under one word, and of no other", () => {
  const told = Object.values(topicTables).flat();
  expect(
    told.filter((table, i) => told.indexOf(table) !== i || !(table in privacyRegister)),
  ).toEqual([]);
  const somebodys = entries.filter(
    ([, { subject, exported, erase }]) =>
      subject !== null || exported !== "nothing" || erase.rule === "delete",
  );
  expect(somebodys.map(([table]) => table).filter((table) => !told.includes(table))).toEqual([]);
});

test("every row ends by a number, with another row, or with what it belongs to", () => {
  const wrong = entries.filter(
    ([, { retention }]) =>
      retention.length === 0 ||
      retention.some((each) => {
        if (typeof each === "string") return false;
        if ("with" in each) return !(each.with in privacyRegister);
        return !((("days" in each ? each.days : each.whileHere) ?? -1) >= 0);
      }),
  );
  expect(wrong.map(([table]) => table)).toEqual([]);
});

/** `npx vitest run test/db/privacy.test.ts --update` writes it anew. */
test("the table in docs/privacy.md is the register", async () => {
  const doc = readFileSync(docPath, "utf8");
  const [before, after] = [doc.indexOf(begins), doc.indexOf(ends)];
  expect(before > 0 && after > before).toBe(true);
  await expect(
    `${doc.slice(0, before)}${begins}\n\n${table()}\n\n${doc.slice(after)}`,
  ).toMatchFileSnapshot(docPath);
});

const docPath = join(packageRoot(), "docs/privacy.md");
const begins = "<!-- the register -->";
const ends = "<!-- end of the register -->";

function namedIn(rule: Exclude<Retention, string>): readonly string[] {
  if ("whileHere" in rule) return [];
  if ("with" in rule) return [rule.by];
  return [rule.from, ...Object.keys(rule.only ?? {}), ...(rule.leased ? [rule.leased] : [])];
}

function table(): string {
  const rows = entries.map(([name, each]) =>
    [
      `\`${name}\``,
      aboutWords(each),
      each.class,
      exportedWords(each),
      [erasedWords(each.erase), ...(each.also ?? []).map(alsoWords)].join("; "),
      each.retention.map(keptWords).join("; "),
    ].join(" | "),
  );
  return [
    "| table | about | class | given to its subject | erased | kept |",
    "|---|---|---|---|---|---|",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}

function exportedWords({ exported }: Registered): string {
  if (typeof exported === "string") return exported;
  if ("rowOnce" in exported) return `row, once \`${exported.rowOnce}\``;
  return exported.columns.join(", ");
}

const code = (text: string): string => `\`${text}\``;
const whom = (about: Also["about"]): string =>
  "subject" in about ? code(about.subject) : `${code(about.by)} of \`${about.table}\``;

const aboutWords = ({ subject, through, also = [] }: Registered): string =>
  [
    ...new Set([
      ...(subject === null ? [] : [code(subject)]),
      ...(through ? [whom(through)] : []),
      ...also.map(({ about }) => whom(about)),
    ]),
  ].join(", ");

const onlyWords = (only: Only = {}): string =>
  Object.entries(only)
    .map(
      ([column, value]) => `, ${column} ${value === null ? "empty" : [value].flat().join(" or ")}`,
    )
    .join("");

const alsoWords = ({ about, only, erase, exported }: Also): string =>
  `of ${whom(about)}${onlyWords(only)}${exported === "row" ? " (row given)" : ""} ${erasedWords(erase)}`;

function erasedWords(erase: Erase): string {
  const what =
    erase.rule === "detach"
      ? `detach ${erase.columns.join(", ")}${onlyWords(erase.only)}`
      : erase.rule;
  return erase.because === undefined ? what : `${what}: ${erase.because}`;
}

function keptWords(rule: Retention): string {
  if (typeof rule === "string") return `with the ${rule}`;
  if ("whileHere" in rule) return `while here and ${rule.whileHere} days`;
  if ("with" in rule) return `with \`${rule.with}\``;
  return `${spanOf(rule.days)} from ${rule.from}${onlyWords(rule.only)}`;
}

function spanOf(days: number): string {
  if (days >= 1 || days === 0) return `${days} days`;
  return `${Math.round(days * 1440)} minutes`;
}

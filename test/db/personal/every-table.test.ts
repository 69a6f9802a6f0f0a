// One row in every table for one person and for another: what is given out and what is erased is all of the one's, and nothing of the other's.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { privacyRegister } from "#db/privacy/register";
import { topicTables } from "#db/privacy/topics";
import { playgroundOrganisation } from "#db/seed";
import { routingTables } from "#db/row-security";
import { createStores, type AllStores } from "#db/stores/index";
import { localDate } from "#src/calendar/local-date";
import { defaultHours } from "#src/calendar/working-hours";
import type { AccountName, PersonId } from "#src/people/person";
import type { RequestId } from "#src/practices/privacy/api";
import { seededDatabase } from "#test/support/database/database";
import { fillFor } from "#test/support/database/filled";

const organisation = playgroundOrganisation;
let database: Database;
let mine = "" as PersonId;

async function somebody(mark: string): Promise<PersonId> {
  const id = randomUUID() as PersonId;
  await inOrganisation(database, organisation, (tx) =>
    tx.execute(
      sql`insert into person (organisation_id, id, name, email, locale, zone, country, hours, workweek, admin, assistant) values (${organisation}::uuid, ${id}::uuid, ${`${mark} person.name`}, ${`${mark} person.email`}, 'en', 'Europe/London', 'GB', '{}'::jsonb, '[1,2,3,4,5]'::jsonb, false, false)`,
    ),
  );
  await fillFor(database, { organisation, person: id, user: `U-${mark}`, mark: `${mark}:` });
  return id;
}

const inStores = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
  createStores(database).inOrganisation(organisation, work);

beforeAll(async () => {
  database = await seededDatabase();
  mine = await somebody("mine");
  await somebody("theirs");
});

describe("what somebody is given", () => {
  it("is every row that is theirs, in every column the register gives, and nothing of another's", async () => {
    const tables = await inStores(async ({ privacy }) => {
      const given = [];
      for (const table of privacy.givenTables) given.push(await privacy.given(mine, table));
      return given;
    });
    expect(tables.length).toBeGreaterThan(30);
    const empty = tables.filter(({ rows }) => rows.length === 0).map(({ table }) => table);
    expect(empty).toEqual([]);
    const all = JSON.stringify(tables);
    expect(all).toContain("mine: goal.title");
    expect(all).not.toContain("theirs:");
    expect(all).not.toContain("U-theirs");
    for (const { table, columns } of tables) {
      const { exported } = privacyRegister[table]!;
      if (typeof exported === "object" && "columns" in exported)
        expect([table, columns.toSorted()]).toEqual([table, exported.columns.toSorted()]);
      else expect(columns).not.toContain("organisation_id");
    }
  });

  it("is counted under every word there is", async () => {
    const kept = await inStores(({ privacy }) => privacy.kept(mine));
    expect(kept.map(({ topic }) => topic)).toEqual(Object.keys(topicTables));
    const none = await inStores(({ privacy }) => privacy.kept(randomUUID() as PersonId));
    expect(none).toEqual([]);
  });
});

const former = {
  name: "Former member",
  locale: "en",
  zone: "Europe/London",
  country: "GB",
  hours: defaultHours,
  workweek: [1, 2, 3, 4, 5],
  leftOn: localDate("2026-11-11"),
} as const;
const erase = ({ privacy }: AllStores) =>
  privacy.erase(mine, "mine: person.name", former, (cards) => cards);

/** Every text there is, as `table: row`. */
async function everything(): Promise<readonly string[]> {
  const tables = Object.keys(privacyRegister).filter((table) => table !== "pacer_migration");
  const read = (table: string) =>
    sql`select to_jsonb(t)::text as row from ${sql.identifier(table)} t`;
  const rows = await inOrganisation(database, organisation, async (tx) => {
    const found: string[] = [];
    for (const table of tables.filter((each) => !routingTables.includes(each)))
      for (const { row } of await execute<{ row: string }>(tx, read(table)))
        found.push(`${table}: ${row}`);
    return found;
  });
  for (const table of tables.filter((each) => routingTables.includes(each)))
    for (const { row } of await execute<{ row: string }>(database.db, read(table)))
      rows.push(`${table}: ${row}`);
  return rows.toSorted();
}

const marks = (rows: readonly string[], mark: string): readonly string[] =>
  rows.flatMap((row) => row.match(new RegExp(`${mark}: [a-z_]+\\.[a-z_]+`, "gu")) ?? []).toSorted();

describe("erasing somebody", () => {
  it("that ends in the middle leaves everything as it was", async () => {
    const before = await everything();
    await expect(
      inStores(async (stores) => {
        await erase(stores);
        throw new Error("the process was killed");
      }),
    ).rejects.toThrow("killed");
    expect(await everything()).toEqual(before);
  });

  it("leaves of what was theirs only what the register keeps, and of another's everything", async () => {
    const before = await everything();
    const plan = await inStores(({ privacy }) => privacy.planErase(mine));
    const done = await inStores(erase);
    const after = await everything();
    expect(marks(after, "theirs")).toEqual(marks(before, "theirs"));
    const kept = marks(after, "mine").map((each) => each.replace("mine: ", ""));
    const wrong = kept.filter((each) => {
      const [table = "", column = ""] = each.split(".");
      const { erase: rule, subject, through } = privacyRegister[table] ?? {};
      if (rule?.rule === "delete") return true;
      if (rule?.rule === "detach") return rule.columns.includes(column);
      return rule === undefined || (subject === undefined && through === undefined);
    });
    expect(wrong).toEqual([]);
    expect(kept).toContain("deal.name");
    expect(after.some((row) => row.includes("U-mine"))).toBe(false);
    expect(after.find((row) => row.startsWith("person:") && row.includes(mine))).toMatch(
      /"name": "Former member"/,
    );
    const sum = (what: "deleted" | "emptied") => plan.reduce((all, each) => all + each[what], 0);
    expect(done).toEqual({ deleted: sum("deleted"), emptied: sum("emptied") });
  });
});

describe("a request", () => {
  const at = new Date("2026-11-11T08:00:00Z");
  const account = "web pacer renke" as AccountName;
  it("to have one's data is refused while one is being erased", async () => {
    const person = randomUUID() as PersonId;
    const [one, two] = [randomUUID(), randomUUID()].map((id) => id as RequestId);
    if (!one || !two) throw new Error("two ids");
    await inStores(async ({ privacy }) => {
      await privacy.askErase({ id: one, person, account, dueOn: localDate("2026-12-02"), at });
      await privacy.agree(one, null, at);
      expect(await privacy.askExport({ id: two, person, account, at })).toBe("erasing");
    });
  });

  it("to be erased waits until a file of theirs that is under way is done", async () => {
    const person = randomUUID() as PersonId;
    const [one, two] = [randomUUID(), randomUUID()].map((id) => id as RequestId);
    if (!one || !two) throw new Error("two ids");
    await inStores(async ({ privacy }) => {
      while (await privacy.claim());
      expect(await privacy.askExport({ id: two, person, account, at })).toBe("asked");
      await privacy.askErase({ id: one, person, account, dueOn: null, at });
      await privacy.agree(one, null, at);
      expect((await privacy.claim())?.id).toBe(two);
      expect(await privacy.claim()).toBeNull();
      await privacy.end(two, { end: "failed" });
      expect((await privacy.claim())?.id).toBe(one);
    });
  });
});

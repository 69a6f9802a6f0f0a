// Two people who become one: nothing of the one who goes is left anywhere, and no column that holds a person is forgotten.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { personColumns } from "#db/merge";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { startSystem, type System } from "#test/support/system";

let system: System;
beforeEach(async () => {
  system = await startSystem();
});
afterEach(() => system.stop());

/** Id columns that hold something else than a person. */
const others = [
  "batch_id",
  "checkin_id",
  "counts_as",
  "delivery_id",
  "destination",
  "edits",
  "entry_id",
  "goal_id",
  "id",
  "metric_id",
  "organisation_id",
  "parent_id",
  "place_id",
  "replaces_id",
  "request_id",
  "shout_id",
  "subject_id",
  "team_id",
  "up_to",
  "value_id",
];

const idColumns = () =>
  execute<{ table_name: string; column_name: string }>(
    system.database.db,
    sql`select table_name::text as table_name, column_name::text as column_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = current_schema() and table_type = 'BASE TABLE' and data_type = 'uuid'`,
  );

const who = async (user: string) => (await system.stores.routing.whoIs(system.account(user)))!.person;
async function codeOf(user: string, word = "绑定账号"): Promise<string> {
  await system.who(user).says(word);
  const shown = (await system.who(user).screen()).messages.at(-1)!.text;
  return /(\d{3}) (\d{3})/.exec(shown)!.slice(1).join("");
}

describe("a column that holds an id", () => {
  it("says by its name whether it is a person's", async () => {
    const undecided = (await idColumns()).filter((each) => !personColumns.includes(each.column_name) && !others.includes(each.column_name));
    expect(undecided).toEqual([]);
  });
});

describe("two accounts that were linked", () => {
  it("are one person, with the goals, praise and reminders of both, and nothing of the other is left", async () => {
    const gone = await who("linxiao");
    const kept = await who("renke");
    const goals = () => inOrganisation(system.database, playgroundOrganisation, (tx) => execute(tx, sql`select id from goal where owner_id in (${kept}::uuid, ${gone}::uuid)`));
    const before = (await goals()).length;
    await system.who("renke").says("praise @linxiao for the great call with Acme");
    const code = await codeOf("linxiao");
    await system.who("renke").says(`link ${code.slice(0, 3)} ${code.slice(3)}`);
    await system.who("renke").sees(/Are you 林晓 as well\?/);
    expect(await who("linxiao")).toBe(gone);
    await system.who("renke").presses("Yes, that is me");
    await system.who("renke").sees(/one person|同一个你/);
    expect(await who("linxiao")).toBe(await who("renke"));
    // Both chats stay where they were.
    for (const user of ["linxiao", "renke"]) expect((await system.who(user).screen()).messages.length).toBeGreaterThan(0);
    expect((await goals()).length).toBe(before);
    for (const { table_name, column_name } of await idColumns()) {
      if (column_name === "subject_id") continue;
      const left = await execute(system.database.db, sql`select 1 from ${sql.identifier(table_name)} where ${sql.identifier(column_name)} = ${gone}::uuid`);
      expect([table_name, column_name, left.length]).toEqual([table_name, column_name, 0]);
    }
    expect(await system.house.bot.home(system.account("linxiao"))).not.toEqual([]);
    expect(system.errors).toEqual([]);
  });

  it("have one check-in, one vote and one wish where both had one, and every point of both", async () => {
    const [one, two] = [await who("renke"), await who("linxiao")];
    const shout = "01920000-0000-7000-8000-000000000001";
    const points = (person: string, id: string) =>
      sql`insert into recognition_points (organisation_id, id, person_id, pool, delta, cause, month, shout_id, other_id, at) values (${playgroundOrganisation}::uuid, ${id}::uuid, ${person}::uuid, 'have', 5, 'praise', '2026-11', ${shout}::uuid, ${shout}::uuid, now())`;
    await inOrganisation(system.database, playgroundOrganisation, async (tx) => {
      for (const [i, person] of [one, two].entries()) {
        await tx.execute(sql`insert into recognition_cheer (organisation_id, shout_id, person_id, at) values (${playgroundOrganisation}::uuid, ${shout}::uuid, ${person}::uuid, now())`);
        await tx.execute(sql`insert into daily_choice (organisation_id, person_id, "on") values (${playgroundOrganisation}::uuid, ${person}::uuid, true) on conflict do nothing`);
        await tx.execute(points(person, `01920000-0000-7000-8000-0000000000a${i}`));
      }
    });
    const code = await codeOf("linxiao");
    await system.who("renke").says(`link ${code}`);
    await system.who("renke").presses("Yes, that is me");
    const count = (text: ReturnType<typeof sql>) => inOrganisation(system.database, playgroundOrganisation, async (tx) => Number((await execute<{ n: string }>(tx, text))[0]!.n));
    expect(await count(sql`select count(*)::text as n from recognition_cheer where shout_id = ${shout}::uuid`)).toBe(1);
    expect(await count(sql`select count(*)::text as n from daily_choice where person_id = ${one}::uuid`)).toBe(1);
    expect(await count(sql`select sum(delta)::text as n from recognition_points where shout_id = ${shout}::uuid`)).toBe(10);
    expect(system.errors).toEqual([]);
  });
});

describe("a code", () => {
  it("is of no use in its own chat, a second time, or after ten minutes", async () => {
    const code = await codeOf("linxiao");
    await system.who("linxiao").says(`绑定账号${code}`);
    await system.who("linxiao").sees("这就是这边的码");
    await system.clock.moveTo(new Date(system.clock.now().getTime() + 10 * 60_000));
    await system.who("renke").says(`link ${code}`);
    await system.who("renke").sees(/no such code/);
  });

  it("that is guessed is given five chances in ten minutes, however it is written", async () => {
    const code = await codeOf("linxiao");
    const wrong = code === "000000" ? "000001" : "000000";
    for (let i = 0; i < 5; i += 1) await system.who("renke").says(`link ${wrong}`);
    await system.who("renke").sees(/no such code/);
    await system.who("renke").says(`link ${code}`);
    await system.who("renke").sees(/too often/);
    expect(await who("renke")).not.toBe(await who("linxiao"));
  });

  it("is not readable in the database", async () => {
    const code = await codeOf("linxiao");
    const [row] = await inOrganisation(system.database, playgroundOrganisation, (tx) => execute<{ hash: string }>(tx, sql`select hash from account_link`));
    expect(row!.hash).not.toContain(code);
  });
});

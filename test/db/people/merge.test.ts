// Two people who become one: nothing of the one who goes is left anywhere, and no column that holds a person is forgotten.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { personColumns } from "#db/stores/accounts/merge-people";
import { inOrganisation } from "#db/organisation";
import { appendOnlyTables } from "#db/row-security";
import { playgroundOrganisation } from "#db/seed";
import { accountName, type PersonId } from "#src/people/person";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
beforeEach(async () => {
  system = await startSystem();
});
afterEach(() => system.stop());

/** Id columns that hold something else than a person. */
const others = [
  "ask_id",
  "batch_id",
  "card_id",
  "checkin_id",
  "delivery_id",
  "destination",
  "dispute_id",
  "drop_id",
  "edits",
  "entry_id",
  "fact_id",
  "goal_id",
  "holder",
  "id",
  "metric_id",
  "organisation_id",
  "pair_id",
  "parent_id",
  "place_id",
  "replaces_id",
  "request_id",
  "external_id",
  "shout_id",
  "source_owner_id",
  "tried_with",
  "subject_id",
  "team_id",
  "told_fact_id",
  "up_to",
  "value_id",
];

const idColumns = () =>
  execute<{ table_name: string; column_name: string }>(
    system.database.db,
    sql`select table_name::text as table_name, column_name::text as column_name from information_schema.columns join information_schema.tables using (table_schema, table_name)
      where table_schema = current_schema() and table_type = 'BASE TABLE' and data_type = 'uuid'`,
  );

const who = async (user: string) =>
  (await system.stores.routing.whoIs(system.account(user)))!.person;

/** As when both said that they are one person. */
async function join(kept: PersonId, gone: PersonId): Promise<void> {
  const at = system.clock.now();
  await system.stores.inOrganisation(playgroundOrganisation, async ({ people, accounts }) => {
    await people.lock([kept, gone]);
    const chats = {
      keptAccount: accountName(system.account("renke")),
      goneAccount: accountName(system.account("linxiao")),
    };
    await accounts.join(
      { id: randomUUID(), kept, gone, ...chats, at, until: new Date(at.getTime() + 86_400_000) },
      { managerId: null },
    );
  });
}

describe("a column that holds an id", () => {
  it("says by its name whether it is a person's", async () => {
    const undecided = (await idColumns()).filter(
      (each) => !personColumns.includes(each.column_name) && !others.includes(each.column_name),
    );
    expect(undecided).toEqual([]);
  });
});

describe("two accounts that were linked", () => {
  it("are one person, with the goals, praise and reminders of both, and nothing of the other is left", async () => {
    const gone = await who("linxiao");
    const kept = await who("renke");
    const goals = () =>
      inOrganisation(system.database, playgroundOrganisation, (tx) =>
        execute(tx, sql`select id from goal where owner_id in (${kept}::uuid, ${gone}::uuid)`),
      );
    const before = (await goals()).length;
    await system.who("renke").says("praise @linxiao for the great call with Acme");
    await system.who("linxiao").says("绑定账号");
    await join(kept, gone);
    expect(await who("linxiao")).toBe(await who("renke"));
    // Both chats stay where they were.
    for (const user of ["linxiao", "renke"])
      expect((await system.who(user).screen()).messages.length).toBeGreaterThan(0);
    expect((await goals()).length).toBe(before);
    for (const { table_name, column_name } of await idColumns()) {
      // What an alarm is about may be anything; whom to bring back for a day is written down; the trail is never written again, and whose it was is read along.
      if (
        column_name === "subject_id" ||
        [...appendOnlyTables, "account_join"].includes(table_name)
      )
        continue;
      const left = await execute(
        system.database.db,
        sql`select 1 from ${sql.identifier(table_name)} where ${sql.identifier(column_name)} = ${gone}::uuid`,
      );
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
        await tx.execute(
          sql`insert into recognition_cheer (organisation_id, shout_id, person_id, at) values (${playgroundOrganisation}::uuid, ${shout}::uuid, ${person}::uuid, now())`,
        );
        await tx.execute(
          sql`insert into daily_choice (organisation_id, person_id, "on") values (${playgroundOrganisation}::uuid, ${person}::uuid, true) on conflict do nothing`,
        );
        await tx.execute(points(person, `01920000-0000-7000-8000-0000000000a${i}`));
      }
    });
    await join(one, two);
    const count = (text: ReturnType<typeof sql>) =>
      inOrganisation(system.database, playgroundOrganisation, async (tx) =>
        Number((await execute<{ n: string }>(tx, text))[0]!.n),
      );
    expect(
      await count(
        sql`select count(*)::text as n from recognition_cheer where shout_id = ${shout}::uuid`,
      ),
    ).toBe(1);
    expect(
      await count(sql`select count(*)::text as n from daily_choice where person_id = ${one}::uuid`),
    ).toBe(1);
    expect(
      await count(
        sql`select sum(delta)::text as n from recognition_points where shout_id = ${shout}::uuid`,
      ),
    ).toBe(10);
    expect(system.errors).toEqual([]);
  });
});

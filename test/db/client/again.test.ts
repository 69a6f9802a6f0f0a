// A transaction that another one was ahead of is done again: it then reads what the other wrote, and its own rules find words for it.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation, playgroundStart } from "#db/seed";
import { createStores } from "#db/stores/index";
import { createChance } from "#src/app/system";
import { localDate } from "#src/calendar/local-date";
import { decimal } from "#src/language/decimal";
import type { TeamId } from "#src/people/person";
import type { Entry, EntryId, GoalProgress } from "#src/practices/goals/model";
import { seededDatabase } from "#test/support/database/database";
import { byOperator } from "#test/support/story/system";

const chance = createChance();
let database: Database;
beforeEach(async () => {
  database = await seededDatabase();
});

const stores = () => createStores(database);
const query = <T extends object>(what: ReturnType<typeof sql>) =>
  inOrganisation(database, playgroundOrganisation, (tx) => execute<T>(tx, what));
const goalOf = (number: number) =>
  stores().inOrganisation(
    playgroundOrganisation,
    async ({ goals }) => (await goals.numbered(number))!,
  );
const entryFor = (goal: GoalProgress): Entry => ({
  id: chance.id() as EntryId,
  goalId: goal.id,
  kind: "add",
  value: decimal("5"),
  on: localDate("2026-11-11"),
  note: "",
  source: "chat",
  byId: goal.ownerId,
  at: playgroundStart,
  batchId: chance.id(),
  replacesId: null,
});

describe("what a unique key refuses", () => {
  const team = (name: string) => ({
    id: chance.id() as TeamId,
    name,
    managerId: null,
    switchedOnAt: null,
  });

  it("is done again, with nothing left of the first time", async () => {
    await stores().inOrganisation(playgroundOrganisation, ({ people }) =>
      people.saveTeam(team("North"), byOperator),
    );
    let times = 0;
    const known = await stores().inOrganisation(playgroundOrganisation, async ({ people }) => {
      times++;
      await people.saveTeam(team(`Tried ${times}`), byOperator);
      // As if it had not been there yet when the first time looked.
      if (times === 1) await people.saveTeam(team("North"), byOperator);
      return (await people.teams()).map((each) => each.name);
    });
    expect(times).toBe(2);
    expect(known).toContain("Tried 2");
    expect(known).not.toContain("Tried 1");
  });

  it("for good is thrown in the end", async () => {
    let times = 0;
    const twice = stores().inOrganisation(playgroundOrganisation, async ({ people }) => {
      times++;
      for (const name of ["South", "South"]) await people.saveTeam(team(name), byOperator);
    });
    await expect(twice).rejects.toThrow();
    expect(times).toBe(3);
  });
});

describe("an entry", () => {
  it("of a goal that ended after it was read is written nowhere, and the act is done again", async () => {
    const goal = await goalOf(2);
    let times = 0;
    await stores().inOrganisation(playgroundOrganisation, async ({ goals }) => {
      times++;
      if (times === 1) await goals.change(goal.id, { state: "missed" });
      await goals.append([entryFor(goal)]);
    });
    expect(times).toBe(2);
    expect((await goalOf(2)).actual.minus(goal.actual).toString()).toBe("5");
  });

  it.each(["draft", "achieved", "missed", "dropped"] as const)(
    "is never kept of a goal that is %s",
    async (state) => {
      const goal = await goalOf(2);
      const before = await query(sql`select id from goal_entry`);
      await stores().inOrganisation(playgroundOrganisation, ({ goals }) =>
        goals.change(goal.id, { state }),
      );
      await expect(
        stores().inOrganisation(playgroundOrganisation, ({ goals }) =>
          goals.append([entryFor(goal)]),
        ),
      ).rejects.toThrow();
      expect(await query(sql`select id from goal_entry`)).toHaveLength(before.length);
    },
  );

  it("takes its place behind all that came before, those of one line in its order", async () => {
    const [one, other] = [await goalOf(1), await goalOf(2)];
    const line = [other, one, other, one].map((goal, i) => ({
      ...entryFor(goal),
      value: decimal(String(i + 1)),
    }));
    await stores().inOrganisation(playgroundOrganisation, ({ goals }) => goals.append(line));
    const rows = await query<{ id: string }>(
      sql`select id from goal_entry order by seq desc limit 4`,
    );
    expect(rows.map((each) => each.id).toReversed()).toEqual(line.map((each) => each.id));
  });
});

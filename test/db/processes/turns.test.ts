// Turns of what does not go through the outbox: booked on the same clocks, by all processes, in the order they ask.
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import type { Database } from "#db/client";
import { createTurns } from "#db/stores/delivery/rate-limits";
import type { Pace } from "#src/ports/chat/chat";
import { emptyTables, testDatabase } from "#test/support/database/database";

const pace: Pace = {
  destination: { perSecond: 2, burst: 2 },
  installation: { perSecond: 10, burst: 3 },
};
const to = (user: string, workspace = "feishu/a/t") => ({ platform: "lark", workspace, user });

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
  await emptyTables(database);
  await database.db.execute(sql`delete from pace_bucket`);
});

/** What was waited for, as one would who has all the time in the world: a book of turns is kept whether or not they are taken. */
async function book(
  turn: ReturnType<typeof createTurns>,
  users: readonly string[],
): Promise<number[]> {
  const waits: number[] = [];
  for (const user of users) waits.push(await turn(to(user)));
  return waits;
}

it("a burst goes at once, and the next wait for one another at the pace of that chat", async () => {
  const [first, second, third, fourth] = await book(createTurns(database, pace), [
    "a",
    "a",
    "a",
    "a",
  ]);
  expect([first, second]).toEqual([0, 0]);
  // Half a second apart; what the machine took between the calls is taken off.
  expect(third).toBeGreaterThan(0);
  expect(third).toBeLessThanOrEqual(500);
  expect(fourth).toBeGreaterThan(third!);
  expect(fourth).toBeLessThanOrEqual(1_000);
});

it("people of one company share its pace, those of another have their own", async () => {
  const turn = createTurns(database, pace);
  const waits = await book(turn, ["a", "b", "c", "d", "e"]);
  expect(waits.slice(0, 3)).toEqual([0, 0, 0]);
  expect(waits[4]).toBeGreaterThan(0);
  expect(await turn(to("a", "feishu/a/other"))).toBe(0);
});

it("two processes that ask at the same moment never get the same turn", async () => {
  const slow: Pace = { destination: { perSecond: 0.5, burst: 1 }, installation: null };
  const [one, other] = [createTurns(database, slow), createTurns(database, slow)];
  const waits = (
    await Promise.all([one(to("a")), other(to("a")), one(to("a")), other(to("a"))])
  ).toSorted((x, y) => x - y);
  expect(waits[0]).toBe(0);
  for (const [i, wait] of waits.entries()) {
    expect(wait).toBeLessThanOrEqual(i * 2_000);
    expect(wait).toBeGreaterThan((i - 1) * 2_000);
  }
});

it("a pace without limits has no turns to wait for, and nothing is written", async () => {
  const turn = createTurns(database, { destination: null, installation: null });
  expect([await turn(to("a")), await turn(to("a"))]).toEqual([0, 0]);
  expect(JSON.stringify(await database.db.execute(sql`select key from pace_bucket`))).not.toContain(
    "feishu/a/t",
  );
});

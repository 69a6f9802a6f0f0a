// The row each process writes: that the database takes it, how far the machine's clock is off, and what becomes of rows of processes
// that are gone.
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { createPulse, processesOn } from "#db/stores/delivery/pulse";
import { createChance, systemClock } from "#src/app/system";
import { emptyTables, testDatabase } from "#test/support/database/database";

let database: Database;
beforeEach(async () => {
  database = await testDatabase();
  await emptyTables(database);
});

const process = (aheadMs = 0) =>
  createPulse(database, createChance(), {
    now: () => new Date(systemClock.now().getTime() + aheadMs),
  });
const rows = () =>
  execute<{ id: string; started_at: Date; last_at: Date; offset_ms: number }>(
    database.db,
    sql`select * from process_pulse order by id`,
  );

it("is one row a process, however often it is written, and goes when the process stops", async () => {
  const [one, other] = [process(), process()];
  for (const each of [one, other, one])
    expect(await each.renew()).toMatchObject({ committed: true });
  expect(await rows()).toHaveLength(2);
  await one.end();
  expect(await rows()).toHaveLength(1);
});

it("says when it was committed last by the database's clock", async () => {
  const one = process();
  await one.renew();
  const [before] = await rows();
  await one.renew();
  const [after] = await rows();
  expect(after!.last_at.getTime()).toBeGreaterThanOrEqual(before!.last_at.getTime());
  expect(after!.started_at).toEqual(before!.started_at);
});

it.each([
  [0, 0],
  [-600_000, -600_000],
  [45_000, 45_000],
  [90 * 365 * 24 * 3_600_000, 90 * 365 * 24 * 3_600_000],
])("says how far a machine's clock that is %i ms ahead is ahead", async (aheadMs, said) => {
  const renewed = await process(aheadMs).renew();
  expect(renewed.committed && Math.abs(renewed.offsetMs - said)).toBeLessThan(5_000);
  expect(Math.abs((await processesOn(database, systemClock)).offsetMs)).toBeLessThan(5_000);
});

it("removes what a process left that wrote nothing for ten minutes, and takes one back that only stood still", async () => {
  const [gone, stood] = [process(), process()];
  for (const each of [gone, stood]) await each.renew();
  await database.db.execute(
    sql`update process_pulse set last_at = clock_timestamp() - interval '11 minutes'`,
  );
  expect((await processesOn(database, systemClock)).processes).toEqual([]);
  await stood.renew();
  expect(await rows()).toHaveLength(1);
  expect((await processesOn(database, systemClock)).processes).toMatchObject([
    { silentSeconds: expect.any(Number) as number },
  ]);
});

it("says in one clause why nothing is taken, with the database's code and none of its words", async () => {
  const one = process();
  await database.db.execute(sql`alter table process_pulse rename to process_pulse_away`);
  const renewed = await one
    .renew()
    .finally(() =>
      database.db.execute(sql`alter table process_pulse_away rename to process_pulse`),
    );
  expect(renewed).toEqual({
    committed: false,
    why: "the database refuses what is written (42P01)",
  });
  expect(await one.renew()).toMatchObject({ committed: true });
});

// npm run test:long: 100 kills at random moments over 10,000 deliveries, and the database stopped and started in between. Prints its
// seed and what it counted; SEED repeats the same moments, MINUTES bounds the whole (5 unless told) and, below 3, the kills.
import { afterAll, beforeAll, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { execute, openDatabase, type Database } from "#db/client";
import { migrate } from "#db/migrate";
import { seedPlayground } from "#db/seed";
import { startPlace, type HttpPlace } from "#test/support/processes/http-place";
import { startOwnPostgres, type OwnPostgres } from "#test/support/database/own-postgres";
import { drawing } from "#test/support/chance";
import {
  countUp,
  sleep,
  startSwarm,
  untilDelivered,
  writeDeliveries,
} from "#test/support/processes/swarm";

const deliveries = 10_000;
const processes = 3;
const people = 200;
const leaseMs = 3_000;
const minutes = Number(process.env["MINUTES"] ?? 5);
const outages = 3;
/** Half a minute at the end is for what is left; in the time before, a kill takes a little more than a second. */
const kills = Math.min(100, Math.floor((minutes * 60 - 30) * 0.7));
const seed = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1_000_000));

let postgres: OwnPostgres | null;
let place: HttpPlace;
beforeAll(async () => {
  postgres = await startOwnPostgres();
});
afterAll(async () => {
  postgres?.remove();
  await place?.close();
});

/** What is asked of a database that may be away is asked again. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (tries > 50) throw error;
      await sleep(200);
    }
  }
}

it("loses nothing and doubles nothing while processes are killed and the database goes away", async () => {
  if (postgres === null)
    throw new Error(
      "test:long needs PostgreSQL's server programs (initdb, pg_ctl) on this machine.",
    );
  const began = performance.now();
  const end = began + minutes * 60_000;
  const chance = drawing(seed);
  // The slower the answer, the more kills meet a message that arrived and nobody heard of.
  place = await startPlace(() => 1 + chance.share() * 40);
  const database: Database = await openDatabase({ url: postgres.url, poolSize: 2 });
  await migrate(database);
  await seedPlayground(database);
  await writeDeliveries(database, deliveries, people);
  const swarm = await startSwarm(processes, [postgres.url, place.url, String(leaseMs)]);
  let killed = 0;
  let stopped = 0;
  while (killed < kills && performance.now() < end - 30_000) {
    await sleep(chance.share() * 900);
    await swarm.killOne(chance.share());
    killed++;
    if (killed % Math.ceil(kills / (outages + 1)) === 0 && stopped < outages) {
      postgres.stop(chance.share() < 0.5 ? "fast" : "immediate");
      await sleep(500 + chance.share() * 2_000);
      postgres.start();
      stopped++;
    }
  }
  const left = await insist(() =>
    untilDelivered(database, Math.max(1_000, end - performance.now())),
  );
  await swarm.end();
  const ended = await insist(() =>
    execute<{ state: string; why: string | null; n: number }>(
      database.db,
      sql`select state, why, count(*)::int as n from outbox_head where state not in ('sent', 'waiting') group by 1, 2`,
    ),
  );
  await database.close();
  const counts = {
    left,
    dead: ended.reduce((sum, each) => sum + each.n, 0),
    ...countUp(place, deliveries),
  };
  const seconds = Math.round((performance.now() - began) / 1000);
  process.stdout.write(
    `\nseed ${seed}: ${deliveries} deliveries to ${people} people by ${processes} processes, ${killed} kills, ${stopped} outages of the database, ${seconds} s\n`,
  );
  process.stdout.write(
    `asked whether it had arrived ${place.asked} times; ${Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ")}\n`,
  );
  for (const each of ended) process.stdout.write(`${each.n} ${each.state}: ${each.why}\n`);
  expect(counts).toEqual({ left: 0, dead: 0, missing: 0, twice: 0, disordered: 0 });
  expect([killed, stopped]).toEqual([kills, outages]);
});

// Real processes on one PostgreSQL, killed without warning: nothing is missing, nothing comes twice where one can ask, and nobody
// hears a third reminder on one day.
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation, seedPlayground } from "#db/seed";
import { emptyTables, onPostgresOnly, testDatabase, urlOf } from "#test/support/database/database";
import { idOf } from "#test/support/jobs/drill";
import { startPlace, type HttpPlace } from "#test/support/processes/http-place";
import { startWorker } from "#test/support/processes/processes";
import {
  countUp,
  kill,
  startSwarm,
  untilDelivered,
  writeDeliveries,
  sleep,
} from "#test/support/processes/swarm";
import { until } from "#test/support/until";

const leaseMs = 4_000;

onPostgresOnly("two processes that are killed", () => {
  let database: Database;
  let place: HttpPlace;
  let url: string;
  beforeEach(async () => {
    database = await testDatabase();
    await emptyTables(database);
    await seedPlayground(database);
    url = await urlOf(database);
    place = await startPlace();
  });
  afterEach(() => place.close());
  const query = <T extends object>(what: ReturnType<typeof sql>) =>
    inOrganisation(database, playgroundOrganisation, (tx) => execute<T>(tx, what));
  const start = (what: string) => startWorker("worker", url, place.url, String(leaseMs), what);

  it("deliver 3,000 messages between them: none missing, none twice, each person's in order", async () => {
    const many = 3_000;
    // Slow enough that a kill meets messages which came and nobody heard of.
    await place.close();
    place = await startPlace(() => 15);
    await writeDeliveries(database, many, 60);
    const swarm = await startSwarm(2, [url, place.url, String(leaseMs)]);
    for (let n = 0; n < 5; n++) {
      await sleep(500);
      await swarm.killOne(n / 5);
    }
    const left = await untilDelivered(database, 150_000);
    await swarm.end();
    expect({ left, ...countUp(place, many) }).toEqual({
      left: 0,
      missing: 0,
      twice: 0,
      disordered: 0,
    });
    expect(place.asked).toBeGreaterThan(0);
  }, 180_000);

  it("never say a third thing on one day, however they race for the second", async () => {
    await query(
      sql`insert into nudge_slot (organisation_id, person_id, date, n, delivery_id) values (${playgroundOrganisation}::uuid, ${idOf("renke")}::uuid, '2026-11-16', 1, gen_random_uuid())`,
    );
    const children = await Promise.all([start("compose"), start("compose")]);
    const taken = async () =>
      (
        await query<{ n: number }>(
          sql`select count(*)::int as n from nudge_slot where date = '2026-11-16' and person_id = ${idOf("renke")}::uuid`,
        )
      )[0]!.n;
    const seen: number[] = [];
    for (let round = 0; round < 10; round++) {
      await query(sql`insert into schedule (organisation_id, id, rule, subject_id, person_id, due_at, slot_at, until) values (${playgroundOrganisation}::uuid, gen_random_uuid(), 'goals.weekly', ${idOf("renke")}::uuid, ${idOf("renke")}::uuid, '2026-11-16T08:00Z', '2026-11-16T08:00Z', '2026-11-16T20:00Z')
        on conflict (organisation_id, person_id, rule, subject_id) do update set due_at = excluded.due_at, slot_at = excluded.slot_at, until = excluded.until, last_at = null`);
      const done = Promise.all(children.map((child) => once(child, "message")));
      for (const child of children) child.send(idOf("renke"));
      await done;
      seen.push(await taken());
    }
    await Promise.all(children.map(kill));
    expect(seen).toEqual(seen.map(() => 2));
    expect(
      await query(
        sql`select outcome, reason, count(*)::int as n from nudge_log where rule = 'goals.weekly' group by 1, 2 order by 1`,
      ),
    ).toEqual([
      { outcome: "let pass", reason: "budget", n: 9 },
      { outcome: "said", reason: null, n: 1 },
    ]);
    expect(await query(sql`select count(*)::int as n from outbox where kind = 'nudge'`)).toEqual([
      { n: 1 },
    ]);
  });

  it("handle exactly once what was stored by a process that was killed before it was handled", async () => {
    const left = () =>
      query<{ entries: number; acts: number; replies: number; inbox: number }>(
        sql`select (select count(*)::int from goal_entry) as entries, (select count(*)::int from act) as acts, (select count(*)::int from outbox where kind = 'reply') as replies, (select count(*)::int from inbox) as inbox`,
      );
    const [before] = await left();
    await kill(await start("accept"));
    expect(await left()).toEqual([{ ...before, inbox: 1 }]);
    const children = await Promise.all([start("replay"), start("replay")]);
    await sleep(500);
    // Whoever stored it has half a minute to handle it; only then do others look.
    expect(await left()).toEqual([{ ...before, inbox: 1 }]);
    await database.db.execute(
      sql`update inbox_head set lease_until = clock_timestamp() - interval '1 second'`,
    );
    await until(async () => (await left())[0]!.inbox === 0);
    await Promise.all(children.map(kill));
    expect(await left()).toEqual([{ entries: before!.entries + 1, acts: 1, replies: 1, inbox: 0 }]);
  });
});

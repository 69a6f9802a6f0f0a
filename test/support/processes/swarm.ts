// Processes that deliver from one PostgreSQL to one place, many of which are killed: what several tests count afterwards.
import type { ChildProcess } from "node:child_process";
import { sql } from "drizzle-orm";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import type { HttpPlace } from "./http-place.ts";
import { startWorker } from "./processes.ts";

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Deliveries to so many people, numbered in the order in which they are to come. */
export async function writeDeliveries(
  database: Database,
  many: number,
  people: number,
): Promise<void> {
  await database.db
    .execute(sql`insert into chat_identity (platform, workspace, "user", organisation_id, person_id)
    select 'web', 'playground', 'p' || n, ${playgroundOrganisation}::uuid, ('00000000-0000-7000-8000-f00d' || lpad(to_hex(n), 8, '0'))::uuid from generate_series(0, ${people}::int - 1) n`);
  await inOrganisation(database, playgroundOrganisation, (tx) =>
    tx.execute(sql`insert into outbox (organisation_id, id, key, person_id, kind, cards, at)
      select ${playgroundOrganisation}::uuid, ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'swarm ' || n, ('00000000-0000-7000-8000-f00d' || lpad(to_hex(n % ${people}::int), 8, '0'))::uuid, 'notice', '{"en":[]}', '2026-11-16T08:00:00Z'
      from generate_series(1, ${many}::int) n`),
  );
}

/** Ends at once, as when somebody pulls the plug. */
export function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}

/** So many processes at a time; another takes the place of a killed one by itself. */
export async function startSwarm(size: number, args: readonly string[]) {
  const starting = new Set<Promise<void>>();
  const ready: ChildProcess[] = [];
  let ended = false;
  const add = () => {
    const start = startWorker("worker", ...args).then(
      (child) => void ready.push(child),
      // The database may be away just now.
      () => sleep(200).then(() => (ended ? undefined : add())),
    );
    starting.add(start);
    void start.finally(() => starting.delete(start));
  };
  for (let n = 0; n < size; n++) add();
  await Promise.all(starting);
  return {
    /** One of those that are at work, chosen by a share from 0 to below 1. */
    async killOne(share: number): Promise<void> {
      while (ready.length === 0) await sleep(20);
      const [child] = ready.splice(Math.floor(share * ready.length), 1);
      await kill(child!);
      add();
    },
    async end(): Promise<void> {
      ended = true;
      while (starting.size > 0) await Promise.all(starting);
      await Promise.all(ready.map(kill));
    },
  };
}

/** Waits until nothing of these waits any more. */
export async function untilDelivered(database: Database, withinMs: number): Promise<number> {
  const end = performance.now() + withinMs;
  for (;;) {
    const [row] = await execute<{ n: number }>(
      database.db,
      sql`select count(*)::int as n from outbox_head where state = 'waiting'`,
    );
    if (row!.n === 0 || performance.now() > end) return row!.n;
    await sleep(100);
  }
}

/** What a place got, beside what it should have got. */
export function countUp(place: HttpPlace, many: number) {
  const ids = place.came.map((each) => each.id);
  const last = new Map<string, string>();
  let disordered = 0;
  for (const { id, to } of place.came) {
    if (id < (last.get(to) ?? "")) disordered++;
    last.set(to, id);
  }
  return { missing: many - new Set(ids).size, twice: ids.length - new Set(ids).size, disordered };
}

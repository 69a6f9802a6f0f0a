// npm run test:long: PostgreSQL is restarted in every way, ten times each, under a bot that six people use without a pause. RESTARTS
// is how many of each instead of ten; a small form of it is in test/db/postgres/restarts.test.ts.
import type { ChildProcess } from "node:child_process";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { execute, openDatabase, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { migrate } from "#db/migrate";
import { playgroundOrganisation, seedPlayground } from "#db/seed";
import type { Outcome } from "#src/bot/declare/incoming";
import { startPlace, type HttpPlace } from "#test/support/processes/http-place";
import { startWorker } from "#test/support/processes/processes";
import { startOwnPostgres, type OwnPostgres } from "#test/support/database/own-postgres";
import { sleep, untilDelivered } from "#test/support/processes/swarm";

const times = Number(process.env["RESTARTS"] ?? 10);
const leaseMs = 3_000;

let postgres: OwnPostgres | null;
let place: HttpPlace;
beforeAll(async () => {
  [postgres, place] = await Promise.all([startOwnPostgres(), startPlace()]);
});
afterAll(async () => {
  postgres?.remove();
  await place.close();
});

const ways: Readonly<Record<string, (server: OwnPostgres) => Promise<void>>> = {
  "asked to end by itself": async (server) => {
    server.stop("smart");
    server.start();
  },
  stopped: async (server) => {
    server.stop("fast");
    server.start();
  },
  "stopped as in a crash": async (server) => {
    server.stop("immediate");
    server.start();
  },
  "killed itself": async (server) => {
    server.kill("postmaster");
    server.start();
  },
  "killed with one session": async (server) => {
    await expect.poll(() => server.kill("session")).toBe(true);
  },
  "stood still for two seconds": async (server) => {
    const thaw = server.freeze();
    await sleep(2_000);
    thaw();
  },
  "away for four seconds": async (server) => {
    server.stop("fast");
    await sleep(4_000);
    server.start();
  },
};

interface Answer {
  readonly key: string;
  readonly outcome: Outcome | null;
}

/** `stored`: the person was told so. `nothing`: they were told that nothing was. `silence`: nobody was told anything, or that nobody knows. */
function meaningOf({ outcome }: Answer): "stored" | "nothing" | "silence" {
  if (outcome === null) return "silence";
  if (outcome.outcome === "toast" && outcome.tone === "bad")
    return JSON.stringify(outcome.line).includes("can't tell") ? "silence" : "nothing";
  return outcome.outcome === "delivered" && outcome.refused === true ? "silence" : "stored";
}

it.each(Object.keys(ways))(
  "a server that is %s ends no process and loses nothing",
  async (way) => {
    if (postgres === null)
      throw new Error(
        "test:long needs PostgreSQL's server programs (initdb, pg_ctl) on this machine.",
      );
    const url = await postgres.newDatabase(`drill_${Object.keys(ways).indexOf(way)}`);
    const database: Database = await openDatabase({ url, poolSize: 2 });
    await migrate(database);
    await seedPlayground(database);
    const answers: Answer[] = [];
    const child: ChildProcess = await startWorker("worker", url, place.url, String(leaseMs), "act");
    child.on("message", (answer: Answer) => void answers.push(answer));
    const stored = () => answers.filter((each) => meaningOf(each) === "stored").length;
    const goesOn = async () => {
      const before = stored();
      await expect
        .poll(() => child.exitCode ?? stored() - before, { timeout: 30_000, interval: 20 })
        .toBeGreaterThan(12);
    };
    await goesOn();
    for (let time = 0; time < times; time++) {
      await ways[way]!(postgres);
      await goesOn();
    }
    const came = place.came.length;
    await expect.poll(() => place.came.length, { timeout: 30_000 }).toBeGreaterThan(came);
    const listens = () =>
      execute<{ n: number }>(
        database.db,
        sql`select count(*)::int as n from pg_stat_activity where datname = current_database() and query like 'listen %'`,
      );
    await expect.poll(async () => (await listens())[0]!.n, { timeout: 10_000 }).toBe(1);
    expect([child.exitCode, child.signalCode]).toEqual([null, null]);
    child.kill("SIGSTOP"); // no act more, while what it was told is compared
    const rows = await inOrganisation(database, playgroundOrganisation, (tx) =>
      execute<{ key: string }>(tx, sql`select key from act`),
    );
    const kept = new Set(rows.map(({ key }) => key.slice(key.indexOf(":") + 1)));
    const wrong = answers.filter(
      (each) =>
        meaningOf(each) !== "silence" && kept.has(each.key) !== (meaningOf(each) === "stored"),
    );
    child.kill("SIGCONT");
    const left = await untilDelivered(database, 1);
    child.kill("SIGKILL");
    await database.close();
    const counts = Object.fromEntries(
      ["stored", "nothing", "silence"].map((each) => [
        each,
        answers.filter((answer) => meaningOf(answer) === each).length,
      ]),
    );
    process.stdout.write(
      `\n${way}, ${times} times: ${JSON.stringify(counts)}, ${left} on their way\n`,
    );
    expect(wrong).toEqual([]);
  },
  600_000,
);

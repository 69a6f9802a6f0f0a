// npm run test:long: shout-outs at once into one channel on Slack, at Slack's own pace, by the real program on PostgreSQL; and the same
// while it is killed (SIGKILL) in the middle and started again. SHOUTOUTS= and KILLS= bound it: one a second, half a minute a kill.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it } from "vitest";
import { execute, openDatabase, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { freePort, startOwnPostgres, type OwnPostgres } from "#test/support/database/own-postgres";
import { startProgram, type Program } from "#test/support/processes/program";
import { createBurst } from "#test/support/slack/burst";
import type { Wire } from "#test/support/slack/platform/client";
import { startFakeSlack } from "#test/support/slack/platform/server";
import { kill, sleep, untilDelivered } from "#test/support/processes/swarm";

const most = Number(process.env["SHOUTOUTS"] ?? 300);
const mostKills = Number(process.env["KILLS"] ?? 3);
const secret = "8f742231b10e8888abcd99yyyzzz85a5";
const team = "T1";

let postgres: OwnPostgres | null;
beforeAll(async () => {
  postgres = await startOwnPostgres();
});
afterAll(() => {
  postgres?.remove();
});

/** Where it is half past two in the afternoon, or nearly: people are at work there. */
const zoneAtWork = (now: Date): string => {
  const ahead = ((14 - now.getUTCHours() + 36) % 24) - 12;
  return `Etc/GMT${ahead > 0 ? "-" : "+"}${Math.abs(ahead)}`;
};

/** Also where it is Sunday. */
async function workToday(database: Database): Promise<void> {
  const [row] = await execute<{ id: string }>(database.db, sql`select id from organisation`);
  await inOrganisation(database, row!.id, (tx) =>
    tx.execute(
      sql`insert into day_override (organisation_id, date, kind) select ${row!.id}::uuid, (now() at time zone 'UTC')::date + n, 'workday' from generate_series(-1, 1) n`,
    ),
  );
}

/** Tests that run at once share `expect.poll`, so none of them may use it. What never comes is counted afterwards. */
async function until(done: () => boolean): Promise<void> {
  for (const end = performance.now() + 500_000; !done() && performance.now() < end;)
    await sleep(200);
}

interface Told {
  readonly many: number;
  readonly kills: number;
  /** Without the history scope nobody may look whether a message in the channel arrived: an admin is asked. */
  readonly mayLook: boolean;
}

async function tell({ many, kills, mayLook }: Told) {
  if (postgres === null)
    throw new Error(
      "test:long needs PostgreSQL's server programs (initdb, pg_ctl) on this machine.",
    );
  const began = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "pacer-burst-"));
  const slack = await startFakeSlack();
  slack.limit();
  slack.answerAfter(400);
  const burst = createBurst(slack, team, zoneAtWork(new Date()));
  if (mayLook) burst.workspace.scopes.add("channels:history");
  const settings = {
    DATABASE_URL: await postgres.newDatabase(`burst_${kills}_${String(mayLook)}`),
    PORT: String(await freePort()),
    SLACK_API_URL: slack.url,
    SLACK_BOT_TOKEN: burst.workspace.token,
    SLACK_SIGNING_SECRET: secret,
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
  };
  const start = (): Promise<Program> => startProgram(folder, settings);
  let program = await start();
  const wire: Wire = {
    secret,
    now: () => new Date(),
    target: { request: (path, init) => fetch(new URL(new URL(path).pathname, program.url), init) },
  };
  const database = await openDatabase({ url: settings.DATABASE_URL, poolSize: 2 });
  await burst.meet(wire);
  await workToday(database);
  const telling = burst.tell(wire, many);
  for (let killed = 0; killed < kills; killed++) {
    // The first of several while it still listens, the others while it posts: between a message and the news that it came.
    if (kills > 1 && killed === 0) await sleep(1_000);
    else {
      await until(() => burst.there > (many * Math.max(killed, 0.3)) / kills);
      await burst.underWay();
    }
    await kill(program.child);
    program = await start();
  }
  const again = await telling;
  await until(() => burst.there === many);
  const left = await untilDelivered(database, 90_000);
  const dead = await execute<{ why: string }>(
    database.db,
    sql`select why from outbox_head where state not in ('sent', 'merged')`,
  );
  await database.close();
  await kill(program.child);
  const { refused, ...counts } = burst.count(many);
  const looked = slack.calls.filter(
    (each) => each.method === "conversations.history" && each.error === null,
  ).length;
  process.stdout.write(
    `${many} shout-outs into one channel on Slack, ${kills} kills${mayLook ? "" : ", where one may not look"}: ${Math.round((performance.now() - began) / 1000)} s; events told again ${again}, looked whether one had arrived ${looked} times, admin asked ${burst.asked} times; missing ${counts.missing}, twice ${counts.twice}, 429 met ${counts.tooFast}\n`,
  );
  const { asked } = burst;
  await slack.close();
  rmSync(folder, { recursive: true, force: true });
  return { left, dead: dead.map((each) => each.why), asked, ...counts, refused };
}

const nothingWrong = { left: 0, dead: [], asked: 0, missing: 0, twice: 0, tooFast: 0, refused: [] };

it.concurrent.each([0, mostKills])(
  "loses none, doubles none and meets no 429, with %i kills",
  async (kills) => {
    expect(await tell({ many: most, kills, mayLook: true })).toEqual(nothingWrong);
  },
);

it.concurrent("asks an admin once about the one that was under way where nobody may look, and doubles none", async () => {
  const refused = ["conversations.history missing_scope"];
  expect(await tell({ many: Math.min(most, 20), kills: 1, mayLook: false })).toEqual({
    ...nothingWrong,
    asked: 1,
    dead: ["it may have arrived, and here nobody may look"],
    refused,
  });
});

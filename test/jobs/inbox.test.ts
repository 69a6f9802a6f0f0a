// What came in and was acknowledged, and whose process then ended: handled by somebody else, or laid aside where anybody can see it.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { execute } from "#db/client";
import { createHousekeeping } from "#db/stores/housekeeping";
import { playgroundOrganisation } from "#db/seed";
import { replay } from "#jobs/inbox";
import { answerAboutDead } from "#src/app/tools/questions";
import type { Bot } from "#src/bot/api";
import type { Incoming } from "#src/bot/declare/incoming";
import type { Json } from "#src/view/action";
import { idOf, startDrill, type Drill } from "#test/support/jobs/drill";

let drill: Drill;
beforeEach(async () => {
  drill = await startDrill([], "2026-11-17T09:30:00Z");
});
afterEach(() => drill.stop());

const at = (user: string) => ({ platform: "web", workspace: "playground", user });
const keep = (key: string, incoming: Json) =>
  drill.inbox.keep(playgroundOrganisation, { key, incoming, at: drill.now() });
const says = (key: string): Json => ({
  kind: "said",
  dedupeKey: key,
  from: at("renke"),
  text: `whisper anna ${key}`,
});
/** As when whoever had it is gone for long enough. */
const leaseIsOver = () =>
  drill.database.db.execute(
    sql`update inbox_head set lease_until = clock_timestamp() - interval '1 second'`,
  );
async function again(bot: Pick<Bot, "receive"> = drill.bot): Promise<number> {
  await leaseIsOver();
  return replay(drill.inbox, bot, drill.logger, drill.meter);
}
const heads = () =>
  execute<{ attempts: number; dead: boolean }>(
    drill.database.db,
    sql`select attempts, dead from inbox_head order by id`,
  );

it("is left to whoever stored it for half a minute, then handled, in the order in which it came", async () => {
  await keep("one", says("one"));
  await keep("two", says("two"));
  expect(await replay(drill.inbox, drill.bot, drill.logger, drill.meter)).toBe(0);
  expect(await again()).toBe(2);
  await drill.loop.drain();
  expect(drill.place.textsTo("anna")).toEqual(["one", "two"]);
  expect(await heads()).toEqual([]);
});

it("takes no attempt of the others where one event ends the process each time, and that one is laid aside", async () => {
  await keep("poison", says("poison"));
  await keep("fine", says("fine"));
  const crashes: Pick<Bot, "receive"> = { receive: () => new Promise(() => {}) };
  for (let crash = 0; crash < 5; crash++) {
    await leaseIsOver();
    // The process ends in the middle of it: it never comes to the next.
    void replay(drill.inbox, crashes, drill.logger, drill.meter);
    for (let n = 0; n < 500 && (await heads())[0]!.attempts <= crash; n++);
  }
  expect(await heads()).toEqual([
    { attempts: 5, dead: false },
    { attempts: 0, dead: false },
  ]);
  expect(await again()).toBe(1);
  expect(await heads()).toEqual([{ attempts: 5, dead: true }]);
  expect(drill.errors).toMatchObject([
    { event: "events given up; npm run doctor lists them", fields: { dead: 1 } },
  ]);
});

it("is seen by doctor when it cannot be handled, and handled once more or forgotten as somebody decides", async () => {
  const id = (await keep("nonsense", { kind: "nonsense" }))!;
  for (let n = 0; n < 6; n++) await again();
  expect(await drill.inbox.deadCount()).toBe(1);
  expect(await answerAboutDead({ ask: "dead" }, drill)).toBe(
    `${id}  event “nonsense” of 2026-11-17T09:30:00.000Z, 5 attempts: not handled; the log has the cause`,
  );
  expect(await answerAboutDead({ ask: "retry", id }, drill)).toBe(
    "It is handled again within a minute.",
  );
  expect(await heads()).toEqual([{ attempts: 0, dead: false }]);
  for (let n = 0; n < 6; n++) await again();
  expect(await answerAboutDead({ ask: "drop", id }, drill)).toBe("Dropped.");
  expect(await answerAboutDead({ ask: "drop", id }, drill)).toBe("No such dead letter.");
  expect(await heads()).toEqual([]);
  expect(drill.errors.map((each) => each.event)).toContain("replay failed");
});

it("is thrown away after a month where nobody decided", async () => {
  await keep("nonsense", { kind: "nonsense" });
  for (let n = 0; n < 6; n++) await again();
  const housekeeping = createHousekeeping(drill.database);
  await housekeeping.prune(drill.now());
  expect(await heads()).toHaveLength(1);
  await drill.database.db.execute(
    sql`update inbox_head set lease_until = lease_until - interval '31 days'`,
  );
  await housekeeping.prune(drill.now());
  expect(await heads()).toEqual([]);
  expect(await drill.query(sql`select id from inbox`)).toEqual([]);
});

it("keeps what a platform tells of people and places, too, until it is written", async () => {
  await drill.database.db.execute(
    sql`insert into installation (platform, workspace, organisation_id) values ('web', 'playground', ${playgroundOrganisation}::uuid)`,
  );
  const left: Incoming = {
    kind: "personChanged",
    dedupeKey: "left",
    from: at("renke"),
    profile: {
      name: "Renke Petersen",
      email: null,
      locale: null,
      zone: null,
      active: false,
      guest: false,
    },
  };
  const run = await drill.bot.accept(left);
  expect(await heads()).toHaveLength(1);
  expect(await drill.bot.accept(left)).toBeNull();
  expect(
    await drill.query(sql`select left_on from person where id = ${idOf("renke")}::uuid`),
  ).toEqual([{ left_on: null }]);
  // The process ends before it runs what was accepted.
  expect(run).not.toBeNull();
  expect(await again()).toBe(1);
  expect(
    await drill.query(sql`select left_on::text from person where id = ${idOf("renke")}::uuid`),
  ).toEqual([{ left_on: "2026-11-17" }]);
});

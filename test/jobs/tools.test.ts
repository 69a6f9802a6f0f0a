// What the tools say: what would come at a moment and why, what was given up, what is counted. Asked of the house itself, and
// through the socket of a running one.
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createBackupLog } from "#db/backup/events";
import { execute } from "#db/client";
import { webApi } from "@slack/bolt";
import { createMetrics, mayReadMetrics } from "#src/app/metrics";
import { openToLook } from "#src/app/open";
import { answerTool, momentIn } from "#src/app/tools/questions";
import { readConfig, SettingWrong } from "#src/config";
import { reasonOf } from "#src/app/log/reason";
import { asked, askRunning, listenOnSocket } from "#src/app/tools/socket";
import { writtenLog } from "#test/support/log";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
beforeEach(async () => {
  system = await startSystem();
  await system.house.bot.lookOver(0, 1);
});
afterEach(() => system.stop());

const monday = "2026-11-16T16:00:00+08:00";
const answering = () => ({
  house: system.house,
  stores: system.stores,
  now: () => system.clock.now(),
  moveTo: (at: Date) => system.clock.moveTo(at),
});
const tick = (more: { at?: string; why?: string; send?: boolean } = {}) =>
  answerTool(
    {
      ask: "tick",
      at: more.at === undefined ? null : new Date(more.at),
      why: more.why ?? null,
      send: more.send ?? false,
    },
    answering(),
  );
const messages = async (user: string) =>
  (await system.surface.screen(user)).messages.filter((each) => each.by === "bot");

describe("tick", () => {
  it("says what would come to whom at that moment, in their own time, and changes nothing", async () => {
    const says = await tick({ at: monday });
    expect(says).toContain(
      "Renke Petersen at 2026-11-16 09:00 Europe/Berlin\n  comes  checkins.open\n  says: New week: what are your top three?",
    );
    expect(await messages("renke")).toEqual([]);
    expect(await tick({ at: monday })).toBe(says);
    expect(await tick()).toMatch(/^Nothing would be due at 2026-11-11T02:00:00/);
  });

  it("says of one person why not, and what comes next", async () => {
    await system.who("renke").says("pause reminders");
    expect(await tick({ at: monday, why: "@renke" })).toMatch(
      /let pass {2}checkins\.open: paused[\s\S]*next {3}checkins\.open: 2026-11-16 09:00 Europe\/Berlin/,
    );
    await system.database.db.execute(sql`update team set switched_on_at = null`);
    expect(await tick({ at: monday, why: "anna" })).toContain(
      "reminders are not switched on for this person's team (setup)",
    );
    expect(await tick({ at: monday, why: "nobody" })).toBe("Nobody is called “nobody”.");
  });

  it("looks weeks ahead, as it will be when all before has come", async () => {
    const says = await tick({ at: "2026-11-30T16:00:00+08:00", why: "renke" });
    expect(says).toContain("Renke Petersen at 2026-11-30 09:00 Europe/Berlin");
    expect(says).toMatch(/comes {2}checkins\.open/);
    expect(says).not.toContain("missed");
    expect(await tick({ at: monday })).toContain("comes  checkins.open");
  });

  it("sends nothing when it was only opened to look, and refuses where there is nothing to look at", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pacer-look-"));
    const config = readConfig({ DATA_DIR: folder });
    await expect(openToLook(config)).rejects.toThrow(
      `There is nothing in ${join(folder, "playground")} yet: npm start makes it.`,
    );
    expect(existsSync(join(folder, "playground"))).toBe(false);
    await system.house.bot.receive({
      kind: "said",
      dedupeKey: "one",
      from: { platform: "web", workspace: "playground", user: "renke" },
      text: "help",
    });
    const looked = await openToLook(config, { ...system.database, close: async () => {} });
    expect(
      await answerTool({ ask: "tick", at: new Date(monday), why: "renke", send: false }, looked),
    ).toContain("checkins.open");
    looked.house.deliveries.wake();
    await looked.house.deliveries.stop();
    await looked.close();
    expect(await execute(system.database.db, sql`select state, attempts from outbox_head`)).toEqual(
      [{ state: "waiting", attempts: 0 }],
    );
    rmSync(folder, { recursive: true, force: true });
  });

  it("sends what is due, moving the clock where it is ours to move", async () => {
    expect(await tick({ send: true })).toBe("0 due.");
    expect(await tick({ at: monday, send: true })).toMatch(
      /^The clock stands at 2026-11-16T08:00:00/,
    );
    expect(await messages("renke")).toHaveLength(1);
    const fixed = { ...answering(), moveTo: async () => false };
    expect(
      await answerTool(
        { ask: "tick", at: new Date("2026-12-01T00:00:00Z"), why: null, send: true },
        fixed,
      ),
    ).toBe("--send sends what is due now; leave --at away.");
  });

  it("reads a moment only with its zone", () => {
    expect(momentIn("2026-11-30T09:00:00+08:00")?.toISOString()).toBe("2026-11-30T01:00:00.000Z");
    expect(momentIn("2026-11-30T01:00:00Z")?.toISOString()).toBe("2026-11-30T01:00:00.000Z");
    expect([momentIn("2026-11-30T09:00:00"), momentIn("2026-11-30"), momentIn("soon")]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe("what was given up", () => {
  async function die(): Promise<string> {
    await system.house.deliveries.stop(); // what goes out is drained by hand
    await system.house.bot.receive({
      kind: "said",
      dedupeKey: "one",
      from: { platform: "web", workspace: "playground", user: "renke" },
      text: "help",
    });
    await system.database.db.execute(
      sql`update outbox_head set state = 'dead', why = 'gave up', attempts = 12`,
    );
    return (await system.house.outbox.deadLetters(1))[0]!.id;
  }

  it("is listed with whom it was for, by their id and only when asked by their name, without its words, and can be sent once more", async () => {
    const id = await die();
    const { destination } = (await system.house.outbox.deadLetters(1))[0]!;
    expect(await answerTool({ ask: "dead" }, answering())).toBe(
      `${id}  reply to ${destination}, 12 attempts: gave up`,
    );
    expect(await answerTool({ ask: "dead", names: true }, answering())).toBe(
      `${id}  reply to Renke Petersen (${destination}), 12 attempts: gave up`,
    );
    expect(await answerTool({ ask: "retry", id }, answering())).toBe("It goes out again.");
    await system.house.deliveries.drain();
    expect(await messages("renke")).toHaveLength(1);
    expect(await answerTool({ ask: "retry", id }, answering())).toBe("No such dead letter.");
    expect(await answerTool({ ask: "dead" }, answering())).toBe("");
  });

  it("can be let go", async () => {
    const id = await die();
    expect(await answerTool({ ask: "drop", id }, answering())).toBe("Dropped.");
    await system.house.deliveries.drain();
    expect(await messages("renke")).toEqual([]);
  });
});

describe("the socket of a running bot", () => {
  it("answers the tool, lets nobody else on this machine in, and refuses what it does not know", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pacer-socket-"));
    const path = join(folder, "pacer.sock");
    expect(await askRunning(path, { ask: "dead" })).toBeNull();
    const failures: string[] = [];
    const logger = {
      info: () => {},
      warn: () => {},
      error: (_fields: object, event: string) => void failures.push(event),
    };
    const listening = await listenOnSocket(
      path,
      (question) =>
        question.ask !== "tick"
          ? Promise.reject(new Error("broken"))
          : answerTool(question, answering()),
      logger,
    );
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(
      await askRunning(path, { ask: "tick", at: new Date(monday), why: "renke", send: false }),
    ).toMatchObject({ ok: true, text: expect.stringContaining("comes  checkins.open") });
    expect(await askRunning(path, { ask: "dead" })).toEqual({
      ok: false,
      text: "That failed; the bot's log has the cause.",
    });
    expect(failures).toEqual(["tool failed"]);
    expect(await askRunning(path, { ask: "burn" } as never)).toMatchObject({ ok: false });
    expect(asked.safeParse({ ask: "retry", id: "1; drop table" }).success).toBe(false);
    expect(
      asked.safeParse({
        ask: "join",
        platform: "slack",
        workspace: "T9",
        organisation: null,
        apply: true,
      }).success,
    ).toBe(true);
    listening.close();
    rmSync(folder, { recursive: true, force: true });
  });
});

describe("metrics", () => {
  const reader = { address: "127.0.0.1", authorization: undefined, forwarded: false };
  const token = "a token of sixteen";

  it("are for loopback while there is no token, and for nobody whose request was passed on", () => {
    expect(
      [reader, { ...reader, address: "::1" }, { ...reader, address: "::ffff:127.0.0.1" }].map(
        (each) => mayReadMetrics(each, undefined),
      ),
    ).toEqual([true, true, true]);
    expect(
      [
        { ...reader, forwarded: true },
        { ...reader, address: "10.0.0.2" },
        { ...reader, address: undefined },
        { ...reader, address: "10.0.0.2", authorization: "Bearer undefined" },
      ].map((each) => mayReadMetrics(each, undefined)),
    ).toEqual([false, false, false, false]);
  });

  it("are, once there is a token, for whoever knows it, and for nobody else on this machine either", () => {
    expect(
      [
        reader,
        { ...reader, authorization: "Bearer " },
        { ...reader, authorization: "Bearer a token of seventy" },
        { ...reader, authorization: token },
      ].map((each) => mayReadMetrics(each, token)),
    ).toEqual([false, false, false, false]);
    expect(
      [
        { ...reader, authorization: `Bearer ${token}` },
        { address: "10.0.0.2", forwarded: true, authorization: `Bearer ${token}` },
      ].map((each) => mayReadMetrics(each, token)),
    ).toEqual([true, true]);
  });

  it("count what came of deliveries and of reminders, and say how old the oldest is", async () => {
    const metrics = createMetrics();
    metrics.meter.count("due", 3);
    metrics.meter.count("sent");
    metrics.meter.suppressed("budget");
    const text = await metrics.text(
      system.house.outbox,
      system.house.inbox,
      createBackupLog(system.database),
    );
    for (const line of [
      'pacer_deliveries_total{what="due"} 3',
      'pacer_deliveries_total{what="sent"} 1',
      'pacer_deliveries_total{what="dead"} 0',
      'pacer_nudges_suppressed_total{reason="budget"} 1',
      "pacer_outbox_oldest_seconds 0",
      "pacer_outbox_dead 0",
    ]) {
      expect(text).toContain(line);
    }
    await system.house.bot.receive({
      kind: "said",
      dedupeKey: "old",
      from: { platform: "web", workspace: "playground", user: "renke" },
      text: "help",
    });
    await system.house.deliveries.stop();
    await system.database.db.execute(
      sql`update outbox_head set state = 'waiting', first_due_at = clock_timestamp() - interval '90 seconds', lease_until = clock_timestamp() + interval '1 minute'`,
    );
    expect(
      Number(
        /^pacer_outbox_oldest_seconds (\S+)/m.exec(
          await metrics.text(
            system.house.outbox,
            system.house.inbox,
            createBackupLog(system.database),
          ),
        )?.[1],
      ),
    ).toBeGreaterThan(80);
    await system.database.db.execute(sql`update outbox_head set state = 'dead'`);
    expect(
      await metrics.text(system.house.outbox, system.house.inbox, createBackupLog(system.database)),
    ).toContain("pacer_outbox_dead 1");
  });
});

describe("what a tool says of an error", () => {
  const words = "Renke is worried";

  it("is the sentence that was written for the operator, or which error it was; never what people typed", async () => {
    expect(reasonOf(new SettingWrong("PORT 3000 is taken by another program."))).toBe(
      "PORT 3000 is taken by another program.",
    );
    expect(
      reasonOf(
        new TypeError(words, { cause: Object.assign(new Error(words), { code: "ECONNREFUSED" }) }),
      ),
    ).toBe("TypeError, caused by Error (ECONNREFUSED)");
    expect(reasonOf(new webApi.WebAPIPlatformError({ ok: false, error: "invalid_auth" }))).toBe(
      "An API error occurred: invalid_auth",
    );
    expect(reasonOf(words)).toBe("string thrown");
    const failed = await execute(system.database.db, sql`select ${words}::uuid from person`).catch(
      (error: unknown) => error,
    );
    expect(reasonOf(failed)).toBe("DatabaseError: 22P02: select from person");
  });

  it("that a statement of the running bot's met is in its log, without the values", async () => {
    const path = join(mkdtempSync(join(tmpdir(), "pacer-sock-")), "tool.sock");
    const { logger, written } = writtenLog();
    const listening = await listenOnSocket(
      path,
      async () =>
        (await execute<{ id: string }>(system.database.db, sql`select ${words}::uuid as id`))[0]!
          .id,
      logger,
    );
    expect(await askRunning(path, { ask: "dead" })).toEqual({
      ok: false,
      text: "That failed; the bot's log has the cause.",
    });
    listening.close();
    expect(JSON.parse(written())).toMatchObject({
      ask: "dead",
      msg: "tool failed",
      error: expect.stringMatching(/^DatabaseError: 22P02: /),
    });
    expect(written()).not.toContain("Renke");
  });
});

// The log and what the process prints while the database refuses: over every front, whatever people do, none of their words, names and
// addresses stand in it, and each code they are shown does, with what failed.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { replay } from "#jobs/inbox";
import { noMeter } from "#src/app/compose";
import type { Incoming } from "#src/bot/declare/incoming";
import { practiceTables, refusingRows, withoutColumn } from "#test/support/database/breakage";
import { frontNames } from "#test/support/story/front";
import { writtenLog } from "#test/support/log";
import { startSystem, type System } from "#test/support/story/system";
import { mark, printed, listening, linesOf, trying } from "./listening.ts";

listening();

describe.each(frontNames)("on the front %s", (front) => {
  let system: System;
  let log: ReturnType<typeof writtenLog>;
  beforeEach(async () => {
    log = writtenLog();
    system = await startSystem({ front, logger: log.logger });
    await inOrganisation(system.database, playgroundOrganisation, (tx) =>
      tx.execute(
        sql`update person set name = name || ${` ${mark}`}, email = ${`${mark}.`} || id || '@example.com'`,
      ),
    );
  });
  afterEach(async () => {
    await system.stop();
  });

  const give = (what: object): Incoming =>
    ({ dedupeKey: randomUUID(), from: system.account("renke"), ...what }) as Incoming;

  function expectNoWords(): void {
    expect(log.written()).not.toContain(mark);
    expect(printed.join("")).not.toContain(mark);
  }

  /** What stood on their screen as the code, each found in the log beside what failed. */
  async function expectCodes(user: string, atLeast: number): Promise<void> {
    const { messages, toast, form, home } = await system.surface.screen(user);
    const shown = [...messages.map((each) => each.text), toast, form?.error, home.text]
      .join("\n")
      .replaceAll("\u00A0", " ");
    const codes = new Set([...shown.matchAll(/code ([0-9A-F]{6})/g)].map(([, code]) => code));
    expect(codes.size).toBeGreaterThanOrEqual(atLeast);
    for (const code of codes)
      expect(linesOf(log.written()).find((line) => line.code === code)?.error).toMatch(
        /^DatabaseError: (?:23514 refuses_all|42703): \w+ .+\n {4}at /,
      );
  }

  it("what is said, pressed and sent in a form while its tables refuse it is answered with a code, and stands nowhere", async () => {
    const rep = system.who("renke");
    await refusingRows(system.database, await practiceTables(system.database), async () => {
      await rep.says(`blocked ${mark} the contract waits for @anna`);
      await expectCodes("renke", 1);
      await rep.says(`goal new ${mark} calls 20 by Friday`);
      await rep.says(`praise @anna ${mark} stayed late`);
      await rep.says("feedback @anna");
      await rep.fills({
        situation: `${mark} call`,
        behaviour: `you ${mark}`,
        impact: `${mark}, next: ask`,
      });
      await trying(() => system.channel.say("renke", `praise @anna ${mark} in front of all`));
    });
    await rep.says("goal new calls 20 by Friday");
    await refusingRows(system.database, await practiceTables(system.database), () =>
      rep.presses("Start goal"),
    );
    await expectCodes("renke", 2);
    await withoutColumn(system.database, "goal", "owner_id", () => rep.atHome());
    expect(
      linesOf(log.written()).filter(({ msg }) => msg === "act failed").length,
    ).toBeGreaterThanOrEqual(4);
    expect(
      linesOf(log.written()).some(
        ({ msg, error }) =>
          msg === "home section failed" && error?.startsWith("DatabaseError: 42703") === true,
      ),
    ).toBe(true);
    expectNoWords();
  });

  it("what comes while nothing can be kept at all stands nowhere", async () => {
    const rep = system.who("renke");
    await rep.says("goal new calls 20 by Friday");
    await rep.says("feedback @anna");
    const person = {
      ...give({}),
      kind: "personChanged",
      profile: {
        name: `Renke ${mark} the second`,
        email: `${mark}@example.org`,
        locale: null,
        zone: null,
        active: true,
        guest: false,
      },
    } as unknown as Incoming;
    await refusingRows(
      system.database,
      ["act", "outbox", "inbox", "person", "shelf", ...(await practiceTables(system.database))],
      async () => {
        await trying(
          () =>
            rep.fills({
              situation: `${mark} call`,
              behaviour: `you ${mark}`,
              impact: `${mark}, next: ask`,
            }),
          () => rep.says(`blocked ${mark} the contract`),
          () => rep.presses("Start goal"),
          () => system.channel.say("renke", `praise @anna ${mark} in front of all`),
          () => rep.atHome(),
          () => system.house.bot.receive(person),
        );
      },
    );
    await withoutColumn(system.database, "person", "hours", () =>
      trying(
        () => rep.says(`blocked ${mark} the contract`),
        () => rep.atHome(),
      ),
    );
    expect(
      linesOf(log.written()).filter(({ error }) => error?.includes("DatabaseError: ")).length,
    ).toBeGreaterThanOrEqual(3);
    expectNoWords();
  });

  it("what is read again, delivered, said unasked and looked after stands nowhere", async () => {
    const { house, database } = system;
    await house.bot.accept(give({ kind: "said", text: `blocked ${mark} the contract` }));
    await database.db.execute(sql`update inbox_head set lease_until = 'epoch'`);
    await refusingRows(database, ["act", "outbox", ...(await practiceTables(database))], () =>
      trying(() => replay(house.inbox, house.bot, log.logger, noMeter)),
    );
    expect(linesOf(log.written()).some(({ msg }) => msg === "replay failed")).toBe(true);
    await house.bot.receive(give({ kind: "said", text: `praise @anna ${mark} stayed late` }));
    await withoutColumn(database, "outbox", "cards", () => trying(() => house.deliveries.drain()));
    expect(linesOf(log.written()).some(({ msg }) => msg === "content not read")).toBe(true);
    await trying(() => house.deliveries.drain());
    const soon = new Date(system.clock.now().getTime() + 3 * 24 * 3_600_000);
    await refusingRows(database, ["outbox", "nudge_slot", "nudge_log", "web_message"], () =>
      trying(
        () => system.leapTo(soon),
        () => house.bot.keepHouse(),
        () => house.bot.lookOver(0, 1),
        () => house.bot.tellStopped(),
      ),
    );
    await withoutColumn(database, "goal", "title", () =>
      trying(
        () => house.bot.keepHouse(),
        () => house.bot.lookOver(0, 1),
        () => house.beat(),
        () => house.deliveries.drain(),
      ),
    );
    expectNoWords();
  });
});

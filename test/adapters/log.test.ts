// The log and what the process prints while the database refuses: over every front, whatever people do, none of their words, names and
// addresses stand in it, and each code they are shown does, with what failed.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { installRoutes } from "#adapters/slack/install/install";
import { replay } from "#jobs/inbox";
import { noMeter } from "#src/app/compose";
import { createChance } from "#src/app/system";
import type { Incoming } from "#src/bot/declare/incoming";
import type { Logger } from "#src/ports/logger";
import { practiceTables, refusingRows, withoutColumn } from "#test/support/database/breakage";
import { frontNames } from "#test/support/story/front";
import { startLarkSystem } from "#test/support/lark/system";
import { writtenLog } from "#test/support/log";
import { sendCommand, sendEvent } from "#test/support/slack/platform/client";
import { startSlackSystem, type SlackSystem } from "#test/support/slack/system";
import { startSystem, type System } from "#test/support/story/system";

const mark = "MARK7f3a";

let printed: string[];
beforeEach(() => {
  printed = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => {
      printed.push(String(text));
      return true;
    });
  }
  for (const name of ["debug", "log", "info", "warn", "error"] as const)
    vi.spyOn(console, name).mockImplementation(
      (...said: unknown[]) => void printed.push(said.join(" ")),
    );
});
afterEach(() => {
  vi.restoreAllMocks();
});

interface Line {
  readonly msg: string;
  readonly code?: string;
  readonly error?: string;
}

const linesOf = (written: string): readonly Line[] =>
  written
    .trim()
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Line);

/** Whatever the front makes of it: what nobody answers is no failure of the test. */
const trying = async (...works: readonly (() => Promise<unknown>)[]): Promise<void> => {
  for (const work of works) await work().catch(() => {});
};

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
      rep.presses("Start it"),
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
          () => rep.presses("Start it"),
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

/** As a browser goes through it, for a workspace with a marked name and token. */
async function installed(
  { adapter, installations, slack }: SlackSystem,
  logger: Logger,
): Promise<void> {
  const clock = { now: () => new Date("2026-11-11T02:00:00Z") };
  const routes = installRoutes({
    clientId: "1.2",
    clientSecret: mark,
    stateSecret: "state secret of 16",
    publicUrl: "https://pacer.example.com/",
    installations,
    clients: adapter.clients,
    clock,
    chance: createChance(),
    logger,
    organisations: "many",
    listed: null,
    askAdmins: async () => {},
    welcome: async () => {},
  });
  slack.workspace(`T${mark}`, `xoxb-${mark}`, []);
  slack.codes.set("good", { team: `T${mark}`, installer: "U1" });
  const begun = await routes.request("https://pacer.example.com/slack/install");
  const state = new URL(begun.headers.get("location") ?? "").searchParams.get("state") ?? "";
  const cookie = (begun.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  await routes.request(
    `https://pacer.example.com/slack/oauth_redirect?${new URLSearchParams({ code: "good", state }).toString()}`,
    { headers: { cookie } },
  );
}

describe.each(["http", "socket"] as const)(
  "a newcomer on Slack (%s) while nothing can be kept",
  (mode) => {
    it("stands nowhere: their words, their name, their address, a change of their profile, a mark of theirs", async () => {
      const log = writtenLog();
      const system = await startSlackSystem({ mode, logger: log.logger });
      const user = {
        id: "U1",
        name: `Renke ${mark}`,
        email: `${mark}@example.com`,
        tz: "Europe/Berlin",
      };
      const { botUser } = await system.install("T1", [user], "U1");
      const told = { ...user, team_id: "T1", profile: { real_name: user.name, email: user.email } };
      const events = [
        {
          type: "message",
          channel_type: "im",
          channel: "D1",
          user: "U1",
          text: `blocked ${mark}`,
          ts: "5.5",
        },
        {
          type: "app_mention",
          channel: "C1",
          user: "U1",
          text: `<@${botUser}> praise me ${mark}`,
          ts: "6.6",
        },
        {
          type: "reaction_added",
          user: "U1",
          reaction: "tada",
          item_user: botUser,
          item: { type: "message", channel: "C1", ts: "5.5" },
          event_ts: "7.7",
        },
        {
          type: "user_change",
          user: { ...told, profile: { ...told.profile, real_name: `${mark} the second` } },
        },
        { type: "app_home_opened", user: "U1", tab: "home", channel: "D1" },
        {
          type: "member_joined_channel",
          user: botUser,
          channel: "C1",
          channel_type: "C",
          team: "T1",
        },
      ];
      const all = async (): Promise<void> => {
        // Over a socket each that nobody acknowledges is waited for; over HTTP all come.
        for (const event of mode === "http" ? events : events.slice(0, 1))
          await trying(() => sendEvent(system.wire, "T1", botUser, event));
        await trying(() =>
          sendCommand(system.wire, {
            command: "/coach",
            text: `blocked ${mark}`,
            user_id: "U1",
            team_id: "T1",
            channel_id: "D1",
            channel_name: "directmessage",
            trigger_id: `1.${randomUUID()}`,
            response_url: "http://127.0.0.1:9/none",
          }),
        );
        await system.adapter.settled();
      };
      try {
        await refusingRows(
          system.database,
          ["person", "chat_identity", "chat_place", "place", "inbox", "act", "outbox", "shelf"],
          all,
        );
        await all();
        await refusingRows(
          system.database,
          [
            "person",
            "chat_place",
            "place",
            "inbox",
            "act",
            "outbox",
            "shelf",
            ...(await practiceTables(system.database)),
          ],
          all,
        );
        await refusingRows(system.database, ["installation"], () =>
          trying(() => installed(system, log.logger)),
        );
        expect(linesOf(log.written())).toContainEqual(
          expect.objectContaining({
            msg: "slack.install_failed",
            error: expect.stringMatching(
              /^DatabaseError: 23514 refuses_all: insert into installation\n/,
            ) as string,
          }),
        );
      } finally {
        await system.stop();
      }
      expect(
        linesOf(log.written()).filter(({ error }) =>
          error?.includes("DatabaseError: 23514 refuses_all"),
        ).length,
      ).toBeGreaterThanOrEqual(mode === "http" ? 4 : 2);
      expect(log.written()).not.toContain(mark);
      expect(printed.join("")).not.toContain(mark);
    });
  },
);

it("a newcomer on Lark while nothing can be kept stands nowhere: their words, their name, their address, their company", async () => {
  const log = writtenLog();
  const system = await startLarkSystem(
    [
      {
        openId: "ou_renke",
        name: `Renke ${mark}`,
        email: `${mark}@example.com`,
        zone: "Europe/Berlin",
      },
    ],
    [],
    1,
    log.logger,
  );
  const all = async (): Promise<void> => {
    await trying(
      () => system.surface.say("ou_renke", `blocked ${mark}`),
      () =>
        system.surface.event("contact.user.updated_v3", {
          object: {
            open_id: "ou_renke",
            name: `${mark} the second`,
            enterprise_email: `${mark}@example.org`,
          },
        }),
      () =>
        system.surface.event("im.message.reaction.created_v1", {
          message_id: "om_1",
          reaction_type: { emoji_type: "THUMBSUP" },
          operator_type: "user",
          user_id: { open_id: "ou_renke" },
          action_time: "1",
        }),
      () =>
        system.surface.event("im.chat.updated_v1", {
          chat_id: "oc_1",
          name: `${mark} room`,
          operator_id: { open_id: "ou_renke" },
        }),
      () =>
        system.surface.event("application.bot.menu_v6", {
          event_key: "log",
          operator: { operator_id: { open_id: "ou_renke" } },
        }),
    );
    await system.adapter.idle();
  };
  try {
    await refusingRows(
      system.database,
      [
        "person",
        "chat_identity",
        "chat_place",
        "place",
        "installation",
        "inbox",
        "act",
        "outbox",
        "shelf",
      ],
      all,
    );
    await all();
    await refusingRows(
      system.database,
      [
        "person",
        "chat_place",
        "place",
        "installation",
        "inbox",
        "act",
        "outbox",
        "shelf",
        ...(await practiceTables(system.database)),
      ],
      all,
    );
  } finally {
    await system.stop();
  }
  expect(
    linesOf(log.written()).filter(({ error }) =>
      error?.includes("DatabaseError: 23514 refuses_all"),
    ).length,
  ).toBeGreaterThanOrEqual(2);
  expect(log.written()).not.toContain(mark);
  expect(printed.join("")).not.toContain(mark);
});

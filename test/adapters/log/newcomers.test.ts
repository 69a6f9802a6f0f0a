// The log while nothing can be kept of somebody who comes for the first time: none of what is known of them stands in it.
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { installRoutes } from "#adapters/slack/install/install";
import { createChance } from "#src/app/system";
import type { Logger } from "#src/ports/process/logger";
import { practiceTables, refusingRows } from "#test/support/database/breakage";
import { startLarkSystem } from "#test/support/lark/system";
import { writtenLog } from "#test/support/log";
import { sendCommand, sendEvent } from "#test/support/slack/platform/client";
import { startSlackSystem, type SlackSystem } from "#test/support/slack/system";
import { mark, printed, listening, linesOf, trying } from "./listening.ts";

listening();

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

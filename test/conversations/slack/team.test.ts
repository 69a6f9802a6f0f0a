// A sales team on Slack, from the install on: who is met, who is an admin, who cannot be meant.
import { describe, expect, it } from "vitest";
import { refusingRows } from "#test/support/database/breakage";
import { sendEvent } from "#test/support/slack/platform/client";
import { dmOf } from "#test/support/slack/platform/workspace";
import { readBlocks } from "#test/support/slack/platform/blocks";
import { system, slackTeam, directory, workspace } from "./sales-team.ts";

describe.each(["http", "socket"] as const)("over %s", (mode) => {
  slackTeam(mode);

  describe("a mark under a message that is no shout-out", () => {
    it("is dropped before anything of it is kept, and makes nobody known who was not", async () => {
      await system.who("T1", "U3").says("help");
      const { botUser, messages } = workspace();
      const own = messages.findLast((each) => each.by === botUser)!;
      const before = (await directory("T1")).people;
      const asked = system.slack.calls.length;
      await refusingRows(
        system.database,
        ["inbox", "act", "outbox", "person", "chat_identity"],
        async () => {
          for (const user of ["U3", "U4"]) {
            for (const item of [own, { channel: "C1", ts: "9.9" }]) {
              for (const type of ["reaction_added", "reaction_removed"]) {
                const sent = await sendEvent(system.wire, "T1", botUser, {
                  type,
                  user,
                  reaction: "tada",
                  item_user: botUser,
                  item: { type: "message", channel: item.channel, ts: item.ts },
                  event_ts: "6.6",
                });
                expect(sent.status).toBe(200);
              }
            }
          }
          await system.adapter.settled();
        },
      );
      expect((await directory("T1")).people).toEqual(before);
      expect(system.slack.calls.length).toBe(asked);
    });
  });

  describe("somebody who says hello", () => {
    it("becomes a person with their zone and language, in a team that is not switched on", async () => {
      await system.who("T1", "U2").says("帮助");
      const { people: known, teams, organisation } = await directory("T1");
      expect(known).toMatchObject([
        {
          name: "周岚",
          email: "lan@example.com",
          locale: "zh",
          zone: "Asia/Shanghai",
          country: "CN",
          admin: true,
          leftOn: null,
        },
      ]);
      expect(teams).toMatchObject([{ name: "销售团队", switchedOnAt: null }]);
      expect(organisation).toMatchObject({
        zone: "Asia/Shanghai",
        locale: "zh",
        country: "CN",
        currency: "CNY",
      });
      expect(known[0]?.teamId).toBe(teams[0]?.id);
    });

    it("is an admin who installed it, who runs the workspace, or whom ADMIN_EMAILS names; nobody else", async () => {
      system.slack.workspaceOf("T1").users.set("U5", { id: "U5", name: "Rep" });
      for (const user of ["U1", "U2", "U3", "U5"]) await system.who("T1", user).says("help");
      expect(
        (await directory("T1")).people.map((each) => [each.name, each.admin]).toSorted(),
      ).toEqual(
        [
          ["Olga Owner", true],
          ["Rep", false],
          ["Renke Petersen", true],
          ["周岚", true],
        ].toSorted(),
      );
    });

    it("becomes an admin when they come to run the workspace, and is none any more when they cease to", async () => {
      await system.who("T1", "U4").says("help");
      workspace().users.set("U5", { id: "U5", name: "Rep" });
      await system.who("T1", "U5").says("help");
      const user = {
        id: "U5",
        team_id: "T1",
        real_name: "Rep",
        is_bot: false,
        tz: "Europe/Berlin",
        profile: { real_name: "Rep" },
      };
      for (const is_admin of [true, false]) {
        await sendEvent(system.wire, "T1", workspace().botUser, {
          type: "user_change",
          user: { ...user, is_admin },
        });
        expect((await directory("T1")).people.map((each) => each.admin)).toEqual([is_admin]);
      }
    });

    it("by installing the bot is greeted with the way to set it up", async () => {
      await system.adapter.welcome("T1", "U2");
      const installer = system.who("T1", "U2");
      expect((await installer.screen()).messages.at(-1)?.text).toContain("装好了");
      await installer.presses("开始设置");
      await installer.sees(/时区|指标|语言/);
    });

    it("is asked in the same message where the company is, with what was taken for it, and says it in one form", async () => {
      await system.adapter.welcome("T1", "U2");
      const installer = system.who("T1", "U2");
      const last = (await installer.screen()).messages.at(-1);
      expect(last?.text).toMatch(/装好了[^]*公司在哪里[^]*先按中国来：时区 上海，货币 CNY/);
      await installer.sees("没错");
      await installer.presses("设置国家和货币");
      await installer.fills({ 时区: "新加坡" });
      expect((await directory("T1")).organisation).toMatchObject({
        zone: "Asia/Singapore",
        country: "SG",
        currency: "SGD",
      });
    });

    it("is one person, however many events come at once", async () => {
      await Promise.all(
        Array.from({ length: 6 }, (_, i) =>
          sendEvent(system.wire, "T1", workspace().botUser, {
            type: "message",
            channel: dmOf(workspace(), "U1"),
            channel_type: "im",
            user: "U1",
            text: "help",
            ts: `1795000000.00010${i}`,
          }),
        ),
      );
      await system.settle();
      expect((await directory("T1")).people).toHaveLength(1);
    });

    it("is refused as a guest, and nothing of them is kept", async () => {
      const guest = system.who("T1", "U4");
      await guest.says("log 12k");
      await guest.sees(/not in the directory/);
      expect((await directory("T1")).people).toEqual([]);
    });
  });

  describe("whoever is named and cannot be meant", () => {
    /** As Slack sends it, with its own mentions. */
    async function mentions(text: string): Promise<string> {
      await sendEvent(system.wire, "T1", workspace().botUser, {
        type: "message",
        channel: dmOf(workspace(), "U1"),
        channel_type: "im",
        user: "U1",
        text,
        ts: "1795000077.000100",
      });
      await system.settle();
      const { messages } = await system.who("T1", "U1").screen();
      return messages
        .slice(-2)
        .map((each) => [each.text, ...each.buttons].join("\n"))
        .join("\n");
    }

    it.each([
      ["praise <@U2> <@U4> closed the tender together", "Gast is a guest here"],
      ["praise <@U2> <@U5> closed the tender together", "Dora has left the team"],
      ["praise <@U2> <!subteam^S1|@sales-de> closed the tender", "“sales-de”"],
      ["praise @here what a quarter", "“here” is a whole group"],
      ["praise <!channel> what a quarter", "“channel” is a whole group"],
      ["praise <!subteam^S1> what a quarter", "“group” is a whole group"],
      ["feedback <@U4> you talk too fast on calls", "Gast is a guest here"],
      ["log 12k together with <@U4>", "Gast is a guest here"],
      ["praise <@U777> closed the tender", "“someone”"],
      ["prase <@U4> closed the tender", "praise @Gast closed the tender"],
    ])("FC-95: %s", async (typed, answer) => {
      const answered = await mentions(typed);
      expect(answered).toContain(answer);
      expect(answered).not.toMatch(/[US][145]/);
    });
  });

  it("nothing shown on Slack is empty", async () => {
    const olga = system.who("T1", "U3");
    await olga.says("home");
    await olga.says("nonsense that nobody reads");
    const said = workspace().messages.filter((each) => each.by === workspace().botUser);
    expect(said.length).toBeGreaterThan(1);
    for (const each of said) expect(readBlocks(each.blocks).trim()).not.toBe("");
  });
});

// A sales team on Slack, from the install on: who is met, who is an admin, what is answered where; and a second workspace beside it.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { refusingRows } from "#test/support/database/breakage";
import { sendCommand, sendEvent, sendInteraction } from "#test/support/slack/platform/client";
import { dmOf, type FakeUser } from "#test/support/slack/platform/server";
import { readBlocks } from "#test/support/slack/platform/blocks";
import { startSlackSystem, type SlackSystem } from "#test/support/slack/system";
import { byOperator } from "#test/support/story/system";

const people: readonly FakeUser[] = [
  { id: "U1", name: "Renke Petersen", email: "renke@example.com", tz: "Europe/Berlin" },
  { id: "U2", name: "周岚", email: "lan@example.com", tz: "Asia/Shanghai", locale: "zh-CN" },
  { id: "U3", name: "Olga Owner", email: "olga@example.com", tz: "America/New_York", admin: true },
  { id: "U4", name: "Gast", guest: true },
  { id: "U5", name: "Dora", deleted: true },
];

describe.each(["http", "socket"] as const)("over %s", (mode) => {
  let system: SlackSystem;
  beforeEach(async () => {
    system = await startSlackSystem({ admins: ["renke@example.com"], mode });
    await system.install("T1", people, "U2");
  });
  afterEach(async () => {
    await system.stop();
    expect(system.errors).toEqual([]);
  });

  async function directory(team: string) {
    const at = await system.stores.routing.organisationAt({ platform: "slack", workspace: team });
    return system.stores.inOrganisation(at!.organisation, async ({ people: store }) => ({
      people: await store.directory(),
      teams: await store.teams(),
      organisation: await store.organisation(),
      places: await store.places(),
    }));
  }

  async function inHouse(
    team: string,
    work: Parameters<typeof system.stores.inOrganisation<void>>[1],
  ): Promise<void> {
    const at = await system.stores.routing.organisationAt({ platform: "slack", workspace: team });
    await system.stores.inOrganisation(at!.organisation, work);
  }

  const workspace = (team = "T1") => system.slack.workspaceOf(team);

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
      await guest.sees(/Nobody of that name/);
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
        .map((each) => each.text)
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
    ])("%s", async (typed, answer) => {
      const answered = await mentions(typed);
      expect(answered).toContain(answer);
      expect(answered).not.toMatch(/[US][145]/);
    });
  });

  describe("a rep on Slack", () => {
    it("sets a goal, starts it by its button, and logs on it by command and by message", async () => {
      const renke = system.who("T1", "U1");
      await renke.says("goal new Collected revenue 500k by 31 Dec");
      await renke.presses("Start it");
      await renke.sees(/Collected revenue/);
      const { body } = await sendCommand(system.wire, {
        command: "/coach",
        text: "log 12k Charit&amp;eacute; &lt;3",
        team_id: "T1",
        user_id: "U1",
        channel_id: "C1",
        channel_name: "sales",
        trigger_id: system.slack.trigger("T1", "U1"),
        response_url: system.slack.responseUrl("T1", "U1", "C1", null),
      });
      expect(JSON.stringify(body)).toContain("12k");
      await renke.says("log 8k");
      await renke.sees(/20k|4 %/);
    });

    describe("who changes a message that was logged", () => {
      const told = /You (?:changed|deleted) the message behind/;
      async function logs(line: string) {
        const renke = system.who("T1", "U1");
        await renke.says("goal new Collected revenue 500k by 31 Dec");
        await renke.presses("Start it");
        await renke.says(line);
        await renke.sees(/€1k/);
        const { botUser, messages } = workspace();
        const { channel, ts } = messages.findLast((each) => each.by === "U1")!;
        const said = { type: "message", user: "U1", text: line, ts };
        const sends = async (event: object, retry?: number): Promise<void> => {
          const of = {
            type: "message",
            channel,
            channel_type: "im",
            hidden: true,
            ts: "1795009999.1",
          };
          const again = retry === undefined ? {} : { retry };
          const sent = await sendEvent(system.wire, "T1", botUser, { ...of, ...event }, again);
          expect(sent.status).toBe(200);
          await system.settle();
        };
        const edits = (text: string, more: object = {}, retry?: number) =>
          sends(
            {
              subtype: "message_changed",
              message: { ...said, text, ...more },
              previous_message: said,
            },
            retry,
          );
        const deletes = () =>
          sends({ subtype: "message_deleted", deleted_ts: ts, previous_message: said });
        const notices = async () =>
          (await renke.screen()).messages.filter((each) => told.test(each.text));
        return { renke, said, sends, edits, deletes, notices };
      }

      it("is asked once for each change what becomes of the entry, which stays meanwhile", async () => {
        const { renke, edits, deletes, notices } = await logs("log 1k Acme");
        await edits("log 10k Acme", { edited: { user: "U1", ts: "1795001000.0" } });
        await edits("log 10k Acme", { edited: { user: "U1", ts: "1795001000.0" } }, 1);
        expect(await notices()).toMatchObject([
          {
            text: expect.stringMatching(
              /^You changed the message behind €1k · Acme\.\s+What I stored stays until you say so\./,
            ),
            buttons: ["Correct", "Undo"],
          },
        ]);
        await renke.presses("Correct");
        await renke.fills({ Amount: "2k" });
        await renke.sees(/€2k of €500k/);
        // The entry is another one now, which this message did not write.
        await deletes();
        expect(await notices()).toEqual([]);
      });

      it("takes it back with one press after they deleted it, also where answers below left a tombstone", async () => {
        const { renke, said, sends, deletes, notices } = await logs("log 1k Acme");
        await sends({
          subtype: "message_changed",
          message: {
            ...said,
            user: "USLACKBOT",
            subtype: "tombstone",
            text: "This message was deleted.",
          },
          previous_message: said,
        });
        await deletes();
        expect(await notices()).toMatchObject([
          { text: expect.stringContaining("You deleted the message behind €1k · Acme.") },
        ]);
        await renke.presses("Undo");
        await renke.sees(/Taken back: G1/);
      });

      it("hears nothing where only a link unfurled, the bot changed its own, or nothing was logged", async () => {
        const { renke, said, sends, edits, notices } = await logs("log 1k https://acme.example");
        await edits(said.text, { attachments: [{ from_url: "https://acme.example" }] });
        const { botUser, messages } = workspace();
        const own = messages.findLast((each) => each.by === botUser)!;
        const ofBot = { type: "message", user: botUser, bot_id: "B1", text: "old", ts: own.ts };
        await sends({
          subtype: "message_changed",
          message: { ...ofBot, text: "new" },
          previous_message: ofBot,
        });
        await renke.says("goals");
        const asked = messages.findLast((each) => each.by === "U1")!;
        const looked = { ...said, text: "goals", ts: asked.ts };
        await sends({ subtype: "message_deleted", deleted_ts: asked.ts, previous_message: looked });
        // The same line in a channel is nobody's own chat.
        await sends({
          subtype: "message_deleted",
          channel_type: "channel",
          deleted_ts: said.ts,
          previous_message: said,
        });
        expect(await notices()).toEqual([]);
      });
    });

    it("praises a colleague who has never spoken to the bot, by name", async () => {
      workspace().users.set("U9", { id: "U9", name: "Bob Stone", tz: "Europe/Berlin" });
      const renke = system.who("T1", "U1");
      await renke.says("praise @bob closed a deal with a hospital");
      await renke.sees("closed a deal with a hospital");
      expect((await directory("T1")).people.map((each) => each.name).toSorted()).toEqual([
        "Bob Stone",
        "Renke Petersen",
      ]);
    });

    it("uses the shortcuts: praise opens with whoever wrote the message, log with the goal, check-in with its week", async () => {
      const renke = system.who("T1", "U1");
      await renke.says("goal new Collected revenue 500k by 31 Dec");
      await renke.presses("Start it");
      const base = { team: { id: "T1" }, user: { id: "U1", team_id: "T1" } };
      const shortcut = async (callback_id: string, message?: object) => {
        const sent =
          message === undefined
            ? { type: "shortcut" }
            : {
                type: "message_action",
                channel: { id: "C1" },
                message,
                response_url: system.slack.responseUrl("T1", "U1", "C1", null),
              };
        await sendInteraction(system.wire, {
          ...sent,
          callback_id,
          trigger_id: system.slack.trigger("T1", "U1"),
          ...base,
        });
      };
      await shortcut("pacer.praise", { user: "U2", ts: "1.1" });
      expect((await renke.screen()).form?.fields.map((each) => each.value)).toContain("周岚");
      await shortcut("pacer.log");
      expect((await renke.screen()).form?.text).toContain("Collected revenue");
      await renke.fills({ Amount: "12k" });
      await renke.sees(/12k/);
      await shortcut("pacer.checkin");
      await renke.sees(/check-in/i);
    });

    it("who types in a channel gets a tick there and the figures in their own chat alone", async () => {
      workspace().channels.set("C1", {
        name: "sales",
        members: new Set([workspace().botUser, "U1"]),
        archived: false,
        im: null,
      });
      workspace().messages.push({
        channel: "C1",
        ts: "1795000009.000100",
        by: "U1",
        text: "",
        blocks: [],
        metadata: null,
        ephemeralTo: null,
        reactions: [],
        edits: 0,
      });
      await sendEvent(system.wire, "T1", workspace().botUser, {
        type: "app_mention",
        channel: "C1",
        user: "U1",
        text: `<@${workspace().botUser}> goals`,
        ts: "1795000009.000100",
      });
      await system.settle();
      expect(
        workspace()
          .messages.filter((each) => each.channel === "C1")
          .map((each) => each.reactions),
      ).toEqual([["white_check_mark"]]);
      // Her answer, and the way to setup, since nobody set it up yet.
      expect(
        workspace().messages.filter((each) => each.channel === dmOf(workspace(), "U1")),
      ).toHaveLength(2);
      expect((await directory("T1")).places).toMatchObject([{ name: "sales" }]);
    });

    it("who is deactivated leaves a card of their open goals to their manager, who passes one on", async () => {
      const [renke, lan, olga] = [
        system.who("T1", "U1"),
        system.who("T1", "U2"),
        system.who("T1", "U3"),
      ];
      await renke.says("goal new Collected revenue 500k by 31 Dec");
      await renke.presses("Start it");
      await lan.says("帮助");
      await olga.says("help");
      await inHouse("T1", async ({ people: store }) => {
        const all = await store.directory();
        const manager = all.find((each) => each.name === "周岚")!;
        for (const each of all)
          if (each.id !== manager.id)
            await store.entitle(each.id, { managerId: manager.id }, byOperator);
        const [first] = await store.teams();
        await store.saveTeam(
          { ...first!, managerId: manager.id, switchedOnAt: new Date(0) },
          byOperator,
        );
      });
      await lan.says("帮助");
      const user = {
        id: "U1",
        team_id: "T1",
        real_name: "Renke Petersen",
        is_bot: false,
        deleted: true,
        profile: { real_name: "Renke Petersen" },
      };
      await sendEvent(system.wire, "T1", workspace().botUser, { type: "user_change", user });
      await lan.sees("Renke Petersen已离职，还有 1 个目标没结束");
      await lan.presses("转交");
      await lan.fills({ 转交给谁: "Olga Owner" });
      await lan.sees(/已转给Olga Owner/);
      expect(system.slack.calls.filter((each) => each.error !== null)).toEqual([]);
    });

    it("who is deactivated has left; who comes back is back", async () => {
      await system.who("T1", "U1").says("help");
      const user = {
        id: "U1",
        team_id: "T1",
        real_name: "Renke Petersen",
        is_bot: false,
        tz: "Europe/Berlin",
        profile: { real_name: "Renke Petersen" },
      };
      await sendEvent(system.wire, "T1", workspace().botUser, {
        type: "user_change",
        user: { ...user, deleted: true },
      });
      expect((await directory("T1")).people).toEqual([]);
      await sendEvent(system.wire, "T1", workspace().botUser, {
        type: "user_change",
        user: { ...user, deleted: false, tz: "Europe/Paris" },
      });
      expect((await directory("T1")).people).toMatchObject([
        { name: "Renke Petersen", zone: "Europe/Paris", leftOn: null },
      ]);
    });
  });

  describe("two workspaces", () => {
    beforeEach(async () => {
      await system.install(
        "T2",
        [
          { id: "U1", name: "Other Renke", tz: "America/New_York" },
          { id: "U9", name: "Nia" },
        ],
        "U9",
      );
    });

    it("interleaved never see each other's people, nor speak with each other's token", async () => {
      const [here, there] = [system.who("T1", "U1"), system.who("T2", "U1")];
      await here.says("help");
      await there.says("help");
      await Promise.all(
        ["T1", "T2"].flatMap((team) =>
          Array.from({ length: 2 }, (_, i) =>
            sendEvent(system.wire, team, workspace(team).botUser, {
              type: "message",
              channel: dmOf(workspace(team), "U1"),
              channel_type: "im",
              user: "U1",
              text: "goals",
              ts: `1795000100.00010${i}`,
            }),
          ),
        ),
      );
      await system.settle();
      expect((await directory("T1")).people.map((each) => each.name)).toEqual(["Renke Petersen"]);
      expect((await directory("T2")).people.map((each) => each.name)).toEqual(["Other Renke"]);
      const talked = system.slack.calls.filter((each) => each.method === "chat.postMessage");
      // Who may set T1 up is told so below the first answer.
      expect(
        talked
          .filter((each) => each.token === "xoxb-T1")
          .map((each) => JSON.stringify(each.args["text"])),
      ).toEqual([
        expect.stringContaining("What you can type"),
        expect.stringContaining("You may set me up"),
        ...Array(2).fill(expect.stringContaining("goals")),
      ]);
      expect(talked.filter((each) => each.token === "xoxb-T2")).toHaveLength(3);
      expect(system.slack.calls.filter((each) => each.error !== null)).toEqual([]);
    });

    it("one of which revoked its token: its messages wait, the other's go out, and a reinstall sends what waited", async () => {
      const [here, there] = [system.who("T1", "U1"), system.who("T2", "U1")];
      await here.says("help");
      await there.says("help");
      workspace("T1").revoked = true;
      await here.says("goals");
      await there.says("goals");
      const said = (team: string) =>
        workspace(team).messages.filter((each) => each.by === workspace(team).botUser).length;
      // In one of them she may set it up, and is told so with her first answer.
      expect([said("T1"), said("T2")]).toEqual([2, 2]);
      workspace("T1").revoked = false;
      await system.installations.save(
        { platform: "slack", workspace: "T1" },
        {
          name: "One",
          token: "xoxb-T1",
          botUser: workspace("T1").botUser,
          scopes: [],
          installedBy: null,
        },
        new Date(),
        {
          way: "link",
          organisations: "many",
        },
      );
      // The third within a second waits its turn at Slack's pace.
      await expect.poll(() => system.settle().then(() => said("T1")), { timeout: 5_000 }).toBe(3);
      expect(workspace("T1").messages.at(-1)?.blocks.length).toBeGreaterThan(0);
    });

    it("one of which is told late of an uninstall before its reinstall stays installed", async () => {
      await sendEvent(
        system.wire,
        "T1",
        workspace("T1").botUser,
        { type: "app_uninstalled" },
        { at: new Date(Date.parse("2026-11-11T02:00:00Z") - 60_000) },
      );
      await system.who("T1", "U1").says("help");
      await sendEvent(system.wire, "T1", workspace("T1").botUser, { type: "app_uninstalled" });
      expect((await system.installations.list("slack")).map((each) => each.workspace)).toEqual([
        "T2",
      ]);
    });

    it("keep their tokens sealed, each bound to its own row", async () => {
      const rows = await execute<{ workspace: string; token: string }>(
        system.database.db,
        sql`select workspace, token from installation order by workspace`,
      );
      expect(rows.map((each) => /xoxb/.test(each.token))).toEqual([false, false]);
      await system.database.db.execute(
        sql`update installation set token = ${rows[0]!.token} where workspace = 'T2'`,
      );
      expect(await system.installations.find({ platform: "slack", workspace: "T2" })).toBeNull();
      expect(await system.installations.find({ platform: "slack", workspace: "T1" })).toMatchObject(
        { token: "xoxb-T1", installedBy: "U2" },
      );
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

// A rep on Slack: goals, figures, praise and shortcuts, messages changed afterwards, and what is answered where.
import { describe, expect, it } from "vitest";
import { sendCommand, sendEvent, sendInteraction } from "#test/support/slack/platform/client";
import { dmOf } from "#test/support/slack/platform/workspace";
import { byOperator } from "#test/support/story/system";
import { system, slackTeam, directory, inHouse, workspace } from "./sales-team.ts";

describe.each(["http", "socket"] as const)("over %s", (mode) => {
  slackTeam(mode);

  describe("a rep on Slack", () => {
    it("sets a goal, starts it by its button, and logs on it by command and by message", async () => {
      const renke = system.who("T1", "U1");
      await renke.says("goal new Collected revenue 500k by 31 Dec");
      await renke.presses("Start goal");
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

    describe("FC-99: who changes a message that was logged", () => {
      const told = /You (?:changed|deleted) the message behind/;
      async function logs(line: string) {
        const told = await says(line);
        await told.renke.sees(/€1k/);
        return told;
      }
      async function says(line: string) {
        const renke = system.who("T1", "U1");
        await renke.says("goal new Collected revenue 500k by 31 Dec");
        await renke.presses("Start goal");
        await renke.says(line);
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
              /^You changed the message behind €1k · Acme\.\s+The entry itself is unchanged: press Correct to change it, or Undo\./,
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
        await renke.sees(/Undone: G1/);
      });

      it("is asked as well of what their later presses stored, each with its own undo", async () => {
        const { renke, edits, notices } = await says("log €500 refund");
        await renke.presses("-€500");
        await renke.sees(/€500 taken off/);
        await edits("log €500");
        expect(await notices()).toMatchObject([
          {
            text: expect.stringContaining("You changed the message behind -€500"),
            buttons: ["Correct", "Undo"],
          },
        ]);
        await renke.presses("Undo");
        await renke.sees(/Undone: G1/);
      });

      it("is asked of what a press stored of a line that no button of Slack's holds", async () => {
        const { renke, deletes, notices } = await says(`log €500 refund ${"of Acme ".repeat(400)}`);
        await renke.presses("-€500");
        await renke.sees(/€500 taken off/);
        await deletes();
        expect(await notices()).toMatchObject([
          { text: expect.stringContaining("You deleted the message behind -€500") },
        ]);
      });

      it("is asked of every press, also where one question led to another, and of a line without a verb", async () => {
        const { renke, deletes, notices } = await says("€2000k Nordstadt");
        await renke.presses("Log it");
        await renke.sees("more than three times");
        await renke.presses("Log it");
        await renke.sees(/€2M added/);
        await deletes();
        expect(await notices()).toMatchObject([
          { text: expect.stringContaining("You deleted the message behind €2M · Nordstadt.") },
        ]);
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
      await renke.presses("Start goal");
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
      await renke.sees(/Check-in, week of 9 Nov/);
    });

    it("who types in a channel is told there alone that the answer, with its figures, is in their own chat", async () => {
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
          .map((each) => [each.ephemeralTo, each.text, each.reactions]),
      ).toEqual([
        [null, "", []],
        ["U1", "Answered in our own chat.", []],
      ]);
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
      await renke.presses("Start goal");
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
      await lan.sees("Renke Petersen 已离职，还有 1 个目标没结束");
      await lan.presses("转交");
      await lan.fills({ 转交给谁: "Olga Owner" });
      await lan.sees(/已转给 Olga Owner/);
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
});

// A second workspace beside a sales team on Slack.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { sendEvent } from "#test/support/slack/platform/client";
import { dmOf } from "#test/support/slack/platform/workspace";
import { system, slackTeam, directory, workspace } from "./sales-team.ts";

describe.each(["http", "socket"] as const)("over %s", (mode) => {
  slackTeam(mode);

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
        expect.stringContaining("You can set me up"),
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
});

// What no message goes out to any more is told once to somebody who can act: a workspace that took its token back to an admin who is
// reached in the other cloud, a channel the bot is not in to admins and to the manager of its team. In both languages.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { examineStopped } from "#src/cli/doctor/chats";
import { sendEvent } from "#test/support/slack/platform/client";
import { startSlackSystem, type SlackSystem } from "#test/support/slack/system";
import { slackTeam, startTwoClouds, type TwoClouds } from "#test/support/story/two-clouds";
import { byOperator } from "#test/support/story/system";

describe("in two clouds", () => {
  let clouds: TwoClouds;
  beforeEach(async () => {
    clouds = await startTwoClouds(
      [{ id: "UMAYA", name: "Maya", tz: "Asia/Shanghai" }],
      [{ openId: "ou_xiao", name: "林晓", zone: "Asia/Shanghai" }],
      "UMAYA",
    );
    await clouds.onSlack("UMAYA").says("help");
    await clouds.onLark("ou_xiao").says("帮助");
    const who = (await clouds.stores.routing.whoIs({
      platform: "lark",
      workspace: clouds.larkWorkspace,
      user: "ou_xiao",
    }))!;
    await clouds.stores.inOrganisation(who.organisation, ({ people }) =>
      people.entitle(who.person, { admin: true }, byOperator),
    );
  });
  afterEach(async () => {
    await clouds.stop();
    expect(clouds.errors).toEqual([]);
  });

  const tell = async () => {
    await clouds.house.bot.tellStopped();
    await clouds.house.deliveries.drain();
  };
  const doctor = async () =>
    (await examineStopped(clouds.database)).map(
      (each) => `${each.well ? "ok" : "BAD"} ${each.what}: ${each.says}`,
    );

  it("a workspace whose token was taken back is told of once, to the admin who is reached elsewhere, and doctor lists it", async () => {
    clouds.slack.workspaceOf(slackTeam).revoked = true;
    const before = (await clouds.onLark("ou_xiao").screen()).messages.length;
    await clouds.onSlack("UMAYA").says("help");
    for (let n = 0; n < 3; n++) await tell();
    const news = (await clouds.onLark("ou_xiao").screen()).messages.slice(before);
    expect(news.map((each) => each.text)).toEqual([
      expect.stringContaining("发往“Galaxy (slack)”的消息停了：应用的令牌被撤销了。"),
    ]);
    expect(news[0]?.text).toContain("重新安装应用后会接着发出去");
    expect(await doctor()).toEqual([
      expect.stringMatching(
        /^BAD slack T1: nothing goes out there since 20\S+: token_revoked\. Reinstall the app/,
      ),
    ]);
    expect(
      (await examineStopped(clouds.database, { names: true })).map((each) => each.what),
    ).toEqual(["slack Galaxy (T1)"]);
  });

  it("a company that let the app go is told of in the same way, in English", async () => {
    const talk = clouds.onSlack("UMAYA");
    await talk.says("help");
    await clouds.database.db.execute(
      sql`update installation set stopped_at = clock_timestamp(), why = 'the app was removed' where platform = 'lark'`,
    );
    await tell();
    await talk.sees(/Messages to .+ \(lark\) have stopped: the app was removed\./);
    await talk.says("help");
    await tell();
    await talk.doesNotSee("Messages to");
    expect(await doctor()).toEqual([
      expect.stringMatching(
        /^BAD lark .+: the app was removed\. An admin of the company lets the app in again/,
      ),
    ]);
  });

  it("where nobody is reached, nothing is kept to be said when it is no longer true", async () => {
    await clouds.database.db.execute(
      sql`update installation set stopped_at = clock_timestamp(), why = 'token_revoked'`,
    );
    const waiting = async () =>
      (await clouds.database.db.execute(
        sql`select id from outbox_head where state in ('waiting', 'held')`,
      )) as unknown as { rows?: unknown[]; length?: number };
    const before = await waiting();
    await tell();
    const after = await waiting();
    expect((after.rows ?? after).length).toBe((before.rows ?? before).length);
    expect(await doctor()).toHaveLength(2);
  });
});

describe("a channel on Slack", () => {
  let system: SlackSystem;
  beforeEach(async () => {
    system = await startSlackSystem();
    await system.install(
      "T1",
      [
        { id: "U1", name: "Renke", tz: "Asia/Shanghai" },
        { id: "U2", name: "周岚", tz: "Asia/Shanghai", locale: "zh-CN" },
        { id: "U3", name: "Lin", tz: "Asia/Shanghai" },
      ],
      "U1",
    );
    workspace().channels.set("C1", {
      name: "wins",
      members: new Set([workspace().botUser, "U1", "U2", "U3"]),
      archived: false,
      im: null,
    });
    for (const user of ["U1", "U2", "U3"]) await system.who("T1", user).says("help");
    await sendEvent(system.wire, "T1", workspace().botUser, {
      type: "member_joined_channel",
      user: workspace().botUser,
      channel: "C1",
    });
    await system.settle();
  });
  afterEach(async () => {
    await system.stop();
    expect(system.errors).toEqual([]);
  });

  const workspace = () => system.slack.workspaceOf("T1");
  const inHouse = async (work: Parameters<typeof system.stores.inOrganisation<void>>[1]) => {
    const at = await system.stores.routing.organisationAt({ platform: "slack", workspace: "T1" });
    await system.stores.inOrganisation(at!.organisation, work);
  };
  const tell = async () => {
    await system.house.bot.tellStopped();
    await system.settle();
  };
  const praise = (ts: string) => {
    workspace().messages.push({
      channel: "C1",
      ts,
      by: "U3",
      text: "",
      blocks: [],
      metadata: null,
      ephemeralTo: null,
      reactions: [],
      edits: 0,
    });
    return sendEvent(system.wire, "T1", workspace().botUser, {
      type: "app_mention",
      channel: "C1",
      user: "U3",
      text: `<@${workspace().botUser}> praise <@U2> closed a deal with a hospital`,
      ts,
    });
  };

  it("that was archived is told of once, however much was to be posted there: to the admin with a way to choose another, and to the team's manager", async () => {
    await inHouse(async ({ people }) => {
      const [team] = await people.teams();
      const lan = (await people.directory()).find((each) => each.name === "周岚")!;
      await people.saveTeam({ ...team!, managerId: lan.id }, byOperator);
      for (const place of await people.places())
        await people.savePlace({ ...place, teamId: team!.id });
    });
    const [admin, manager] = [system.who("T1", "U1"), system.who("T1", "U2")];
    workspace().channels.get("C1")!.archived = true;
    for (const ts of ["1795000001.000100", "1795000002.000100", "1795000003.000100"])
      await praise(ts);
    await system.settle();
    for (let n = 0; n < 3; n++) await tell();
    const told = async (user: string, what: RegExp) =>
      (await system.who("T1", user).screen()).messages.filter((each) => what.test(each.text))
        .length;
    expect(
      await told(
        "U1",
        /I can't post in wins any more: I was removed, or the channel was archived or restricted\./,
      ),
    ).toBe(1);
    expect(await told("U2", /“wins”里现在发不了消息/)).toBe(1);
    expect(await told("U3", /posted in wins/)).toBe(0);
    await admin.presses("Choose a channel");
    await admin.sees(/wins|Places|team/);
    expect(
      (await manager.screen()).messages.filter((each) => each.buttons.includes("换一个群")),
    ).toEqual([]);
  });

  it("that the bot left, and that was nobody's, is no news", async () => {
    await sendEvent(system.wire, "T1", workspace().botUser, {
      type: "member_left_channel",
      user: workspace().botUser,
      channel: "C1",
    });
    await tell();
    await system.who("T1", "U1").doesNotSee("I can't post");
  });

  it("that the bot left is listed by doctor, and is not when it is back", async () => {
    await sendEvent(system.wire, "T1", workspace().botUser, {
      type: "channel_left",
      channel: "C1",
    });
    expect((await examineStopped(system.database)).map((each) => each.what)).toEqual([
      expect.stringMatching(/^slack place [0-9a-f-]{36}$/),
    ]);
    expect(
      (await examineStopped(system.database, { names: true })).map((each) => each.what),
    ).toEqual([expect.stringMatching(/^slack wins \(place [0-9a-f-]{36}\)$/)]);
    await sendEvent(system.wire, "T1", workspace().botUser, {
      type: "member_joined_channel",
      user: workspace().botUser,
      channel: "C1",
    });
    expect(await examineStopped(system.database)).toEqual([]);
  });
});

// Which language comes first on Slack: in a channel whose readers read both the organisation's, for a person their platform's until they choose.
import { describe, expect, it } from "vitest";
import { sendEvent } from "#test/support/slack/platform/client";
import { directory, inHouse, people, slackTeam, system, workspace } from "./sales-team.ts";

slackTeam("http");

describe("a channel that is read in both languages", () => {
  it.each([
    ["en", /^Renke Petersen praises 周岚/],
    ["zh", /^Renke Petersen 表扬了周岚/],
  ] as const)(
    "begins in the organisation's, and so does its notification: %s",
    async (locale, notified) => {
      workspace().channels.set("C1", {
        name: "sales",
        members: new Set([workspace().botUser, "U1", "U2"]),
        archived: false,
        im: null,
      });
      await system.who("T1", "U2").says("帮助");
      await system.who("T1", "U1").says("help");
      await system.house.bot.receive({
        kind: "placeChanged",
        dedupeKey: "came",
        place: { platform: "slack", workspace: "T1", channel: "C1" },
        name: "sales",
        member: true,
      });
      await inHouse("T1", async ({ people: store }) => {
        const [place] = await store.places();
        await store.savePlace({ ...place!, reads: "both" });
        await store.changeOrganisation({ locale });
      });
      await sendEvent(system.wire, "T1", workspace().botUser, {
        type: "app_mention",
        channel: "C1",
        user: "U1",
        text: `<@${workspace().botUser}> praise <@U2> for the tender on Friday`,
        ts: "1795000201.000100",
      });
      await system.settle();
      const post = workspace().messages.find(
        (each) => each.channel === "C1" && each.by === workspace().botUser && !each.ephemeralTo,
      );
      expect(post?.text).toMatch(notified);
      const words = JSON.stringify(post?.blocks);
      expect(words.indexOf("praises") < words.indexOf("表扬了")).toBe(locale === "en");
      expect(words).toMatch(/praises.*表扬了|表扬了.*praises/);
    },
  );
});

describe("a person's language", () => {
  async function readsSlackIn(locale: string): Promise<void> {
    await sendEvent(system.wire, "T1", workspace().botUser, {
      type: "user_change",
      user: { ...people[1]!, real_name: "周岚", team_id: "T1", tz: "Asia/Shanghai", locale },
    });
    await system.settle();
  }
  const read = async () =>
    (await directory("T1")).people.find((each) => each.name === "周岚")?.locale;

  it("is what they read Slack in, also when that changes", async () => {
    await system.who("T1", "U2").says("help");
    expect(await read()).toBe("zh");
    await readsSlackIn("en-GB");
    expect(await read()).toBe("en");
    await system.who("T1", "U2").says("settings");
    await system.who("T1", "U2").sees("Time zone");
  });

  it("is what they chose here, whatever they read Slack in", async () => {
    const lan = system.who("T1", "U2");
    await lan.says("设置");
    await lan.presses("修改");
    await lan.fills({});
    await readsSlackIn("en-GB");
    expect(await read()).toBe("zh");
  });
});

// One team in two clouds: its manager on Slack, two reps on Feishu. A shout-out stands in both places once an admin said that names
// may cross, with one count; and somebody who is on both is one person.
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import type { RecognitionContext } from "#src/practices/recognition/context";
import { digestOf } from "#src/practices/recognition/wins/wall";
import {
  larkGroup,
  slackChannel,
  slackTeam,
  startTwoClouds,
  type TwoClouds,
} from "#test/support/story/two-clouds";

let clouds: TwoClouds;
beforeEach(async () => {
  clouds = await startTwoClouds(
    [{ id: "UMAYA", name: "Maya", tz: "Asia/Shanghai" }],
    [
      { openId: "ou_xiao", name: "林晓", email: "xiao@example.com", zone: "Asia/Shanghai" },
      { openId: "ou_lei", name: "王磊", email: "lei@example.com", zone: "Asia/Shanghai" },
      { openId: "ou_maya", name: "Maya Chen", zone: "Asia/Shanghai" },
    ],
    "UMAYA",
  );
});
afterEach(async () => {
  await clouds.stop();
  expect(clouds.errors).toEqual([]);
});

const maya = { platform: "slack", workspace: slackTeam, user: "UMAYA" };
const onLark = (user: string) => ({ platform: "lark", workspace: clouds.larkWorkspace, user });
const who = async (identity: typeof maya) => (await clouds.stores.routing.whoIs(identity))!;
const channel = async () =>
  (await clouds.channel.screen("UMAYA")).messages.filter((each) => each.by === "bot");
const group = async () =>
  (await clouds.group.screen("ou_xiao")).messages.filter((each) => each.by === "bot");

/** Everybody has said hello, and the team has its channel and its group. */
async function settled(): Promise<void> {
  await clouds.onSlack("UMAYA").says("help");
  await clouds.onLark("ou_xiao").says("帮助");
  await clouds.onLark("ou_lei").says("帮助");
  const { organisation } = await who(maya);
  for (const [place, name] of [
    [{ platform: "slack", workspace: slackTeam, channel: slackChannel }, "sales-east"],
    [{ platform: "lark", workspace: clouds.larkWorkspace, channel: larkGroup }, "华东群"],
  ] as const)
    await clouds.house.bot.receive({
      kind: "placeChanged",
      dedupeKey: `place:${name}`,
      place,
      name,
      member: true,
    });
  await clouds.stores.inOrganisation(organisation, async ({ people }) => {
    const [team] = await people.teams();
    for (const place of await people.places())
      await people.savePlace({
        ...place,
        teamId: team!.id,
        reads: place.cloud === "feishu" ? "zh" : "en",
      });
  });
}

const cross = (from: typeof maya, on: boolean) =>
  clouds.house.bot.receive({
    kind: "pressed",
    dedupeKey: `cross-${from.user}-${randomUUID()}`,
    from,
    name: "setup.names-cross",
    version: 1,
    payload: { on },
  });

describe("a shout-out", () => {
  it("stays in its cloud until an admin says that names may cross, and then stands in both with one count", async () => {
    await settled();
    await clouds.group.say("ou_xiao", "@领跑 表扬 王磊 一个电话谈下仁济医院");
    expect([(await group()).length, (await channel()).length]).toEqual([1, 0]);

    expect(await cross(onLark("ou_xiao"), true)).toMatchObject({ outcome: "toast", tone: "bad" });
    expect(await cross(maya, true)).toMatchObject({ outcome: "replace" });
    await clouds.group.say("ou_lei", "@领跑 表扬 林晓 带我跑通了整个流程");
    const here = (await group()).at(-1)!;
    const there = (await channel()).at(-1)!;
    expect(here.text).toMatch(/王磊表扬了[\s\S]*林晓/);
    // The frame in what that channel's readers read, the giver's words as typed.
    expect(there.text).toMatch(/王磊[\s\S]*林晓/);
    expect(there.text).toContain("带我跑通了整个流程");
    expect(there.text).not.toContain("表扬了");

    await clouds.channel.press("UMAYA", there.buttons[0]!);
    expect((await channel()).at(-1)!.buttons[0]).toMatch(/1/);
    expect((await group()).at(-1)!.buttons[0]).toMatch(/1/);
    expect([(await group()).length, (await channel()).length]).toEqual([2, 1]);
  });
});

describe("somebody who is on the other cloud alone", () => {
  const own = async (user: string) =>
    (await clouds.onLark(user).screen()).messages.filter((each) => each.by === "bot");

  it("is not named in the group before an admin said that names may cross: the giver is told, and may send it privately", async () => {
    await settled();
    await clouds.group.say("ou_lei", "@领跑 表扬 Maya 帮我谈下大单");
    expect([(await group()).length, (await channel()).length]).toEqual([0, 0]);
    const giver = clouds.onLark("ou_lei");
    await giver.sees("你们不在同一个平台上");
    await giver.sees("团队的群");
    expect(JSON.stringify([...(await group()), ...(await own("ou_xiao"))])).not.toContain("Maya");
    await giver.presses("私下感谢");
    await clouds.onSlack("UMAYA").sees("帮我谈下大单");
    expect([(await group()).length, (await channel()).length]).toEqual([0, 0]);
  });

  it("is not named in the channel either, nor does a forged press put it there", async () => {
    await settled();
    await clouds.channel.say("UMAYA", "@Pacer praise 林晓 carried the whole onboarding through");
    expect([(await group()).length, (await channel()).length]).toEqual([0, 0]);
    const giver = clouds.onSlack("UMAYA");
    await giver.sees("You're on different platforms");
    const { organisation } = await who(maya);
    const places = await clouds.stores.inOrganisation(organisation, ({ people }) =>
      people.places(),
    );
    const [shout] = await execute<{ id: string }>(
      clouds.database.db,
      sql`select id from recognition_shout where state = 'draft'`,
    );
    for (const place of places) {
      const outcome = await clouds.house.bot.receive({
        kind: "pressed",
        dedupeKey: `forged-${place.id}`,
        from: maya,
        name: "recognition.choose-place",
        version: 1,
        payload: { shout: shout!.id, place: place.id },
      });
      expect(outcome).toMatchObject({ outcome: "toast", tone: "bad" });
    }
    expect([(await group()).length, (await channel()).length]).toEqual([0, 0]);
    await giver.presses("Private thank-you");
    await clouds.onLark("ou_xiao").sees("carried the whole onboarding through");
  });

  it("is left out of the week's digest there, until an admin said so", async () => {
    await settled();
    await clouds.group.say("ou_xiao", "@领跑 表扬 王磊 一个电话谈下仁济医院");
    const { organisation, person: id } = await who(maya);
    const digestIn = (cloud: string) =>
      clouds.stores.inOrganisation(organisation, async (stores) => {
        const person = (await stores.people.person(id))!;
        const place = (await stores.people.places()).find((each) => each.cloud === cloud)!;
        const own = {
          organisation: await stores.people.organisation(),
          person,
          now: new Date("2026-11-13T08:00:00Z"),
          today: "2026-11-13",
          stores,
          post: (to: string) => ({ to: { place: to }, about: "friday", cards: {} }),
        } as unknown as RecognitionContext;
        return await digestOf((await stores.people.teams())[0]!, place, own);
      });
    expect(
      [await digestIn("slack"), await digestIn("feishu")].map((each) => each === null),
    ).toEqual([true, false]);
    await cross(maya, true);
    expect(
      [await digestIn("slack"), await digestIn("feishu")].map((each) => each === null),
    ).toEqual([false, false]);
  });

  it("is not on the wall of this side's readers before an admin said so, but for what they gave or got themselves", async () => {
    await settled();
    await clouds.group.say("ou_xiao", "@领跑 表扬 王磊 一个电话谈下仁济医院");
    await clouds.channel.say("UMAYA", "@Pacer win the biggest order of the year");
    const [slack, lark] = [clouds.onSlack("UMAYA"), clouds.onLark("ou_lei")];
    const wallOf = async (reader: typeof slack, says: string) => {
      await reader.says(says);
      return (await reader.screen()).messages.at(-1)!.text;
    };
    expect(await wallOf(slack, "wall")).toContain("the biggest order of the year");
    expect(await wallOf(slack, "wall")).not.toMatch(/王磊|仁济医院/);
    expect(await wallOf(lark, "荣誉墙")).toContain("仁济医院");
    expect(await wallOf(lark, "荣誉墙")).not.toMatch(/Maya|the biggest order/);
    await cross(maya, true);
    expect(await wallOf(slack, "wall")).toContain("仁济医院");
    await clouds.group.say("ou_lei", "@领跑 表扬 Maya 帮我谈下大单");
    await cross(maya, false);
    // Already posted: it stays where it stands, and with those it is about.
    expect((await channel()).at(-1)!.text).toContain("帮我谈下大单");
    expect(await wallOf(lark, "荣誉墙")).toContain("帮我谈下大单");
    expect(await wallOf(clouds.onLark("ou_xiao"), "荣誉墙")).not.toContain("帮我谈下大单");
  });

  describe("praised outside their hours, with an admin who thinks again before their morning", () => {
    const kept = async () => {
      await settled();
      await cross(maya, true);
      const { organisation, person } = await who(maya);
      await clouds.stores.inOrganisation(organisation, ({ people }) =>
        people.change(person, { hours: { start: "14:00", end: "18:00", breaks: [] } }),
      );
      await clouds.group.say("ou_lei", "@领跑 表扬 Maya 帮我谈下大单");
      await clouds.onLark("ou_lei").sees("不在工作时间");
      await cross(maya, false);
    };

    it("gets it alone that morning, and the giver hears why", async () => {
      await kept();
      clouds.time.now = new Date("2026-11-11T06:00:00Z");
      await clouds.house.beat();
      await clouds.onSlack("UMAYA").sees("帮我谈下大单");
      await clouds.onLark("ou_lei").sees("管理员在");
      expect([(await group()).length, (await channel()).length]).toEqual([0, 0]);
    });

    it("gets it alone too where the giver does not wait", async () => {
      await kept();
      await clouds.onLark("ou_lei").presses("现在就发");
      clouds.time.now = new Date("2026-11-11T06:00:00Z");
      await clouds.house.beat();
      await clouds.onSlack("UMAYA").sees("帮我谈下大单");
      expect([(await group()).length, (await channel()).length]).toEqual([0, 0]);
    });

    it("who is asked first cannot have it posted any more", async () => {
      await settled();
      await clouds.onSlack("UMAYA").says("praise me ask first");
      await cross(maya, true);
      await clouds.group.say("ou_lei", "@领跑 表扬 Maya 帮我谈下大单");
      await cross(maya, false);
      const receiver = clouds.onSlack("UMAYA");
      await receiver.sees("Make it public?");
      await receiver.presses("Yes, in 华东");
      expect([(await group()).length, (await channel()).length]).toEqual([0, 0]);
      await receiver.presses("Only to me");
      await receiver.sees("It stays between the two of you");
    });
  });

  it("is named in both once an admin said so", async () => {
    await settled();
    await cross(maya, true);
    await clouds.group.say("ou_lei", "@领跑 表扬 Maya 帮我谈下大单");
    expect((await group()).at(-1)!.text).toContain("Maya");
    expect((await channel()).at(-1)!.text).toContain("帮我谈下大单");
  });
});

describe("somebody who is on both", () => {
  it("links the two by a code, is one person, and is written to where they were last", async () => {
    await settled();
    await clouds.onLark("ou_maya").says("绑定账号");
    const code = /(\d{3}) (\d{3})/
      .exec((await clouds.onLark("ou_maya").screen()).messages.at(-1)!.text)!
      .slice(1)
      .join("");
    const manager = clouds.onSlack("UMAYA");
    await manager.says(`link ${code}`);
    await manager.sees("Are you Maya Chen as well?");
    await manager.presses("Yes, that's me");
    const other = clouds.onLark("ou_maya");
    await other.sees("“Maya”也是你吗？");
    await other.presses("是我");
    await manager.says("help");
    expect((await who(onLark("ou_maya"))).person).toEqual((await who(maya)).person);

    const praise = async (text: string) => {
      await clouds.group.say("ou_lei", `@领跑 表扬 Maya ${text}`);
    };
    await praise("帮我谈下大单");
    await manager.sees("帮我谈下大单");
    await clouds.onLark("ou_maya").says("首页");
    const lark = clouds.onLark("ou_maya");
    await praise("又帮我谈下一单");
    await lark.sees("又帮我谈下一单");
    await manager.doesNotSee("又帮我谈下一单");
  });
});

// A place that takes no posts: nobody is told that something stands there, and what waits goes out when it is back.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { storyInHall } from "#test/support/story/story";

const { system, hall } = storyInHall((system, hall) => hall.open(system, "east"));

/** As when the platform tells that the bot was taken out, or is back. */
async function isMember(member: boolean): Promise<void> {
  const place = { platform: "hall", workspace: "h", channel: "east" };
  await system.stores.inOrganisation(playgroundOrganisation, async ({ people }) => {
    const known = (await people.places()).find((each) => each.name === "east");
    if (!known) throw new Error("east was not opened");
    await (member ? people.arriveAt(place, known) : people.leavePlace(place));
  });
  await system.house.deliveries.drain();
}

it("is asked about instead of being claimed, and praise can go privately", async () => {
  await isMember(false);
  const [giver, receiver] = [system.who("linxiao"), system.who("wanglei")];
  await giver.says("表扬@王磊 一个电话签下大单 #客户第一");
  await giver.sees("east 现在发不了消息");
  await giver.doesNotSee("已发到");
  await receiver.doesNotSee("林晓表扬了你");
  await giver.presses("私下感谢");
  await giver.sees("已私下发给王磊");
  await receiver.sees("只发给你");
});

it("may be waited for: both are told so, and it stands there once the place is back", async () => {
  await isMember(false);
  const [giver, receiver] = [system.who("renke"), system.who("wanglei")];
  await giver.says("praise @wanglei closed it in one call #customer-first");
  await giver.sees("east takes no posts just now");
  await giver.presses("Post it when it works again");
  await giver.sees("Goes to east once posts work there again");
  await receiver.sees("等 east 能发消息了就发");
  expect(await hall.read(system, "east")).toEqual([]);
  await isMember(true);
  expect(await hall.read(system, "east")).toEqual([
    expect.stringContaining("closed it in one call"),
  ]);
});

it("is seen in setup", async () => {
  const admin = system.who("zhoulan");
  await isMember(false);
  await admin.says("初始设置");
  await admin.presses("管理群");
  await admin.sees(/east[^]*发不了消息/);
});

it("leaves a win to be shared with the choice to wait, and to no one alone", async () => {
  await isMember(false);
  const rep = system.who("linxiao");
  await rep.says("报喜 签下了仁济医院的大单");
  await rep.sees("east 现在发不了消息");
  await rep.presses("等能发了再发");
  await rep.sees("等 east 能发消息了就发");
  expect(await hall.read(system, "east")).toEqual([]);
});

/** Each minute's beat, and what it sent. */
async function beat(): Promise<void> {
  await system.clock.moveTo(new Date(system.clock.now().getTime() + 60_000));
  await system.house.bot.tellStopped();
  await system.house.deliveries.drain();
}
/** The database's own clock says when a place is tried again. */
const anHourLater = () =>
  system.database.db.execute(
    sql`update chat_place set stopped_at = stopped_at - interval '61 minutes', tried_at = tried_at - interval '61 minutes'`,
  );

describe("where the bot was muted and nobody knew", () => {
  beforeEach(async () => {
    hall.mute("east", true);
    await system.who("linxiao").says("表扬@王磊 一个电话签下大单 #客户第一");
    await system.who("linxiao").sees("已发到 east");
    await system.who("wanglei").sees("林晓表扬了你");
    await beat();
  });

  it("its giver hears that it is not there, its receiver reads the same, and it goes elsewhere or stays between them", async () => {
    const [giver, receiver] = [system.who("linxiao"), system.who("wanglei")];
    await giver.sees("还没发出去：east 现在发不了消息");
    await receiver.sees("等 east 能发消息了就发");
    await giver.presses("私下感谢");
    await giver.sees("已私下发给王磊");
    await receiver.sees("只发给你");
    hall.mute("east", false);
    await isMember(true);
    expect(await hall.read(system, "east")).toEqual([]);
  });

  it("goes out by itself within the hour after the mute is lifted, and both hear of it", async () => {
    const [giver, receiver] = [system.who("linxiao"), system.who("wanglei")];
    await beat();
    hall.mute("east", false);
    await beat();
    expect(await hall.read(system, "east")).toEqual([]);
    await anHourLater();
    await beat();
    await beat();
    expect(await hall.read(system, "east")).toEqual([expect.stringContaining("一个电话签下大单")]);
    await giver.sees("已发到 east");
    await receiver.doesNotSee("等 east 能发消息了就发");
    await giver.says("表扬@王磊 又签一单 #客户第一");
    await giver.sees("又签一单");
    expect(await hall.read(system, "east")).toHaveLength(2);
  });

  it("is tried again once an hour and no oftener, and nobody is told of a try", async () => {
    const giver = system.who("linxiao");
    const before = (await giver.screen()).messages.length;
    for (let hours = 0; hours < 3; hours++) {
      await anHourLater();
      await beat();
      await beat();
    }
    expect((await giver.screen()).messages).toHaveLength(before);
    expect(await hall.read(system, "east")).toEqual([]);
  });

  it("taken back before it stood anywhere, nothing of it ever stands there", async () => {
    const giver = system.who("linxiao");
    await giver.says("撤回表扬");
    await system.who("wanglei").doesNotSee("林晓表扬了你");
    hall.mute("east", false);
    await isMember(true);
    expect(await hall.read(system, "east")).toEqual([]);
  });
});

it("that stops twice on one day is told of twice", async () => {
  const manager = system.who("zhoulan");
  const stops = async () =>
    (await manager.screen()).messages.filter((each) => each.text.includes("east")).length;
  await isMember(false);
  await beat();
  expect(await stops()).toBe(1);
  await isMember(true);
  await isMember(false);
  await beat();
  expect(await stops()).toBe(2);
});

// In the team's place, where others read along: commands are carried out and answered in private, talk gets no answer at all.
import { describe, expect, it } from "vitest";
import { playgroundChannel, playgroundOrganisation } from "#db/seed";
import { say } from "#src/bot/declare/actions";
import { button, card, type Card } from "#src/view/card";
import { inBoth } from "#src/language/catalogue";
import { hearsTalk } from "#test/support/story/front";
import { story } from "#test/support/story/story";

const system = story();

const ownChat = async (user: string) =>
  (await system.surface.screen(user)).messages.map((each) => each.text);
const channel = async (user: string) => (await system.channel.screen(user)).messages;
/** What whoever said it is told there. */
const receipts = async (user = "linxiao") =>
  (await channel(user)).map((each) => each.receipt === true);

/** As a practice's handler does with `context.post`. */
async function post(
  key: string,
  shown: (locale: string) => Card,
  standing: string | null = null,
): Promise<void> {
  await system.stores.inOrganisation(playgroundOrganisation, async (stores) => {
    const [place] = await stores.people.places();
    const delivery = {
      id: crypto.randomUUID().replace(/^.{8}-.{4}-./, `0193000${key}-0000-7`),
      key,
      to: { place: place!.id },
      kind: "notice",
      notBefore: null,
      standing,
      cards: inBoth((locale) => [shown(locale)]),
      at: system.clock.now(),
    } as const;
    await stores.acts.record(null, [delivery]);
  });
  await system.house.deliveries.drain();
}

describe("what is said in the team's place", () => {
  it.each([
    "lunch at twelve?",
    "12万 sounds like a lot",
    "回款12万 仁济医院",
    "报告写好了",
    "报名费是多少",
    "目标达成了，太棒了",
    "今天大家辛苦了",
    "today was a good day",
    "add Bob to the call",
    "help me with this, Maya",
    "G7",
    "gaols",
    "@maya goals look good",
    "undo that please",
    "log in again, the CRM is back",
    "初始设置",
  ])("gets no answer and no sign when it is talk: %s", async (words) => {
    await system.inChannel("linxiao").says(words);
    expect((await channel("linxiao")).map((each) => [each.text, each.receipt])).toEqual([
      [words, undefined],
    ]);
    expect(await ownChat("linxiao")).toEqual([]);
    expect(await ownChat("zhoulan")).toEqual([]);
  });

  it.each([
    "回款报12万",
    "报12万 仁济医院",
    "log 120k G1",
    "我的目标",
    "undo",
    "帮助 报",
    "@领跑 回款12万",
    "/电话20",
    "@Pacer hello?",
  ])(
    "is carried out when it is a command or names the bot, with a receipt there and the answer in the own chat: %s",
    async (typed) => {
      const words = hearsTalk || typed.startsWith("@") ? typed : `@Pacer ${typed}`;
      const isMeant = words !== "回款报12万";
      await system.inChannel("linxiao").says(words);
      expect(await receipts()).toEqual([isMeant]);
      expect(await ownChat("linxiao")).toHaveLength(isMeant ? 1 : 0);
      expect((await channel("zhoulan")).map((each) => each.text)).toEqual([words]);
    },
  );

  it("gets no mark where it was refused, and why is said in the own chat", async () => {
    await system.inChannel("renke").says("@Pacer log 5k G999");
    expect(await receipts("renke")).toEqual([false]);
    await system.who("renke").sees(/no G999/);
  });

  it("is read by everybody, and its figures are repeated to nobody", async () => {
    await system.inChannel("renke").says("@Pacer log 5k G7");
    await system.who("renke").sees("€5k");
    expect((await channel("linxiao")).map((each) => each.text)).toEqual(["@Pacer log 5k G7"]);
    expect(await ownChat("linxiao")).toEqual([]);
  });
});

describe("what the bot posts in the team's place", () => {
  it("stands there once, in both languages, and is edited by what has its name", async () => {
    await post(
      "1",
      (locale) => card({ title: locale === "zh" ? "一人赞同" : "One agrees" }),
      "shout:1",
    );
    expect((await channel("maya")).map((each) => each.text)).toEqual(["一人赞同\nOne agrees"]);
    await post(
      "2",
      (locale) => card({ title: locale === "zh" ? "两人赞同" : "Two agree" }),
      "shout:1",
    );
    for (const user of ["maya", "linxiao"])
      expect((await channel(user)).map((each) => each.text)).toEqual(["两人赞同\nTwo agree"]);
    expect(await ownChat("maya")).toEqual([]);
  });

  it("is pressed by each for themselves, and answered in their own chat", async () => {
    await post("1", (locale) =>
      card({
        title: "See yours",
        buttons: [button(locale === "zh" ? "我的目标" : "My goals", say({ text: "goals" }))],
      }),
    );
    await system.inChannel("linxiao").presses("我的目标");
    await system.inChannel("maya").presses("My goals");
    expect((await ownChat("linxiao")).join()).toContain("回款");
    expect((await ownChat("maya")).join()).toContain("Collected revenue");
    expect(await channel("renke")).toHaveLength(1);
    expect(playgroundChannel).toBe("team");
  });
});

// Whom a line names, as people of this trade write it: everybody who is named is meant, asked about, or told of in words.
import { describe, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { storyInHall } from "#test/support/story/story";

const { system, hall } = storyInHall((system, hall) => hall.open(system, "east", { reads: "en" }));

const posted = async (): Promise<string> => (await hall.read(system, "east"))[0] ?? "";

/** Chen Jing, or who else, as another company's directory has them. */
async function isCalled(name: string, who = "陈静"): Promise<void> {
  const found = await inOrganisation(system.database, playgroundOrganisation, (tx) =>
    execute(tx, sql`update person set name = ${name} where name = ${who} returning id`),
  );
  expect(found).toHaveLength(1);
}

describe("everybody who is named is praised", () => {
  // What linxiao types, whom the praise names, and the words it shows.
  it.each([
    ["praise the best demo ever!! @wanglei @chenjing", ["王磊", "陈静"], "the best demo ever!!"],
    ["praise great joint demo @wanglei and @chenjing.", ["王磊", "陈静"], "great joint demo."],
    [
      "praise big thanks to @wanglei and @chenjing for the tender",
      ["王磊", "陈静"],
      "big thanks to 王磊 and 陈静 for the tender",
    ],
    ["表扬@王磊@陈静 方案写得特别清楚", ["王磊", "陈静"], "方案写得特别清楚"],
    ["表扬王磊陈静 方案写得特别清楚", ["王磊", "陈静"], "方案写得特别清楚"],
    ["表扬 王磊 陈静 方案写得特别清楚", ["王磊", "陈静"], "方案写得特别清楚"],
    ["表扬王磊、陈静，方案写得特别清楚", ["王磊", "陈静"], "方案写得特别清楚"],
    ["表扬方案写得特别清楚 @王磊 @陈静", ["王磊", "陈静"], "方案写得特别清楚"],
    [
      "praise @wanglei closed it, mail to jing@acme.example went out at once",
      ["王磊"],
      "closed it, mail to jing@acme.example went out at once",
    ],
    ["praise @wanglei the demo @14:00 was superb", ["王磊"], "the demo @14:00 was superb"],
  ])("%s", async (typed, people, words) => {
    await system.who("linxiao").says(typed);
    const text = await posted();
    for (const each of ["王磊", "陈静"])
      expect(text.split("\n")[0]?.includes(each)).toBe(people.includes(each));
    expect(text).toContain(`“${words}”`);
  });

  it("asks where a second name stands in the words, and takes the answer", async () => {
    const giver = system.who("linxiao");
    await giver.says("praise @wanglei for helping @chenjing with the tender");
    await giver.sees("你的话里还提到了陈静");
    expect(await posted()).toBe("");
    await giver.presses("只给王磊");
    expect(await posted()).toMatch(/praises 王磊\n“for helping 陈静 with the tender”/);
  });

  it.each([
    ["给王磊、陈静", /praises (?:王磊 and 陈静|陈静 and 王磊)\n/],
    ["只给王磊", /praises 王磊\n“chenjing great demo”/],
  ])("asks about a name without a mark beside one: %s", async (button, shown) => {
    const giver = system.who("linxiao");
    await giver.says("praise wanglei chenjing great demo");
    await giver.sees("这次表扬给谁");
    await giver.presses(button);
    expect(await posted()).toMatch(shown);
  });
});

describe("names as directories keep them", () => {
  it.each([
    ["FC-44", "José Müller", "praise @Jose closed it in one call", "closed it in one call"],
    ["FC-44", "José Müller", "praise @Muller closed it in one call", "closed it in one call"],
    [
      "FC-46",
      "Weber, Ulla (Sales DE)",
      "praise @Ulla Weber closed it in one call",
      "closed it in one call",
    ],
    ["emoji", "🎉 Tom Ford 🚀", "praise @Tom Ford closed it in one call", "closed it in one call"],
    ["繁简", "張偉", "表扬@张伟 一个电话签下大单", "一个电话签下大单"],
    ["FC-48", "Jean-Luc Picard", "praise @Jean-Luc closed it in one call", "closed it in one call"],
    ["FC-48", "anna_wfh", "praise @anna_wfh closed it in one call", "closed it in one call"],
    [
      "FC-48",
      "J. R. Smith Jr.",
      "praise @J. R. Smith Jr. closed it in one call",
      "closed it in one call",
    ],
    [
      "FC-48",
      "Conor O’Brien",
      "praise @Conor O'Brien closed it in one call",
      "closed it in one call",
    ],
  ])("%s: %s is found by %s", async (_, name, typed, words) => {
    await isCalled(name);
    await system.who("linxiao").says(typed);
    await system.who("linxiao").sees(words);
    await system.who("linxiao").sees(name);
  });

  it("FC-45: tells twins apart", async () => {
    await isCalled("王磊");
    const giver = system.who("linxiao");
    await giver.says("表扬@王磊 一个电话签下大单");
    await giver.sees(/王磊 · wanglei@/);
    await giver.presses("王磊 · chenjing@example.com");
    await giver.sees("一个电话签下大单");
  });

  it("FC-45: tells twins of two teams apart by their team", async () => {
    await isCalled("王磊", "Anna Weber");
    const id = "00000000-0000-7000-8000-0000000000aa";
    await inOrganisation(system.database, playgroundOrganisation, async (tx) => {
      await execute(
        tx,
        sql`insert into team (organisation_id, id, name) values (${playgroundOrganisation}, ${id}, 'Europe')`,
      );
      await execute(tx, sql`update person set team_id = ${id} where email = 'anna@example.com'`);
    });
    const giver = system.who("linxiao");
    await giver.says("表扬@王磊 一个电话签下大单");
    await giver.sees("王磊 · 华东 · Europe · US");
    await giver.presses("王磊 · Europe");
    await giver.sees("一个电话签下大单");
  });

  it("offers whom a slip may mean, and takes nobody", async () => {
    const giver = system.who("linxiao");
    await giver.says("praise @wangle1 a big deal by phone");
    await giver.sees("没找到叫“wangle1”的同事");
    await giver.says("表扬@王雷 一个电话签下大单");
    await giver.sees("是下面这位吗");
    expect(await posted()).toBe("");
    await giver.presses("王磊");
    expect(await posted()).toContain("praises 王磊");
  });
});

describe("feedback", () => {
  it.each([
    [
      "renke",
      "feedback @anna anonymously you talk too fast on calls",
      "always carries your name",
      "Write it under my name",
    ],
    ["linxiao", "反馈 @王磊 匿名 开会总是迟到", "都署名", "署名写"],
  ])("%s asks for none to be signed", async (user, typed, says, button) => {
    const giver = system.who(user);
    await giver.says(typed);
    await giver.sees(says);
    await giver.presses(button);
    await giver.doesNotSee("anonymously");
  });

  it("goes to one at a time", async () => {
    const giver = system.who("renke");
    await giver.says("feedback @anna @maya you two talk too fast on calls");
    await giver.sees("One person at a time");
  });
});

it.each([
  ["praise @channel great quarter everybody", "“channel”是一个群组"],
  ["表扬@所有人 这个季度太棒了", "“所有人”是一个群组"],
])("%s names nobody in particular", async (typed, answer) => {
  await system.who("linxiao").says(typed);
  await system.who("linxiao").sees(answer);
});

// The greeting of a whole team: shown before it is sent, in each one's hours and language, and once.
import { sql } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { story } from "#test/support/story/story";

const system = story();
beforeEach(async () => {
  // As after an installation: nobody was greeted yet.
  await system.database.db.execute(sql`delete from greeting`);
});

const go = (iso: string) => system.clock.moveTo(new Date(iso));
const greeted = async (user: string): Promise<number> =>
  (await system.who(user).screen()).messages.filter((each) => /我是领跑|I.m Pacer/.test(each.text))
    .length;
const everybody = ["linxiao", "wanglei", "chenjing", "renke", "anna", "maya"];

/** The team is off, as after an installation. */
async function switchedOff(): Promise<void> {
  const admin = system.who("zhoulan");
  await admin.says("初始设置");
  await admin.sees("都设好了");
  await admin.presses("选试点团队");
  await admin.presses("关闭");
  await admin.sees("未开启");
}

it("is shown to the admin as it will arrive, and greets each person once in their hours and language, and never twice", async () => {
  const admin = system.who("zhoulan");
  await switchedOff();
  await admin.says("初始设置");
  await admin.sees("下一步");
  await admin.sees("试点团队");
  await admin.presses("选试点团队");
  await admin.presses("预览问候");
  await admin.sees("会留下什么");
  await admin.sees("谁能看到");
  await admin.sees("发给 7 人");
  const preview = (await admin.screen()).messages.at(-1)!.text;
  expect(await greeted("linxiao")).toBe(0);
  await admin.presses("开启华东 · Europe · US");
  await admin.sees("问候会发给 7 人");
  const rep = system.who("linxiao");
  await rep.sees("你好，我是领跑");
  const got = (await rep.screen()).messages.at(-1)!;
  expect(preview).toContain(got.text);
  expect(got.buttons).toEqual(["定目标", "报数", "以后再说"]);
  expect(await greeted("renke")).toBe(0);
  await go("2026-11-11T08:30:00Z");
  await system.who("renke").sees("Hello, I'm Pacer");
  expect(await greeted("maya")).toBe(0);
  // A holiday there.
  await go("2026-11-11T15:00:00Z");
  expect(await greeted("maya")).toBe(0);
  await go("2026-11-12T15:00:00Z");
  expect(await greeted("maya")).toBe(1);

  await admin.says("初始设置");
  await admin.presses("选试点团队");
  await admin.presses("关闭");
  await admin.presses("预览问候");
  await admin.sees("都问候过了");
  await admin.presses("开启华东 · Europe · US");
  await admin.sees("大家以前都问候过");
  await go("2026-11-13T15:00:00Z");
  expect(await Promise.all(everybody.map(greeted))).toEqual(everybody.map(() => 1));
  expect(await greeted("zhoulan")).toBe(1);
});

it("comes in both languages to whom nobody asked theirs", async () => {
  await inOrganisation(system.database, playgroundOrganisation, (tx) =>
    tx.execute(sql`update person set locale_guess = 'open' where name = '王磊'`),
  );
  await switchedOff();
  const admin = system.who("zhoulan");
  await admin.presses("预览问候");
  await admin.presses("开启华东 · Europe · US");
  await system
    .who("wanglei")
    .sees(/我是领跑[^]*远帆销售请我来[^]*Hello, I'm Pacer[^]*on behalf of 远帆销售/);
  await system.who("linxiao").sees("远帆销售请我来");
  await system.who("linxiao").doesNotSee("on behalf of");
});

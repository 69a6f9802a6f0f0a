// Setup from the admin's chair, and the greeting from the chairs of those who get it.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import type { AllStores } from "#db/stores/index";
import type { PlaceId } from "#src/people/place";
import { forgetPlaces } from "#test/support/story/hall";
import { hasDepartments, sendsEmptyFields } from "#test/support/story/front";
import { byOperator } from "#test/support/story/system";
import { story } from "#test/support/story/story";

const system = story();
beforeEach(async () => {
  // As after an installation: nobody was greeted yet.
  await system.database.db.execute(sql`delete from greeting`);
});

const within = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
  system.stores.inOrganisation(playgroundOrganisation, work);
const go = (iso: string) => system.clock.moveTo(new Date(iso));
const greeted = async (user: string): Promise<number> =>
  (await system.who(user).screen()).messages.filter((each) => /我是领跑|I.m Pacer/.test(each.text))
    .length;

/** The team is off, as after an installation. */
async function switchedOff(): Promise<void> {
  const admin = system.who("zhoulan");
  await admin.says("初始设置");
  await admin.sees("都设好了");
  await admin.presses("选试点团队");
  await admin.presses("关闭");
  await admin.sees("未开启");
}

describe("pilot teams", () => {
  it("lets whoever is greeted begin at once, or not now", async () => {
    await switchedOff();
    const admin = system.who("zhoulan");
    await admin.presses("预览问候");
    await admin.presses("开启华东 · Europe · US");
    const rep = system.who("linxiao");
    await rep.presses("报数");
    await rep.sees("这样写");
    await rep.presses("定目标");
    await rep.sees("保存");
    const other = system.who("wanglei");
    await other.presses("以后再说");
    await other.sees("随时发 帮助");
    expect(await greeted("wanglei")).toBe(0);
  });

  it("reminds nobody of a team that is off, and does again once it is on", async () => {
    await switchedOff();
    await go("2026-11-16T02:00:00Z");
    const rep = system.who("linxiao");
    await rep.doesNotSee("新的一周");
    const admin = system.who("zhoulan");
    await admin.presses("预览问候");
    await admin.presses("开启华东 · Europe · US");
    await go("2026-11-23T02:00:00Z");
    await rep.sees("新的一周");
  });

  it("greets who came into a team that is on by themselves, once, before anything else is said to them", async () => {
    await within(async ({ people, setup }) => {
      const all = await people.directory();
      await setup.greet(
        all
          .filter((each) => each.name !== "陈静" && each.name !== "Anna Weber")
          .map((each) => each.id),
        system.clock.now(),
      );
      // Whoever is in no team that is on is not greeted.
      await people.entitle(
        all.find((each) => each.name === "Anna Weber")!.id,
        { teamId: null },
        byOperator,
      );
    });
    await go("2026-11-12T03:00:00Z");
    await system.house.bot.keepHouse();
    expect(await Promise.all(["chenjing", "anna", "wanglei"].map(greeted))).toEqual([1, 0, 0]);
    await go("2026-11-13T03:00:00Z");
    await system.house.bot.keepHouse();
    expect(await greeted("chenjing")).toBe(1);
  });

  it("greets who joins a team that is on, once", async () => {
    const admin = system.who("zhoulan");
    const moved = async (team: string) => {
      await admin.says("初始设置");
      await admin.presses("调整人员");
      await admin.fills({ 人员: "陈静" });
      await admin.fills({ 团队: team });
    };
    await moved("不在团队");
    expect(await greeted("chenjing")).toBe(0);
    await moved("华东 · Europe · US");
    expect(await greeted("chenjing")).toBe(1);
    await moved("不在团队");
    await moved("华东 · Europe · US");
    expect(await greeted("chenjing")).toBe(1);
  });

  it("are the admin's to switch, whatever a button says", async () => {
    const team = (await within(({ people }) => people.teams()))[0]!.id;
    for (const name of ["setup.preview", "setup.switch-on", "setup.switch-off", "setup.pilots"]) {
      const outcome = await system.house.bot.receive({
        kind: "pressed",
        dedupeKey: name,
        from: system.account("linxiao"),
        name,
        version: 1,
        payload: { team },
      });
      expect(outcome).toMatchObject({ outcome: "toast", tone: "bad" });
    }
  });
});

describe("the organisation", () => {
  it("changes its name, language and zone, and setup says so at once", async () => {
    const admin = system.who("zhoulan");
    await admin.says("初始设置");
    await admin.sees("中文 · 上海");
    await admin.presses("改公司设置");
    await admin.fills({ name: sendsEmptyFields ? "" : "远航", zone: "Atlantis" });
    if (sendsEmptyFields) await admin.sees("这一项要填");
    await admin.sees("没认出这个地方");
    await admin.fills({ name: "远航销售", locale: "en", zone: "柏林" });
    await admin.sees("远航销售的初始设置");
    await admin.sees("English · 柏林");
    const [person] = await within(({ people }) => people.directory());
    expect((await within(({ people }) => people.acting(person!.id)))?.organisation).toMatchObject({
      name: "远航销售",
      locale: "en",
      zone: "Europe/Berlin",
    });
  });

  it("decides from where on a goal is on track and at risk, for everybody's goals", async () => {
    const admin = system.who("zhoulan");
    const rep = system.who("renke");
    await rep.says("total 65 G8");
    await rep.sees("on track");
    await admin.says("初始设置");
    await admin.presses("进度标准");
    await admin.fills({ onTrack: "101", atRisk: "75.5" });
    await admin.sees("请填 1 到 100 的整数");
    await admin.fills({ onTrack: "80", atRisk: "80" });
    await admin.sees("要比“正常”的数小");
    await admin.fills({ onTrack: "100", atRisk: "99" });
    await admin.sees("100% 算正常，99% 以上算有风险");
    await rep.says("G8");
    await rep.sees("off track");
  });
});

describe("channels", () => {
  const group = {
    id: "00000000-0000-7000-8000-0000000000a1" as PlaceId,
    name: "华东战报群",
    reads: "zh",
    teamId: null,
  } as const;
  const second = {
    id: "00000000-0000-7000-8000-0000000000a2" as PlaceId,
    name: "europe-sales",
    reads: "en",
    teamId: null,
  } as const;

  it("belong to a team and have a language of their own; a team has one", async () => {
    await forgetPlaces(system);
    const admin = system.who("zhoulan");
    await admin.says("初始设置");
    await admin.sees("把我拉进团队的群");
    await within(async ({ people }) => {
      await people.savePlace(group);
      await people.savePlace(second);
    });
    await admin.says("setup");
    await admin.sees("2 个群，0 个已归到团队");
    await admin.presses("管理群");
    await admin.sees("华东战报群");
    await admin.presses("改这个群", 1);
    await admin.fills({ team: "华东 · Europe · US", reads: "both" });
    await admin.sees("华东 · Europe · US · 中英文");
    await admin.presses("改这个群", 0);
    await admin.fills({ team: "华东 · Europe · US" });
    const places = await within(({ people }) => people.places());
    expect(places.filter((each) => each.teamId !== null).map((each) => each.name)).toEqual([
      "europe-sales",
    ]);
    expect(places.map((each) => each.reads)).toContain("both");
    await admin.says("表扬设置");
    await admin.presses("团队的群");
    await admin.sees("华东战报群");
  });
});

describe("metrics", () => {
  it("begin with those of a trade, with one press; what is there already stays as it is", async () => {
    const admin = system.who("zhoulan");
    const before = await within(({ setup }) => setup.metrics());
    await admin.says("初始设置");
    await admin.presses("管理指标");
    await admin.presses("选常用指标");
    await admin.sees("渠道回款");
    await admin.presses("用这些", 2);
    await admin.sees("新签渠道");
    const now = await within(({ setup }) => setup.metrics());
    const known = new Set(before.map((each) => each.id));
    expect(now.filter((each) => known.has(each.id))).toEqual(before);
    const made = now.filter((each) => !known.has(each.id));
    expect(new Map(made.map((each) => [each.nameZh, each.unit]))).toEqual(
      new Map<string, object>([
        ["渠道回款", { kind: "money", currency: "CNY" }],
        ["新签渠道", { kind: "count", counter: "家" }],
        ["渠道拜访", { kind: "count", counter: "家" }],
        ["渠道培训", { kind: "count", counter: "次" }],
      ]),
    );
    await system.who("linxiao").says("定目标 渠道回款 50万 12月31日前");
    await system.who("linxiao").sees("渠道回款");
  });

  it("have names in the languages that are read here, and no more", async () => {
    const admin = system.who("zhoulan");
    const names = async () => {
      await admin.says("初始设置");
      await admin.presses("加指标");
      await admin.fills({ 怎么衡量: "count" });
      const labels = (await admin.screen()).form!.fields.map((each) => each.label);
      return labels.filter((each) => each.endsWith("文名"));
    };
    expect((await names()).toSorted()).toEqual(["中文名", "英文名"]);
    await system.database.db.execute(sql`update person set locale = 'zh'`);
    await system.database.db.execute(sql`update place set reads = 'zh'`);
    expect(await names()).toEqual(["中文名"]);
    await admin.fills({ 中文名: "回访" });
    await admin.sees("回访");
  });
});

describe("teams", () => {
  it("can be added and led, and a second of the same name is refused", async () => {
    const admin = system.who("zhoulan");
    await admin.says("初始设置");
    await admin.presses("加团队");
    await admin.fills({ 名称: "华东 · europe · us" });
    await admin.sees("已经有一个团队叫");
    await admin.fills({ 名称: "华南", 主管: "王磊" });
    await admin.sees("主管：王磊");
    await admin.sees("提醒未开启");
    await admin.presses("回到初始设置");
    await admin.sees("2 个团队");
  });

  it("take several people at once, and their manager with them; who leads is not led by the team", async () => {
    const admin = system.who("zhoulan");
    const rowOf = async (name: string) =>
      (await within(({ people }) => people.directory())).find((each) => each.name === name);
    await admin.says("初始设置");
    await admin.presses("加团队");
    await admin.fills({ 名称: "华南", 主管: "王磊", 加入的人: ["陈静", "Anna Weber", "王磊"] });
    await admin.sees("主管：王磊");
    const leader = await rowOf("王磊");
    for (const name of ["陈静", "Anna Weber"])
      expect(await rowOf(name)).toMatchObject({
        teamId: leader?.teamId,
        managerId: leader?.id,
      });
    expect((await rowOf("周岚"))?.id).toBe(leader?.managerId);
    expect((await rowOf("林晓"))?.teamId).not.toBe(leader?.teamId);
    // Their new team is off, so nothing comes unasked; it stands in their record.
    await system.who("chenjing").says("变更记录");
    await system.who("chenjing").sees("主管：周岚 → 王磊");
  });

  it("bring their leader as manager: to who joins, and to its people when the leader changes", async () => {
    const admin = system.who("zhoulan");
    const managerOf = async (name: string) => {
      const all = await within(({ people }) => people.directory());
      return all.find(({ id }) => id === all.find((each) => each.name === name)?.managerId)?.name;
    };
    const moved = async (person: string, values: Record<string, string>) => {
      await admin.says("初始设置");
      await admin.presses("调整人员");
      await admin.fills({ 人员: person });
      await admin.fills(values);
    };
    await admin.says("初始设置");
    await admin.presses("加团队");
    await admin.fills({ 名称: "华南", 主管: "王磊" });
    await moved("陈静", { 团队: "华南" });
    expect(await managerOf("陈静")).toBe("王磊");
    await moved("Anna Weber", { 团队: "华南", 主管: "林晓" });
    expect(await managerOf("Anna Weber")).toBe("林晓");
    await admin.says("初始设置");
    await admin.presses("管理团队");
    await admin.presses("改团队", 1);
    await admin.fills({ 主管: "Renke Petersen" });
    expect([
      await managerOf("陈静"),
      await managerOf("Anna Weber"),
      await managerOf("林晓"),
    ]).toEqual(["Renke Petersen", "林晓", "周岚"]);
  });

  it("have their check-ins, praise and feedback set from here as well", async () => {
    const admin = system.who("zhoulan");
    for (const [label, says] of [
      ["设置周报", "团队的周报"],
      ["设置表扬", "价值观"],
      ["设置反馈", "反馈"],
    ] as const) {
      await admin.says("初始设置");
      await admin.presses(label);
      await admin.sees(says);
    }
  });
});

it.skipIf(hasDepartments)("offers no departments where a chat has none", async () => {
  const admin = system.who("zhoulan");
  await admin.says("初始设置");
  await admin.presses("管理团队");
  await admin.sees("加团队");
  await admin.doesNotSee("从通讯录建团队");
});

it("is one card that goes from page to page, and not one more message for each", async () => {
  const admin = system.who("zhoulan");
  await admin.says("初始设置");
  const before = (await admin.screen()).messages.length;
  for (const label of ["管理团队", "回到初始设置", "管理指标", "回到初始设置", "选试点团队"])
    await admin.presses(label);
  await admin.sees("试点团队");
  const { messages } = await admin.screen();
  expect(messages.length).toBe(before);
  expect(messages.flatMap((each) => each.buttons)).not.toContain("管理团队");
});

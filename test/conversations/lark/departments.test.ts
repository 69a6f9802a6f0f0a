// Teams from the company's own directory, by an admin on Feishu: what is proposed, what is kept and when, who can be named afterwards.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import type { FakeUser } from "#test/support/lark/platform/company";
import { startLarkSystem, type LarkSystem } from "#test/support/lark/system";

const people: readonly FakeUser[] = [
  { openId: "ou_boss", name: "顾总", email: "gu@example.com", zone: "Asia/Shanghai", admin: true },
  {
    openId: "ou_lan",
    name: "周岚",
    email: "lan@example.com",
    zone: "Asia/Shanghai",
    departments: ["od_east"],
  },
  {
    openId: "ou_xiao",
    name: "林晓",
    email: "xiao@example.com",
    mobile: "+8613800000000",
    zone: "Asia/Shanghai",
    departments: ["od_east1"],
  },
  { openId: "ou_wang", name: "王磊", zone: "Asia/Shanghai", departments: ["od_east1"] },
  { openId: "ou_gone", name: "走了", resigned: true, departments: ["od_east1"] },
  {
    openId: "ou_renke",
    name: "Renke Petersen",
    email: "renke@example.com",
    zone: "Europe/Berlin",
    departments: ["od_europe"],
  },
];

let system: LarkSystem;
beforeEach(async () => {
  system = await startLarkSystem(people);
  system.lark.departments.push(
    { id: "od_east", name: "华东", parent: null, leader: "ou_lan" },
    { id: "od_east1", name: "华东一部", parent: "od_east", leader: "ou_lan" },
    { id: "od_europe", name: "Europe", parent: null },
  );
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

async function kept() {
  const at = await system.stores.routing.organisationAt({
    platform: "lark",
    workspace: system.workspace,
  });
  return await system.stores.inOrganisation(at!.organisation, async ({ people: store }) => {
    const [all, teams] = [await store.directory(), await store.teams()];
    const nameOf = (id: string | null): string | null =>
      all.find((each) => each.id === id)?.name ?? null;
    return {
      people: all.map((each) => ({
        name: each.name,
        email: each.email,
        team: teams.find((team) => team.id === each.teamId)?.name ?? null,
        manager: nameOf(each.managerId),
      })),
      teams: teams.map((each) => ({
        name: each.name,
        manager: nameOf(each.managerId),
        on: each.switchedOnAt !== null,
      })),
    };
  });
}
const heard = (user: string): number =>
  system.lark.messages.filter((each) => each.chat === system.lark.p2p(user) && each.by === "bot")
    .length;

describe.each([
  {
    language: "中文",
    asks: ["初始设置"],
    teams: "管理团队",
    look: "看成员",
    open: "从通讯录建团队",
    people: /成员：.*林晓.*王磊/,
    note: "还没有保存",
    make: "建华东一部团队",
    made: "华东一部建好了，2 位成员",
    dead: "走了",
  },
  {
    language: "English",
    asks: ["help", "setup"],
    teams: "Manage teams",
    look: "See who is in it",
    open: "Import from the directory",
    people: /People: .*林晓.*王磊/,
    note: "Nothing is saved yet",
    make: "Create the team 华东一部",
    made: "华东一部 is ready with 2 people",
    dead: "走了",
  },
])(
  "an admin who reads $language",
  ({ asks, teams, look, open, people: shown, note, make, made, dead }) => {
    async function proposed() {
      const admin = system.who("ou_boss");
      for (const words of asks) await admin.says(words);
      await admin.presses(teams);
      await admin.presses(open);
      await admin.sees("华东一部");
      await admin.sees("Europe");
      // The second row: 华东, 华东一部, Europe.
      await admin.presses(look, 1);
      return admin;
    }

    it("sees a department with its leader and people, of whom nothing is kept before it is taken", async () => {
      await system.who("ou_xiao").says("帮助");
      const before = await kept();
      const admin = await proposed();
      await admin.sees(shown);
      await admin.sees("周岚");
      await admin.sees(note);
      await admin.doesNotSee(dead);
      expect((await kept()).teams).toEqual(before.teams);
      expect((await kept()).people.map((each) => each.name)).toEqual(["林晓", "顾总"]);
    });

    it("takes it: its leader manages, its people can be named though they never spoke, and nobody hears of it", async () => {
      const admin = await proposed();
      await admin.presses(make);
      await admin.sees(made);
      const { people: known, teams } = await kept();
      expect(teams).toContainEqual({ name: "华东一部", manager: "周岚", on: false });
      expect(known).toEqual(
        expect.arrayContaining([
          { name: "林晓", email: "xiao@example.com", team: "华东一部", manager: "周岚" },
          { name: "王磊", email: null, team: "华东一部", manager: "周岚" },
          { name: "周岚", email: "lan@example.com", team: null, manager: null },
        ]),
      );
      expect(known.map((each) => each.name)).not.toContain("走了");
      expect(["ou_xiao", "ou_wang", "ou_lan"].map(heard)).toEqual([0, 0, 0]);
      await system.who("ou_lan").says("表扬@王磊 一个电话签下大单");
      await system.who("ou_lan").presses("私下感谢");
      await system.who("ou_wang").sees("一个电话签下大单");
      expect(
        JSON.stringify(await execute(system.database.db, sql`select * from person`)),
      ).not.toContain("13800000000");
    });
  },
);

describe("a department", () => {
  async function look(nth: number) {
    const admin = system.who("ou_boss");
    await admin.says("初始设置");
    await admin.presses("管理团队");
    await admin.presses("从通讯录建团队");
    await admin.presses("看成员", nth);
    return admin;
  }

  it("whose team was made before the directory was followed says so, and is followed once its people are added", async () => {
    const admin = await look(1);
    await admin.presses("建华东一部团队");
    await admin.presses("看别的部门");
    await admin.doesNotSee("还没跟进");
    await execute(system.database.db, sql`delete from followed_department`);
    await look(1);
    await admin.presses("看别的部门");
    await admin.sees(/华东一部[^]*还没跟进部门变动/);
    await admin.presses("看成员", 1);
    await admin.presses("加入华东一部");
    await admin.presses("看别的部门");
    await admin.doesNotSee("还没跟进");
  });

  it("of a name that is a team already gets its people into that one, and leaves those who are in another where they are", async () => {
    const admin = await look(1);
    await admin.presses("建华东一部团队");
    system.lark.users.set("ou_xiao", {
      ...system.lark.users.get("ou_xiao")!,
      departments: ["od_east1", "od_europe"],
    });
    await admin.presses("看别的部门");
    await admin.sees("已有同名团队");
    await admin.presses("看成员", 2);
    await admin.sees("已在别的团队，不会变动：林晓");
    await admin.presses("建 Europe 团队");
    await admin.sees("Europe 建好了，1 位成员");
    expect((await kept()).people).toContainEqual({
      name: "林晓",
      email: "xiao@example.com",
      team: "华东一部",
      manager: "周岚",
    });
    expect((await kept()).people).toContainEqual({
      name: "Renke Petersen",
      email: "renke@example.com",
      team: "Europe",
      manager: null,
    });
    await admin.presses("看别的部门");
    await admin.presses("看成员", 1);
    await admin.presses("加入华东一部");
    expect((await kept()).teams.filter((each) => each.name === "华东一部")).toHaveLength(1);
  });

  it("is not shown where the app may not read it, and the admin is told what to mend", async () => {
    system.lark.trouble(/contact\/v3\/scopes/, { code: 99991672, status: 400 });
    const admin = system.who("ou_boss");
    await admin.says("初始设置");
    await admin.presses("管理团队");
    await admin.presses("从通讯录建团队");
    await admin.sees("检查通讯录权限和数据范围");
    expect((await kept()).people.map((each) => each.name)).toEqual(["顾总"]);
  });

  it("is nobody's business who may not set things up: Lark is not even asked", async () => {
    await system.who("ou_xiao").says("帮助");
    for (const name of ["setup.departments", "setup.department", "setup.take-department"]) {
      const outcome = await system.house.bot.receive({
        kind: "pressed",
        dedupeKey: name,
        from: { platform: "lark", workspace: system.workspace, user: "ou_xiao" },
        name,
        version: 1,
        payload: { department: "od_east1" },
      });
      expect(outcome).toMatchObject({ outcome: "toast", tone: "bad" });
    }
    expect(
      system.lark.asked.filter((each) => /departments|find_by_department|scopes/.test(each.path)),
    ).toEqual([]);
  });

  it("beyond the first page is listed too, with all below the data scope and nothing beside it", async () => {
    for (let i = 0; i < 70; i += 1)
      system.lark.departments.push({ id: `od_group${i}`, name: `${i}组`, parent: "od_east" });
    system.lark.scope = ["od_east"];
    const found = await system.adapter.chat.departments(system.workspace);
    expect(found.directory === "there" ? found.found.length : 0).toBe(72);
    expect(JSON.stringify(found)).not.toContain("Europe");
    for (let i = 0; i < 60; i += 1)
      system.lark.users.set(`ou_${i}`, {
        openId: `ou_${i}`,
        name: `新人${i}`,
        departments: ["od_group1"],
      });
    const group = await system.adapter.chat.department(system.workspace, "od_group1");
    expect(group.directory === "there" ? group.found.members.length : 0).toBe(60);
    expect((await system.adapter.chat.department(system.workspace, "od_europe")).directory).toBe(
      "refused",
    );
  });
});

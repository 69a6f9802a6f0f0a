// The company's directory after the first import: newcomers, moves and new managers are asked of the admins once a day, or done by themselves;
// what an admin set by hand is asked about in any case.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import type { FakeUser } from "#test/support/lark/platform/company";
import { startLarkSystem, type LarkSystem } from "#test/support/lark/system";

const zone = "Asia/Shanghai";
const people: readonly FakeUser[] = [
  { openId: "ou_boss", name: "顾总", zone, admin: true },
  { openId: "ou_jing", name: "Jing Chen", zone, admin: true },
  { openId: "ou_lan", name: "周岚", zone, departments: ["od_east"] },
  { openId: "ou_xiao", name: "林晓", zone, departments: ["od_one"] },
  { openId: "ou_wang", name: "王磊", zone, departments: ["od_one"] },
  { openId: "ou_renke", name: "Renke", zone, departments: ["od_two"] },
];
const day = 24 * 3_600_000;

let system: LarkSystem;
beforeEach(async () => {
  system = await startLarkSystem(people);
  system.lark.departments.push(
    { id: "od_one", name: "一部", parent: null, leader: "ou_lan" },
    { id: "od_two", name: "二部", parent: null, leader: "ou_boss" },
  );
  const boss = system.who("ou_boss");
  await system.who("ou_jing").says("help");
  await boss.says("初始设置");
  await boss.presses("管理团队");
  await boss.presses("从通讯录建团队");
  await boss.presses("看成员", 0);
  await boss.presses("建一部团队");
  await boss.sees("每天夜里我会看一次通讯录");
  await boss.presses("看别的部门");
  await boss.presses("看成员", 1);
  await boss.presses("建二部团队");
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

/** So many nights later, at ten in the morning. */
async function night(count = 1): Promise<void> {
  system.time.now += count * day;
  await system.house.bot.keepHouse();
  await system.house.bot.finishRights();
  await system.settle();
}
const change = (openId: string, more: Partial<FakeUser>): void =>
  void system.lark.users.set(openId, { ...system.lark.users.get(openId)!, ...more });
async function kept() {
  const rows = await execute<{ name: string; team: string | null; manager: string | null }>(
    system.database.db,
    sql`select p.name, t.name as team, m.name as manager from person p left join team t on t.id = p.team_id left join person m on m.id = p.manager_id order by p.seq`,
  );
  return new Map(rows.map(({ name, team, manager }) => [name, `${team} ${manager}`]));
}
const asked = async (user = "ou_boss"): Promise<number> =>
  (await system.who(user).screen()).messages.filter((each) =>
    /通讯录有 \d+ 处变动|The directory has \d+ change/.test(each.text),
  ).length;
const move = (): void => {
  change("ou_wang", { departments: ["od_two"] });
  system.lark.users.set("ou_new", {
    openId: "ou_new",
    name: "李雷",
    zone,
    departments: ["od_one"],
  });
};

describe("what changes in the directory", () => {
  it("is asked of every admin in their language, once, in one card; nothing is changed before", async () => {
    move();
    const before = await kept();
    await night();
    const boss = system.who("ou_boss");
    await boss.sees("通讯录有 2 处变动");
    await boss.sees(/新同事李雷，加入一部，主管：周岚/);
    await boss.sees(/王磊：一部 → 二部，主管：周岚 → 顾总/);
    await system
      .who("ou_jing")
      .sees(/The directory has 2 changes[^]+New colleague 李雷 joins 一部; manager: 周岚/);
    expect(await kept()).toEqual(before);
    await night();
    expect(await asked()).toBe(1);
    await system.who("ou_xiao").doesNotSee("通讯录");
  });

  it("is taken over with one press; the other admin's card says by whom, and nothing is asked again", async () => {
    move();
    await night();
    await system.who("ou_boss").presses("全部采用");
    await system.who("ou_boss").sees("已按通讯录更新 2 处");
    await system.who("ou_jing").sees(/2 changes from the directory taken over[^]+Decided by 顾总/);
    await system.who("ou_jing").doesNotSee("Not these");
    expect((await kept()).get("王磊")).toBe("二部 顾总");
    expect((await kept()).get("李雷")).toBe("一部 周岚");
    await night();
    expect(await asked()).toBe(0);
  });

  it("waits among the teams until it is answered", async () => {
    move();
    await night();
    const boss = system.who("ou_boss");
    await boss.says("初始设置");
    await boss.presses("管理团队");
    await boss.presses("通讯录变动");
    await boss.sees(/通讯录有 2 处变动[^]+新同事李雷/);
    await boss.presses("全部采用");
    await boss.presses("团队");
    await boss.doesNotSee("通讯录变动");
    expect((await kept()).get("王磊")).toBe("二部 顾总");
  });

  it("answered by both admins counts once: the second reads that it is settled", async () => {
    move();
    await night();
    const payload = { proposal: "", departments: ["od_one", "od_two"] };
    const [row] = await execute<{ proposal: string }>(
      system.database.db,
      sql`select proposal from followed_department limit 1`,
    );
    const press = (user: string, name: string, more: object = {}) =>
      system.house.bot.receive({
        kind: "pressed",
        dedupeKey: `${name} ${user}`,
        from: { platform: "lark", workspace: system.workspace, user },
        name,
        version: 1,
        payload: {
          ...payload,
          ...more,
          proposal: row!.proposal,
          at: { platform: "lark", workspace: system.workspace },
        },
      });
    const [first, second] = await Promise.all([
      press("ou_boss", "setup.take-changes", { always: false }),
      press("ou_jing", "setup.turn-down-changes"),
    ]);
    const both = JSON.stringify([first, second]);
    const isTaken = both.includes("已按通讯录更新");
    expect(isTaken).toBe(!both.includes("Left as it is here"));
    expect(both).toMatch(/已经处理过|has been settled/);
    expect((await kept()).has("李雷")).toBe(isTaken);
  });

  it("is turned down with one press and not asked again, until it changes once more", async () => {
    move();
    await night();
    const before = await kept();
    await system.who("ou_jing").presses("Not these");
    await system.who("ou_jing").sees("Left as it is here");
    await system.who("ou_boss").sees(/保持现状[^]+Jing Chen/);
    await night();
    expect(await kept()).toEqual(before);
    expect(await asked()).toBe(0);
    change("ou_xiao", { departments: ["od_two"] });
    await night(3);
    await system.who("ou_boss").sees("通讯录有 1 处变动");
    await system.who("ou_boss").sees(/林晓：一部 → 二部/);
  });

  it("tells who moved and both managers, as any move does", async () => {
    for (const user of ["ou_lan", "ou_wang"]) await system.who(user).says("帮助");
    await execute(
      system.database.db,
      sql`update team set switched_on_at = now() - interval '9 days'`,
    );
    await execute(
      system.database.db,
      sql`insert into greeting (organisation_id, person_id, at) select organisation_id, id, now() from person`,
    );
    await night();
    move();
    await night();
    await system.who("ou_boss").presses("全部采用");
    await system.house.bot.finishRights();
    await system.settle();
    await system.who("ou_wang").sees(/主管[^]+顾总/);
    await system.who("ou_lan").sees("王磊");
    await system.who("ou_boss").sees("王磊");
  });

  it("a new manager of a department leads its people, and one of somebody's own leads them alone", async () => {
    system.lark.departments[0] = { ...system.lark.departments[0]!, leader: "ou_boss" };
    change("ou_wang", { leader: "ou_xiao" });
    await night();
    await system.who("ou_boss").sees(/一部的主管：周岚 → 顾总/);
    await system.who("ou_boss").sees(/王磊的主管：周岚 → 林晓/);
    await system.who("ou_boss").presses("全部采用");
    expect((await kept()).get("林晓")).toBe("一部 顾总");
    expect((await kept()).get("王磊")).toBe("一部 林晓");
  });

  it("somebody in none of them any more leaves their team, and whoever left the company is no question", async () => {
    change("ou_wang", { departments: ["od_elsewhere"] });
    await system.surface.event("contact.user.deleted_v3", { object: { open_id: "ou_xiao" } });
    change("ou_xiao", { resigned: true });
    await night();
    await system.who("ou_boss").sees(/王磊已不在一部/);
    await system.who("ou_boss").doesNotSee("林晓已不在");
    await system.who("ou_boss").presses("全部采用");
    expect((await kept()).get("王磊")).toBe("null null");
  });

  it("that changes back, or on, before it is answered is not done as it was asked", async () => {
    move();
    await night();
    change("ou_wang", { departments: ["od_one"] });
    await system.who("ou_boss").presses("全部采用");
    await system.who("ou_boss").sees("通讯录有 1 处变动");
    expect((await kept()).get("李雷")).toBeUndefined();
    system.lark.users.delete("ou_new");
    await system.who("ou_boss").presses("全部采用");
    await system.who("ou_boss").sees("已经处理过，或者通讯录又改回去了");
  });

  it("which cannot be read tells nobody anything, and is read the next night", async () => {
    move();
    system.lark.trouble(/contact\/v3/, { code: 99991672, status: 400 }, 20);
    await night();
    expect(await asked()).toBe(0);
    system.lark.calm();
    await night();
    expect(await asked()).toBe(1);
  });
});

describe("what an admin said is done by itself", () => {
  const choose = async (): Promise<void> => {
    const boss = system.who("ou_boss");
    await boss.says("初始设置");
    await boss.presses("管理团队");
    await boss.presses("从通讯录建团队");
    await boss.sees("跟随 2 个部门，有变动每天问一次");
    await boss.presses("自动更新");
    await boss.sees("有变动自动更新");
  };

  it("is done soon after the platform tells of it, and the admins hear what was done", async () => {
    await choose();
    move();
    await system.surface.event("contact.user.created_v3", { object: { open_id: "ou_new" } });
    await system.house.bot.keepHouse();
    await system.settle();
    expect((await kept()).get("李雷")).toBe("一部 周岚");
    expect((await kept()).get("王磊")).toBe("二部 顾总");
    await system.who("ou_jing").sees(/2 changes from the directory taken over[^]+Done by itself/);
    expect(await asked()).toBe(0);
  });

  it("but not what they set by hand: that is asked", async () => {
    await choose();
    await execute(
      system.database.db,
      sql`update person set manager_id = (select id from person where name = 'Jing Chen'), team_id = (select id from team where name = '二部') where name = '王磊'`,
    );
    change("ou_wang", { departments: ["od_three"] });
    system.lark.users.set("ou_new", {
      openId: "ou_new",
      name: "李雷",
      zone,
      departments: ["od_one"],
    });
    system.lark.departments[1] = { ...system.lark.departments[1]!, leader: "ou_lan" };
    await execute(
      system.database.db,
      sql`update team set manager_id = (select id from person where name = 'Jing Chen') where name = '二部'`,
    );
    await night();
    await system.who("ou_boss").sees(/已按通讯录更新 1 处[^]+李雷/);
    await system
      .who("ou_boss")
      .sees(/通讯录有 1 处变动[^]+二部的主管：Jing Chen → 周岚[^]+手动改过/);
    expect((await kept()).get("王磊")).toBe("二部 Jing Chen");
    await system.who("ou_boss").presses("都不用");
    await night();
    expect(await asked()).toBe(0);
    expect((await kept()).get("王磊")).toBe("二部 Jing Chen");
  });

  it("can be chosen with the first question, and ended", async () => {
    move();
    await night();
    await system.who("ou_boss").presses("采用，以后自动更新");
    await system.who("ou_boss").sees("已按通讯录更新 2 处");
    change("ou_new", { departments: ["od_two"] });
    await night();
    expect((await kept()).get("李雷")).toBe("二部 顾总");
    const boss = system.who("ou_boss");
    await boss.says("初始设置");
    await boss.presses("管理团队");
    await boss.presses("从通讯录建团队");
    await boss.presses("不再跟随");
    await boss.sees("已不再跟随");
    change("ou_new", { departments: ["od_one"] });
    await night(3);
    expect((await kept()).get("李雷")).toBe("二部 顾总");
  });
});

it("nobody but an admin takes over or turns down, and another organisation's directory is not asked", async () => {
  move();
  await night();
  for (const [user, workspace] of [
    ["ou_xiao", system.workspace],
    ["ou_boss", "feishu/cli_other/t2"],
  ] as const) {
    await system.house.bot.receive({
      kind: "pressed",
      dedupeKey: `take ${user}`,
      from: { platform: "lark", workspace: system.workspace, user },
      name: "setup.take-changes",
      version: 1,
      payload: {
        at: { platform: "lark", workspace },
        proposal: "x",
        departments: ["od_one", "od_two"],
        always: false,
      },
    });
  }
  expect((await kept()).get("李雷")).toBeUndefined();
});

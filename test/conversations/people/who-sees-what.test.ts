// Who sees what of somebody changes: they are told once, and find in their record what was changed and by whom; what the old manager
// promised is asked of the new one.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import type { PersonId } from "#src/people/person";
import { story } from "#test/support/story/story";

const system = story();
beforeEach(async () => {
  await query(sql`update team set switched_on_at = '2026-01-01T00:00:00Z'`);
});

const query = <T extends object>(what: ReturnType<typeof sql>) =>
  inOrganisation(system.database, playgroundOrganisation, (tx) => execute<T>(tx, what));
const idOf = async (user: string): Promise<PersonId> =>
  (await system.stores.routing.whoIs(system.account(user)))!.person;
const go = (iso: string) => system.clock.moveTo(new Date(iso));
const heard = async (user: string, what: RegExp): Promise<number> =>
  (await system.who(user).screen()).messages.filter(
    (each) => each.by === "bot" && what.test(each.text),
  ).length;
const newsZh = /可见范围有变动/;
const newsEn = /Changes to who can see what/;

/** As an admin does it in setup. */
async function moved(person: string, values: Record<string, string>): Promise<void> {
  const admin = system.who("zhoulan");
  await admin.says("初始设置");
  await admin.presses("调整人员");
  await admin.fills({ 人员: person });
  await admin.fills(values);
}

async function leaves(user: string): Promise<void> {
  const profile = {
    name: "王磊",
    email: null,
    locale: null,
    zone: null,
    active: false,
    guest: false,
  };
  await system.house.bot.receive({
    kind: "personChanged",
    dedupeKey: `left ${user}`,
    from: system.account(user),
    profile,
  });
  await system.house.deliveries.drain();
}

interface Kept {
  act: string;
  actor: string;
  by_id: string | null;
  about_id: string | null;
  detail: Record<string, string | null>;
}
const trail = () =>
  query<Kept>(
    sql`select act, actor, by_id, about_id, detail from audit_event where at > '2026-11-11T02:00:00Z' or actor = 'person' order by seq`,
  );

describe("another manager", () => {
  it("is told to the person, to the old and to the new manager at once, in their language, and stands in their record", async () => {
    await moved("林晓", { 主管: "王磊" });
    const rep = system.who("linxiao");
    await rep.sees("你的主管现在是王磊，能看到你的目标、周报和卡住的事。周岚不再能看到。");
    await system.who("wanglei").sees("林晓现在归你带，你能看到他们的目标、周报和卡住的事。");
    expect(await heard("zhoulan", /林晓不再归你带/)).toBe(1);
    await rep.presses("我的变更记录");
    await rep.sees("主管：周岚 → 王磊");
    await rep.sees("2026年11月11日");
    await rep.sees("周岚");
    await system.who("wanglei").says("变更记录");
    await system.who("wanglei").sees("林晓归你带");
    const [change] = await trail();
    expect(await trail()).toHaveLength(1);
    expect(change).toMatchObject({
      act: "manager.changed",
      actor: "person",
      by_id: await idOf("zhoulan"),
      about_id: await idOf("linxiao"),
      detail: { from: await idOf("zhoulan"), to: await idOf("wanglei") },
    });
  });

  it("waits for the work hour of whoever is asleep, in English, and is one message however often it changed within the hour", async () => {
    await moved("Renke Petersen", { 主管: "王磊" });
    await moved("Renke Petersen", { 主管: "陈静" });
    expect(await heard("renke", newsEn)).toBe(0);
    await go("2026-11-11T08:30:00Z");
    await system
      .who("renke")
      .sees(
        "陈静 is now your manager and can see your goals, check-ins and blockers. 周岚 no longer can.",
      );
    expect(await heard("renke", newsEn)).toBe(1);
    await system.who("renke").doesNotSee("王磊");
    await system.who("renke").says("my record");
    await system.who("renke").sees("Your manager: 王磊 → 陈静");
    await system.who("renke").sees("Your manager: 周岚 → 王磊");
    await system.who("renke").sees("by 周岚");
  });

  it("says nothing where it was undone before anybody heard, and says so where somebody had", async () => {
    await moved("Renke Petersen", { 主管: "王磊" });
    await moved("林晓", { 主管: "王磊" });
    await moved("Renke Petersen", { 主管: "周岚" });
    await moved("林晓", { 主管: "周岚" });
    await go("2026-11-11T08:30:00Z");
    expect(await heard("renke", newsEn)).toBe(0);
    expect(await heard("renke", /taken back/)).toBe(0);
    expect(await heard("linxiao", newsZh)).toBe(0);
    expect(await heard("linxiao", /刚才的变动已撤回，一切照旧/)).toBe(1);
    expect(await heard("wanglei", /现在归你带/)).toBe(0);
  });

  it("changes the message that is there within the hour, and is a message of its own after it", async () => {
    await moved("林晓", { 主管: "王磊" });
    await go("2026-11-11T02:50:00Z");
    await moved("林晓", { 主管: "陈静" });
    expect(await heard("linxiao", newsZh)).toBe(1);
    await system.who("linxiao").says("设置");
    expect(await heard("linxiao", /你的主管现在是陈静.*周岚不再能看到/)).toBe(1);
    await go("2026-11-11T06:30:00Z");
    await moved("林晓", { 主管: "王磊" });
    expect(await heard("linxiao", newsZh)).toBe(2);
    expect(await heard("linxiao", /你的主管现在是王磊.*陈静不再能看到/)).toBe(1);
  });

  it("is told where the manager left, and not to who was told of it by the leaver's card", async () => {
    await moved("林晓", { 主管: "王磊" });
    await go("2026-11-11T06:30:00Z");
    await leaves("wanglei");
    await system
      .who("linxiao")
      .sees("王磊不再是你的主管，也不再能看到你的目标、周报和卡住的事。你暂时没有主管。");
    expect(await heard("zhoulan", /王磊不再归你带/)).toBe(0);
    expect(await heard("zhoulan", /王磊已离职/)).toBe(1);
  });

  it("is told by whichever form it changed: a team's new leader, too", async () => {
    const admin = system.who("zhoulan");
    await admin.says("初始设置");
    await admin.presses("管理团队");
    await admin.presses("改团队");
    await admin.fills({ 主管: "王磊" });
    await system.who("linxiao").sees("你的主管现在是王磊");
    await system.who("wanglei").sees("现在归你带");
    const kept = await trail();
    expect(
      kept.filter((each) => each.act === "manager.changed").map((each) => each.about_id),
    ).toEqual(expect.arrayContaining([await idOf("linxiao"), await idOf("maya")]));
    expect(
      kept
        .filter((each) => each.act === "team.led")
        .map(({ about_id, detail }) => [about_id, detail["is"]]),
    ).toEqual([
      [await idOf("zhoulan"), "no"],
      [await idOf("wanglei"), "yes"],
    ]);
    await system.who("wanglei").says("变更记录");
    await system.who("wanglei").sees("你开始负责华东 · Europe · US 团队");
  });
});

describe("a big team's new leader", () => {
  it("is told to a few with the act itself and to the rest within the minute, each once", async () => {
    await query(
      sql`insert into person (organisation_id, id, name, locale, zone, country, hours, workweek, admin, assistant, team_id, manager_id)
        select p.organisation_id, gen_random_uuid(), 'Rep ' || n, p.locale, p.zone, p.country, p.hours, p.workweek, false, false, p.team_id, p.manager_id
        from person p, generate_series(1, 30) n where p.id = ${await idOf("linxiao")}::uuid`,
    );
    await query(
      sql`insert into greeting select g.* from person p, lateral (select (jsonb_populate_record(old, jsonb_build_object('person_id', p.id))).* from greeting old where old.person_id = ${await idOf("linxiao")}::uuid) g where p.name like 'Rep %'`,
    );
    await query(
      sql`update person set manager_id = ${await idOf("wanglei")}::uuid where name like 'Rep %'`,
    );
    const untold = () =>
      system.stores.inOrganisation(
        playgroundOrganisation,
        async ({ sight }) => (await sight.untold()).length,
      );
    const before = await untold();
    expect(before).toBeGreaterThan(25);
    await moved("林晓", { 主管: "王磊" });
    const left = await untold();
    expect(left).toBeGreaterThan(0);
    expect(before - left).toBeGreaterThan(10);
    await system.house.bot.finishRights();
    expect(await untold()).toBe(0);
  });
});

describe("the team's assistant", () => {
  it("is named to everybody in the team, once, and told what they may do; and so when they are it no longer", async () => {
    await moved("陈静", { assistant: "yes" });
    await system
      .who("linxiao")
      .sees("陈静现在是你们团队的内勤，可以替你报数，能看到你的目标和报过的数。");
    await system
      .who("chenjing")
      .sees(
        "你现在是华东 · Europe · US 的内勤：可以替团队里的每个人报数，能看到他们的目标和报过的数。",
      );
    await go("2026-11-11T06:30:00Z");
    await moved("陈静", { 团队: "不在团队" });
    await system.who("linxiao").sees("陈静不再替你报数，也不再能看到你的目标。");
  });
});

describe("before their team is switched on", () => {
  it("nobody is told but by the greeting, which names manager and assistant; later they are", async () => {
    await query(sql`update team set switched_on_at = null`);
    await query(sql`delete from greeting where true`);
    await moved("林晓", { 主管: "王磊" });
    await moved("陈静", { assistant: "yes" });
    expect(await heard("linxiao", newsZh)).toBe(0);
    const admin = system.who("zhoulan");
    await admin.says("初始设置");
    await admin.presses("选试点团队");
    await admin.presses("预览问候");
    await admin.presses("开启华东 · Europe · US");
    await system
      .who("linxiao")
      .sees("目标：你、你的主管（王磊）和团队内勤（陈静）。有变动会告诉你。");
    await go("2026-11-11T08:30:00Z");
    await system
      .who("renke")
      .sees("Your goals: you, your manager (周岚) and your team's assistant (陈静).");
    expect(await heard("linxiao", newsZh)).toBe(0);
    await moved("林晓", { 主管: "周岚" });
    expect(await heard("linxiao", newsZh)).toBe(1);
  });

  it("who was greeted and is in a team that is off hears it once that is on", async () => {
    await query(sql`update team set switched_on_at = null`);
    await moved("林晓", { 主管: "王磊" });
    expect(await heard("linxiao", newsZh)).toBe(0);
    await query(sql`update team set switched_on_at = '2026-11-11T02:00:00Z'`);
    await system.house.bot.keepHouse();
    await system.house.deliveries.drain();
    expect(await heard("linxiao", newsZh)).toBe(1);
  });
});

describe("the record", () => {
  it("shows the newest fifteen and the older ones behind a button, to the person alone, in the reader's zone", async () => {
    const id = await idOf("renke");
    const by = { person: await idOf("zhoulan") };
    await system.stores.inOrganisation(playgroundOrganisation, async ({ audit }) => {
      for (let n = 0; n < 20; n++)
        await audit.record({
          act: n % 2 === 0 ? "admin.granted" : "admin.lost",
          by,
          about: id,
          at: new Date(Date.UTC(2026, 10, 10, 23, n)),
          detail: {},
        });
    });
    const rep = system.who("renke");
    await rep.says("audit");
    expect((await rep.news()).match(/an admin/g)).toHaveLength(15);
    await rep.sees("Wed 11 Nov 2026, 00:19");
    await rep.presses("Older");
    expect((await rep.news()).match(/an admin/g)).toHaveLength(5);
    await rep.sees("Your team: none → 华东 · Europe · US");
    await rep.doesNotSee("Older");
    await system.who("anna").says("my record");
    await system.who("anna").doesNotSee("an admin");
  });

  it("names who decided about a message that was given up", async () => {
    const delivery = "00000000-0000-7000-8000-0000000000d1";
    await query(
      sql`insert into outbox (organisation_id, id, key, person_id, kind, cards, at) values (${playgroundOrganisation}::uuid, ${delivery}::uuid, 'k', ${await idOf("linxiao")}::uuid, 'notice', '{}', '2026-11-11T02:00:00Z')`,
    );
    await system.database.db.execute(
      sql`update outbox_head set state = 'dead' where id = ${delivery}::uuid`,
    );
    await system.house.bot.receive({
      kind: "pressed",
      dedupeKey: "let go",
      from: system.account("zhoulan"),
      name: "house.let-go",
      version: 1,
      payload: { delivery },
    });
    expect(await trail()).toEqual([
      {
        act: "letter.dropped",
        actor: "person",
        by_id: await idOf("zhoulan"),
        about_id: await idOf("linxiao"),
        detail: { letter: delivery },
      },
    ]);
    await system.database.db.execute(
      sql`update outbox_head set state = 'dead' where id = ${delivery}::uuid`,
    );
    expect(await system.house.outbox.letGo(delivery, system.clock.now())).toBe(true);
    expect((await trail()).at(-1)).toMatchObject({ act: "letter.dropped", actor: "person" });
    const rep = system.who("linxiao");
    await rep.says("变更记录");
    await rep.sees("一条没送到的消息不再发送");
    await rep.sees("运维人员");
  });
});

describe("what the old manager promised", () => {
  it("is asked of the new one, and the rep is told; the old one may not answer any more", async () => {
    const [rep, before, after] = [
      system.who("linxiao"),
      system.who("zhoulan"),
      system.who("wanglei"),
    ];
    await rep.says("卡住了 法务的合同还没回来");
    await rep.says("卡住了 样机还在海关");
    await before.presses("我来处理", 0);
    await rep.sees("周岚来处理你卡住的事");
    await moved("林晓", { 主管: "王磊" });
    await rep.sees("你卡住的事，现在请王磊来看");
    await rep.sees("之前问的是周岚，现在不再是你的主管。");
    await rep.sees("法务的合同还没回来");
    await after.sees("林晓卡住了");
    await after.sees("法务的合同还没回来");
    await after.sees("样机还在海关");
    expect(await query(sql`select state, by_id, asked_id from blocker`)).toEqual(
      Array.from({ length: 2 }, () => ({ state: "open", by_id: null, asked_id: "" }) as object).map(
        () => ({ state: "open", by_id: null, asked_id: expect.any(String) as string }),
      ),
    );
    expect(await heard("zhoulan", /现在由王磊来看/)).toBe(1);
    await after.presses("我来处理");
    await rep.sees("王磊来处理你卡住的事");
    // Once: nothing is asked again while nobody else leads them.
    await go("2026-11-12T03:00:00Z");
    expect(await heard("linxiao", /现在请王磊来看/)).toBe(1);
  });

  it("is left alone where it was answered or solved, or nobody else leads them", async () => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    await rep.says("卡住了 法务的合同还没回来");
    await manager.presses("回复");
    await manager.fills({ answer: "我今天催" });
    await moved("林晓", { 主管: "王磊" });
    expect(await heard("wanglei", /卡住了/)).toBe(0);
    expect(await query(sql`select state from blocker`)).toEqual([{ state: "answered" }]);
  });
});

describe("goals of someone who has left, which an admin sees to", () => {
  const reads = async () =>
    (await trail())
      .filter((each) => each.act === "read")
      .map((each) => [each.by_id, each.about_id]);

  it("leave a trace once a day for each who reads them, and not on every look", async () => {
    await query(sql`update person set manager_id = null where id = ${await idOf("wanglei")}::uuid`);
    await leaves("wanglei");
    const admin = system.who("zhoulan");
    await admin.sees("王磊已离职");
    const once = [await idOf("zhoulan"), await idOf("wanglei")];
    expect(await reads()).toEqual([once]);
    const [goal] = await query<{ number: number }>(
      sql`select number from goal where owner_id = ${await idOf("wanglei")}::uuid and state = 'active' order by number`,
    );
    await admin.says(`G${goal!.number}`);
    await admin.atHome();
    await admin.presses("转交", 0);
    for (let n = 0; n < 3; n++) await system.house.bot.keepHouse();
    expect(await reads()).toEqual([once]);
    await go("2026-11-12T03:00:00Z");
    expect(await reads()).toEqual([once]);
    await admin.says(`G${goal!.number}`);
    expect(await reads()).toEqual([once, once]);
  });

  it("leave none where a manager, an assistant or the owner looks", async () => {
    await moved("陈静", { assistant: "yes" });
    const [goal] = await query<{ number: number }>(
      sql`select number from goal where owner_id = ${await idOf("wanglei")}::uuid and state = 'active' order by number`,
    );
    for (const user of ["zhoulan", "chenjing", "wanglei"]) {
      await system.who(user).says(`G${goal!.number}`);
      await system.who(user).sees(`G${goal!.number}`);
    }
    await leaves("wanglei");
    await system.who("zhoulan").says("首页");
    expect(await reads()).toEqual([]);
  });
});

// Practices an organisation may do without: an admin switches one off and on, by words or in setup; what is off is shown nowhere, says
// nothing and answers with one sentence; what was kept is there again.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import type { OrganisationId, PersonId } from "#src/people/person";
import { storyInHall } from "#test/support/story/story";

const { system, hall } = storyInHall(() =>
  query(sql`update team set switched_on_at = '2026-01-01T00:00:00Z'`),
);

const query = <T extends object>(what: ReturnType<typeof sql>) =>
  inOrganisation(system.database, playgroundOrganisation, (tx) => execute<T>(tx, what));
const idOf = async (user: string): Promise<PersonId> =>
  (await system.stores.routing.whoIs(system.account(user)))!.person;
const otherOrganisation = "00000000-0000-4000-8000-0000000000ff" as OrganisationId;
const offEn = "Shout-outs are switched off in this workspace. An admin can turn them on in setup.";
const offZh = "表扬在这里已关闭。需要的话，可以请管理员在初始设置里打开。";
const home = async (user: string): Promise<string> =>
  JSON.stringify(await system.house.bot.home(system.account(user)));
const heard = async (user: string, what: RegExp): Promise<number> =>
  (await system.who(user).screen()).messages.filter(
    (each) => each.by === "bot" && what.test(each.text),
  ).length;

describe("a practice that is switched off", () => {
  it("answers with one sentence in the reader's language, is in no help, home or completion, and comes back with what it kept", async () => {
    const [admin, english, chinese] = [
      system.who("zhoulan"),
      system.who("renke"),
      system.who("linxiao"),
    ];
    await hall.open(system, "east");
    await chinese.says("表扬@王磊 一个电话签下“大单” #客户第一");
    await chinese.sees("已发到 east");
    expect(await home("renke")).toContain("A kind word");
    await admin.says("功能开关 表扬 关");
    await admin.sees("已关闭：表扬");
    await admin.sees(/2026年11月11日.*由周岚关闭/);
    await english.says("praise @maya well done with the report");
    await english.sees(offEn);
    await chinese.says("表扬 @王磊 一个电话签下大单");
    await chinese.sees(offZh);
    await chinese.says("帮助 表扬");
    expect(await heard("linxiao", /表扬在这里已关闭/)).toBe(2);
    await english.says("help");
    await english.doesNotSee("praise <");
    await english.says("prais @maya thanks");
    await english.doesNotSee("Did you mean praise");
    expect(await home("renke")).not.toContain("A kind word");
    const known = await system.house.bot.vocabulary(system.account("renke"));
    expect(known!.verbs.map((each) => each.word)).not.toContain("praise");
    expect(known!.verbs.map((each) => each.word)).toContain("log");
    await admin.says("practices shout-outs on");
    await admin.sees("已打开：表扬");
    await chinese.says("表扬墙");
    await chinese.sees("一个电话签下“大单”");
    expect(await home("renke")).toContain("A kind word");
  });

  it("answers a press on an old card with the same sentence, and a form that is sent", async () => {
    await system.who("zhoulan").says("功能开关 关 表扬");
    const from = system.account("renke");
    const pressed = await system.house.bot.receive({
      kind: "pressed",
      dedupeKey: "an old card",
      from,
      name: "recognition.ask-praise",
      version: 1,
      payload: { to: null, win: null },
    });
    const sent = await system.house.bot.receive({
      kind: "submitted",
      dedupeKey: "an old form",
      from,
      name: "recognition.praise",
      version: 1,
      payload: {},
      values: { to: await idOf("maya"), reason: "closed the Acme deal on the first call" },
    });
    for (const outcome of [pressed, sent])
      expect(JSON.stringify(outcome)).toContain("Shout-outs are switched off in this workspace.");
    expect(await query(sql`select id from recognition_shout`)).toEqual([]);
  });

  it("is switched in setup too, where its own settings are no longer offered; both switches stand in the admin's record", async () => {
    const admin = system.who("zhoulan");
    await admin.says("初始设置");
    await admin.sees("团队周报");
    await admin.presses("开关功能");
    await admin.sees("功能开关");
    await admin.presses("关闭", 0);
    await admin.sees("已关闭：");
    await admin.says("变更记录");
    await admin.sees("关闭了功能：");
    const [switched] = await query<{ act: string; by_id: string; detail: object }>(
      sql`select act, by_id, detail from audit_event where act like 'practice.%'`,
    );
    expect(switched).toMatchObject({ act: "practice.off", by_id: await idOf("zhoulan") });
  });

  it("is nobody's to switch but an admin's, and what is needed cannot be switched off", async () => {
    const rep = system.who("renke");
    await rep.says("practices shout-outs off");
    await rep.sees("can do this");
    const admin = system.who("zhoulan");
    for (const needed of ["目标", "goals", "help", "初始设置", "reminders"]) {
      await admin.says(`功能开关 ${needed} 关`);
      await admin.sees("没有这项功能");
    }
    await admin.says("功能开关 表扬 开");
    await admin.sees("“表扬”本来就开着");
    expect(await query(sql`select act from audit_event where act like 'practice.%'`)).toEqual([]);
  });
});

describe("reminders of a practice that is switched off", () => {
  const invitation = /Check-in for the week|check-in/i;
  const planned = async (): Promise<number> =>
    (
      await query(
        sql`select rule from schedule where rule like 'checkins.%' and person_id = ${await idOf("renke")}::uuid and due_at is not null`,
      )
    ).length;

  it("are not said, also those planned before, and come back without what was missed", async () => {
    await system.house.bot.lookOver(0, 1);
    expect(await planned()).toBeGreaterThan(0);
    await system.who("zhoulan").says("功能开关 周报 关");
    expect(await planned()).toBe(0);
    const before = await heard("renke", invitation);
    // Past Friday, when the invitation would have come.
    await system.clock.moveTo(new Date("2026-11-14T12:00:00Z"));
    expect(await heard("renke", invitation)).toBe(before);
    await system.who("zhoulan").says("功能开关 周报 开");
    expect(await planned()).toBeGreaterThan(0);
    expect(await heard("renke", invitation)).toBe(before);
    const due = await query<{ slot_at: string | Date }>(
      sql`select slot_at from schedule where rule like 'checkins.%' and due_at is not null`,
    );
    for (const { slot_at } of due)
      expect(new Date(slot_at).getTime()).toBeGreaterThanOrEqual(
        new Date("2026-11-14T12:00:00Z").getTime(),
      );
  });

  it("are not said where a plan from before still stands", async () => {
    await system.house.bot.lookOver(0, 1);
    const [next] = await query<{ at: string | Date }>(
      sql`select min(due_at) as at from schedule where rule like 'checkins.%' and person_id = ${await idOf("renke")}::uuid`,
    );
    const due = new Date(next!.at);
    const foreseen = async () =>
      JSON.stringify(
        (await system.house.bot.foresee(playgroundOrganisation, await idOf("renke"), due))?.cards ??
          [],
      );
    expect(await foreseen()).toMatch(invitation);
    // As another process left it: switched off, and nobody planned anew yet.
    await system.stores.inOrganisation(playgroundOrganisation, ({ people }) =>
      people.switchPractice("checkins", { on: false, at: "2026-11-11T02:00:00Z" }),
    );
    expect(await foreseen()).not.toMatch(invitation);
    const outlook = await system.house.bot.outlook(system.account("renke"));
    expect(JSON.stringify(outlook!.coming)).not.toMatch(invitation);
  });
});

describe("a switch", () => {
  it("is of one organisation, and is read by every process with the next act", async () => {
    const beside = await system.stores.inOrganisation(otherOrganisation, ({ people }) =>
      people.switchPractice("recognition", { on: false, at: "2026-11-11T02:00:00Z" }),
    );
    expect(beside).toBe(false);
    await system.who("renke").says("wall");
    await system.who("renke").doesNotSee(offEn);
    // Another process switches it off: nothing of this one is kept in memory.
    await query(
      sql`update organisation_profile set practices = '{"recognition":{"on":false,"at":"2026-11-11T02:00:00Z"}}'::jsonb`,
    );
    await system.who("renke").says("wall");
    await system.who("renke").sees(offEn);
  });
});

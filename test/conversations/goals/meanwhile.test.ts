// Who comes second to a decision about a goal: one sentence says what was done in the meantime, and nothing else happens.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { inWorkingHours, story } from "#test/support/story/story";

const system = story(inWorkingHours);

const query = <T extends object>(what: ReturnType<typeof sql>) =>
  inOrganisation(system.database, playgroundOrganisation, (tx) => execute<T>(tx, what));
const goal = (number: number) =>
  system.stores.inOrganisation(
    playgroundOrganisation,
    async ({ goals }) => (await goals.numbered(number))!,
  );

describe("a proposal", () => {
  it("that was confirmed is not withdrawn from the card that still offers it: its owner was right to go ahead (中文)", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
    await manager.says("定目标 拜访 40 12月31日前 给@林晓");
    await manager.presses("提给林晓确认");
    await rep.presses("确认");
    await manager.presses("撤回");
    await manager.sees("林晓刚刚确认了 G13，目标已经开始。不做了的话可以结束它。");
    await rep.doesNotSee("撤回");
    expect((await goal(13)).state).toBe("active");
    await manager.presses("结束目标");
    await manager.sees("怎么结束");
  });

  it("that was withdrawn is neither confirmed nor answered, and its owner is told why", async () => {
    const [manager, rep] = [system.who("zhoulan"), system.who("renke")];
    await manager.says("goal new visits 40 by 12-31 for @renke");
    await manager.presses("提给 Renke Petersen 确认");
    const { id } = await goal(13);
    await manager.presses("撤回");
    await rep.sees("This proposal was withdrawn.");
    const press = (name: string) =>
      system.house.bot.receive({
        kind: "pressed",
        dedupeKey: `late ${name}`,
        from: system.account("renke"),
        name,
        version: 1,
        payload: { goal: id },
      });
    const late = [await press("goals.confirm"), await press("goals.ask-answer")];
    expect(
      JSON.stringify(late).match(/has been withdrawn, so there is nothing to confirm/g),
    ).toHaveLength(2);
    await rep.says("confirm G13");
    await rep.sees("has been withdrawn");
    expect((await goal(13)).state).toBe("dropped");
  });
});

it("a draft that runs meanwhile is not dropped from its old card", async () => {
  const rep = system.who("renke");
  await rep.says("goal new visits 40 by 12-31");
  const { id } = await goal(13);
  await rep.presses("Start goal");
  const late = await system.house.bot.receive({
    kind: "pressed",
    dedupeKey: "late",
    from: system.account("renke"),
    name: "goals.drop",
    version: 1,
    payload: { goal: id },
  });
  expect(JSON.stringify(late)).toContain("is already running. You can close it instead.");
  expect((await goal(13)).state).toBe("active");
});

it("a step is done once, and nothing is ticked off in a goal that has ended", async () => {
  const rep = system.who("renke");
  await rep.says("goal new renewals by 12-31");
  await rep.presses("Edit");
  await rep.fills({ Milestones: "first call by 2026-11-20\nsigned by 2026-12-20" });
  await rep.presses("Start goal");
  const { id, milestones } = await goal(13);
  await rep.presses("Done");
  const press = (n: number) =>
    system.house.bot.receive({
      kind: "pressed",
      dedupeKey: `step ${n}`,
      from: system.account("renke"),
      name: "goals.milestone-done",
      version: 1,
      payload: { goal: id, milestone: milestones[n]!.id },
    });
  expect(JSON.stringify(await press(0))).toContain("is already marked as done");
  await rep.says("G13");
  await rep.presses("Close goal");
  await rep.fills({ ends: "dropped", lesson: "nobody signs in December" });
  expect(JSON.stringify(await press(1))).toContain("closed");
  expect((await goal(13)).milestones.map((each) => each.doneOn !== null)).toEqual([true, false]);
});

it("the form of a goal that was closed meanwhile changes nothing of it, neither the one that closes nor the one that edits", async () => {
  const rep = system.who("renke");
  const [{ id, number, title }] = (await query<{ id: string; number: number; title: string }>(
    sql`select g.id, g.number, g.title from goal g join person p on p.id = g.owner_id where p.name = 'Renke Petersen' order by g.number`,
  )) as [{ id: string; number: number; title: string }];
  await rep.says(`G${number}`);
  await rep.presses("Close goal");
  await query(sql`update goal set state = 'missed', lesson = 'theirs' where id = ${id}::uuid`);
  await rep.fills({ ends: "dropped", lesson: "mine" });
  await rep.sees(`G${number} was closed in the meantime`);
  const edit = {
    kind: "submitted",
    dedupeKey: "late",
    from: system.account("renke"),
    name: "goals.save",
    version: 1,
    payload: { goal: id, waiting: null, owner: null },
    values: { title: "other", target: "1", due: "2026-12-31" },
  } as const;
  expect(JSON.stringify(await system.house.bot.receive(edit))).toContain(
    "was closed in the meantime",
  );
  expect(await query(sql`select state, lesson, title from goal where id = ${id}::uuid`)).toEqual([
    { state: "missed", lesson: "theirs", title },
  ]);
});

it("an entry of somebody who has left is not disputed before nobody: nothing is kept, and what helps is said (中文)", async () => {
  const rep = system.who("linxiao");
  await system.who("zhoulan").says("替@林晓报12万 G1");
  await rep.presses("不对");
  await query(sql`update person set left_on = '2026-11-10' where name = '周岚'`);
  await rep.fills({ said: "不是我的" });
  await rep.sees("暂时没人能收到");
  expect(await query(sql`select id from goal_dispute`)).toEqual([]);
  expect(await query(sql`select id from outbox where key like '%disputed%'`)).toEqual([]);
});

// Somebody left with goals open: their manager passes each on or closes it, in both languages; what was logged stays with whoever
// logged it, and nobody hears unasked from here after they left.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { createHousekeeping } from "#db/stores/housekeeping";
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
const openOf = async (user: string) => {
  const id = await idOf(user);
  return system.stores.inOrganisation(playgroundOrganisation, ({ goals }) => goals.openOf(id));
};

const nameOf = async (user: string): Promise<string> => {
  const id = await idOf(user);
  return (await system.stores.inOrganisation(playgroundOrganisation, async ({ people }) =>
    people.person(id),
  ))!.name;
};

/** As their platform tells it. */
async function leaves(user: string): Promise<void> {
  const profile = {
    name: await nameOf(user),
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

describe("a rep who left", () => {
  it("leaves a card to their manager, who passes one goal on and closes the other (中文)", async () => {
    const before = await openOf("linxiao");
    expect(before.length).toBeGreaterThan(0);
    await system.who("linxiao").says("报5万");
    await leaves("linxiao");
    const manager = system.who("zhoulan");
    await manager.sees(/林晓已离职，还有 \d+ 个目标没结束/);
    await manager.sees("林晓报过的数仍记在林晓名下。");
    await manager.presses("转交", 0);
    await manager.fills({ 转交给谁: "王磊" });
    await manager.sees(/已转给王磊，等对方确认|都安排好了/);
    const rep = system.who("wanglei");
    await rep.sees("周岚把林晓的一个目标转给你");
    await rep.presses("确认");
    const passed = before[0]!;
    expect(await openOf("wanglei")).toContainEqual(
      expect.objectContaining({ number: passed.number, state: "active" }),
    );
    await rep.says(`G${passed.number}`);
    await rep.sees(/之前由林晓负责/);
    await rep.says("明细");
    await rep.sees("林晓报的");
    await rep.says(`报1万 G${passed.number}`);
    expect(
      (await openOf("wanglei")).find((each) => each.number === passed.number)!.actual.toString(),
    ).not.toBe(passed.actual.toString());
  });

  it("leaves a card in English too, where the manager takes a goal over and closes what is left", async () => {
    await system.who("renke").says("goal new Calls 200 by 31 Dec");
    await system.who("renke").presses("Start goal");
    const before = await openOf("renke");
    await query(
      sql`update person set manager_id = ${await idOf("anna")}::uuid where id = ${await idOf("renke")}::uuid`,
    );
    await query(
      sql`update person set zone = 'Asia/Shanghai' where id = ${await idOf("anna")}::uuid`,
    );
    await leaves("renke");
    const manager = system.who("anna");
    await manager.sees(
      new RegExp(
        `has left\\. ${before.length === 1 ? "One goal is" : `${before.length} goals are`} still open`,
      ),
    );
    for (const goal of before.slice(1)) {
      await manager.presses("Hand over");
      await manager.fills({ To: await nameOf("anna") });
      await manager.sees(
        `G${before[before.indexOf(goal) - 1]!.number} is yours now; it was ${await nameOf("renke")}'s.`,
      );
    }
    expect((await openOf("anna")).map((each) => each.number)).toEqual(
      expect.arrayContaining(before.slice(0, -1).map((each) => each.number)),
    );
    await manager.presses("Close goal");
    await manager.fills({ ends: "dropped", lesson: "nobody else sells there" });
    expect((await openOf("renke")).length).toBe(0);
  });

  it("is told nothing unasked any more, and the card comes once", async () => {
    await leaves("linxiao");
    const shown = async () =>
      (await system.surface.screen("zhoulan")).messages.filter((each) =>
        each.text.includes("已离职"),
      ).length;
    expect(await shown()).toBe(1);
    for (let n = 0; n < 3; n++) await system.house.bot.keepHouse();
    await system.house.deliveries.drain();
    expect(await shown()).toBe(1);
    const heard = () => query(sql`select id from outbox where person_id = ${gone}::uuid`);
    const gone = await idOf("linxiao");
    const before = (await heard()).length;
    await system.clock.moveTo(new Date("2026-11-17T09:00:00Z"));
    expect((await heard()).length).toBe(before);
    expect(
      await query(
        sql`select rule from schedule where person_id = ${gone}::uuid and due_at is not null`,
      ),
    ).toEqual([]);
  });

  it("is seen to by an admin where nobody leads them, and by nobody else", async () => {
    const goal = (await openOf("linxiao"))[0]!;
    await query(sql`update person set manager_id = null where id = ${await idOf("linxiao")}::uuid`);
    await query(sql`update person set admin = (id = ${await idOf("chenjing")}::uuid) where true`);
    await leaves("linxiao");
    const press = (user: string) =>
      system.house.bot.receive({
        kind: "pressed",
        dedupeKey: `press ${user}`,
        from: system.account(user),
        name: "goals.ask-pass-on",
        version: 1,
        payload: { goal: goal.id },
      });
    expect(await press("chenjing")).toMatchObject({ outcome: "ask" });
    expect(await press("wanglei")).toMatchObject({ outcome: "toast", tone: "bad" });
  });

  it("whose goal was passed on already cannot be passed on again from the old card, nor the goal of somebody who is here", async () => {
    const [goal] = await openOf("wanglei");
    const press = (key: string, of: string) =>
      system.house.bot.receive({
        kind: "pressed",
        dedupeKey: key,
        from: system.account("zhoulan"),
        name: "goals.ask-pass-on",
        version: 1,
        payload: { goal: of },
      });
    expect(await press("here", goal!.id)).toMatchObject({ outcome: "toast", tone: "bad" });
  });

  it("comes back as they were within thirty days, and as somebody new after them; what they had stays with who they were", async () => {
    const profile = {
      name: "林晓",
      email: null,
      locale: null,
      zone: null,
      active: true,
      guest: false,
    };
    const back = (key: string) =>
      system.house.bot.receive({
        kind: "personChanged",
        dedupeKey: key,
        from: system.account("linxiao"),
        profile,
      });
    const before = await idOf("linxiao");
    const goals = (await openOf("linxiao")).length;
    await system.who("linxiao").says("不再提醒 周数字");
    await leaves("linxiao");
    await createHousekeeping(system.database).prune(new Date("2026-12-10T02:00:00Z"));
    await back("back in time");
    expect(await idOf("linxiao")).toBe(before);
    await system.house.bot.receive({
      kind: "personChanged",
      dedupeKey: "left again",
      from: system.account("linxiao"),
      profile: { ...profile, active: false },
    });
    await createHousekeeping(system.database).prune(new Date("2026-12-13T02:00:00Z"));
    expect(await system.stores.routing.whoIs(system.account("linxiao"))).toBeNull();
    const { platform, workspace } = system.account("linxiao");
    await system.database.db.execute(
      sql`insert into installation (platform, workspace, organisation_id) values (${platform}, ${workspace}, ${playgroundOrganisation}::uuid) on conflict do nothing`,
    );
    await back("back too late");
    expect(await idOf("linxiao")).not.toBe(before);
    expect(await openOf("linxiao")).toEqual([]);
    expect(
      await query(sql`select id from goal where owner_id = ${before}::uuid and state = 'active'`),
    ).toHaveLength(goals);
    expect(await nameOf("linxiao")).toBe("林晓");
  });
});

describe("an admin who does not lead them", () => {
  /** Whoever left has two goals open; chenjing is an admin, and nobody's manager. */
  async function gone(more: ReturnType<typeof sql>) {
    const [proposed, running] = await openOf("linxiao");
    await query(
      sql`update goal set state = 'proposed', proposed_by_id = ${await idOf("zhoulan")}::uuid where id = ${proposed!.id}::uuid`,
    );
    await query(sql`update person set admin = (id = ${await idOf("chenjing")}::uuid) where true`);
    await query(more);
    await leaves("linxiao");
    return [proposed!, running!] as const;
  }
  /** What is not theirs to see does not exist. */
  const isHidden = async (number: number) =>
    JSON.stringify(
      await system.house.bot.receive({
        kind: "said",
        dedupeKey: `sees ${number}`,
        from: system.account("chenjing"),
        text: `G${number}`,
        direct: true,
      }),
    ).includes("没有你能看到的");
  const press = (name: string, goal: string) =>
    system.house.bot.receive({
      kind: "pressed",
      dedupeKey: `${name} ${goal}`,
      from: system.account("chenjing"),
      name,
      version: 1,
      payload: { goal },
    });
  const close = (goal: string) =>
    system.house.bot.receive({
      kind: "submitted",
      dedupeKey: `close ${goal}`,
      from: system.account("chenjing"),
      name: "goals.close",
      version: 1,
      payload: { goal },
      values: { ends: "dropped", lesson: "x" },
    });
  const stateOf = async (id: string) =>
    (
      await query<{ state: string; lesson: string | null }>(
        sql`select state, lesson from goal where id = ${id}::uuid`,
      )
    )[0]!;

  it("neither sees nor ends the goals of someone who has left while their manager is here", async () => {
    const [proposed, running] = await gone(sql`select 1`);
    for (const { id, number } of [proposed, running]) {
      expect(await isHidden(number)).toBe(true);
      for (const name of ["goals.drop", "goals.ask-pass-on", "goals.ask-close", "goals.start"])
        expect(await press(name, id)).toMatchObject({ outcome: "toast", tone: "bad" });
      expect(await close(id)).toMatchObject({ outcome: "toast", tone: "bad" });
    }
    expect([await stateOf(proposed.id), await stateOf(running.id)]).toEqual([
      { state: "proposed", lesson: null },
      { state: "active", lesson: null },
    ]);
  });

  it("never sees or touches what is closed, also where nobody leads them", async () => {
    const [first, second] = await gone(
      sql`update person set manager_id = null where id = ${await idOf("linxiao")}::uuid`,
    );
    await query(
      sql`update goal set state = case when id = ${first.id}::uuid then 'dropped' else 'missed' end where id in (${first.id}::uuid, ${second.id}::uuid)`,
    );
    for (const { id, number } of [first, second]) {
      expect(await isHidden(number)).toBe(true);
      expect(await press("goals.ask-close", id)).toMatchObject({ outcome: "toast", tone: "bad" });
      expect(await close(id)).toMatchObject({ outcome: "toast", tone: "bad" });
    }
    expect([await stateOf(first.id), await stateOf(second.id)]).toEqual([
      { state: "dropped", lesson: null },
      { state: "missed", lesson: null },
    ]);
  });

  it("sees and ends what is open where they had no manager", async () => {
    const [proposed, running] = await gone(
      sql`update person set manager_id = null where id = ${await idOf("linxiao")}::uuid`,
    );
    await seenToByAdmin(proposed, running);
  });

  it("sees and ends what is open where their manager has left as well", async () => {
    const [proposed, running] = await gone(
      sql`update person set left_on = '2026-11-09' where id = ${await idOf("zhoulan")}::uuid`,
    );
    await seenToByAdmin(proposed, running);
  });

  async function seenToByAdmin(
    ...[proposed, running]: Awaited<ReturnType<typeof gone>>
  ): Promise<void> {
    for (const { number } of [proposed, running]) expect(await isHidden(number)).toBe(false);
    expect(await press("goals.drop", proposed.id)).toMatchObject({ outcome: "replace" });
    expect(await close(running.id)).toMatchObject({ outcome: "replace" });
    expect([(await stateOf(proposed.id)).state, (await stateOf(running.id)).state]).toEqual([
      "dropped",
      "dropped",
    ]);
  }
});

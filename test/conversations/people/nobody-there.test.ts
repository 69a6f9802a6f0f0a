// The manager who would have to decide has left: the next one up is asked, else an admin, else it is said plainly; what waited for
// them is asked anew, and whoever waits is told once.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import type { PersonId } from "#src/people/person";
import { inWorkingHours, story } from "#test/support/story/story";

const system = story(async (open) => {
  await query(sql`update team set switched_on_at = '2026-01-01T00:00:00Z'`);
  await inWorkingHours(open);
});

const query = <T extends object>(what: ReturnType<typeof sql>) =>
  inOrganisation(system.database, playgroundOrganisation, (tx) => execute<T>(tx, what));
const idOf = async (user: string): Promise<PersonId> =>
  (await system.stores.routing.whoIs(system.account(user)))!.person;

/** anna is an admin too; who is above zhoulan says the test. */
async function admin(user: string): Promise<void> {
  await query(sql`update person set admin = true where id = ${await idOf(user)}::uuid`);
}
async function above(user: string): Promise<void> {
  await query(
    sql`update person set manager_id = ${await idOf(user)}::uuid where id = ${await idOf("zhoulan")}::uuid`,
  );
}

async function leaves(user: string, name: string): Promise<void> {
  const profile = { name, email: null, locale: null, zone: null, active: false, guest: false };
  await system.house.bot.receive({
    kind: "personChanged",
    dedupeKey: `left ${user}`,
    from: system.account(user),
    profile,
  });
  await system.house.deliveries.drain();
}
const heard = async (user: string, what: RegExp): Promise<number> =>
  (await system.who(user).screen()).messages.filter(
    (each) => each.by === "bot" && what.test(each.text),
  ).length;

/** Three times over: what was asked anew is not asked once more. */
async function keepHouse(): Promise<void> {
  for (let n = 0; n < 3; n++) await system.house.bot.keepHouse();
  await system.house.deliveries.drain();
}

describe("an entry that was logged by a manager who has left", () => {
  it("is disputed before the next manager up, who decides and sees nothing else of theirs", async () => {
    await system.who("zhoulan").says("log 12.3k for @renke G7");
    await above("anna");
    await admin("chenjing");
    await leaves("zhoulan", "周岚");
    const rep = system.who("renke");
    await rep.presses("Not right");
    await rep.fills({ said: "that was Maya's" });
    await rep.sees("Anna Weber has been told");
    const decider = system.who("anna");
    await decider.sees("that was Maya's");
    await decider.doesNotSee("Correct");
    await decider.says("G7");
    await decider.sees("There is no G7 you can see");
    await decider.presses("It's correct");
    await decider.fills({ reason: "the contract says so" });
    await rep.sees("the contract says so");
    await system.who("chenjing").doesNotSee("说有一笔不对");
  });

  it("is disputed before an admin where nobody is above, who takes it back (中文)", async () => {
    await system.who("zhoulan").says("替@林晓报12万 G1");
    await admin("chenjing");
    await leaves("zhoulan", "周岚");
    const rep = system.who("linxiao");
    await rep.presses("不对");
    await rep.fills({ said: "这笔是王磊的" });
    await rep.sees("已经告诉陈静");
    const decider = system.who("chenjing");
    await decider.sees("林晓说有一笔不对");
    await decider.presses("撤销这笔");
    await rep.sees("陈静撤销了");
    await rep.says("明细");
    await rep.doesNotSee("有异议");
  });

  it("is not disputed where nobody is left: that is said, and nothing is kept", async () => {
    await system.who("zhoulan").says("log 12.3k for @renke G7");
    await leaves("zhoulan", "周岚");
    const rep = system.who("renke");
    await rep.presses("Not right");
    await rep.sees("Everyone who could decide on this entry has left");
    expect(await query(sql`select id from goal_dispute`)).toEqual([]);
  });
});

describe("what waited for a manager who leaves", () => {
  it("is asked of an admin, though no team of theirs is on, and the rep is told once", async () => {
    await system.who("zhoulan").says("log 12.3k for @renke G7");
    const rep = system.who("renke");
    await rep.presses("Not right");
    await rep.fills({ said: "that was Maya's" });
    await rep.sees("周岚 has been told");
    await admin("anna");
    await query(sql`update person set team_id = null where id = ${await idOf("anna")}::uuid`);
    await leaves("zhoulan", "周岚");
    await system.who("anna").sees("that was Maya's");
    await rep.sees("What you asked 周岚 is now with Anna Weber");
    await keepHouse();
    expect(await heard("renke", /is now with Anna Weber/)).toBe(1);
    expect(await heard("anna", /that was Maya's/)).toBe(1);
    await system.who("anna").presses("It's correct");
    await system.who("anna").fills({ reason: "checked" });
    await rep.sees("checked");
  });
});

describe("what waited for a manager who leads them no more", () => {
  it("is asked of the new one with the act itself (中文)", async () => {
    const rep = system.who("linxiao");
    await query(
      sql`update goal set proposed_by_id = ${await idOf("zhoulan")}::uuid where number = 1`,
    );
    await rep.says("G1");
    await rep.presses("修改");
    await rep.fills({ 要达到多少: "90万", 为什么调整: "两个客户推迟了" });
    await system.who("zhoulan").sees("两个客户推迟了");
    const setup = system.who("zhoulan");
    await setup.says("初始设置");
    await setup.presses("调整人员");
    await setup.fills({ 人员: "林晓" });
    await setup.fills({ 主管: "王磊" });
    await system.who("wanglei").sees("两个客户推迟了");
    await rep.sees("你之前请周岚处理的事，已经转给王磊");
    await keepHouse();
    expect(await heard("linxiao", /已经转给王磊/)).toBe(1);
    await system.who("wanglei").presses("同意");
    await rep.sees("王磊同意了这次调整");
  });
});

describe("a blocker whose author's manager has left", () => {
  it("goes to the next one up, who answers it", async () => {
    await above("anna");
    await admin("chenjing");
    await leaves("zhoulan", "周岚");
    const rep = system.who("renke");
    await rep.says("blocked legal has not sent the contract");
    await rep.sees("Anna Weber");
    const decider = system.who("anna");
    await decider.sees("legal has not sent the contract");
    await decider.presses("Reply");
    await decider.fills({ "Your reply": "I call them today" });
    await rep.sees("I call them today");
    await system.who("chenjing").doesNotSee("legal has not sent the contract");
  });

  it("is asked anew of an admin where nobody is above, once (中文)", async () => {
    const rep = system.who("linxiao");
    await rep.says("卡住了 法务的合同没回来");
    await system.who("zhoulan").sees("法务的合同没回来");
    await admin("chenjing");
    await leaves("zhoulan", "周岚");
    await system.who("chenjing").sees("法务的合同没回来");
    await keepHouse();
    expect(await heard("chenjing", /法务的合同没回来/)).toBe(1);
    await system.who("chenjing").presses("我来处理");
    await rep.sees("陈静");
  });

  it("is refused where nobody is left, and nothing is kept", async () => {
    await leaves("zhoulan", "周岚");
    const rep = system.who("renke");
    await rep.says("blocked legal has not sent the contract");
    await rep.sees("You don't have a manager here yet");
    expect(await query(sql`select id from blocker`)).toEqual([]);
  });
});

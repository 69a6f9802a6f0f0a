// The lines of design/field-cases.md that only another moment proves: a clock elsewhere, a clock that changes, a day too late.
import { describe, expect, it } from "vitest";
import { lookedOver, story } from "#test/support/story/story";

const system = story(lookedOver);
const go = (iso: string) => system.leapTo(new Date(iso));

const invitations = async (user: string): Promise<number> =>
  (await system.who(user).screen()).messages.filter(({ text }) =>
    text.includes("what are your top three?"),
  ).length;

async function livesIn(user: string, zone: string): Promise<void> {
  const person = system.who(user);
  await person.says("settings");
  await person.presses("Change");
  await person.fills({ "Time zone": zone });
}

describe("the question of the week", () => {
  it.each([
    ["Kolkata", "2026-11-16T03:29:00Z", "2026-11-16T03:30:00Z"],
    ["Kathmandu", "2026-11-16T03:14:00Z", "2026-11-16T03:15:00Z"],
  ])("FC-72: comes at nine in %s, to the minute", async (zone, before, at) => {
    await livesIn("maya", zone);
    await go(before);
    expect(await invitations("maya")).toBe(0);
    await go(at);
    expect(await invitations("maya")).toBe(1);
  });

  it("FC-73: comes at nine on the Monday after the clocks changed", async () => {
    await system.who("maya").says("settings");
    await go("2027-03-15T12:59:00Z");
    const before = await invitations("maya");
    await go("2027-03-15T13:00:00Z");
    expect(await invitations("maya")).toBe(before + 1);
  });

  it("FC-85: may be answered late, and what was changed after the summary is what the manager reads", async () => {
    const [rep, manager] = [system.who("linxiao"), system.who("zhoulan")];
    await manager.says("设置");
    await go("2026-11-17T02:00:00Z");
    await rep.says("周报");
    await rep.fills({ "本周要事 1": "签下华山" });
    await rep.says("周报");
    await rep.fills({ "本周要事 1": "签下仁济" });
    await manager.says("周报 @林晓");
    await manager.sees(/签下仁济/);
    await manager.doesNotSee(/签下华山/);
    await manager.sees("截止后补交");
  });
});

describe("goals", () => {
  it("FC-65: one that goes down is half done at 100 of 200, and below nothing at 250", async () => {
    const rep = system.who("renke");
    await rep.says("goal new open tickets from 200 to 0 by 31 Dec");
    await rep.presses("Start goal");
    await rep.says("total 100 G13");
    await rep.sees("50 % done");
    await rep.says("total 250 G13");
    await rep.sees("-25 % done");
  });

  it("FC-66: one whose target changed in mid-period keeps the old line and the reason", async () => {
    const rep = system.who("renke");
    await rep.says("G7");
    await rep.presses("Edit");
    await rep.fills({ Target: "600k", "Reason for the change": "Two customers came on top" });
    await rep.sees(/before that €500k[^]*Two customers came on top/);
  });

  it("FC-84: one that is over takes what belongs to it, within the days for late entries", async () => {
    await go("2027-01-04T10:00:00Z");
    const rep = system.who("renke");
    await rep.says("log €14k Dec 30");
    await rep.sees(/G7[^]*€14k added for Wed 30 Dec/);
  });
});

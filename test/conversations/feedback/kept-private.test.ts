// Feedback from the manager's and everybody else's chairs: what nobody else can read, when somebody is asked for it, how long it stays.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import type { PersonId } from "#src/people/person";
import type { FeedbackId, RequestId } from "#src/practices/feedback/model";
import { createHousekeeping } from "#db/stores/housekeeping";
import { byOperator } from "#test/support/story/system";
import { feedbackStory } from "./told.ts";

const { system, within, idOf, go, written } = feedbackStory();

describe("nobody else", () => {
  it("reads or changes anything through any method of the store: not the manager, not the admin, not a colleague, not the receiver before it was sent", async () => {
    const id = await written();
    const [giver, receiver, boss, other] = [
      await idOf("王磊"),
      await idOf("林晓"),
      await idOf("周岚"),
      await idOf("陈静"),
    ];
    // An admin who is not the manager, beside a manager who is an admin too.
    await within(({ people }) => people.entitle(other, { admin: true }, byOperator));
    const draft = "00000000-0000-7000-8000-0000000000dd" as FeedbackId;
    const request = "00000000-0000-7000-8000-0000000000ee" as RequestId;
    const at = new Date("2026-11-11T02:00:00Z");
    const words = {
      kind: "change",
      situation: "s",
      behaviour: "a secret draft",
      impact: "i",
      next: "",
      question: "",
      request: null,
      writtenAt: at,
    } as const;
    await within(({ feedback }) =>
      feedback.keep({ ...words, id: draft, from: giver, to: receiver }),
    );
    await within(({ feedback }) =>
      feedback.ask({ id: request, from: receiver, to: giver, about: "a secret", askedAt: at }),
    );
    for (const outsider of [boss, other]) {
      await within(async ({ feedback, feedbackPrompts }) => {
        expect(await feedback.read(id, outsider)).toBeNull();
        expect(await feedback.read(draft, outsider)).toBeNull();
        expect(await feedback.readable(outsider, 100)).toEqual([]);
        expect(await feedback.requests(outsider)).toEqual([]);
        expect(await feedback.keep({ ...words, id, from: outsider, to: outsider })).toBe(false);
        expect(await feedback.keep({ ...words, id: draft, from: outsider, to: outsider })).toBe(
          false,
        );
        expect(await feedback.send(draft, outsider, at)).toBe(false);
        expect(await feedback.discard(draft, outsider)).toBe(false);
        expect(await feedback.thank(id, outsider, at)).toBe(false);
        expect(await feedback.showTo(outsider, id, outsider, at)).toBe(false);
        expect(await feedbackPrompts.givenBy(outsider)).toEqual([]);
        expect(await feedbackPrompts.suggested(outsider)).toEqual([]);
      });
    }
    await within(async ({ feedback }) => {
      expect(await feedback.read(draft, receiver)).toBeNull();
      expect((await feedback.readable(receiver, 100)).map((each) => each.id)).toEqual([id]);
      expect(await feedback.showTo(boss, draft, receiver, at)).toBe(false);
      expect(await feedback.thank(id, giver, at)).toBe(false);
      expect(await feedback.showTo(boss, id, giver, at)).toBe(false);
      expect((await feedback.read(id, giver))?.behaviour).toBe("等客户说完才接话");
      expect((await feedback.read(draft, giver))?.behaviour).toBe("a secret draft");
    });
  });

  it("finds it in their chat, on their home, or by pressing a button that is not theirs", async () => {
    const id = await written();
    const admin = await idOf("陈静");
    await within(({ people }) => people.entitle(admin, { admin: true }, byOperator));
    for (const user of ["zhoulan", "chenjing", "maya"]) {
      const { messages } = await system.who(user).screen();
      const home = await system.who(user).atHome();
      expect(JSON.stringify({ messages, home })).not.toMatch(/接话|feedback|反馈/i);
      for (const name of [
        "feedback.open",
        "feedback.thank",
        "feedback.share",
        "feedback.change",
        "feedback.send",
        "feedback.drop",
      ]) {
        const outcome = await system.house.bot.receive({
          kind: "pressed",
          dedupeKey: `${user} ${name}`,
          from: system.account(user),
          name,
          version: 1,
          payload: { feedback: id },
        });
        expect(outcome).toMatchObject({ outcome: "toast", tone: "bad" });
        expect(JSON.stringify(outcome)).not.toContain("接话");
      }
    }
  });
});

// Weeks of the whole centre's reminders: long on a busy machine.
describe("the prompt", { timeout: 180_000 }, () => {
  /** Turned on on Wednesday 11 November: the rounds are 18 November and 2 December. */
  async function turnedOn(newcomers: readonly string[] = []): Promise<void> {
    await system.database.db.execute(sql`delete from greeting`);
    await within(async ({ people, setup }) => {
      const known = (await people.directory()).filter((each) => !newcomers.includes(each.name));
      await setup.greet(
        known.map((each) => each.id),
        new Date("2026-10-01T02:00:00Z"),
      );
    });
    const boss = system.who("zhoulan");
    await boss.says("团队反馈");
    await boss.sees("未开启");
    await boss.presses("开启");
    await boss.sees("已开启");
  }

  it("comes every second Wednesday at ten, each time with another teammate, and opens the form", async () => {
    await turnedOn();
    const rep = system.who("linxiao");
    await go("2026-11-18T01:55:00Z");
    await rep.doesNotSee("说两句");
    await go("2026-11-18T02:00:00Z");
    const first = /给(.+)说两句/.exec(await rep.news())?.[1];
    expect(first).toBeDefined();
    await rep.sees("你的团队开启了每两周一次的反馈提醒");
    await rep.presses("写反馈");
    await rep.sees(`给${first}的反馈`);
    await go("2026-11-26T02:00:00Z");
    await rep.doesNotSee("说两句");
    await go("2026-12-02T03:00:00Z");
    const second = /给(.+)说两句/.exec(await rep.news())?.[1];
    expect(second).toBeDefined();
    expect(second).not.toBe(first);
    expect(await idsSuggestedTo("林晓")).toHaveLength(2);
  });

  it("leaves newcomers alone in their first thirty days", async () => {
    const newest = await idOf("林晓");
    await turnedOn(["林晓"]);
    await within(({ setup }) => setup.greet([newest], new Date("2026-11-01T02:00:00Z")));
    const [settled, newcomer] = [system.who("wanglei"), system.who("linxiao")];
    await go("2026-11-18T03:00:00Z");
    await settled.sees("说两句");
    await newcomer.doesNotSee("说两句");
    await go("2026-12-02T03:00:00Z");
    await newcomer.sees("说两句");
    expect(await idsSuggestedTo("林晓")).toHaveLength(1);
  });

  it("does not come when every teammate had feedback lately, nor after it was turned off", async () => {
    await turnedOn();
    const [me, boss, other] = [await idOf("林晓"), system.who("zhoulan"), system.who("wanglei")];
    await within(async ({ feedback, people }) => {
      const team = (await people.directory()).filter(
        (each) => each.id !== me && each.teamId !== null,
      );
      for (const [i, each] of team.entries()) {
        const id = `00000000-0000-7000-8000-0000000000b${i}` as FeedbackId;
        await feedback.keep({
          id,
          from: me,
          to: each.id,
          kind: "keep",
          situation: "s",
          behaviour: "b",
          impact: "i",
          next: "",
          question: "",
          request: null,
          writtenAt: new Date("2026-11-11T02:00:00Z"),
        });
        await feedback.send(id, me, new Date("2026-11-11T02:00:00Z"));
      }
    });
    await go("2026-11-18T03:00:00Z");
    await system.who("linxiao").doesNotSee("说两句");
    await other.sees("说两句");
    await boss.says("团队反馈");
    await boss.presses("关闭");
    await boss.sees("未开启");
    await other.says("首页");
    await go("2026-12-02T03:00:00Z");
    await other.doesNotSee("说两句");
  });
});

async function idsSuggestedTo(name: string): Promise<readonly PersonId[]> {
  const id = await idOf(name);
  return [
    ...new Set(
      (await within(({ feedbackPrompts }) => feedbackPrompts.suggested(id))).map((each) => each.to),
    ),
  ];
}

it("is kept for two years, a draft for a month", async () => {
  const [giver, receiver] = [await idOf("王磊"), await idOf("林晓")];
  await written();
  const draft = "00000000-0000-7000-8000-0000000000dd" as FeedbackId;
  await within(({ feedback }) =>
    feedback.keep({
      id: draft,
      from: giver,
      to: receiver,
      kind: "keep",
      situation: "s",
      behaviour: "b",
      impact: "i",
      next: "",
      question: "",
      request: null,
      writtenAt: system.clock.now(),
    }),
  );
  const left = async (at: string): Promise<number> => {
    await createHousekeeping(system.database).prune(new Date(at));
    return (await within(({ feedback }) => feedback.readable(giver, 10))).length;
  };
  expect(await left("2026-12-01T02:00:00Z")).toBe(2);
  expect(await left("2026-12-20T02:00:00Z")).toBe(1);
  expect(await left("2028-11-01T02:00:00Z")).toBe(1);
  expect(await left("2028-11-20T02:00:00Z")).toBe(0);
});

it("is off unless the team's manager turned it on, and only they may", async () => {
  const rep = system.who("linxiao");
  await rep.says("团队反馈");
  await rep.sees("这一项要由");
  await go("2026-11-25T08:00:00Z");
  await rep.doesNotSee("说两句");
});

// Feedback from the giver's, the receiver's, the manager's and everybody else's chairs; and what nobody else can read.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { outbox } from "#db/schema/deliveries";
import type { PersonId } from "#src/people/person";
import type { FeedbackId, RequestId } from "#src/practices/feedback/model";
import type { AllStores } from "#db/stores/index";
import { createHousekeeping } from "#db/stores/housekeeping";
import { nasty, tooLong } from "#test/support/lines/nasty";
import { sendsEmptyFields } from "#test/support/story/front";
import { byOperator } from "#test/support/story/system";
import { story } from "#test/support/story/story";

const system = story();

const within = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
  system.stores.inOrganisation(playgroundOrganisation, work);
const idOf = (name: string): Promise<PersonId> =>
  within(
    async ({ people }) => (await people.directory()).find((each) => each.name.includes(name))!.id,
  );
const go = (iso: string) => system.leapTo(new Date(iso));

const well = {
  情境: "周二在仁济医院的拜访",
  行为: "等客户说完才接话",
  影响: "客户把预算也告诉我们了",
};

/** 王磊 writes to 林晓; both are in their work hours. */
async function written(): Promise<FeedbackId> {
  const giver = system.who("wanglei");
  await giver.says("反馈 @林晓");
  await giver.fills(well);
  await giver.sees("已发给林晓");
  const from = await idOf("王磊");
  const [found] = await within(({ feedback }) => feedback.readable(from, 5));
  return found!.id;
}

describe("giving", () => {
  it("opens a form with hints, says who will see it, and sends what needs no advice at once", async () => {
    const [giver, receiver] = [system.who("wanglei"), system.who("linxiao")];
    await giver.says("反馈@林晓");
    await giver.sees("给林晓的反馈");
    await giver.sees("看到、听到了什么，先不评价");
    await giver.sees("只发给林晓本人，对方可以自己给主管看");
    if (sendsEmptyFields) {
      await giver.fills({});
      await giver.sees("这一项要填");
    }
    await receiver.doesNotSee("反馈");
    await giver.fills(well);
    await giver.sees("已发给林晓");
    await receiver.sees("王磊给你的反馈");
    await receiver.sees("等客户说完才接话");
    await receiver.sees("只有你和王磊能看到");
  });

  it("waits for the receiver's work hours and speaks their language", async () => {
    const [giver, receiver] = [system.who("wanglei"), system.who("renke")];
    await giver.says("给@renke提建议");
    await giver.fills(well);
    await receiver.doesNotSee("feedback");
    await go("2026-11-11T08:00:00Z");
    await receiver.sees("王磊 has feedback for you");
    await receiver.sees("Situation");
  });

  it("answers what was asked, however it was begun, and may be put aside", async () => {
    const [asker, asked, other] = [
      system.who("linxiao"),
      system.who("wanglei"),
      system.who("chenjing"),
    ];
    await asker.says("请@王磊 就昨天的拜访提建议");
    await asked.says("反馈@林晓");
    await asked.sees("林晓想听你说说：昨天的拜访");
    await asked.fills(well);
    await asker.says("我的反馈");
    await asker.doesNotSee("你请别人提的");
    await asker.says("求反馈 @陈静");
    await other.sees("林晓想请你提点建议");
    await other.presses("以后再说");
    await other.sees("想写的时候发 反馈@姓名 就行");
    await other.says("我的反馈");
    await other.doesNotSee("等你说说");
    await asker.doesNotSee("以后再说");
  });

  it.each(nasty)("shows what was typed as it was, to its receiver alone: %s", async (text) => {
    const [giver, receiver] = [system.who("wanglei"), system.who("linxiao")];
    await giver.says("反馈@林晓");
    await giver.fills({ ...well, behaviour: tooLong });
    await giver.sees("1000 字以内");
    await giver.fills({ ...well, behaviour: text, next: text });
    await giver.sees("已发给林晓");
    await receiver.sees(text.split(" ").at(-1)!);
    await system.inChannel("chenjing").doesNotSee(text.split(" ").at(-1)!);
  });

  it("advises before it goes, and the giver decides", async () => {
    const [giver, receiver] = [system.who("maya"), system.who("anna")];
    await giver.says("feedback @anna");
    await giver.fills({
      kind: "change",
      situation: "generally",
      behaviour: "you are lazy",
      impact: "we lost a day",
    });
    await giver.sees("Not sent yet: your feedback for Anna Weber");
    await giver.sees("When or where was it?");
    await giver.sees("“lazy” sounds like a verdict");
    await giver.sees("What could be tried next time?");
    await giver.presses("Change it");
    await giver.sees("you are lazy");
    await giver.fills({
      situation: "at Monday's stand-up",
      behaviour: "you came without your numbers",
    });
    await giver.doesNotSee("verdict");
    await giver.sees("What could be tried next time?");
    await giver.presses("Send as it is");
    await giver.sees("Sent to Anna Weber.");
    await go("2026-11-11T10:00:00Z");
    await receiver.sees("you came without your numbers");
    await giver.says("my feedback");
    await giver.sees("Given");
    await giver.presses("Open");
    await giver.sees("Your feedback for Anna Weber");
  });

  it("keeps a draft that was not sent for its author, who may throw it away", async () => {
    const giver = system.who("renke");
    await giver.says("feedback @anna");
    await giver.fills({ situation: "sometimes", behaviour: "you wait", impact: "it helps" });
    await giver.says("my feedback");
    await giver.sees("Not sent yet");
    await giver.presses("Go on");
    await giver.sees("you wait");
    await giver.presses("Discard");
    await giver.sees("Nobody has seen it");
    await giver.says("my feedback");
    await giver.sees("Nothing yet");
  });

  it("asks for whom when nobody is named, takes a name without @, and goes to nobody who is oneself", async () => {
    const giver = system.who("renke");
    await giver.says("feedback");
    await giver.sees("For");
    await giver.doesNotSee("Renke");
    await giver.fills({
      For: "Maya Collins",
      situation: "Tuesday's call",
      behaviour: "you asked first",
      impact: "she talked",
    });
    await giver.sees("Sent to Maya Collins.");
    await giver.says("feedback anna you asked first");
    await giver.sees("Feedback for Anna Weber");
    await giver.sees("you asked first");
    await giver.says("feedback @renke");
    await giver.sees("Feedback goes to somebody else");
    await giver.says("feedback @nobody");
    await giver.sees("nobody called");
  });

  it("takes what fits a field and stores nothing of what does not", async () => {
    const giver = system.who("renke");
    await giver.says("feedback @anna");
    await giver.fills({ situation: "x".repeat(301), behaviour: "<!channel> **b**", impact: "  " });
    await giver.sees("300");
    await giver.sees("fill this in");
    await giver.says("my feedback");
    await giver.sees("Nothing yet");
  });

  it("typed where others read along, goes on in the person's own chat, and nothing is said there", async () => {
    const giver = system.who("wanglei");
    const inPlace = (text: string, dedupeKey: string) =>
      system.house.bot.receive({
        kind: "said",
        dedupeKey,
        from: system.account("wanglei"),
        text,
        place: system.place,
      });
    expect(await inPlace("反馈 @林晓", "one")).toEqual({ outcome: "delivered" });
    await giver.sees("给林晓的反馈在这里写，不在群里");
    expect(await inPlace("反馈 @林晓 你等客户说完才接话", "two")).toEqual({ outcome: "delivered" });
    await giver.presses("写反馈");
    await giver.sees("你等客户说完才接话");
    await giver.fills({ 情境: "昨天拜访时", 影响: "客户说了预算" });
    await giver.sees("已发给林晓");
    await inPlace("收到的反馈", "three");
    await inPlace("请 @林晓 提建议", "four");
    await system.house.deliveries.drain();
    const posted = await inOrganisation(system.database, playgroundOrganisation, (tx) =>
      tx.select().from(outbox),
    );
    expect(posted.length).toBe(4);
    expect(posted.filter((each) => each.placeId !== null)).toEqual([]);
  });
});

describe("receiving", () => {
  it("may thank, once, and the giver hears it", async () => {
    await written();
    const [giver, receiver] = [system.who("wanglei"), system.who("linxiao")];
    await receiver.presses("说声谢谢");
    await receiver.sees("已道谢");
    await giver.sees("林晓谢谢你的反馈");
    await giver.presses("打开");
    await giver.sees("你给林晓的反馈");
    await receiver.says("收到的反馈");
    await receiver.presses("打开");
    await receiver.doesNotSee("说声谢谢");
  });

  it("may show it to the manager, who reads it only then", async () => {
    const id = await written();
    const [receiver, boss] = [system.who("linxiao"), system.who("zhoulan")];
    await boss.says("收到的反馈");
    await boss.doesNotSee("等客户说完才接话");
    await receiver.presses("给主管看");
    await receiver.sees("周岚也能看到");
    await boss.sees("林晓给你看一条来自王磊的反馈");
    await boss.sees("等客户说完才接话");
    await boss.says("收到的反馈");
    await boss.sees("别人给你看的");
    await boss.presses("打开");
    await boss.sees("王磊、林晓和周岚能看到");
    await boss.doesNotSee("说声谢谢");
    const [manager, other] = [await idOf("周岚"), await idOf("陈静")];
    expect((await within(({ feedback }) => feedback.read(id, manager)))?.behaviour).toBe(
      "等客户说完才接话",
    );
    expect(await within(({ feedback }) => feedback.read(id, other))).toBeNull();
    await receiver.says("收到的反馈");
    await receiver.presses("打开");
    await receiver.doesNotSee("给主管看");
  });

  it("has nobody to show it to when the manager wrote it", async () => {
    const boss = system.who("zhoulan");
    await boss.says("反馈 @林晓");
    await boss.fills(well);
    await system.who("linxiao").sees("周岚给你的反馈");
    await system.who("linxiao").doesNotSee("给主管看");
  });

  it("is on the receiver's own home until they have thanked", async () => {
    await written();
    const receiver = system.who("linxiao");
    expect((await receiver.atHome()).text).toContain("这周收到 1 条反馈");
    await receiver.presses("说声谢谢");
    expect((await receiver.atHome()).text).not.toContain("反馈");
  });
});

describe("asking", () => {
  it("brings a notice with a button that opens the form, and the answer to the asker alone", async () => {
    const [asker, asked] = [system.who("linxiao"), system.who("wanglei")];
    await asker.says("请@王磊提建议 关于昨天的拜访");
    await asker.sees("已经替你问了王磊");
    await asked.sees("林晓想请你提点建议");
    await asked.sees("昨天的拜访");
    await asked.presses("写反馈");
    await asked.sees("林晓想听你说说：昨天的拜访");
    await asked.fills(well);
    await asker.sees("王磊给你的反馈");
    await asker.says("收到的反馈");
    await asker.doesNotSee("你请别人提的");
  });

  it("is not repeated within a week, and not put to oneself or to nobody", async () => {
    const asker = system.who("renke");
    await asker.says("ask @maya for feedback about my demo");
    await asker.sees("Maya Collins was asked");
    await asker.says("ask feedback @maya");
    await asker.sees("already");
    await asker.says("my feedback");
    await asker.sees("You asked");
    await asker.sees("my demo");
    await asker.says("ask feedback @renke");
    await asker.sees("Feedback goes to somebody else");
    await asker.says("ask feedback");
    await asker.sees("ask feedback @name");
    await go("2026-11-19T02:00:00Z");
    await asker.says("ask feedback @maya");
    await asker.sees("Maya Collins was asked");
  });

  it("waits on the home of who was asked", async () => {
    await system.who("linxiao").says("请 @王磊 提建议");
    const home = await system.who("wanglei").atHome();
    expect(home.text).toContain("林晓想请你提点建议");
    await system.who("wanglei").presses("写反馈");
    await system.who("wanglei").sees("林晓想听听你的反馈");
  });
});

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
  await rep.sees("你还用不了");
  await go("2026-11-25T08:00:00Z");
  await rep.doesNotSee("说两句");
});

// Feedback from the giver's and the receiver's chairs: given, received, asked for.
import { describe, expect, it } from "vitest";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { outbox } from "#db/schema/deliveries";
import { nasty, tooLong } from "#test/support/lines/nasty";
import { sendsEmptyFields } from "#test/support/story/front";
import { feedbackStory, well } from "./told.ts";

const { system, within, idOf, go, written } = feedbackStory();

describe("giving", () => {
  it("opens a form with hints, says who will see it, and sends what needs no advice at once", async () => {
    const [giver, receiver] = [system.who("wanglei"), system.who("linxiao")];
    await giver.says("反馈@林晓");
    await giver.sees("给林晓的反馈");
    await giver.sees("看到、听到了什么，先不评价");
    await giver.sees("只有林晓本人能看到，TA 可以自己转给主管");
    if (sendsEmptyFields) {
      await giver.fills({});
      await giver.sees("这一项要填");
    }
    await receiver.doesNotSee("反馈");
    await giver.fills(well);
    await giver.sees("已发给林晓");
    await receiver.sees("王磊给你的反馈");
    await receiver.sees("等客户说完才接话");
    await receiver.sees("仅你和王磊可见");
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
    await other.sees("想写的时候发 反馈 @姓名 就行");
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
    await giver.presses("Edit");
    await giver.sees("you are lazy");
    await giver.fills({
      situation: "at Monday's stand-up",
      behaviour: "you came without your numbers",
    });
    await giver.doesNotSee("verdict");
    await giver.sees("What could be tried next time?");
    await giver.presses("Send as is");
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
    await giver.presses("Continue");
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
    await giver.sees("can't find anyone called");
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
    await boss.sees("王磊、林晓和周岚可见");
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
    await asker.sees("I've asked Maya Collins");
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
    await asker.sees("I've asked Maya Collins");
  });

  it("waits on the home of who was asked", async () => {
    await system.who("linxiao").says("请 @王磊 提建议");
    const home = await system.who("wanglei").atHome();
    expect(home.text).toContain("林晓想请你提点建议");
    await system.who("wanglei").presses("写反馈");
    await system.who("wanglei").sees("林晓想听听你的反馈");
  });
});

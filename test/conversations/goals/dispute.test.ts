import { expect, it } from "vitest";
import { sendsEmptyFields } from "#test/support/story/front";
import { inWorkingHours, story } from "#test/support/story/story";

const system = story(inWorkingHours);

async function disputed(user: "linxiao" | "renke"): Promise<void> {
  const [manager, rep] = [system.who("zhoulan"), system.who(user)];
  await manager.says(user === "linxiao" ? "替@林晓报12万 G1" : "log 12.3k for @renke G7");
  const zh = user === "linxiao";
  await rep.presses(zh ? "不对" : "Not right");
  await rep.sees(zh ? "核对清楚之前仍然计入" : "It counts until it's settled");
  if (sendsEmptyFields) {
    await rep.fills({});
    await rep.sees(zh ? "这一项要填" : "Please fill this in");
  }
  await rep.fills({ said: zh ? "这笔是王磊的" : "that was Anna's" });
  await rep.sees(zh ? "已经告诉周岚" : "周岚 has been told");
}

it("is told to whoever logged it, marks the entry for both and lets it count", async () => {
  await disputed("linxiao");
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await manager.sees("林晓说有一笔不对");
  await manager.sees("这笔是王磊的");
  await rep.says("明细");
  await rep.sees("有异议");
  await rep.sees("12万 · G1");
  await manager.says("明细");
  await manager.sees("有异议");
  await manager.sees("林晓");
  await rep.presses("不对");
  await rep.sees("还在等回复");
});

it("ends when the entry is corrected", async () => {
  await disputed("renke");
  const [manager, rep] = [system.who("zhoulan"), system.who("renke")];
  await manager.presses("更正");
  await manager.fills({ 数字: "10k" });
  // The card in their chat is the corrected entry now: nothing is left on it to decide.
  await manager.sees("→ €1万");
  await manager.doesNotSee("没问题");
  await rep.sees("€12.3k → €10k");
  await rep.says("history");
  await rep.doesNotSee("disputed");
  await rep.sees("€10k");
});

it("ends when the entry is taken back, and the rep hears it", async () => {
  await disputed("renke");
  const [manager, rep] = [system.who("zhoulan"), system.who("renke")];
  await manager.presses("撤销这笔");
  await rep.sees("周岚 undid an entry");
  await rep.says("history");
  await rep.sees(/€12.3k · G\d[^]*undone[^]*undone by 周岚/);
  await rep.presses("Not right");
  await rep.sees("already been corrected or undone");
});

it("ends when it stands, with a reason that the rep reads, and is not opened again", async () => {
  await disputed("linxiao");
  const [manager, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await manager.presses("没问题");
  if (sendsEmptyFields) {
    await manager.fills({});
    await manager.sees("这一项要填");
  }
  await manager.fills({ reason: "合同号对得上" });
  await manager.sees("已经告诉林晓");
  await rep.sees("周岚核对过了，这笔没问题");
  await rep.sees("合同号对得上");
  await rep.says("明细");
  await rep.doesNotSee("有异议");
  await rep.presses("不对");
  await rep.sees("已经核对过了");
  await manager.says("明细");
  await manager.doesNotSee("有异议");
  await manager.presses("没问题");
  await manager.sees("已经核对过了");
});

it("goes to the manager when whoever logged it may no longer log", async () => {
  const admin = system.who("zhoulan");
  const assistant = async (value: "yes" | "no") => {
    await admin.says("初始设置");
    await admin.presses("调整人员");
    await admin.fills({ 人员: "陈静" });
    await admin.fills({ 团队内勤: value });
  };
  await assistant("yes");
  await system.who("chenjing").says("替@林晓报12万 G1");
  await assistant("no");
  const rep = system.who("linxiao");
  await rep.presses("不对");
  await rep.fills({ said: "不是我的" });
  await rep.sees("已经告诉周岚");
  await admin.sees("林晓说有一笔不对");
  await system.who("chenjing").doesNotSee("说有一笔不对");
});

it("stands at the home of a stand-in who leads nobody, until it is decided", async () => {
  const admin = system.who("zhoulan");
  await admin.says("初始设置");
  await admin.presses("调整人员");
  await admin.fills({ 人员: "陈静" });
  await admin.fills({ 团队内勤: "yes" });
  const assistant = system.who("chenjing");
  await assistant.says("替@林晓报12万 G1");
  const rep = system.who("linxiao");
  await rep.presses("不对");
  await rep.fills({ said: "不是我的" });
  await rep.sees("已经告诉陈静");
  expect((await assistant.atHome()).text).toMatch(/等你处理[^]*林晓[^]*说 G1 里的 12万 不对/);
  await assistant.says("首页");
  await assistant.presses("去处理");
  await assistant.presses("没问题");
  await assistant.fills({ reason: "合同号对得上" });
  expect((await assistant.atHome()).text).not.toContain("等你处理");
});

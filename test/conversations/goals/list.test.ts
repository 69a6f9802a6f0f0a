import { expect, it } from "vitest";
import { inWorkingHours, story } from "#test/support/story/story";

const system = story(inWorkingHours);

it("shows a manager's list, stores it on one press, tells everybody and is taken back by one undo", async () => {
  const manager = system.who("zhoulan");
  await manager.says(
    "报\n林晓\t回款 12万\n@王磊 8万 G3 昨天 仁济医院\nrenke 20 calls\n小明 3万\n陈静",
  );
  await manager.sees("5 笔里有 3 笔可以记");
  await manager.sees("没找到这位同事");
  await manager.sees("没有数字");
  await manager.sees("仁济医院");
  await system.who("linxiao").doesNotSee("替你报了");
  await manager.presses("记下可记的 3 笔");
  await manager.sees("已记录 3 笔");
  await system.who("linxiao").sees("周岚替你报了这一笔");
  await system.who("linxiao").sees("+12万");
  await system.who("wanglei").sees("昨天 +8万");
  await system.who("renke").sees("周岚 logged this for you");
  await manager.presses("撤销");
  await manager.sees("已撤销 3 笔");
  const rep = system.who("linxiao");
  await rep.says("明细");
  await rep.sees(/12万 · G1 回款[^]{0,4}已撤销[^]*周岚撤销的/);
});

it("says of each line that cannot be taken why, in English too", async () => {
  const manager = system.who("zhoulan");
  await manager.says("settings");
  await manager.presses("修改");
  await manager.fills({ 语言: "English" });
  await manager.says(
    "log maya 5\nrenke 5k 2026-09-01 G7\nanna visits 3\nrenke 5k 2026-02-30\n周岚 5\nlinxiao 5k 12-31-2026 G1\nrenke 5% G7",
  );
  await manager.sees("several goals fit");
  await manager.sees("outside the goal's period");
  await manager.sees("no goal that fits");
  await manager.sees("no such date");
  await manager.sees("Nothing here can be saved");
});

it("shows a rep that others are not theirs, and takes several lines of their own as before", async () => {
  const rep = system.who("renke");
  await rep.says("log\nanna 5k\nmaya 3k");
  await rep.sees("only their manager or assistant can log it");
  await rep.sees("Nothing here can be saved");
  await rep.says("log calls 20\nrevenue 5k");
  await rep.sees("20 added for today");
  await rep.sees("5k added for today");
});

it("lets a team assistant paste it", async () => {
  const admin = system.who("zhoulan");
  await admin.says("初始设置");
  await admin.presses("调整人员");
  await admin.fills({ 人员: "陈静" });
  await admin.fills({ 团队内勤: "yes" });
  const assistant = system.who("chenjing");
  await assistant.says("报林晓 回款1万\n王磊 回款2万");
  await assistant.presses("记下可记的 2 笔");
  await assistant.sees("已记录 2 笔");
  await system.who("wanglei").sees("陈静替你报了这一笔");
});

it("looks again when it is pressed: all or nothing", async () => {
  const manager = system.who("zhoulan");
  await manager.says("报\n林晓 回款 12万\n王磊 回款 8万");
  const rep = system.who("wanglei");
  await rep.says("G3");
  await rep.presses("结束目标");
  await rep.fills({});
  await manager.presses("记下可记的 2 笔");
  await manager.sees("G3 已经结束");
  await system.who("linxiao").doesNotSee("替你报了");
});

it("takes fifty lines and says what is too many or does not fit", async () => {
  const manager = system.who("zhoulan");
  await manager.says(
    `报\n${Array.from({ length: 52 }, (_, i) => `林晓 回款 ${i + 1}00`).join("\n")}`,
  );
  await manager.sees("还有 2 行放不下");
  await manager.presses("记下可记的 50 笔");
  await manager.sees("已记录 50 笔");
  await manager.says(
    `报\n${Array.from({ length: 50 }, () => `林晓 回款 100 ${"很长的备注".repeat(14)}`).join("\n")}`,
  );
  await manager.sees("放不下了，请再发一次");
  const { messages } = await system.who("zhoulan").screen();
  expect(messages.at(-1)?.buttons.join()).toMatch(/记下可记的 \d\d 笔/);
});

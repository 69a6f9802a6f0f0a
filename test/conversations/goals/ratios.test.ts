import { beforeEach, it } from "vitest";
import { inWorkingHours, story } from "#test/support/story/story";

const system = story(inWorkingHours);
beforeEach(async () => {
  const admin = system.who("zhoulan");
  await admin.says("初始设置");
  await admin.presses("加指标");
  await admin.fills({ 怎么衡量: "percent" });
  await admin.fills({
    英文名: "conversion",
    中文名: "成交率",
    其他叫法: "转化率",
    "数什么（分子）": "deals, 成交",
    "占什么的比例（分母）": "拜访",
  });
  await admin.sees("成交 ÷ 拜访");
});

async function goalOf(user: "linxiao" | "renke"): Promise<void> {
  const rep = system.who(user);
  await rep.says(
    user === "linxiao" ? "定目标 成交率 40% 12月31日前" : "goal new conversion 40% by 12-31",
  );
  await rep.presses(user === "linxiao" ? "就这么定" : "Start goal");
}

it("adds up what was counted, in either language", async () => {
  await goalOf("linxiao");
  const rep = system.who("linxiao");
  await rep.says("报 转化率 3/10");
  await rep.sees("今天 +3/10");
  await rep.sees("3/10 · 30%，目标 40%");
  await rep.says("成交率 5/10 昨天");
  await rep.sees("8/20 · 40%，目标 40%");
  await rep.says("撤销");
  await rep.says("G13");
  await rep.sees("3/10 · 30%");
  await goalOf("renke");
  const renke = system.who("renke");
  await renke.says("log conversion 3 of 10");
  await renke.sees("3 of 10 added for today");
  await renke.sees("3 of 10 · 30 %, target 40 %");
  await renke.says("log 1/3 G14");
  await renke.sees("4 of 13 · 30.8 %");
});

it("takes the bare percentage as where it stands, and counts afresh after it", async () => {
  await goalOf("renke");
  const rep = system.who("renke");
  await rep.says("log conversion 3/10");
  await rep.says("log conversion 35%");
  await rep.sees("set to 35 % for today");
  await rep.sees("35 % of 40 %");
  await rep.says("conversion 2 of 4");
  await rep.sees("2 of 4 · 50 %");
  await rep.says("total conversion 30/100");
  await rep.sees("set to 30 of 100");
  await rep.says("conversion 10 of 100");
  await rep.sees("40 of 200 · 20 %");
});

it("corrects counts, and asks for them in a form", async () => {
  await goalOf("renke");
  const rep = system.who("renke");
  await rep.says("G13");
  await rep.presses("Log");
  await rep.sees("deals / visits, e.g. 3/10");
  await rep.fills({ Amount: "3/0" });
  await rep.sees("The second number can't be 0");
  await rep.fills({ Amount: "3 of 10" });
  await rep.sees("3 of 10 · 30 %");
  await rep.presses("Correct");
  await rep.sees("3/10");
  await rep.fills({ Amount: "4/10" });
  await rep.sees("3 of 10 → 4 of 10");
  await rep.says("history");
  await rep.sees("4 of 10 · G13");
  await rep.presses("Correct");
  await rep.fills({ Amount: "45%" });
  await rep.sees("4 of 10 → 45 %");
});

it("rolls a team's ratio up by what was counted", async () => {
  await goalOf("linxiao");
  const manager = system.who("zhoulan");
  await manager.says("定目标 成交率 40% 12月31日前");
  await manager.presses("就这么定");
  await manager.says("拆目标 G14 林晓 1 renke 1");
  await manager.sees("百分比不分解");
  await manager.presses("提给大家确认");
  const [linxiao, renke] = [system.who("linxiao"), system.who("renke")];
  await linxiao.presses("确认");
  await renke.presses("Confirm");
  await linxiao.says("报 120/100 G15");
  await linxiao.sees("120/100 · 120%");
  await renke.says("log 30/300 G16");
  await renke.sees("30 of 300 · 10 %");
  await manager.says("G14");
  await manager.sees("150/400 · 37.5%，目标 40%");
});

it.each([
  ["renke", "log conversion 3/0", "The second number can't be 0"],
  ["linxiao", "转化率 3/0", "分母不能是 0"],
  ["renke", "log conversion 3/10 G7", "uses a different unit"],
])("%s says %s and reads %s", async (user, text, answer) => {
  await goalOf(user as "renke");
  await system.who(user).says(text);
  await system.who(user).sees(answer);
});

it("asks the admin for both sides, and for a currency that exists once it is money", async () => {
  const admin = system.who("zhoulan");
  await admin.says("初始设置");
  await admin.presses("加指标");
  await admin.fills({ 怎么衡量: "percent" });
  await admin.fills({ 中文名: "甲", "数什么（分子）": "x" });
  await admin.sees("这一项要填");
  await admin.fills({ "占什么的比例（分母）": "X" });
  await admin.sees("分子和分母一样了");
  await admin.fills({ "占什么的比例（分母）": "成交率" });
  await admin.sees("它本身就是比率");
  await admin.fills({ "数什么（分子）": "", "占什么的比例（分母）": "" });
  await admin.sees("甲");
  await admin.presses("改指标", 4);
  await admin.fills({ 怎么衡量: "money" });
  await admin.fills({ 币种: "XYZ" });
  await admin.sees("不认识币种 XYZ");
  await admin.fills({ 币种: "usd" });
  await admin.presses("改指标", 4);
  await admin.sees("USD");
});

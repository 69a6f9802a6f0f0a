// A file dropped into the bot's own chat: looked at first, stored when somebody says so, with the line and the reason of what is not.
import { writeXlsx } from "hucre";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { byOperator, startSystem, type System } from "#test/support/story/system";

let system: System;
beforeEach(async () => {
  system = await startSystem();
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

const orders = (...rows: readonly string[]): string =>
  ["单位：万元", "订单号,日期,负责人邮箱,回款金额", ...rows, ""].join("\n");
const good = orders(
  "A1,2026/11/3,linxiao@example.com,40",
  "A2,2026/11/5,linxiao@example.com,20",
  "合计,,,60",
);

it("shows an admin what it is, stores nothing before they say so, and is beside what was reported after", async () => {
  const [admin, rep] = [system.who("zhoulan"), system.who("linxiao")];
  await admin.drops("十一月.csv", good);
  await admin.sees("十一月.csv：有 2 行可以保存");
  await admin.sees("新增 2，有变化 0，相同 0，不收 0");
  await admin.sees(/linxiao@example\.com：60万，2 行/u);
  await admin.sees(/金额[^]{0,6}D 列 回款金额/u);
  await admin.sees("数字乘以 10000");
  await rep.says("业绩");
  await rep.doesNotSee("文件导入");
  await admin.presses("保存");
  await admin.sees("十一月.csv：保存了 2 行");
  await rep.says("业绩");
  await rep.sees(/文件导入[^]*60万/u);
});

it("speaks English to whoever reads it, and knows a file with the same headings again", async () => {
  const maya = system.who("maya");
  const rows = (...more: readonly string[]) =>
    ["id,date,email,amount", "A1,2026-11-03,maya@example.com,5000", ...more].join("\n");
  await maya.drops("november.csv", rows());
  await maya.sees("november.csv: 1 row to store");
  await maya.doesNotSee("Read as last time.");
  await maya.presses("Store");
  await maya.sees("november.csv: 1 row stored");
  await maya.drops("november again.csv", rows("A2,2026-11-04,maya@example.com,100"));
  await maya.sees("1 new, 0 changed, 1 the same, 0 rejected");
  await maya.sees("Read as last time.");
});

it("as a workbook is read too", async () => {
  const admin = system.who("zhoulan");
  const bytes = await writeXlsx({
    sheets: [
      {
        name: "订单",
        rows: [
          ["订单号", "日期", "负责人邮箱", "金额"],
          ["A1", "2026-11-03", "linxiao@example.com", 1200],
        ],
      },
    ],
  });
  await admin.drops("订单.xlsx", bytes);
  await admin.sees("订单.xlsx：有 1 行可以保存");
  await admin.presses("不保存");
  await admin.sees("订单.xlsx 没有保存");
});

describe("with rows that are wrong", () => {
  const mixed = orders(
    "A1,2026/11/3,linxiao@example.com,40",
    "A2,2026/11/35,linxiao@example.com,20",
    "A3,2026/11/4,linxiao@example.com,二十箱",
  );

  it("names line, column and reason, and stores the good ones where somebody says so", async () => {
    const admin = system.who("zhoulan");
    await admin.drops("错行.csv", mixed);
    await admin.sees("新增 1，有变化 0，相同 0，不收 2");
    await admin.sees("第 4 行：B 列“2026/11/35”不是日期");
    await admin.sees("第 5 行：D 列“二十箱”不是金额");
    await admin.presses("保存没问题的 1 行");
    await admin.sees("错行.csv：保存了 1 行");
  });
});

describe("whose rows", () => {
  const two = orders(
    "A1,2026/11/3,linxiao@example.com,40",
    "A2,2026/11/5,renke@example.com,20",
    "A3,2026/11/5,nobody@example.com,10",
  );

  it("a rep may bring are their own; the rest is rejected with the reason", async () => {
    const rep = system.who("linxiao");
    await rep.drops("我的.csv", two);
    await rep.sees("新增 1，有变化 0，相同 0，不收 2");
    await rep.sees("第 4 行：C 列“renke@example.com”的业绩不归你导入");
    await rep.sees("第 5 行：C 列“nobody@example.com”的业绩不归你导入");
  });

  it("a manager may bring are their people's and their own; nobody else's, also of names nobody is known under", async () => {
    await system.stores.inOrganisation(playgroundOrganisation, async ({ people }) => {
      const all = new Map((await people.directory()).map((each) => [each.name, each.id]));
      const [manager, report] = [all.get("林晓"), all.get("Renke Petersen")];
      if (manager && report) await people.entitle(report, { managerId: manager }, byOperator);
    });
    const manager = system.who("linxiao");
    await manager.drops("我们的.csv", two);
    await manager.sees("新增 2，有变化 0，相同 0，不收 1");
    await manager.sees("第 5 行：C 列“nobody@example.com”的业绩不归你导入");
  });

  it("an admin may bring are everybody's, also of names nobody is known under", async () => {
    const admin = system.who("zhoulan");
    await admin.drops("全部.csv", two);
    await admin.sees("新增 3，有变化 0，相同 0，不收 0");
    await admin.sees("还不知道是谁");
  });
});

it("in Big5 is offered to be read so where its headings make no sense otherwise", async () => {
  const admin = system.who("zhoulan");
  // 訂單號,日期,負責人郵箱,金額 / A1,2026-11-03,linxiao@example.com,500
  const big5 =
    "ad71b3e6b8b92ca4e9b4c12cad74b364a448b66cbd632caaf7c3420a41312c323032362d31312d30332c6c696e7869616f406578616d706c652e636f6d2c3530300a";
  await admin.drops("訂單.csv", Buffer.from(big5, "hex"));
  await admin.sees("有地方要问你");
  await admin.presses("是乱码？按 Big5 读");
  await admin.sees("訂單.csv：有 1 行可以保存");
  await admin.sees("D 列 金額");
});

describe("that does not tell everything", () => {
  it("asks, every column can be chosen, and it is read so", async () => {
    const admin = system.who("zhoulan");
    await admin.drops("没表头.csv", "订单号,日期,甲,乙\nA1,2026-11-03,linxiao@example.com,500\n");
    await admin.sees("有地方要问你");
    await admin.presses("去选");
    await admin.fills({ 金额: "D 列 乙", 负责人邮箱: "C 列 甲" });
    await admin.sees("没表头.csv：有 1 行可以保存");
    await admin.presses("保存");
    await admin.sees("保存了 1 行");
  });
});

describe("that cannot be taken", () => {
  it.each([
    ["报告.pdf", "%PDF-1.4", "不是我能读的表格"],
    ["空.csv", "", "文件是空的"],
    ["没有表.csv", "你好", "没找到表头"],
    ["旧.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "旧版 Excel"],
  ])("%s gets one sentence", async (name, content, says) => {
    const admin = system.who("zhoulan");
    await admin.drops(name, content);
    await admin.sees(says);
  });

  it("the same one twice at once is read once", async () => {
    const admin = system.who("zhoulan");
    await admin.drops("十一月.csv", good);
    await admin.drops("十一月.csv", good);
    await admin.sees("正在读，或者上面还在等你确认");
  });
});

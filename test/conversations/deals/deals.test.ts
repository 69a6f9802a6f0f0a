// Deals from a file: listed by their owner, checked for what needs a look, left alone with a reason, counted for whoever leads them.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bring as bringIn } from "#test/support/numbers/imported";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
beforeEach(async () => {
  system = await startSystem();
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

const bring = (lines: readonly string[], more: object = {}) =>
  bringIn(system, lines, { deals: true, ...more });

const head =
  "商机编号,商机名称,负责人邮箱,销售阶段,预计成交日期,商机金额（万元）,最近跟进,下一步,下次跟进时间";
const chinese = [
  head,
  "D1,仁济医院二期,linxiao@example.com,报价,2026/10/30,,2026/10/12,,",
  "D2,华东电力,linxiao@example.com,谈判,2026/12/10,12,2026/11/9,合同初稿,2026/11/18",
  "D3,浦东机场,wanglei@example.com,报价,2026/11/2,30,2026/11/9,报价会,2026/11/20",
];
const english = [
  "Deal ID,Deal Name,Owner Email,Stage,Closing Date,Amount,Currency,Last Activity,Next Step,Next Step Date",
  "M1,Acme renewal,maya@example.com,Negotiation,2026-10-30,45000,USD,2026-10-20,,",
  "M2,Globex,maya@example.com,Proposal,2026-12-15,20000,USD,2026-11-10,Demo,2026-11-20",
];

describe("whoever has deals", () => {
  beforeEach(async () => {
    expect(await bring(chinese)).toMatchObject({ code: 0 });
    expect(await bring(english)).toMatchObject({ code: 0 });
  });

  it("sees them by stage and what is to close, and says why one is still real: it rests for two weeks", async () => {
    const rep = system.who("linxiao");
    await rep.says("商机");
    await rep.sees(/进行中 2 单 · 12万 · 1 单没填金额/u);
    await rep.sees(/仁济医院二期[^]*华东电力[^]*下一步：合同初稿/u);
    await rep.doesNotSee("浦东机场");
    await rep.presses("商机体检");
    await rep.sees(
      /有 1 单商机该看看了[^]*预计成交日过了 12 天 · 30 天没跟进 · 没写下一步 · 没填金额/u,
    );
    await rep.presses("还在推进，因为…");
    await rep.fills({ reason: "客户 20 号过完预算" });
    await rep.sees(/仁济医院二期到 11月25日（周三）前不再提了/u);
    await rep.sees("商机体检：没有要看的");
    await rep.says("商机");
    await rep.sees(/还在推进，过几天再看[^]*客户 20 号过完预算 · 到 11月25日/u);
    await rep.presses("恢复体检");
    await rep.says("查商机");
    await rep.sees("有 1 单商机该看看了");
  });

  it("is answered in English as well, each currency by itself", async () => {
    const maya = system.who("maya");
    await maya.says("deals");
    await maya.sees(/2 deals open · \$65k/u);
    await maya.says("deals check");
    await maya.sees(
      /1 deal to look at[^]*close day passed 11 days ago · nothing heard for 21 days · no next step/u,
    );
    await maya.presses("Still real because…");
    await maya.fills({ reason: "  " });
    await maya.fills({ reason: "Legal signs on the 20th" });
    await maya.sees(/Acme renewal is left alone until Tue 24 Nov/u);
  });

  it("is reminded on Thursday and Monday mornings while there is something to look at, and not otherwise", async () => {
    const [rep, wanglei] = [system.who("linxiao"), system.who("wanglei")];
    await system.house.bot.lookOver(0, 1);
    await system.clock.moveTo(new Date("2026-11-12T02:30:00Z"));
    await rep.sees(/有 1 单商机该看看了/u);
    await wanglei.sees(/浦东机场[^]*预计成交日过了 10 天/u);
    await wanglei.presses("还在推进，因为…");
    await wanglei.fills({ reason: "等招标" });
    await system.clock.moveTo(new Date("2026-11-16T02:30:00Z"));
    expect(await wanglei.news()).not.toContain("该看看了");
  });

  it("reads on a goal's card where it may end with them: a range with its parts, and an assumed rate marked so", async () => {
    const rep = system.who("linxiao");
    await rep.says("G1");
    await rep.sees(/加上商机[^]*67\.5万 到 79\.5万/u);
    await rep.sees(/期内要成交的有 1 单共 12万/u);
    await rep.sees(/没算进去：1 单过了预计成交日/u);
    await rep.sees("33%（假设值）");
    await rep.sees("还没有结单");
  });
});

describe("whoever leads them", () => {
  beforeEach(() => bring(chinese));

  it("sees counts by kind and person in the order of names, and somebody's deals by name", async () => {
    const manager = system.who("zhoulan");
    await manager.says("商机体检");
    await manager.sees(
      /林晓 · 2 单 · 12万[^]*过了预计成交日 1 · 久未跟进 1 · 没有下一步 1 · 没填金额 1/u,
    );
    await manager.sees(/王磊 · 1 单 · 30万[^]*过了预计成交日 1/u);
    await manager.doesNotSee("仁济医院二期");
    await manager.says("商机 @林晓");
    await manager.sees(/林晓的商机[^]*仁济医院二期/u);
    await manager.says("林晓");
    await manager.sees(/进行中的商机[^]*进行中 2 单/u);
  });

  it("reads in Monday's digest how many are to be looked at", async () => {
    await system.house.bot.lookOver(0, 1);
    await system.clock.moveTo(new Date("2026-11-16T06:30:00Z"));
    await system.who("zhoulan").sees("2 人共 2 单商机该看看了");
  });

  it("alone sees them: a colleague is told whose they may see, and cannot answer for another's deal", async () => {
    const colleague = system.who("wanglei");
    await colleague.says("商机 @林晓");
    await colleague.sees("只能看自己和自己组员的商机");
  });
});

describe("a name nobody is known under", () => {
  it("waits with its deals for an admin, and they move when it is linked", async () => {
    const [admin, rep] = [system.who("zhoulan"), system.who("linxiao")];
    const brought = await bring([
      "商机名称,负责人,销售阶段,预计成交日期,金额",
      "外滩项目,小林,报价,2026/12/1,90000",
    ]);
    expect(brought.says).toContain(
      "小林: 1 open, 90000 CNY (nobody of ours is known under this name yet)",
    );
    await admin.says("未匹配");
    await admin.presses("这是谁？");
    await admin.fills({ person: "林晓" });
    await rep.says("商机");
    await rep.sees("外滩项目");
  });
});

describe("a file of deals", () => {
  it("that is brought as figures says what it is, unless its columns are named", async () => {
    const answer = await bring(chinese, { deals: false });
    expect(answer).toMatchObject({ code: 4 });
    expect(answer.says).toContain("Add --deals");
    await system.who("linxiao").says("商机");
    await system.who("linxiao").sees("你这里没有进行中的商机");
  });

  it("comes again without a trace; what changed is another version, what is gone from it stays", async () => {
    await bring(chinese);
    expect((await bring(chinese)).says).toContain("0 new, 0 changed, 3 the same, 0 rejected.");
    const moved = [
      head,
      "D2,华东电力,linxiao@example.com,合同审批,2026/12/20,12,2026/11/10,盖章,2026/11/18",
    ];
    expect((await bring(moved)).says).toContain("0 new, 1 changed, 0 the same, 0 rejected.");
    await system.who("linxiao").says("商机");
    await system.who("linxiao").sees(/进行中 2 单[^]*合同审批/u);
  });

  it("without ids knows a deal by its name and owner, though its stage changes", async () => {
    const of = (stage: string) => [
      "Deal,Owner,Stage,Close Date,Amount",
      `Acme,Ben,${stage},2026-12-01,5000`,
    ];
    await bring(of("Proposal"));
    expect((await bring(of("Negotiation"))).says).toContain("0 new, 1 changed");
  });

  it("with rows that are wrong stores nothing, and names line and column", async () => {
    const answer = await bring([
      head,
      "D1,仁济医院二期,linxiao@example.com,,2026/10/30,1,,,",
      "D2,华东电力,linxiao@example.com,谈判,2026/13/10,12,,,",
      "D3,浦东机场,wanglei@example.com,报价,2026/11/2,三十,,,",
      "D4,外滩,linxiao@example.com,报价,2026/11/2,3,,,",
      "D4,外滩,linxiao@example.com,报价,2026/11/2,3,,,",
    ]);
    expect(answer.code).toBe(2);
    expect(answer.says).toContain("line 2: no stage in column D");
    expect(answer.says).toContain("line 3: “2026/13/10” in column E is no date");
    expect(answer.says).toContain("line 6: “D4” in column A is in line 5 already");
    await system.who("linxiao").says("商机");
    await system.who("linxiao").sees("你这里没有进行中的商机");
  });

  it("is told to machines deal by deal, a missing amount as none", async () => {
    const { says, code } = await bring(chinese, { json: true, apply: false });
    expect(code).toBe(0);
    expect(JSON.parse(says)).toMatchObject({
      rows: [
        { id: "D1", status: "new", stage: "报价", closeDate: "2026-10-30", amountMinor: null },
        {
          id: "D2",
          amountMinor: "12000000",
          currency: "CNY",
          ownerState: "known",
          outcome: "open",
        },
        { id: "D3" },
      ],
      sums: [{ open: 2, noAmount: 1, amount: "120000" }, { open: 1 }],
      stored: false,
    });
  });

  it("says which stages it takes for won and lost, since that is for whoever brings it to say", async () => {
    const rows = [
      "商机名称,负责人,销售阶段,预计成交日期,金额",
      "a,b,签约,2026/12/1,1",
      "c,b,输单,2026/12/1,1",
    ];
    expect((await bring(rows)).says).toContain("Taken as won: 签约; as lost: 输单.");
    const told = await bring(rows, { won: ["赢单"] });
    expect(told.says).toContain("Taken as lost: 输单.");
  });

  it("dropped into the chat is known for what it is, and nothing of it counts as figures", async () => {
    const [rep, maya] = [system.who("linxiao"), system.who("maya")];
    await rep.drops("商机.csv", chinese.join("\n"));
    await rep.sees(/这是一份商机表[^]*npm run import -- 文件 --deals/u);
    await maya.drops("deals.csv", english.join("\n"));
    await maya.sees("This is a list of deals");
    await rep.says("业绩");
    await rep.doesNotSee("文件导入");
  });

  it("that lacks what each deal needs asks for the column", async () => {
    const answer = await bring(["商机名称,负责人,金额", "a,b,1"]);
    expect(answer.code).toBe(4);
    expect(answer.says).toContain("Which column is the stage? Say it with --map stage=C");
  });
});

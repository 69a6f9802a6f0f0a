// Corrections, thanks and leave as people say them, and the words of buttons typed instead of pressed.
import { expect, it } from "vitest";
import { startSystem } from "#test/support/story/system";
import { table } from "#test/support/story/typed-table";

it("a figure put right is changed by the press and by nothing before it", async () => {
  const system = await startSystem();
  const rep = system.who("linxiao");
  await rep.says("报10万 仁济");
  await rep.says("说错了应该是12万");
  await rep.sees("还没有记录");
  await rep.says("明细");
  await rep.sees("10万 · G1");
  await rep.says("说错了应该是12万");
  await rep.presses("回款 10万 → 12万");
  await rep.sees("已更正：10万 → 12万");
  await rep.says("明细");
  await rep.sees(/12万 · G1[^]*仁济/);
  await rep.says("把12万改成30%");
  await rep.sees("单位对不上");
  await system.stop();
  expect(system.errors).toEqual([]);
});

table(
  "put right",
  [
    ["B15", "linxiao", "报10万 仁济", /今天 \+10万/],
    ["B15", "linxiao", "更正", /<更正这一笔> 100000\|2026-11-11\|仁济/],
    ["B15", "linxiao", "我要更正", /<更正这一笔> 100000/],
    ["B15", "linxiao", "说错了应该是12万", /是要更正这一笔吗[^]*\[回款 10万 → 12万\]/],
    ["B15", "linxiao", "不好意思，报错了，是12万", /\[回款 10万 → 12万\]/],
    ["B15", "linxiao", "不对，是11万", /\[回款 10万 → 11万\]/],
    ["B15", "linxiao", "把刚才的10万改成6万", /\[回款 10万 → 6万\]/],
    ["B15", "linxiao", "更正 仁济 7万", /\[回款 10万 → 7万\]/],
    ["B15", "linxiao", "报错了", /<更正这一笔> 100000/],
    ["B15", "linxiao", "说错了，应该是30%", /单位对不上/],
    ["B15", "linxiao", "电话 20 拜访3", /今天 \+20通[^]*今天 \+3次/],
    ["B15", "linxiao", "更正", /是哪一个[^]*\[G2 电话\] \[G17 拜访\]/],
    ["B15", "linxiao", "更正 电话 25", /是要更正这一笔吗[^]*\[电话 20通 → 25通\]/],
    ["B15", "renke", "log 10k Acme", /€10k added/],
    ["B15", "renke", "sorry, should be 12k", /Correct this entry[^]*€10k → €12k/],
    ["B15", "renke", "oops it was 12k", /€10k → €12k/],
    ["B15", "renke", "I meant 12k", /€10k → €12k/],
    ["B15", "renke", "that was wrong", /<Correct this entry> 10000/],
    ["B15", "renke", "change 10k to 9k", /€10k → €9k/],
    ["B15", "renke", "correct Acme", /<Correct this entry>/],
  ],
  "whole",
);

table(
  "thanks",
  [
    ["B15", "linxiao", "给王磊点赞", /说说对方做了什么[^]*\[写表扬\]/],
    ["B15", "linxiao", "给王磊点个赞 帮我改方案到半夜", /已发到[^]*给 ?@?王磊[^]*帮我改方案到半夜/],
    [
      "B15",
      "linxiao",
      "谢谢@王磊 帮我改方案",
      /要给王磊发一条表扬吗[^]*帮我改方案[^]*\[发表扬\]/,
      /已发到/,
    ],
    ["B15", "linxiao", "谢谢王磊帮我改方案", /要给王磊发一条表扬吗/, /已发到/],
    ["B15", "linxiao", "@王磊 谢谢你帮我改方案", /要给王磊发一条表扬吗/, /已发到/],
    ["B15", "linxiao", "辛苦了@王磊 改方案到半夜", /要给王磊发一条表扬吗/],
    ["B15", "linxiao", "多谢王磊", /要给王磊发一条表扬吗[^]*\[写表扬\]/],
    ["B15", "linxiao", "谢谢大家", /不客气/],
    [
      "B15",
      "renke",
      "thanks @maya for rewriting the offer",
      /Praise Maya Collins[^]*\[Praise them\]/,
      /Goes out|Posted/,
    ],
    ["B15", "renke", "big thanks to maya for helping with the demo", /Praise Maya Collins/],
    ["B15", "renke", "well done @maya", /Praise Maya Collins[^]*\[Write it\]/],
    ["B15", "renke", "shout-out to maya for helping with the demo", /Goes out|Posted/],
    ["B15", "renke", "thanks a lot", /welcome/],
  ],
  "whole",
);

table("leave and travel", [
  ["B15", "linxiao", "我要请假", /休哪几天[^]*\[今天\] \[明天\] \[到周五\]/],
  [
    "B15",
    "linxiao",
    "出差到周五",
    /11月11日（周三）到 11月13日（周五）出差[^]*\[只停提醒\] \[按休假处理\]/,
    /回来/,
  ],
  ["B15", "linxiao", "只停提醒", /提醒已暂停|暂停/],
  ["B15", "linxiao", "出差", /到哪天/],
  ["B15", "linxiao", "明天请假一天", /休假：2026年11月12日/],
  ["B15", "linxiao", "我要请假3天", /休假：2026年11月11日/],
  ["B15", "renke", "I need time off", /Which days[^]*\[today\]/],
  ["B15", "renke", "I'm off tomorrow", /Away on Thu 12 Nov/],
  ["B15", "renke", "taking Friday off", /Away on Fri 13 Nov/],
  ["B15", "renke", "I'm on vacation next week", /Away Mon 16 Nov/],
  [
    "B15",
    "renke",
    "travelling until Friday",
    /Travelling Wed 11 Nov to Thu 12 Nov[^]*\[Count it as leave\]/,
  ],
  ["B15", "renke", "out of 20 calls 3 closed", /Log 3 calls/],
]);

table(
  "the words of buttons",
  [
    ["B15", "linxiao", "打了20个电话", /\[记上\] \[不是\]/],
    ["B15", "linxiao", "不是", /什么都没记/],
    ["B15", "linxiao", "打了20个电话", /\[记上\]/],
    ["B15", "linxiao", "记上", /今天 \+20通/],
    ["B15", "linxiao", "我的目标", /G1 回款/],
    ["B15", "linxiao", "报数", /是哪一个[^]*\[G1 回款\] \[G2 电话\] \[G17 拜访\]/],
    ["B15", "linxiao", "G2 电话", /<记到 G2>/],
    ["B15", "linxiao", "定目标 新客户 5个", /草稿[^]*\[取消目标\]/],
    ["B15", "linxiao", "取消目标", /确定取消这个目标/],
    ["B15", "linxiao", "取消目标", /已取消/],
    ["B15", "linxiao", "每周拜访5家", /像个目标/],
    ["B15", "linxiao", "【定目标】", /合计 40次/],
    ["B15", "linxiao", "总共 40次", /草稿[^]*40次/],
    ["B15", "linxiao", "就这么定", /目标已开始/],
    ["B15", "renke", "made 20 calls", /\[Log it\]/],
    ["B15", "renke", "log it", /20 added/],
    ["B15", "renke", "5 visits a week", /sounds like a goal/],
    ["B15", "renke", "no", /Nothing was saved|nothing/i],
  ],
  "whole",
);

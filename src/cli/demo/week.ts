// The demo's week in the playground's sales centre. It begins on Wednesday 11 November 2026 at 10:00 in Shanghai.
import { at, fill, inTeam, later, press, pressInTeam, scene, type Beat } from "./script.ts";

export const week: readonly Beat[] = [
  scene("Wednesday. A report is one short line, in either language"),
  at("Wed 10:05", "linxiao", "回款12万 仁济医院"),
  at("Wed 10:20", "wanglei", "今天 电话20 回款4.2万"),
  at("Wed 09:20", "renke", "log 12k"),
  at(
    "Wed 09:30",
    "renke",
    "revenue 42k yesterday Nordstadt phase two",
    press("Correct"),
    fill({ Amount: "around forty" }),
    fill({ Amount: "40k" }),
  ),
  at("Wed 11:10", "anna", "calls 20", "undo"),

  scene("What people reported stands beside what the office's file says"),
  at("Wed 20:10", "linxiao", "业绩"),

  scene(
    "The manager proposes a goal. In New York it is Veterans Day, so it waits for Maya's next working morning",
  ),
  at(
    "Wed 20:15",
    "zhoulan",
    "定目标 拜访 20 12月31日前 给@Maya Collins",
    press("提给 Maya Collins 确认"),
  ),

  scene(
    "Thursday. A win is shared when its owner likes to; a colleague is praised, and others join in",
  ),
  at(
    "Thu 09:20",
    "linxiao",
    "回款10万 华山医院",
    press("分享给团队"),
    fill({ 想说的话: "多亏王磊牵线" }),
  ),
  at("Thu 09:30", "zhoulan", "表扬@王磊 一个电话帮林晓约到了院长 #团队协作"),
  at("Thu 09:40", "chenjing", inTeam("早！下午谁一起去仁济医院？"), pressInTeam("赞一个 · +1")),
  at("Thu 09:45", "linxiao", pressInTeam("赞一个 · +1 · 1")),

  scene("Praise from Berlin for New York waits until Maya is at work"),
  at("Thu 10:00", "renke", "praise @maya stayed up for the Hamburg demo #customer-first"),
  at("Thu 09:20", "maya", press("Confirm")),

  scene("Friday. Feedback is asked for and given, between two people"),
  at("Fri 09:10", "linxiao", "请@王磊 就昨天的拜访提建议"),
  at(
    "Fri 10:15",
    "wanglei",
    press("写反馈"),
    fill({
      这件事: "可以调整",
      情境: "周四在华山医院的拜访",
      行为: "客户说到预算时，你马上开始报价",
      影响: "他的顾虑没能说完",
      下一步: "先问三个问题，再谈价格",
    }),
  ),
  at("Fri 10:20", "linxiao", press("说声谢谢")),

  scene("Friday, four o'clock: what the team has to be glad about. Then Anna goes on leave"),
  at("Fri 16:05", "zhoulan", "初始设置"),
  at("Fri 15:00", "anna", "away until Tuesday"),

  scene(
    "Monday. One message asks for numbers and the three things that matter; nobody is asked on leave",
  ),
  at("Mon 09:04", "linxiao", "电话18"),
  at(
    "Mon 09:10",
    "linxiao",
    press("写周报"),
    fill({
      "本周要事 1": "把仁济的合同签下来",
      "本周要事 2": "三场演示",
      "本周预计：G1 回款": "15万",
      卡住的事: "法务的合同还没回来",
      做得好的: "老客户介绍了两家医院",
    }),
  ),
  at("Mon 09:10", "wanglei", press("一小时后再提醒")),
  at("Mon 09:30", "chenjing", "周报 回访五家老客户；整理报价单", fill({})),
  at(
    "Mon 10:30",
    "wanglei",
    press("写周报"),
    fill({ "本周要事 1": "新华医院复购", "本周预计：G3 回款": "6万" }),
  ),

  scene("Monday, two o'clock: one message for the manager, and an answer for who is stuck"),
  at("Mon 14:05", "zhoulan", press("回复"), fill({ 你的回复: "我下午去找法务，今天给你消息" })),
  at(
    "Mon 09:30",
    "renke",
    press("Check in"),
    fill({
      "Priority 1 this week": "sign the Hafen retrofit",
      "Priority 2 this week": "two demos in Bremen",
      "Commit this week: G7 Collected revenue": "30k",
    }),
  ),
  at("Mon 09:30", "maya", "checkin visits in Boston; renewals", fill({})),

  scene("Tuesday. A manager's day: what the team wrote, where everybody stands, and one of them"),
  at("Tue 09:15", "zhoulan", press("团队周报")),
  at("Tue 09:20", "zhoulan", "首页"),
  at("Tue 09:25", "zhoulan", "王磊"),

  scene("And everybody else: Anna is back"),
  at("Tue 09:30", "anna", "daily caught up with all of Hamburg", fill({ Next: "three demos" })),
  at("Tue 09:30", "maya", "wall"),

  scene("Wednesday again: where everybody stands"),
  at("Wed 09:45", "zhoulan", "团队目标 有风险"),

  scene(
    "November is over. What came of its goals goes to the manager once late entries are in; the next month is one form",
  ),
  later("2026-11-28"),
  at("Sat 10:30", "linxiao", "累计 电话205"),
  at("Sat 10:40", "wanglei", "累计 电话188"),
  at("Sat 09:30", "renke", "total calls 212"),
  later("2026-12-04"),
  at("Fri 10:00", "zhoulan", press("提下一期目标"), fill({ "G2 电话 · 林晓": "220" })),
  at("Fri 10:05", "linxiao", press("确认")),
];

// The demo's week in the playground's sales centre. It begins on Wednesday 11 November 2026 at 10:00 in Shanghai.
import { at, fill, inTeam, press, scene, type Beat } from "./script.ts";

export const week: readonly Beat[] = [
  scene("Wednesday. A report is one short line, in either language"),
  at("Wed 10:05", "linxiao", "回款12万 仁济医院"),
  at("Wed 10:20", "wanglei", "今天 电话20 回款4.2万"),
  at("Wed 09:30", "renke", "revenue 42k yesterday Nordstadt phase two", press("Correct"), fill({ Amount: "around forty" }), fill({ Amount: "40k" })),
  at("Wed 11:10", "anna", "calls 20", "undo"),

  scene("The manager proposes a goal. In New York it is Veterans Day, so it waits for Maya's next working morning"),
  at("Wed 20:15", "zhoulan", "定目标 拜访 20 12月31日前 给@Maya Collins", press("发给Maya Collins确认")),

  scene("Thursday. In the team's place the bot is silent, unless it is meant"),
  at("Thu 09:15", "chenjing", inTeam("早！下午谁一起去仁济医院？")),
  at("Thu 09:40", "wanglei", inTeam("报3万 新华医院"), press("G3 回款")),
  at("Thu 10:00", "anna", inTeam("@Pacer goals")),
  at("Thu 09:20", "maya", press("Confirm")),

  scene("Friday. Anna wants peace until Tuesday"),
  at("Fri 16:30", "chenjing", "我的目标"),
  at("Fri 15:00", "anna", "pause reminders until Tuesday"),

  scene("Monday. Each one's numbers are asked for at nine of their own clock; no more than two messages a day"),
  at("Mon 09:04", "linxiao", "电话18", "回款3.5万"),
  at("Mon 09:10", "wanglei", press("一小时后")),
  at("Mon 10:30", "wanglei", "回款6万 华山医院"),

  scene("Monday, two o'clock: the manager hears who needs a look, and why"),
  at("Mon 14:05", "zhoulan", press("看看")),
  at("Mon 09:30", "renke", "revenue 18k Hafen retrofit"),

  scene("Monday in New York, and Anna, who was left in peace, sees what will come"),
  at("Mon 09:30", "maya", "visits 3"),
  at("Tue 09:30", "anna", "reminders"),

  scene("Wednesday again: where everybody stands"),
  at("Wed 09:30", "linxiao", "目标"),
  at("Wed 09:45", "zhoulan", "团队目标"),
];

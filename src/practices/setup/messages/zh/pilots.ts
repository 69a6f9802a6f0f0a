// 试点团队：开启，以及大家只收一次的问候。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { PilotMessages } from "../en/pilots.ts";

export const pilots = (f: Formatter): PilotMessages => ({
  pilots: () => line`试点团队`,
  pilotsIntro: () => line`先选一两个团队试试。没开启的团队不会收到主动的消息，指令人人都能用。`,
  pilotsAre: (on, all) => line`${String(all)} 个团队，${String(on)} 个已开启`,
  noTeamsYet: () => line`请先加一个团队。`,
  onOff: (on) => line`${on ? "已开启" : "未开启"}`,
  preview: () => line`预览问候`,
  previewTitle: (team) => line`上面这条问候会发给${said(team)}`,
  previewIs: (people, first) => {
    if (first === 0) return line`团队 ${String(people)} 人都问候过了，不会再发第二次。`;
    return line`发给 ${String(first)} 人${people === first ? "" : `，另外 ${String(people - first)} 人以前问候过`}。`;
  },
  previewNote: () => line`每人只会收到一次，用各自的语言，在各自的工作时间。提醒也从这时开始。`,
  switchOn: (team) => line`开启${said(team)}`,
  switchedOn: (team) => line`${said(team)}已开启`,
  isOn: (team) => line`${said(team)}已经开启了。`,
  notYet: () => line`先不开`,
  switchOff: () => line`关闭`,
  switchOffSure: () => line`关闭后，这个团队不会再收到主动的消息，已有的记录都还在。`,
  greetingGoes: (first) =>
    line`${first === 0 ? "大家以前都问候过，不会再发。" : `问候会发给 ${String(first)} 人，在各自的工作时间送到。`}`,
  greeting: () => line`你好，我是领跑`,
  greetingDoes: (company) =>
    line`${said(company)}请我来陪大家冲业绩：定个目标，一句话报数，随时看进度跟上没有。我只在你的工作时间提醒，一天最多两次。`,
  greetingKept: () => line`会留下什么`,
  greetingKeptIs: () =>
    line`你的目标、报的数、在我的表单里写的内容。不看你的其他消息，不看位置，不看在不在线。`,
  greetingSeen: () => line`谁能看到`,
  greetingSeenIs: (manager, assistants) =>
    line`目标：你、你的主管（${manager === null ? "暂无" : said(manager)}）和团队内勤（${assistants.length === 0 ? "暂无" : said(f.list(assistants))}）。有变动会告诉你。每张表单都写明谁能看到。`,
  greetingComes: () => line`觉得消息多？`,
  greetingComesIs: () =>
    line`发 ${typed("提醒")} 关掉不想要的，发 ${typed("设置")} 改语言和工作时间。`,
  setGoal: () => line`定目标`,
  log: () => line`报数`,
  notNow: () => line`以后再说`,
  later: () => line`好的。想看看我会什么，随时发 ${typed("帮助")}。`,
});

// 隐私的中文。
import type { Formatter } from "#src/language/format";
import { bold, joinLines, line, said, typed } from "#src/view/line";
import type { Topic, Until } from "../model.ts";
import { erasing } from "./erasing-zh.ts";
import { officer } from "./officer-zh.ts";
import type { PrivacyMessages } from "./en.ts";

const names: Record<Topic, string> = {
  you: "你的基本信息",
  reminders: "提醒和休假",
  goals: "目标和进展",
  checkins: "周报、日报和求助",
  praise: "表扬",
  feedback: "反馈",
  talks: "一对一",
  numbers: "导入的业绩",
  messages: "收发中的消息",
  record: "和你有关的变更",
};

const whyAndWho: Record<Topic, string> = {
  you: "为了知道是谁在说话、在哪个时区、几点上班。同事能看到名字，管理员能看到团队和权限。",
  reminders: "为了在合适的时候提醒你，休假时不打扰。只有你能看到；主管只知道你在休假。",
  goals: "为了让你随时知道进度。你、你的主管和团队内勤能看到。",
  checkins: "为了及时有人帮忙。你和主管能看到；表单上写了团队可见的，团队也能看到。",
  praise: "为了让好的工作被看见。发在哪个群，群里的人都能看到；私下表扬只有你能看到。",
  talks: "为了让谈话有下文。只有谈话的两个人能看到；写给自己的笔记只有你自己，管理员也看不到。",
  feedback: "为了让你听到有用的建议。你和写的人能看到；你愿意给主管看，主管才能看到。",
  numbers: "为了不用重复填系统里已有的数字。你、主管和导入的人能看到。",
  messages: "为了不丢消息、不重复发。只有你能看到。",
  record: "为了权限变动都有据可查。你能看到；涉及整个组织的，管理员也能看到。",
};

/** 天数的说法。 */
export function spanOf(days: number): string {
  if (days < 1) return "几个小时";
  if (days < 60) return `${days} 天`;
  return `${Math.round((days * 12) / 365)} 个月`;
}

function untilText(each: Until): string {
  switch (each.until) {
    case "organisation":
      return "公司使用期间一直保留";
    case "left":
      return `离职后再保留 ${spanOf(each.days)}`;
    case "days":
      return `最长保留 ${spanOf(each.days)}`;
  }
}

export const zh = (f: Formatter): PrivacyMessages => ({
  title: () => line`这里存了你的哪些数据`,
  purpose: () => line`都是为了你自己的工作。不打分，不排名，也不由机器做决定。`,
  topic: (topic, entries) => line`${bold(names[topic])} · ${String(entries)} 条`,
  topicName: (topic) => line`${bold(names[topic])}`,
  about: (topic, until) =>
    joinLines([line`${whyAndWho[topic]}`, line`${until.map(untilText).join("，或")}。`], ""),
  looksTitle: () => line`还有谁看过`,
  nobodyLooked: () => line`除了你、你的主管和内勤，没有别人看过你的内容。`,
  looked: (name, at) =>
    line`${name === null ? "一位已离职的同事" : said(name)} · ${f.dateTime(at)}`,
  notHere: () =>
    line`发到聊天里的消息，聊天平台会按公司的设置另外保留。维护服务器的同事能打开数据库。`,
  toRecord: () => line`和我有关的变更`,
  recordWords: () => "变更记录",
  onlyYou: () => line`仅你可见`,
  askInChat: () => line`请在和我的单聊里发：${typed("导出我的数据")}。`,
  exportGoing: () => line`已经在整理你的数据了，文件会发到这里。`,
  collecting: () => line`正在整理和你有关的全部数据`,
  soFar: (done, of) => line`已整理 ${String(done)} / ${String(of)} 张表`,
  exported: (entries) => line`和你有关的数据都在文件里了，共 ${String(entries)} 条`,
  exportedMore: () =>
    line`JSON 给程序用，CSV 可以用 Excel 或 WPS 打开。文件只发给了你，请自己保管好。`,
  notExported: (why) => {
    switch (why) {
      case "no scope":
        return line`我还没有在这里发文件的权限，需要管理员开通（运行 ${typed("npm run doctor")} 会说怎么开）。`;
      case "not now":
        return line`文件这会儿没发出去，过几分钟再发一次${typed("导出我的数据")}。`;
      case "too much":
        return line`内容太多，聊天里一个文件装不下。请维护服务器的同事用 ${typed("npm run person -- export")} 导出给你。`;
    }
  },
  exportFailed: () => line`试了几次都没整理成，请再试一次。`,
  askAgain: () => line`再试一次`,
  exportMine: () => line`导出我的数据`,
  exportWords: () => "导出我的数据",
  whichExport: () => line`想导出什么？`,
  whichMore: () => line`业绩，或者和你有关的全部数据。`,
  figures: () => line`业绩`,
  figuresWords: () => "导出数据",
  ...erasing(f),
  ...officer(),
  helpExport: () => ({
    does: line`把和你有关的全部数据做成文件，发到你的单聊`,
    usage: "导出我的数据",
    example: "导出我的数据",
  }),
  helpWhich: () => ({
    does: line`选择导出业绩还是自己的数据`,
    usage: "导出",
    example: "导出",
  }),
  helpPrivacy: () => ({
    does: line`看看这里存了你的哪些数据、为什么、谁能看、存多久`,
    usage: "隐私",
    example: "隐私",
  }),
});

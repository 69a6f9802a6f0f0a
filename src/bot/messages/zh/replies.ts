// 没听懂、没权限或出了错时的回答。
import type { Formatter } from "#src/language/format";
import type { Stranger } from "../../declare/incoming.ts";
import type { Who } from "#src/people/person";
import { line, said, typed } from "#src/view/line";
import type { ReplyMessages } from "../en/replies.ts";

const missing: Readonly<Record<string, string>> = {
  amount: "还缺数字",
  title: "还缺内容",
  what: "还缺内容",
  "@name": "还缺名字：给谁的？",
  receiver: "还缺名字：给谁的？",
  date: "还缺日期",
};

const stranger: Readonly<Record<Stranger["kind"], string>> = {
  guest: "是访客账号，我只服务正式成员。",
  bot: "是机器人，请写一位同事的名字。",
  outside: "是外部联系人，我只认识本公司的同事。",
  left: "已离职，请写一位在职的同事。",
  group: "是一个群组，请逐个写出名字。",
};

const notTheirs: Readonly<Record<Who, string>> = {
  everyone: "这一项要由主管来操作。",
  manager: "这一项要由主管来操作。",
  logger: "这一项要由主管或团队内勤来操作。",
  admin: "这一项要由管理员来操作。",
};

export const replies = (f: Formatter): ReplyMessages => ({
  whichOne: () => line`是哪一个？`,
  didYouMean: () => line`你是想说这个吗？`,
  didYouMeanLabel: (text) => line`${said(text)}`,
  pointer: () =>
    line`没太看懂这句。报数发 ${typed("报12万")}，看进度发 ${typed("我的目标")}，全部用法发 ${typed("帮助")}。`,
  pointerWords: () => ["报数", "我的目标", "帮助"],
  smallTalk: (talk) =>
    talk === "hello"
      ? line`你好！我陪你定目标、记业绩、看进度。试试发 ${typed("报12万")}。`
      : line`${{ thanks: "不客气！", fine: "👍" }[talk]}`,
  missing: (what) =>
    line`${missing[what] ?? (/^[A-Z]1$/.test(what) ? `还缺编号，比如 ${what}` : "还没写全")}`,
  leftOver: (words) => line`没看懂“${said(words)}”这部分，所以什么都没改。`,
  inForm: () => line`用表单填`,
  usage: (usage, example) => line`这样写：${typed(usage)}，比如 ${typed(example)}`,
  nobodyCalled: (name) => line`没找到叫“${said(name)}”的同事，试试写全名，或邮箱 @ 前面那段。`,
  nobodyCalledBut: (name) => line`没找到叫“${said(name)}”的同事。是下面这位吗？`,
  strangerNamed: ({ name, kind }) => line`${said(name)} ${stranger[kind]}`,
  groupNamed: (name) => line`“${said(name)}”是一个群组，请逐个写出名字。`,
  whichPerson: (name) => line`“${said(name)}”对得上好几位，是哪一位？`,
  oneAtATime: () => line`一次只写给一位同事。先写给谁？`,
  whichDate: (text) =>
    line`“${said(text)}”可能是不同的日子，请写成 ${typed("11月5日")} 或 ${typed("2026-11-05")}。`,
  noSuchDate: (text) =>
    line`日历上没有“${said(text)}”这一天，请换个写法，比如 ${typed("12月31日")}。`,
  dayJustGone: (gone, read) =>
    line`${f.date(gone)}已经过了。如果是明年，请写上年份：${typed(read)}。`,
  notForYou: (who) => line`${notTheirs[who]}`,
  oldCard: () => line`这张卡片是旧版本的，发 ${typed("首页")} 看最新的。`,
  tooLong: (most) => line`一条消息放不下这么多，请控制在 ${String(most)} 字以内。`,
  wentWrong: (code) =>
    line`抱歉，我这边出了点问题，什么都没有保存。如果再次出现，请把编号 ${code} 告诉管理员。`,
  busy: () => line`现在有点忙，这次没有保存，请稍等一下再试。`,
  unsure: () => line`刚才连接断了一下，不确定这次有没有存上。请先看一眼，再决定要不要重试。`,
  left: () => line`你的账号在这里已停用，管理员可以恢复。`,
  sectionFailed: (code) => line`这一块暂时显示不了。如果一直这样，请把编号 ${code} 告诉管理员。`,
});

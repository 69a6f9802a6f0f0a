// 删除数据的中文。
import type { Formatter } from "#src/language/format";
import { joinNames, line, said, typed } from "#src/view/line";
import type { ErasingMessages } from "./erasing-en.ts";

const counted = (n: number, does: (n: string) => string): readonly string[] =>
  n === 0 ? [] : [does(String(n))];

export const erasing = (f: Formatter): ErasingMessages => ({
  eraseMine: () => line`删除我的数据`,
  eraseWords: () => "删除我的数据",
  eraseTitle: () => line`删除你的数据会怎样`,
  eraseWhat: () => line`你的账号、写过的内容和提醒都会从这里消失，删除后无法恢复。`,
  erasing: ({ deleted, emptied, kept }) =>
    line`${[
      ...counted(deleted, (n) => `删除 ${n} 条`),
      ...counted(emptied, (n) => `清空文字和姓名 ${n} 条`),
      ...counted(kept, (n) => `只留数字和编号 ${n} 条`),
    ].join(" · ")}`,
  eraseRest: () =>
    line`业绩数字会以“前成员”的名义留在合计里。聊天里的消息，只要我还认得、平台也允许，就会清空。备份里的内容到期后一并消失。`,
  eraseAsk: () => line`申请删除`,
  eraseAsked: () => line`删除数据的申请正在处理`,
  eraseDue: (on) => line`最晚 ${f.dateLong(on)} 会有答复。在那之前可以先把数据导出来。`,
  takeBack: () => line`撤回申请`,
  askedAlready: () => line`已经申请过了，还在等答复。`,
  erasingAlready: () => line`你的数据正在删除，不能再做别的操作了。`,
  onlyAdmin: () => line`你是这里唯一的管理员，请先让别人当管理员，再来申请。`,
  onlyAdminOf: (name) => line`${said(name)}是这里唯一的管理员，要先有别的管理员才行。`,
  nobodyDecides: () =>
    line`这里没有人能处理这个申请。可以请维护服务器的同事运行 ${typed("npm run person -- erase")}。`,
  asksErase: (name) => line`${said(name)}申请删除自己的数据`,
  decideBy: (on) => line`请在 ${f.dateLong(on)} 之前答复。删除后会这样：`,
  agree: () => line`同意删除`,
  decline: () => line`不同意…`,
  decidersSee: () => line`你和其他负责处理的人可见`,
  decided: (how, name) => {
    switch (how) {
      case "agreed":
        return line`已同意，正在删除。`;
      case "declined":
        return line`没有同意，原因已告诉${said(name ?? "")}。`;
      case "taken back":
        return line`${said(name ?? "")}撤回了删除数据的申请。`;
    }
  },
  declinedTo: (by) => line`${said(by)}没有同意删除你的数据`,
  mayComplain: () => line`可以随时再申请，也可以找公司的个人信息保护负责人，或向主管部门投诉。`,
  notDecided: (on) => line`删除数据的申请到 ${f.dateLong(on)} 还没有答复`,
  waitsFor: (names) =>
    line`已经提醒了${joinNames(
      names.map((each) => line`${said(each)}`),
      "zh",
    )}。`,
  goneTitle: () => line`正在删除你的数据`,
  goneMore: () => line`这是我发给你的最后一条消息。以后再找我，就从头开始。`,
  emptied: () => line`已按申请删除`,
  declineTitle: () => line`不同意删除`,
  why: () => line`为什么不能删除`,
  needsWhy: () => line`请写明原因，会告诉对方。`,
  send: () => line`发送`,
  declineSees: (name) => line`会发给${said(name)}，这里不保存。`,
  notYours: () => line`只有管理员或隐私负责人能处理这个申请。`,
  notYourOwn: () => line`自己的申请要由别人来处理。`,
  decidedAlready: () => line`这个申请已经处理过了。`,
  helpErase: () => ({
    does: line`看看删除你的数据会怎样，并提出申请`,
    usage: "删除我的数据",
    example: "删除我的数据",
  }),
});

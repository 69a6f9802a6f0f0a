// 换主管、首页、简报和帮助。
import { line, said, typed } from "#src/view/line";
import type { TalkAroundMessages } from "../en/around.ts";

export const around = (): TalkAroundMessages => ({
  handedTitle: (before) => line`${said(before)}不再带你了`,
  handedBody: (before) =>
    line`和${said(before)}的一对一已结束。你的笔记还是你的，没做完的在${typed("待办")}里。`,
  gotTitle: (name) => line`${said(name)}还没做完的待办`,
  gotBody: () => line`来自之前的一对一。谈话笔记只留给写的人。`,
  homeTitle: () => line`一对一`,
  digest: (held, due) => line`近四周一对一：${String(due)} 次里谈成 ${String(held)} 次`,
  aboutTitle: () => line`一对一`,
  helpTalk: () => ({
    does: line`看一对一：议题、待办、笔记`,
    usage: "一对一 [@姓名]",
    example: "一对一",
  }),
  helpTopic: () => ({
    does: line`给一对一加一个议题`,
    usage: "加议题 [@姓名] <想聊的>",
    example: "加议题 大单的折扣怎么定",
  }),
  helpActions: () => ({
    does: line`看你答应的，和你在等的`,
    usage: "待办",
    example: "待办",
  }),
  helpDone: () => ({
    does: line`关闭一个待办`,
    usage: "完成 A3",
    example: "完成 A3",
  }),
  isOff: () => line`一对一在这里还没有开启。需要的话，可以请管理员在${typed("初始设置")}里打开。`,
});

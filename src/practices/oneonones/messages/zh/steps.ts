// 待办：谁在哪天前做什么。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { TalkStepsMessages } from "../en/steps.ts";

export const steps = (f: Formatter): TalkStepsMessages => ({
  stepForm: (name) => line`和${said(name)}谈出来的待办`,
  stepField: () => line`做什么`,
  stepHint: () => line`给报价最大的三家回电话`,
  whoField: () => line`谁来做`,
  dueField: () => line`哪天前`,
  name: (name) => line`${said(name)}`,
  stepKept: (number) => line`待办 A${String(number)} 记下了`,
  stepFor: (name, number) => line`${said(name)}给你记了一个待办：A${String(number)}`,
  stepDone: (number) => line`A${String(number)} 完成了`,
  stepDoneBy: (name, number) => line`${said(name)}关闭了 A${String(number)}`,
  stepWasDone: (number) => line`A${String(number)} 已经关闭了。`,
  noSuchStep: (number) => line`你的待办里没有 A${String(number)}，发${typed("待办")}看看有哪些。`,
  carryForm: (number) => line`顺延 A${String(number)}`,
  carryDrop: () => line`不需要做了`,
  stepCarried: (number, due) => line`A${String(number)} 顺延到 ${f.date(due)}`,
  stepDropped: (number) => line`A${String(number)} 不需要做了，已关闭`,
  actionsTitle: () => line`你的待办`,
  noSteps: () => line`没有待办。一对一里谈出来的会列在这里。`,
  othersSteps: () => line`等对方做的`,
});

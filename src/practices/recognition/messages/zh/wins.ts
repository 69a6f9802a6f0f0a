// 报喜。
import { decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import { line, said } from "#src/view/line";
import type { WinMessages } from "../en/wins.ts";

export const wins = (f: Formatter): WinMessages => ({
  shareWin: () => line`分享给团队`,
  winForm: () => line`报喜`,
  winWords: () => line`想说的话`,
  winWordsHint: () => line`靠什么拿下的，谁帮了忙`,
  winShowAmount: ({ value, unit }) => line`显示金额（${f.amount(decimal(value), unit)}）`,
  winShowCustomer: (customer) => line`显示“${said(customer)}”`,
  winSubmit: () => line`分享`,
  winSees: () => line`团队群里的人可见，主管会收到消息`,
  winShared: () => line`这个喜报你已经分享过了，再次恭喜！`,
  winNotReached: () => line`按现在的数还没有达成，达成了就能分享。`,
  winNotYours: () => line`这是别人的目标，喜报让本人来发吧。`,
  winTooShort: () => line`说说是什么喜报，至少四个字。`,
  winHelpTitle: () => line`有什么喜报？`,
  winWrite: () => line`写一句`,
  helpWin: () => ({
    does: line`把喜报分享给团队`,
    usage: "报喜 <内容>",
    example: "报喜 终于签下仁济医院",
  }),
});

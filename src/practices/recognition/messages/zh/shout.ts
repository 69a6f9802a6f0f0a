// 发出来的表扬：谁、为什么、是否撤回。
import { decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import { titleFor } from "#src/practices/goals/api";
import { joinNames, line, placeLink, said, type Line } from "#src/view/line";
import { addressed, type Named, type ShoutMessages } from "../en/shout.ts";

export const names = (people: Named): Line =>
  joinNames(
    people.map((each) => [said(each.name)]),
    "zh",
  );

export const shout = (f: Formatter): ShoutMessages => ({
  isOff: () => line`表扬在这里已关闭。需要的话，可以请管理员在初始设置里打开。`,
  shoutTitle: (by, to) => line`${said(by)}表扬了${joinNames(addressed(to), "zh")}`,
  winTitle: (by) => line`${joinNames(addressed(by), "zh")}报喜啦`,
  words: (reason) => line`${said(reason)}`,
  value: ({ nameZh }) => line`${said(nameZh)}`,
  pointsEach: (count) => line`+${String(count)}分`,
  winReached: (isStep) => line`${isStep ? "完成阶段目标" : "达成目标"}`,
  winGoal: ({ goal, names }) =>
    goal === null ? [] : line`${said(titleFor({ title: goal, names: names ?? null }, "zh"))}`,
  winStep: ({ step }) => (step === null ? [] : line`${said(step)}`),
  winAmount: ({ value, unit }) => line`${f.amount(decimal(value), unit)}`,
  amount: () => line`金额`,
  customer: () => line`客户`,
  customerIs: (customer) => line`${said(customer)}`,
  takenBackTitle: () => line`这条已由发布人收回。`,
  seenIn: (place) => line`${placeLink(place)}里的人可见`,
  seenByReceivers: () => line`仅你和对方可见`,
  count: (count) => line`${String(count)}`,
  postLabel: () => line`你的表扬准备发出`,
});

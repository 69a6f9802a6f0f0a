// 表扬同事：一句话或表单，以及收回。
import { decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import { spaced } from "#src/view/spacing";
import { titleFor } from "#src/practices/goals/api";
import { line, said, typed } from "#src/view/line";
import type { PraiseMessages } from "../en/praise.ts";
import { names } from "./shout.ts";

export const praise = (f: Formatter): PraiseMessages => ({
  offerPraise: (name) => line`要给${said(name)}发一条表扬吗？`,
  offerPraiseTake: () => line`发表扬`,
  writePraise: () => line`写表扬`,
  whomToPraise: (people) => line`你的话里还提到了${names(people)}，这次表扬给谁？`,
  praiseThem: (people) => line`给${names(people)}`,
  praiseOnly: (people) => line`只给${names(people)}`,
  selfPraise: () => line`表扬是给别人的，自己的成绩用 ${typed("报喜")}。`,
  reasonTooShort: () => line`说说对方做了什么，至少四个字，大家记住的是这个。`,
  reasonTooLong: (most) => line`请控制在 ${String(most)} 字以内。`,
  formTitle: () => line`表扬同事`,
  formWho: () => line`表扬谁`,
  formWhat: () => line`做了什么？`,
  formWhatHint: () => line`一个电话签下大单`,
  formValue: () => line`价值观`,
  formNoValue: () => line`不选`,
  formPoints: () => line`每人几分`,
  formPointsHint: (left) => line`本月还剩 ${String(left)} 分，可以不填`,
  formPointsWrong: () => line`请填整数，比如 10；不给分就空着。`,
  formWhere: () => line`发到哪里`,
  formTeamPlace: () => line`对方团队的群`,
  formSees: () => line`被表扬的人和群里的人可见`,
  formSubmit: () => line`表扬`,
  draftReason: (by, { isStep, goal, names, amount, customer }) =>
    [
      spaced`${goal === null ? "" : titleFor({ title: goal, names: names ?? null }, "zh")}${isStep ? "完成阶段目标" : "达成目标"}`,
      amount === null ? "" : f.amount(decimal(amount.value), amount.unit),
      customer ?? "",
    ]
      .filter((each) => each !== "")
      .join("，") || spaced`${by}干得漂亮`,
  draftTitle: (by) => line`${said(by)}报喜了`,
  draftBody: () => line`你的一句话最有分量，文案已经帮你写好。`,
  draftButton: () => line`表扬`,
  whichValue: () => line`体现了哪条价值观？`,
  valueNeeded: () => line`还差一步：体现了哪条价值观？`,
  keptFor: (date, at) => line`${f.date(date)}${f.time(at)} 发出`,
  keptWhy: (name) => line`${said(name)}现在不在工作时间，也可以马上发。`,
  postNow: () => line`现在就发`,
  takeBack: () => line`收回`,
  takeBackThis: (people) =>
    people.length === 0 ? line`刚发的喜报` : line`给${names(people)}的表扬`,
  takeBackSure: () => line`确定收回？已发的内容会清空，积分退回。`,
  tookBack: (people) =>
    people.length === 0 ? line`已收回刚才的喜报` : line`已收回给${names(people)}的表扬`,
  takeBackTooLate: () => line`24 小时内可以收回，这条已经超过了。`,
  nothingToTakeBack: () => line`24 小时内没有可以收回的表扬。`,
  praiseHelpTitle: () => line`想表扬谁？`,
  helpPraise: () => ({
    does: line`表扬同事`,
    usage: "表扬@姓名 <做了什么> [#价值观]",
    example: "表扬@林晓 一个电话签下大单 #客户第一",
  }),
  helpTakeBack: () => ({ does: line`收回刚发的表扬`, usage: "撤回表扬", example: "撤回表扬" }),
});

// 把目标分解给大家。
import type { Formatter } from "#src/language/format";
import { line, said, typed } from "#src/view/line";
import type { SplitMessages } from "../en/split.ts";

export const split = (f: Formatter): SplitMessages => ({
  splitTitle: (number) => line`分解 G${String(number)}`,
  splitPerson: () => line`负责人`,
  splitPart: () => line`分到`,
  splitOver: (share) => line`分解合计为目标的 ${f.percent(share.plus("1"), 1)}。`,
  splitOwn: () => line`只有你自己的目标和团队目标可以分解给大家。`,
  splitBefore: () => line`已经分解过了，发 ${typed("团队目标")} 看各人的部分。`,
  splitNobody: () => line`现在还没有人向你汇报，没法往下分解。`,
  splitPropose: () => line`提给大家确认`,
  splitWeigh: () => line`改比重`,
  splitWeighIntro: () =>
    line`给每个人填比重（5 和 3），或者百分比（60% 和 40%），不填就不分。填完先给你看结果，不会马上发给大家。`,
  splitPage: (first, last, all) =>
    line`第 ${String(first)} 到 ${String(last)} 位，共 ${String(all)} 位。`,
  splitNext: () => line`下一页`,
  splitShow: () => line`看结果`,
  splitOnTop: () => line`在目标之上多分（%）`,
  splitOnTopHint: () => line`比如 10`,
  splitNoWeights: () => line`请至少给一个人填上比重。`,
  splitWeightUnreadable: () => line`请填比重或百分比，比如 5 或 40%。`,
  splitPercentOnly: () => line`请填百分比，比如 10 或 10%。`,
  splitOtherCurrency: (currency) =>
    line`这个目标按 ${currency} 计，我不换算汇率，请不要写别的币种。`,
  splitElsewhere: (name, theirs, goals) =>
    line`${said(name)}现在的目标按 ${theirs} 计，这一份按 ${goals} 计，不换算汇率。`,
  splitWhom: (name, people) =>
    line`“${said(name)}”对得上好几位：${said(f.list(people))}。请写全名。`,
  splitNoWeight: (name) =>
    line`${said(name)}占多少？名字后面写上比重：${typed("分解目标 G7 林晓5 王磊3")}。`,
  splitTwice: (name) => line`${said(name)}写了两次，留一次就好。`,
  splitMixed: () => line`有的写了百分比，有的没写，请统一成一种。`,
  splitUnreadable: (rest) =>
    line`没看懂“${said(rest)}”。先写名字和比重，再写多分的比例：${typed("分解目标 G7 林晓5 王磊3 10%")}。`,
  splitTooMuch: () => line`这样合计要么什么都没分，要么超过目标的四倍，请核对一下百分比。`,
  splitSteps: () => line`这个目标没有可以分解的数字。`,
  splitTooMany: (most) => line`一条消息最多写 ${String(most)} 个名字，请分两次，或平均分解。`,
  splitAlike: () => line`百分比不分解，每个人的目标都一样。`,
  splitIs: (assignment) =>
    line`${{ short: "没分完", high: "分得偏多", extreme: "分得太多" }[assignment]}`,
  splitAdvice: (assignment) =>
    line`${{ short: "目标还有一部分没落到人。", high: "多分了两成以上，是有意的吗？", extreme: "多分了一半以上，建议减一些，定太高大家容易泄气。" }[assignment]}`,
  splitDone: (count) => line`已提给 ${String(count)} 位同事确认。`,
  notYourReport: (name) => line`${said(name)}不向你汇报，没法分给 TA。`,
  helpSplit: () => ({
    does: line`把目标分解给团队`,
    usage: "分解目标 G7 [<姓名> <比重> ...] [10%]",
    example: "分解目标 G1",
  }),
});

// 商机说的话。
import type { Decimal } from "#src/language/decimal";
import type { Formatter } from "#src/language/format";
import { joinLines, line, said, typed } from "#src/view/line";
import type { DealSum } from "../sums.ts";
import type { DealMessages } from "./en.ts";
import { check } from "./check-zh.ts";
import { forecast } from "./forecast-zh.ts";

export const zh = (f: Formatter): DealMessages => {
  const money = (value: Decimal, currency: string): string =>
    f.amount(value, { kind: "money", currency });
  const sums = ({ values }: Pick<DealSum, "values">): string =>
    values.map((each) => money(each.value, each.currency)).join(" + ");
  return {
    ...check(f),
    ...forecast(f),
    title: () => line`商机`,
    titleOf: (name) => line`${said(name)}的商机`,
    sum: (sum) =>
      joinLines(
        [
          line`进行中 ${String(sum.deals)} 单`,
          line`${sums(sum)}`,
          sum.noAmount === 0 ? [] : line`${String(sum.noAmount)} 单没填金额`,
        ],
        " · ",
      ),
    stageHead: () => [line`阶段`, line`单数`, line`金额`],
    stageRow: (stage, sum) => [
      line`${said(stage)}`,
      line`${String(sum.deals)}`,
      joinLines(
        [line`${sums(sum)}`, sum.noAmount === 0 ? [] : line`${String(sum.noAmount)} 单没填`],
        " · ",
      ),
    ],
    closing: (end) => line`${f.date(end)}前要成交的`,
    noneClosing: () => line`这个季度没有要成交的。`,
    andMore: (count) => line`还有 ${String(count)} 单`,
    deal: (name) => line`${said(name)}`,
    dealMore: (deal) =>
      joinLines(
        [
          deal.amount === null ? line`没填金额` : line`${money(deal.amount, deal.currency)}`,
          line`${said(deal.stage)}`,
          deal.closeOn === null ? [] : line`预计${f.date(deal.closeOn)}`,
          deal.nextStep ? line`下一步：${said(deal.nextStep)}` : [],
        ],
        " · ",
      ),
    teamRow: (name, sum) =>
      joinLines([line`${said(name)}`, line`${String(sum.deals)} 单`, line`${sums(sum)}`], " · "),
    overdueChip: () => line`过了成交日`,
    resting: () => line`还在推进，过几天再看`,
    restsUntil: ({ reason, until }) => line`${said(reason)} · 到${f.date(until)}`,
    wake: () => line`恢复体检`,
    woken: (name) => line`${said(name)}恢复体检了。`,
    none: () => line`你这里没有进行中的商机。`,
    noneOf: (name) => line`${said(name)}这里没有进行中的商机。`,
    howToImport: () => line`用 ${typed("npm run import -- 文件 --deals")} 导入商机。`,
    someoneElse: () => line`只能看自己和自己组员的商机。`,
    seenByOwn: () => line`你和你的主管可见`,
    seenByLead: () => line`你和本人可见`,
    helpDeals: () => ({
      does: line`看进行中的商机和要成交的`,
      usage: "商机 [@姓名]",
      example: "商机",
    }),
    helpCheck: () => ({
      does: line`找出该看看的商机`,
      usage: "商机体检",
      example: "商机体检",
    }),
    isOff: () => line`商机在这里已关闭。需要的话，可以请管理员在${typed("初始设置")}里打开。`,
  };
};

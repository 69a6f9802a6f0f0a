// 指标，以及怎么计。
import type { Formatter } from "#src/language/format";
import type { Trade } from "../../metrics/trades.ts";
import { line, said } from "#src/view/line";
import type { MetricMessages } from "../en/metrics.ts";

const tradeNames: Readonly<Record<Trade, string>> = {
  field: "外勤销售",
  phone: "电话销售",
  channel: "渠道销售",
  retail: "门店零售",
  subscription: "订阅业务",
};

export const metrics = (f: Formatter): MetricMessages => ({
  metricIs: (name) => line`${said(name)}`,
  metricAliases: (aliases) =>
    aliases.length === 0 ? line`没有别名` : line`别名：${said(f.list(aliases))}`,
  addMetric: () => line`加指标`,
  editMetric: () => line`改指标`,
  trades: () => line`选常用指标`,
  tradesIntro: () => line`选一种，一次建好，之后随时可以改名、增减。`,
  trade: (trade) => line`${tradeNames[trade]}`,
  startersAre: (names) => line`${f.list(names)}`,
  beginWith: () => line`用这些`,
  tradeThere: () => line`都有了`,
  currencyFirst: () => line`先设好公司在哪里，才知道金额用什么币种。`,
  toOwnMetric: () => line`自己加一个`,
  metricTitle: () => line`指标`,
  nameEn: () => line`英文名`,
  nameZh: () => line`中文名`,
  aliases: () => line`其他叫法`,
  aliasesHint: () => line`用逗号分开：calls, 电话量`,
  oneName: () => line`请起个名字，写一种语言就行。`,
  unit: () => line`怎么衡量`,
  unitIs: (unit) =>
    line`${{ money: "金额，比如回款", count: "数量，比如电话", percent: "百分比，比如成交率" }[unit]}`,
  currency: () => line`币种`,
  currencyHint: (own) => line`不填就是 ${own}`,
  unknownCurrency: (code) => line`不认识币种 ${said(code)}，请写三个字母的代码，比如 EUR。`,
  ratioNum: () => line`数什么（分子）`,
  ratioDen: () => line`占什么的比例（分母）`,
  ratioHint: () => line`写指标名，或自己的叫法，比如“成交”。大家直接报百分比的话，可以不填。`,
  ratioIs: (num, den) => line`${said(num)} ÷ ${said(den)}`,
  ratioOfItself: () => line`分子和分母一样了，除以什么？`,
  ratioOfRatio: () => line`它本身就是比率，请填能数出来的指标。`,
  adds: () => line`每次报数累加`,
  addsHint: () => line`不勾选：报的是当前值`,
  taken: (name) => line`“${said(name)}”已经是别的指标的叫法了，换一个吧。`,
});

// Metrics, and how each is counted.
import type { Formatter } from "#src/language/format";
import type { Trade } from "../../metrics/trades.ts";
import { line, said, type Line } from "#src/view/line";

const tradeNames: Readonly<Record<Trade, string>> = {
  field: "Field sales",
  phone: "Phone sales",
  channel: "Channel sales",
  retail: "Retail",
  subscription: "Subscriptions",
};

export const metrics = (f: Formatter) => ({
  metricIs: (name: string): Line => line`${said(name)}`,
  metricAliases: (aliases: readonly string[]): Line =>
    aliases.length === 0 ? line`no aliases` : line`also ${said(f.list(aliases))}`,
  addMetric: (): Line => line`Add metric`,
  editMetric: (): Line => line`Edit metric`,
  trades: (): Line => line`Choose metrics to start with`,
  tradesIntro: (): Line =>
    line`One press creates them. You can rename, change or add to them at any time.`,
  trade: (trade: Trade): Line => line`${tradeNames[trade]}`,
  startersAre: (names: readonly string[]): Line => line`${f.list(names)}`,
  beginWith: (): Line => line`Use these`,
  tradeThere: (): Line => line`all there`,
  currencyFirst: (): Line =>
    line`First I need to know where your company is: then I know which currency amounts are in.`,
  toOwnMetric: (): Line => line`A metric of my own`,
  metricTitle: (): Line => line`Metric`,
  nameEn: (): Line => line`Name in English`,
  nameZh: (): Line => line`Name in Chinese`,
  aliases: (): Line => line`Other words for it`,
  aliasesHint: (): Line => line`Separated by commas: calls, 电话量`,
  oneName: (): Line => line`Please give it a name. One language is enough.`,
  unit: (): Line => line`Measured in`,
  unitIs: (unit: "money" | "count" | "percent"): Line =>
    line`${{ money: "money, e.g. collected revenue", count: "pieces, e.g. calls", percent: "percent, e.g. a conversion rate" }[unit]}`,
  currency: (): Line => line`Currency`,
  currencyHint: (own: string): Line => line`Empty means ${own}`,
  unknownCurrency: (code: string): Line =>
    line`I don't know the currency ${said(code)}. Please give its three letters, e.g. EUR.`,
  ratioNum: (): Line => line`What is counted`,
  ratioDen: (): Line => line`Out of what`,
  ratioHint: (): Line =>
    line`A metric, or words of your own such as “deals”. Empty if people report the percentage itself.`,
  ratioIs: (num: string, den: string): Line => line`${said(num)} ÷ ${said(den)}`,
  ratioOfItself: (): Line => line`Both sides are the same. What is it divided by?`,
  ratioOfRatio: (): Line => line`This one is a ratio itself. Please name what is counted.`,
  adds: (): Line => line`A log adds to it`,
  addsHint: (): Line => line`Off: a log says where it stands`,
  taken: (name: string): Line =>
    line`“${said(name)}” already belongs to another metric. Choose another word.`,
});

export type MetricMessages = ReturnType<typeof metrics>;

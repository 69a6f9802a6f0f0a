// Metrics to begin with, by what people sell and how: one press makes them, and each can be changed or added to afterwards.
import { foldCase } from "#src/language/text";
import type { Unit } from "#src/language/units";
import { metricNames, type Metric, type MetricId } from "../model.ts";

export const trades = ["field", "phone", "channel", "retail", "subscription"] as const;
export type Trade = (typeof trades)[number];

interface Starter {
  readonly en: string;
  readonly zh: string;
  readonly aliases: readonly string[];
  /** What is counted, and in Chinese its counter word; money is in the organisation's currency. */
  readonly unit: "money" | { readonly counter?: string };
}

const revenue: Starter = { en: "revenue", zh: "回款", aliases: ["回款额"], unit: "money" };
const newCustomers: Starter = {
  en: "new customers",
  zh: "新客户",
  aliases: [],
  unit: { counter: "家" },
};
const meetings: Starter = { en: "meetings", zh: "约见", aliases: [], unit: { counter: "次" } };

const starters: Readonly<Record<Trade, readonly Starter[]>> = {
  field: [
    revenue,
    { en: "bookings", zh: "签约额", aliases: ["合同额"], unit: "money" },
    { en: "visits", zh: "拜访", aliases: ["拜访量"], unit: { counter: "家" } },
    newCustomers,
  ],
  phone: [
    revenue,
    { en: "calls", zh: "电话", aliases: ["电话量"], unit: { counter: "通" } },
    meetings,
    { en: "deals", zh: "成交", aliases: ["成单"], unit: { counter: "单" } },
  ],
  channel: [
    { en: "partner revenue", zh: "渠道回款", aliases: [], unit: "money" },
    { en: "new partners", zh: "新签渠道", aliases: [], unit: { counter: "家" } },
    { en: "partner visits", zh: "渠道拜访", aliases: [], unit: { counter: "家" } },
    { en: "partner trainings", zh: "渠道培训", aliases: [], unit: { counter: "次" } },
  ],
  retail: [
    { en: "sales", zh: "销售额", aliases: [], unit: "money" },
    { en: "transactions", zh: "成交单数", aliases: [], unit: { counter: "单" } },
    { en: "new members", zh: "新会员", aliases: ["新增会员"], unit: {} },
  ],
  subscription: [
    { en: "new recurring revenue", zh: "新增订阅", aliases: ["MRR"], unit: "money" },
    { en: "demos", zh: "演示", aliases: [], unit: { counter: "次" } },
    { en: "trials", zh: "试用", aliases: [], unit: {} },
    newCustomers,
  ],
};

export const startersOf = (trade: Trade): readonly Starter[] => starters[trade];

/** Those that are not there yet under any of their names. */
export function newMetrics(
  trade: Trade,
  known: readonly Metric[],
  currency: string,
  newId: () => string,
): readonly Metric[] {
  const taken = new Set(known.flatMap(metricNames).map(foldCase));
  const isFree = (name: string): boolean => !taken.has(foldCase(name));
  return starters[trade]
    .filter(({ en, zh }) => isFree(en) && isFree(zh))
    .map(({ en, zh, aliases, unit }) => ({
      id: newId() as MetricId,
      nameEn: en,
      nameZh: zh,
      aliases: aliases.filter(isFree),
      unit: unitOf(unit, currency),
      adds: true,
      ratio: null,
    }));
}

const unitOf = (unit: Starter["unit"], currency: string): Unit =>
  unit === "money" ? { kind: "money", currency } : { kind: "count", ...unit };

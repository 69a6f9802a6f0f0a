// What is counted in the playground.
import type { Metric, MetricId } from "#src/practices/setup/model";
import { numbered } from "./cast.ts";

export const revenue = numbered("1001", 1) as MetricId;
export const calls = numbered("1001", 2) as MetricId;
export const visits = numbered("1001", 3) as MetricId;

export const metrics: readonly Metric[] = [
  {
    id: revenue,
    nameEn: "collected revenue",
    nameZh: "回款",
    aliases: ["revenue", "回款额", "到账"],
    unit: { kind: "money", currency: "CNY" },
    adds: true,
  },
  {
    id: calls,
    nameEn: "calls",
    nameZh: "电话",
    aliases: ["call", "通话", "电话量"],
    unit: { kind: "count", counter: "通" },
    adds: true,
  },
  {
    id: visits,
    nameEn: "visits",
    nameZh: "拜访",
    aliases: ["visit", "拜访量", "demos", "demo"],
    unit: { kind: "count", counter: "次" },
    adds: true,
  },
];

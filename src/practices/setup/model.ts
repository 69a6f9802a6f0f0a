// What an admin sets up for everybody: metrics with their names in both languages and their aliases.
import type { z } from "zod";
import type { Locale } from "#src/language/text";
import type { Unit } from "#src/language/units";

export type MetricId = string & z.$brand<"MetricId">;

/** What a metric is measured in: money, pieces, or a share in per cent. */
export const metricKinds = ["money", "count", "percent"] as const;
export type MetricKind = (typeof metricKinds)[number];

export interface Metric {
  readonly id: MetricId;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly aliases: readonly string[];
  readonly unit: Unit;
  /** A log adds to it; otherwise it says where the figure stands. */
  readonly adds: boolean;
  /** Only on a ratio: what it divides by what. Its unit is per cent. */
  readonly ratio?: Ratio | null;
}

/** One side of a ratio: another metric, or something with a name of its own. */
export type RatioPart =
  | { readonly metric: MetricId }
  | { readonly nameEn: string; readonly nameZh: string };

/** Conversion is deals (num) by visits (den). */
export interface Ratio {
  readonly num: RatioPart;
  readonly den: RatioPart;
}

/** Every word the metric answers to. */
export const metricNames = (metric: Metric): readonly string[] => [
  metric.nameEn,
  metric.nameZh,
  ...metric.aliases,
];

/** The part's name in one language; null when its metric is not there. */
export function partName(
  part: RatioPart,
  metrics: readonly Metric[],
  locale: Locale,
): string | null {
  const named = "metric" in part ? (metrics.find((each) => each.id === part.metric) ?? null) : part;
  return named && (locale === "zh" ? named.nameZh : named.nameEn);
}

// What an admin sets up for everybody: metrics with their names in both languages and their aliases.
import type { z } from "zod";
import type { Unit } from "#src/language/units";

export type MetricId = string & z.$brand<"MetricId">;

export interface Metric {
  readonly id: MetricId;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly aliases: readonly string[];
  readonly unit: Unit;
  /** A log adds to it; otherwise it says where the figure stands. */
  readonly adds: boolean;
}

/** Every word the metric answers to. */
export const metricNames = (metric: Metric): readonly string[] => [metric.nameEn, metric.nameZh, ...metric.aliases];

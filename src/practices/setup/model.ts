// What an admin sets up for everybody: metrics with their names in both languages and their aliases; departments that teams follow.
import type { z } from "zod";
import type { Locale } from "#src/language/text";
import type { Unit } from "#src/language/units";
import type { TeamId } from "#src/people/person";

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

/** Who leads a department, and who is directly in it, each with their own leader where the directory names one. Accounts of the platform. */
export interface Seen {
  readonly leader: string | null;
  readonly members: Readonly<Record<string, string | null>>;
}

/** Asked before anything is changed, done by itself, or not looked at. */
export const followings = ["ask", "self", "off"] as const;
export type Following = (typeof followings)[number];

export interface FollowedDepartment {
  readonly platform: string;
  readonly workspace: string;
  /** The platform's own id of it. */
  readonly department: string;
  readonly teamId: TeamId;
  readonly following: Following;
  /** As it was when what it says was last taken over, or turned down. */
  readonly seen: Seen;
  /** The question that is open about what changed since, and what it is about, in one text; null: nothing is asked. */
  readonly proposal: string | null;
  readonly proposed: string | null;
  /** When it is looked at next. */
  readonly dueAt: Date;
}

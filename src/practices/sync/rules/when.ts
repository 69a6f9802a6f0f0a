// When a source is asked next, how far back, and whether all of it is looked at.
import { localDateAt, localTimeAt } from "#src/calendar/zones";
import { isOld } from "#src/practices/goals/api";
import type { SourceState, Trouble } from "../model.ts";

/** What was changed shortly before the last look may not have been seen by it. */
const overlapMs = 5 * 60_000;
/** Deleted rows are listed for so long, at least: whoever was away longer looks at everything. */
const awayMs = 20 * 24 * 3_600_000;
/** Of the organisation: a quiet hour. */
const nightly = "02:00";
const hourMs = 3_600_000;

export const sinceOf = (readThrough: Date): Date => new Date(readThrough.getTime() - overlapMs);

/** Once each night, and whenever there is no other way to know what left. */
export function isFullDue(
  { readThrough, fullOn }: Pick<SourceState, "readThrough" | "fullOn">,
  now: Date,
  zone: string,
): boolean {
  if (readThrough === null || fullOn === null) return true;
  if (now.getTime() - readThrough.getTime() > awayMs) return true;
  return fullOn < localDateAt(now, zone) && localTimeAt(now, zone) >= nightly;
}

/** Null: not before somebody asks. */
export function nextAfter(trouble: Trouble | null, everyMinutes: number, now: Date): Date | null {
  const usual = new Date(now.getTime() + everyMinutes * 60_000);
  if (trouble === null) return usual;
  if (["no-quota", "other-organisation", "shrunk"].includes(trouble.kind)) return null;
  if (trouble.until !== null)
    return new Date(Math.max(new Date(trouble.until).getTime(), now.getTime() + 60_000));
  if (["unreachable", "down", "failed"].includes(trouble.kind)) return usual;
  return new Date(now.getTime() + Math.max(hourMs, everyMinutes * 60_000));
}

export const isStale = (okAt: Date | null, now: Date): boolean => okAt === null || isOld(okAt, now);

/** What mends itself is worth a word only where numbers got old by it. */
const mendsItself: readonly Trouble["kind"][] = [
  "unreachable",
  "down",
  "slow-down",
  "quota-used",
  "failed",
];
export const isWorthTelling = (
  { trouble, okAt }: Pick<SourceState, "trouble" | "okAt">,
  now: Date,
): boolean => trouble !== null && (!mendsItself.includes(trouble.kind) || isStale(okAt, now));

// Whether a line without a verb is a log: it begins with one of the metrics, a day in front or not, and holds a figure.
import { habitsIn } from "#src/language/amount/amount";
import { findDate } from "#src/language/dates/dates";
import { foldCase } from "#src/language/text";
import { metricNames, type Metric } from "#src/practices/setup/api";
import type { GoalContext } from "../context.ts";
import { readRatio } from "./parse/parse-ratio.ts";
import { readLine } from "./reading/read-line.ts";
import { waysOf, type LineReader } from "./reading/reading.ts";

export async function claimsLog(line: string, context: GoalContext): Promise<boolean> {
  return (
    /[\d零一二两三四五六七八九十百千]/.test(line) &&
    startsWithMetric(withoutDate(line, context), {
      metrics: await context.stores.setup.metrics(),
      today: context.today,
      ofRatio: false,
      habits: habitsIn(context.person.country),
      directory: [],
      colleagues: [],
    })
  );
}

/** A day may stand in front: 11月5日 回款5万, 前天回款5万. */
function withoutDate(line: string, { today }: Pick<GoalContext, "today">): string {
  const found = findDate(line, { today, lean: "past" });
  return found?.start === 0 ? line.slice(found.end).replace(/^[\s,，:：]+/u, "") : line;
}

export function startsWithMetric(line: string, reader: LineReader): boolean {
  const { metrics } = reader;
  const [first = ""] = line.trim().split("\n");
  const folded = foldCase(first);
  if (readRatio(folded, metrics, false)?.start === 0) return true;
  if (metricThenFigure(folded, metrics)) return true;
  const named = metrics.filter((metric) =>
    metricNames(metric).some((name) => begins(folded, name)),
  );
  if (named.length === 0) return false;
  const reading = readLine(first, reader);
  return waysOf(reading).some(({ entries, leftOut }) =>
    [...entries, ...leftOut.flatMap(({ entry }) => (entry ? [entry] : []))].some(
      ({ metric }) => metric !== null && named.some(({ id }) => id === metric.id),
    ),
  );
}

const begins = (folded: string, name: string): boolean =>
  folded.startsWith(foldCase(name)) &&
  !(/[a-z0-9]$/i.test(name) && /[a-z]/.test(folded.charAt(name.length)));

/** A metric with a figure right behind it means a log, though the figure cannot be read: then that is said. */
const metricThenFigure = (folded: string, metrics: readonly Metric[]): boolean =>
  metrics.some((each) =>
    metricNames(each).some(
      (name) =>
        folded.startsWith(foldCase(name)) && /^ ?[:=]? ?[+-]?\d/.test(folded.slice(name.length)),
    ),
  );

// Slack's own charts and tables. They stand in messages only, a client or a workspace may not take them, and then what card.ts draws in
// words stands there instead.
// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block, …/data-table-block
import { barSays, chipsOf, inOneLine, type Card, type Columns, type Group } from "#src/view/card";
import type { Chart, Standings, Way } from "#src/view/chart";
import { joinLines, plainLine, type Line } from "#src/view/line";
import { blockBar } from "#src/view/plain";
import type { Block } from "./fit.ts";
import { ellipsis, limits, unitsOf } from "./limits.ts";
import { plainWithin } from "./line.ts";
import type { Drawing } from "./pieces.ts";

/** Whether anything in these cards would be one of them. */
export const hasNative = (cards: readonly Card[]): boolean =>
  cards.some(({ body }) => body.some(({ element }) => nativeElements.has(element)));

const nativeElements: ReadonlySet<string> = new Set(["chart", "table", "groups"]);

export const isNative = ({ type }: Block): boolean =>
  type === "data_visualization" || type === "data_table";

interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** Null where Slack would refuse it: too many of them in this message, or one category alone. */
export function nativeChart(chart: Chart, { natives, t }: Drawing): Block | null {
  if (natives === null || natives.charts >= limits.charts) return null;
  const { categories, series } = chart.kind === "way" ? wayOf(chart) : standingsOf(chart);
  if (categories.length < 2) return null;
  natives.charts += 1;
  const named = unlike(categories);
  return {
    type: "data_visualization",
    title: ellipsis(plainWithin(chart.name, limits.chartTitle, t), limits.chartTitle, unitsOf),
    chart: {
      type: chart.kind === "way" ? "line" : "bar",
      series: series.map(({ name, values }) => ({
        name: ellipsis(name, limits.chartLabel, unitsOf),
        data: named.map((label, i) => ({ label, value: values[i] ?? 0 })),
      })),
      axis_config: { categories: named, y_label: "%" },
    },
  };
}

/** A share in per cent with one place: for drawing. */
const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Every line has a point at each day, so both end today; what is to come stands in the words. */
function wayOf({ points, plan, legend }: Way): {
  readonly categories: readonly Line[];
  readonly series: readonly Series[];
} {
  const whole = plan.at(-1)?.value || 1;
  const shown = thinned(points, limits.chartCategories);
  const due = (at: number): number => plan.findLast((each) => each.at <= at)?.value ?? 0;
  return {
    categories: shown.map(({ label }) => label),
    series: [
      { name: plainLine(legend.way), values: shown.map(({ value }) => percent(value / whole)) },
      { name: plainLine(legend.plan), values: shown.map(({ at }) => percent(due(at) / whole)) },
    ],
  };
}

function standingsOf({ bars, barLabel, markLabel }: Standings): {
  readonly categories: readonly Line[];
  readonly series: readonly Series[];
} {
  const shown = bars.slice(0, limits.chartCategories);
  return {
    categories: shown.map(({ label }) => label),
    series: [
      { name: plainLine(barLabel), values: shown.map(({ bar }) => percent(Math.max(0, bar.done))) },
      { name: plainLine(markLabel), values: shown.map(({ bar }) => percent(bar.mark ?? 0)) },
    ],
  };
}

/** At most so many, the first and the last among them. */
function thinned<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  const step = (list.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => list[Math.round(i * step)]).filter(
    (each) => each !== undefined,
  );
}

/** No two of one name, which Slack would take for one. */
function unlike(lines: readonly Line[]): readonly string[] {
  const seen = new Map<string, number>();
  return lines.map((each) => {
    const name = ellipsis(plainLine(each), limits.chartLabel, unitsOf);
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1
      ? name
      : `${ellipsis(name, limits.chartLabel - 3, unitsOf)} ${String(times)}`;
  });
}

const cellMost = 120;
const pageRows = 10;

/** Null where it would be too much for one, or nothing. */
export function nativeTable(
  caption: Line,
  head: readonly Line[],
  rows: readonly (readonly Line[])[],
  { natives, t }: Drawing,
): Block | null {
  if (natives === null || rows.length === 0 || head.length > limits.tableColumns) return null;
  const shown = rows.slice(0, limits.tableRows);
  const cells = [head, ...shown].map((row) =>
    head.map((_, i) => ({ type: "raw_text", text: cellOf(row[i] ?? [], t) })),
  );
  const size = cells.flat().reduce((sum, { text }) => sum + text.length, 0);
  if (shown.length < rows.length || size > limits.tableCharacters) return null;
  return {
    type: "data_table",
    caption: plainWithin(caption, limits.chartTitle, t),
    page_size: Math.min(pageRows, shown.length),
    rows: cells,
  };
}

/** Slack refuses empty text. */
function cellOf(cell: Line, t: Drawing["t"]): string {
  const text = plainWithin(cell, cellMost, t);
  return text === "" ? "–" : text;
}

/** The person stands in each of their rows, since every row may be sorted by itself. */
export function nativeGroups(
  { group, row, chip, bar, beside }: Columns,
  groups: readonly Group[],
  drawing: Drawing,
): Block | null {
  const lines = groups.flatMap((each) =>
    each.rows.map((one): readonly Line[] => [
      each.title,
      one.line,
      joinLines(
        chipsOf(one).map(({ label }) => label),
        ", ",
      ),
      one.bar ? [`${blockBar(one.bar.done)} `, ...barSays(inOneLine(one.bar))] : [],
      ...beside.map((_, i) => each.beside[i]?.line ?? []),
    ]),
  );
  return nativeTable(group, [group, row, chip, bar, ...beside], lines, drawing);
}

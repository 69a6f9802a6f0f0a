// Charts as Lark draws them, from a VChart definition without anything that phones refuse, and in words below: nobody has to see them.
// https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/content-components/chart
import { barSays, inOneLine, otherCharts } from "#src/view/card";
import { wayNow, waySpark, type Chart, type Standings, type Way } from "#src/view/chart";
import { joinLines, type Line } from "#src/view/line";
import { blockBar } from "#src/view/plain";
import type { ChartJson, ElementJson } from "./card-json.ts";
import { limits, type Room } from "./limits.ts";
import { renderLine, renderPlain, renderPrefixed } from "./line.ts";
import type { LarkMessages } from "../messages/index.ts";

export interface Charts {
  render(charts: readonly [Chart, ...Chart[]]): ElementJson[];
}

const soft = { text_size: "notation", text_color: "grey" } as const;

/** Counts the charts of one card: from the sixth on there are words only. */
export function createCharts(room: Room, t: LarkMessages): Charts {
  let drawn = 0;
  return {
    render(charts) {
      const [first] = charts;
      const others = otherCharts(charts).map(({ line }) => renderLine(line, room.text, t));
      const head = [
        renderLine(first.about, room.text, t, soft),
        renderLine([{ bold: first.takeaway }], room.text, t),
      ];
      drawn += 1;
      const drawing = drawn > limits.charts ? [] : [draw(first, room, t)];
      return [...head, ...drawing, ...inWords(first, room, t), ...others];
    },
  };
}

const fewBars = 8;

const draw = (chart: Chart, room: Room, t: LarkMessages): ChartJson => ({
  tag: "chart",
  // Many bars need height; on a phone every chart is a square.
  aspect_ratio: chart.kind === "standings" && chart.bars.length > fewBars ? "1:1" : "16:9",
  chart_spec: {
    ...(chart.kind === "way" ? lineOf(chart, room, t) : barsOf(chart, room, t)),
    seriesField: "what",
    legends: { visible: true, orient: "bottom" },
  },
});

/** The pace line's green beside greys that stay behind it, in a light chat and in a dark one. */
const colours = { actual: "#12866a", planned: "#8f959e", elapsed: "#c9cdd4" } as const;

/** A share in per cent with one place: for drawing. */
const percent = (share: number): number => Math.round(share * 1000) / 10;

/** Shares of what is to be reached, since an axis of Lark's writes 1610000 for 161万. */
function lineOf({ points, plan, legend }: Way, room: Room, t: LarkMessages) {
  const whole = plan.at(-1)?.value || 1;
  const named = (what: Line) => `${renderPlain(what, room.label, t)} %`;
  const [planned, actual] = [named(legend.plan), named(legend.way)];
  const values = (list: Way["points"], what: string) =>
    list.map(({ label, value }) => ({
      at: renderPlain(label, room.label, t),
      value: percent(value / whole),
      what,
    }));
  return {
    type: "line",
    data: { values: [...values(plan, planned), ...values(points, actual)] },
    xField: "at",
    yField: "value",
    color: [colours.planned, colours.actual],
    point: { visible: false },
    line: {
      style: {
        lineDash: {
          type: "ordinal",
          field: "what",
          domain: [planned, actual],
          range: [
            [4, 4],
            [0, 0],
          ],
        },
      },
    },
  } as const;
}

function barsOf({ bars, barLabel, markLabel }: Standings, room: Room, t: LarkMessages) {
  const shown = bars.slice(0, room.tableRows);
  const names = unlike(shown.map(({ label }) => renderPlain(label, room.label, t)));
  const values = (share: (bar: Standings["bars"][number]["bar"]) => number, what: Line) =>
    shown.map(({ bar }, i) => ({
      who: names[i] ?? "",
      value: percent(share(bar)),
      what: `${renderPlain(what, room.label, t)} %`,
    }));
  return {
    type: "bar",
    direction: "horizontal",
    data: {
      values: [
        ...values((bar) => bar.done, barLabel),
        ...values((bar) => bar.mark ?? 0, markLabel),
      ],
    },
    xField: "value",
    yField: ["who", "what"],
    color: [colours.actual, colours.elapsed],
  } as const;
}

/** Two people of one name are two bars. */
function unlike(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} ${String(times)}`;
  });
}

function inWords(chart: Chart, room: Room, t: LarkMessages): ElementJson[] {
  if (chart.kind === "way")
    return [renderPrefixed(`${waySpark(chart)} `, wayNow(chart), room.text, t, soft)];
  const shown = chart.bars.slice(0, room.tableRows);
  const left = chart.bars.length - shown.length;
  const lines = shown.map(({ label, bar }): Line => [
    ...label,
    ` ${blockBar(bar.done)} `,
    ...barSays(inOneLine(bar)),
  ]);
  return [
    renderLine(joinLines(lines, "\n"), room.text, t, soft),
    ...(left > 0 ? [renderLine([t.more(left)], room.label, t, soft)] : []),
  ];
}

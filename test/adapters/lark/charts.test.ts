// Every chart that is sent to Lark, of every practice and in both languages, as VChart has to read it: by a schema of the parts that are
// used, since the library that draws it is no dependency (test/browser/lark-charts has it draw them). Wide as on a computer and square as
// on a phone it is the same specification.
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { ChartJson } from "#adapters/lark/render/card-json";
import { locales } from "#src/language/text";
import { card, chart } from "#src/view/card";
import { said } from "#src/view/line";
import { sampleStandings, sampleWay } from "#test/adapters/samples";
import { chartsIn, chartsOfPractices } from "#test/support/lark/charts";

const point = z.record(z.string(), z.union([z.string().min(1), z.number().finite()]));
const common = {
  data: z.strictObject({ values: z.array(point).min(1) }),
  seriesField: z.string(),
  legends: z.strictObject({ visible: z.literal(true), orient: z.literal("bottom") }),
  color: z.array(z.string().regex(/^#[0-9a-f]{6}$/)).length(2),
};
const lineDash = z.strictObject({
  type: z.literal("ordinal"),
  field: z.string(),
  domain: z.array(z.string()).length(2),
  range: z.array(z.array(z.number()).length(2)).length(2),
});
/** What phones refuse (textures, gradients, word clouds, scripts) has no place in it: whatever is not listed is refused here. */
const spec = z.discriminatedUnion("type", [
  z.strictObject({
    ...common,
    type: z.literal("line"),
    xField: z.string(),
    yField: z.string(),
    point: z.strictObject({ visible: z.literal(false) }),
    line: z.strictObject({ style: z.strictObject({ lineDash }) }),
  }),
  z.strictObject({
    ...common,
    type: z.literal("bar"),
    direction: z.literal("horizontal"),
    xField: z.string(),
    yField: z.array(z.string()).length(2),
  }),
]);

/** What stands at one place of both axes is one thing, a line goes forward, and no more is drawn than a phone shows. */
function check({ aspect_ratio, chart_spec }: ChartJson): void {
  expect(["16:9", "1:1"]).toContain(aspect_ratio);
  expect(JSON.parse(JSON.stringify(chart_spec))).toEqual(chart_spec);
  const read = spec.parse(chart_spec);
  const place = read.type === "line" ? read.xField : read.yField[0]!;
  const value = read.type === "line" ? read.yField : read.xField;
  const { values } = read.data;
  for (const each of values) {
    expect(typeof each[value]).toBe("number");
    expect(typeof each[place]).toBe("string");
    expect(String(each[place]).length).toBeLessThanOrEqual(60);
  }
  const series = [...new Set(values.map((each) => each[read.seriesField]))];
  expect(series).toHaveLength(2);
  const [first, second] = series.map((name) =>
    values.filter((each) => each[read.seriesField] === name).map((each) => String(each[place])),
  );
  // A line's second series stands at days the first one has, in their order: the axis is that of the first.
  const axis = [...new Set(first)];
  const at = second!.map((each) => axis.indexOf(each));
  expect(at.every((each, i) => each >= 0 && (i === 0 || each >= at[i - 1]!))).toBe(true);
  if (read.type === "bar") expect(axis).toHaveLength(first!.length);
}

describe("every chart of every practice", () => {
  it.each(locales)("is one that VChart reads, in %s", (locale) => {
    const all = chartsOfPractices(locale);
    expect(all.length).toBeGreaterThan(1);
    for (const { drawn } of all) check(drawn);
  });
});

describe("a chart", () => {
  it("of two people of one name has two bars, and of many is a square", () => {
    const bars = Array.from({ length: 12 }, () => ({
      label: [said("王伟")],
      bar: { done: 0.4, mark: 0.5, says: ["4 of 10"] },
    }));
    const [drawn] = chartsIn(
      card({ title: "t", body: [chart({ ...sampleStandings, bars })] }),
      "zh",
    );
    check(drawn!);
    expect(drawn!.aspect_ratio).toBe("1:1");
    const few = chartsIn(card({ title: "t", body: [chart(sampleStandings)] }), "zh");
    expect(few[0]!.aspect_ratio).toBe("16:9");
  });

  it("of a way is drawn wide", () => {
    const [drawn] = chartsIn(card({ title: "t", body: [chart(sampleWay)] }), "en");
    check(drawn!);
    expect(drawn!.aspect_ratio).toBe("16:9");
  });
});

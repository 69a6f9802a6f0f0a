import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { decimal, toText } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import type { Unit } from "#src/language/units";
import { percentOf } from "#src/practices/goals/model";
import { readOnlyRatio, rollUp, sumRatios } from "#src/practices/goals/log/parse/parse-ratio";
import { startsWithMetric } from "#src/practices/goals/log/claims-log";
import { readLine } from "#src/practices/goals/log/reading/read-line";
import type { LineReader } from "#src/practices/goals/log/reading/reading";
import { habitsIn } from "#src/language/amount/amount";
import type { Metric, MetricId } from "#src/practices/setup/api";

const metric = (
  nameEn: string,
  nameZh: string,
  aliases: readonly string[],
  unit: Unit,
): Metric => ({ id: nameEn as MetricId, nameEn, nameZh, aliases, unit, adds: true });
const metrics = [
  metric("conversion", "成交率", ["转化率"], { kind: "percent" }),
  metric("calls", "电话", [], { kind: "count" }),
];
const ratio = (num: string, den: string) => ({ num: decimal(num), den: decimal(den) });

const readerOf = (ofRatio: boolean): LineReader => ({
  metrics,
  today: localDate("2026-11-11"),
  ofRatio,
  habits: habitsIn("CN"),
  directory: [],
  colleagues: [],
});

function read(text: string, ofRatio = false): string {
  const reading = readLine(normalise(text), readerOf(ofRatio));
  if (reading.is !== "clear") return reading.is;
  const { entries } = reading.way;
  const amounts = entries.map(
    (each) =>
      `${each.metric?.nameEn ?? "?"}: ${each.total ? "=" : ""}${toText(each.amount.value)}${each.of ? ` of ${toText(each.of)}` : ""}`,
  );
  const on = entries[0]?.on ?? null;
  const note = entries.flatMap((each) => each.note).join(" ");
  return [
    ...amounts,
    ...(on === null ? [] : [`on ${on}`]),
    ...(note === "" ? [] : [`| ${note}`]),
  ].join(" ");
}

describe("the parts of a ratio in a line", () => {
  it.each([
    ["转化率 3/10", "conversion: 3 of 10"],
    ["成交率3/10", "conversion: 3 of 10"],
    ["conversion 3 of 10", "conversion: 3 of 10"],
    ["conversion 3 out of 10", "conversion: 3 of 10"],
    ["conversion: 3/10", "conversion: 3 of 10"],
    ["3/10 conversion", "conversion: 3 of 10"],
    ["转化率 3/10 昨天", "conversion: 3 of 10 on 2026-11-10"],
    ["转化率 3/10 11月9日", "conversion: 3 of 10 on 2026-11-09"],
    ["转化率 累计 30/100", "conversion: =30 of 100"],
    ["累计 转化率 30/100", "conversion: =30 of 100"],
    ["转化率 3/10 电话 20", "conversion: 3 of 10 calls: 20"],
    ["转化率 3/10 仁济医院 2人", "conversion: 3 of 10 | 仁济医院 2人"],
    ["成交率 30%", "conversion: 30"],
    ["电话 20 3月10日", "calls: 20 on 2026-03-10"],
    ["电话20 3/10", "calls: 20 on 2026-03-10"],
    ["5k 3 of 10 instalments", "?: 5000 | 3 of 10 instalments"],
  ])("%s is %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it("need no name where the goal is known to be one", () => {
    expect(read("3/10", true)).toBe("?: 3 of 10");
    expect(read("累计 30/100", true)).toBe("?: =30 of 100");
  });

  it("claim a line without a verb", () => {
    expect(startsWithMetric("转化率 3/10", readerOf(false))).toBe(true);
    expect(startsWithMetric("会议 3/10", readerOf(false))).toBe(false);
  });

  it.each([
    ["3/10", "3 10"],
    ["3 of 10", "3 10"],
    ["３／１０", "3 10"],
    ["3/10 x", null],
    ["30%", null],
    ["3/10/2026", null],
    ["", null],
  ])("alone, %j are %s", (text, expected) => {
    const found = readOnlyRatio(normalise(text));
    expect(found && `${toText(found.num)} ${toText(found.den)}`).toBe(expected);
  });

  it("never make a line fail", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            "转化率",
            "3/10",
            "3 of 10",
            " ",
            "累计",
            "电话",
            "20",
            "昨天",
            "/",
            "%",
            "12-31",
          ),
          { maxLength: 8 },
        ),
        fc.boolean(),
        (words, ofRatio) => {
          expect(() => read(words.join(""), ofRatio)).not.toThrow();
        },
      ),
    );
  });
});

describe("ratios together", () => {
  it("are what was counted by what it was counted of, never the mean of percentages", () => {
    const whole = { unit: { kind: "percent" } as const, actual: decimal("0"), ratio: null };
    const parts = [ratio("120", "100"), ratio("30", "300")].map((each) => ({
      actual: percentOf(each),
      ratio: each,
    }));
    expect(toText(rollUp(whole, parts).actual)).toBe("37.5");
    expect(rollUp(whole, parts).ratio).toEqual(ratio("150", "400"));
  });

  it("leave out who only named a percentage, and leave the goal alone when nobody counted", () => {
    const own = { unit: { kind: "percent" } as const, actual: decimal("25"), ratio: null };
    expect(
      toText(
        rollUp(own, [
          { actual: decimal("90"), ratio: null },
          { actual: decimal("30"), ratio: ratio("3", "10") },
        ]).actual,
      ),
    ).toBe("30");
    expect(rollUp(own, [{ actual: decimal("90"), ratio: null }])).toBe(own);
    expect(sumRatios([null, ratio("0", "0")])).toBeNull();
  });

  it("of sums are their sum, with what was logged to the goal itself", () => {
    const own = { unit: { kind: "count" } as const, actual: decimal("5"), ratio: null };
    expect(
      toText(
        rollUp(own, [
          { actual: decimal("10.5"), ratio: null },
          { actual: decimal("-3"), ratio: null },
        ]).actual,
      ),
    ).toBe("12.5");
    expect(toText(rollUp(own, []).actual)).toBe("5");
  });
});

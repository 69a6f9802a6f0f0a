import { describe, expect, it } from "vitest";
import { toText } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import { readGoal } from "#src/practices/goals/define/parse-goal";
import type { Metric, MetricId } from "#src/practices/setup/api";

const revenue: Metric = {
  id: "r" as MetricId,
  nameEn: "revenue",
  nameZh: "回款",
  aliases: [],
  unit: { kind: "money", currency: "CNY" },
  adds: true,
};
const read = (line: string) => readGoal(normalise(line), [revenue], () => "CNY");
const way = (line: string): string => {
  const { title, direction, baseline, target, unit } = read(line);
  return `${title} | ${direction} ${toText(baseline)} ${toText(target)} ${unit.kind === "money" ? unit.currency : unit.kind}`;
};

describe("a goal from one value to another", () => {
  it.each([
    ["complaints from 20 to 5", "complaints | down 20 5 count"],
    ["complaints from 20 down to 5", "complaints | down 20 5 count"],
    ["customers from 5 to 20", "customers | up 5 20 count"],
    ["churn from 8% to 5%", "churn | down 8 5 percent"],
    ["投诉从20降到5", "投诉 | down 20 5 count"],
    ["投诉 从 20 到 5", "投诉 | down 20 5 count"],
    ["投诉从20件减少到5件", "投诉 | down 20 5 count"],
    ["客户数由5家增加至20家", "客户数 | up 5 20 count"],
    ["回款从50万提高到80万", "回款 | up 500000 800000 CNY"],
    ["成交率从20%提升到30%", "成交率 | up 20 30 percent"],
    ["reduce complaints to 5", "reduce complaints | down 0 5 count"],
    ["投诉降到5", "投诉 | down 0 5 count"],
    ["20 demos from Nordstadt", "demos from Nordstadt | up 0 20 count"],
    ["revenue 100k", "revenue | up 0 100000 CNY"],
  ])("%s is %s", (line, expected) => {
    expect(way(line)).toBe(expected);
  });

  it("keeps the reason apart", () => {
    expect(read("complaints from 20 to 5 because renewals suffer")).toMatchObject({
      title: "complaints",
      reason: "renewals suffer",
    });
  });
});

describe("a limit", () => {
  it.each([
    ["投诉不超过3家", "投诉 | keep 0 3 count"],
    ["投诉控制在3件以内", "投诉 | keep 0 3 count"],
    ["投诉保持在5以内", "投诉 | keep 0 5 count"],
    ["complaints at most 3", "complaints | keep 0 3 count"],
    ["response time below 4 hours", "response time (hours) | keep 0 4 count"],
    ["keep churn under 5%", "churn | keep 0 5 percent"],
    ["续约率保持在90%以上", "续约率 | floor 0 90 percent"],
    ["续约率不低于90%", "续约率 | floor 0 90 percent"],
    ["keep renewals at least 90%", "renewals | floor 0 90 percent"],
    ["回款至少100万", "回款 | up 0 1000000 CNY"],
    ["revenue at least 100k", "revenue | up 0 100000 CNY"],
  ])("%s is %s", (line, expected) => {
    expect(way(line)).toBe(expected);
  });

  it("shortens a title and a reason between characters, where one sees it", () => {
    const { title, reason } = read(
      `${"a\u{1F600}".repeat(300)} 100k because ${"b\u{1F600}".repeat(600)}`,
    );
    expect(title).toMatch(/(?:a|\u{1F600})…$/u);
    expect(reason).toMatch(/(?:b|\u{1F600})…$/u);
    expect(`${title}${reason ?? ""}`).not.toMatch(/\p{Surrogate}/u);
  });
});

describe("a currency", () => {
  it.each([
    ["revenue 100k XYZ", "XYZ"],
    ["revenue XYZ 100k", "XYZ"],
    ["回款 从 QQQ 50万 到 80万", null],
    ["revenue 100k EUR", null],
    ["revenue 100k NGN", null],
    ["revenue 100k ARR", null],
    ["20 XYZ demos", null],
    ["revenue APJ, 100k", null],
  ])("of %s that nobody knows is %s", (line, code) => {
    expect(read(line).unknownCurrency).toBe(code);
  });

  it("that is known is taken even when amounts are not read in it", () => {
    expect(read("revenue 100k NGN")).toMatchObject({
      title: "revenue",
      unit: { kind: "money", currency: "NGN" },
    });
  });
});

import { describe, expect, test } from "vitest";
import { findAmounts, readAmount, type Amount } from "#src/language/amount/amount";
import { toText } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import { cpuMs } from "#test/support/cpu-time";

function shown(amount: Amount | null): string | null {
  if (amount === null) return null;
  const { value, currency, yen, percent, points, counter } = amount;
  return [toText(value), currency, yen && "¥", percent && "%", points && "pp", counter]
    .filter(Boolean)
    .join(" ");
}

function found(line: string): string[] {
  const text = normalise(line);
  return findAmounts(text).map(
    ({ amount, start, end }) => `${text.slice(start, end)} = ${shown(amount)}`,
  );
}

describe("a text that is one amount", () => {
  test.each([
    ["12万", "120000"],
    ["12w", "120000"],
    ["12W", "120000"],
    ["12 万", "120000"],
    ["１２万", "120000"],
    ["520K", "520000"],
    ["1.5m", "1500000"],
    ["3 million", "3000000"],
    ["12万3千", "123000"],
    ["12万3456", "123456"],
    ["12万3", "123000"],
    ["3w5", "35000"],
    ["叁万伍仟", "35000"],
    ["1亿2000万", "120000000"],
    ["3千万", "30000000"],
    ["1,234.50", "1234.5"],
    ["0", "0"],
    ["0.5", "0.5"],
    ["-3万", "-30000"],
    ["−3", "-3"],
    ["＋５", "5"],
    ["999999999999999999", "999999999999999999"],
    ["S$12k", "12000 SGD"],
    ["US$3k", "3000 USD"],
    ["$3k", "3000 USD"],
    ["€42k", "42000 EUR"],
    ["42k €", "42000 EUR"],
    ["-€42k", "-42000 EUR"],
    ["12万元", "120000 CNY"],
    ["12k美元", "12000 USD"],
    ["CHF 12k", "12000 CHF"],
    ["人民币12万", "120000 CNY"],
    ["￥1.2亿", "120000000 ¥"],
    ["¥12万元", "120000 CNY"],
    ["JP¥12k", "12000 JPY"],
    ["CN¥12k", "12000 CNY"],
    ["30%", "30 %"],
    ["30 %", "30 %"],
    ["３０％", "30 %"],
    ["3成", "30 %"],
    ["三成五", "35 %"],
    ["百分之三十", "30 %"],
    ["百分之12.5", "12.5 %"],
    ["百分之百", "100 %"],
    ["5个百分点", "5 pp"],
    ["5 pp", "5 pp"],
    ["20单", "20 单"],
    ["20个", "20 个"],
    ["20通", "20 通"],
    ["20家", "20 家"],
    ["20次", "20 次"],
    ["两千三百", "2300"],
    ["两千三", "2300"],
    ["三万五", "35000"],
    ["三点五万", "35000"],
    ["一百二", "120"],
    ["一千零五", "1005"],
    ["十二万", "120000"],
    ["一亿零三十", "100000030"],
    ["2个亿", "200000000"],
    ["三", "3"],
  ])("reads %s as %s", (text, expected) => {
    expect(shown(readAmount(text))).toBe(expected);
  });

  test.each([
    "",
    "回款",
    "1,23",
    "1.2.3",
    "1.",
    ".5",
    "12万万",
    "约12万",
    "12万多",
    "十几万",
    "几十万",
    "12-13万",
    "1e5",
    "1234567890123456789",
    "0.1234567",
    "1000000亿亿",
    "12万34",
    "1.2万3千",
    "$12元",
    "2千瓦",
    "007",
    "万",
    "百",
    "千",
    "12-31",
    "10:30",
    "G7",
    "1 2",
    "12万 3",
    "- 3",
    "--3",
    "-€-3",
    "30%元",
    "十一成",
    "二三",
    "三万三万",
    "12 kg",
    "20 m",
    "3个月",
    "=12",
  ])("refuses %j", (text) => {
    expect(readAmount(text)).toBeNull();
  });
});

describe("amounts in a line", () => {
  test.each([
    ["今天 电话20 拜访3 回款12万", ["20 = 20", "3 = 3", "12万 = 120000"]],
    ["电话20,拜访3", ["20 = 20", "3 = 3"]],
    ["12万 仁济医院", ["12万 = 120000"]],
    ["报12万仁济医院", ["12万 = 120000"]],
    ["回款12万3千", ["12万3千 = 123000"]],
    ["回款-3万", ["-3万 = -30000"]],
    ["goal =50万", ["50万 = 500000"]],
    ["签约12万", ["12万 = 120000"]],
    ["最近12万", ["12万 = 120000"]],
    ["100 calls", ["100 = 100"]],
    ["20个客户", ["20个 = 20 个"]],
    ["电话3成交2", ["3 = 3", "2 = 2"]],
    ["目标达成3成", ["3成 = 30 %"]],
    ["回款三万五", ["三万五 = 35000"]],
    ["新签三单 拜访两次", ["三单 = 3 单", "两次 = 2 次"]],
    ["$12 and €3", ["$12 = 12 USD", "€3 = 3 EUR"]],
    ["4月回款20万", ["20万 = 200000"]],
    ["2026年目标120万", ["120万 = 1200000"]],
    ["G7 到 80%", ["80% = 80 %"]],
    ["log 12k for @x", ["12k = 12000"]],
    ["Q4 2026 12k", ["12k = 12000"]],
    ["12月新签3单", ["3单 = 3 单"]],
  ])("of %s are %j", (line, expected) => {
    expect(found(line)).toEqual(expected);
  });

  test.each([
    "12-31",
    "12/31",
    "12月31日",
    "2026-12-31",
    "3pm",
    "10:30",
    "10天内",
    "3个月",
    "30 days",
    "3 working days",
    "by 12.31",
    "31 Dec",
    "周二 15号",
  ])("leave the date or time %s alone", (line) => expect(found(line)).toEqual([]));

  test.each([
    "G7 #G7 F9 A3",
    "#7",
    "B2B Q4 room101",
    "第3次拜访",
    "1对1",
    "20-person",
    "a.b@12.com",
    "see https://a.b/12?x=20",
    "v2.0",
    "50/50",
  ])("leave codes and digits inside words alone: %s", (line) => expect(found(line)).toEqual([]));

  test.each([
    "三里屯",
    "百度",
    "千岛湖",
    "万科",
    "一下",
    "一个电话签下大单",
    "第二次拜访",
    "下一个",
    "五百强",
    "千万不要",
    "万一",
    "百分百",
    "三成功",
    "一天",
    "十几万",
    "张三",
    "两万五千里长征",
  ])("leave Chinese words that hold a numeral alone: %s", (line) =>
    expect(found(line)).toEqual([]),
  );

  test.each([
    "回款约12万",
    "about 12k",
    "12万多",
    "20+",
    "30%以上",
    "12-13万",
    "12万-13万",
    "12到13万",
    "12k to 13k",
    "三到五万",
    "1,23",
    "1.2.3",
    "12万万",
    "- 3万",
    "12 万科项目",
    "12万达广场",
    "两个亿",
    "1 000",
    "1 234 567",
    "½",
    "12k/15k",
  ])("leave out what is not exact: %s", (line) => expect(found(line)).toEqual([]));
});

test("five thousand characters are read in well under a quarter of a second, whatever they are", async () => {
  const bricks = [
    "1,",
    ",",
    "9",
    "万",
    "三万",
    " ",
    "12月",
    "月3",
    "US$",
    "http://",
    "calls 20, ",
    "一点",
    "-",
    "1-",
    "百分之",
    "约",
    "12 ",
    "三",
  ];
  for (const brick of bricks) {
    const text = brick.repeat(Math.ceil(5000 / brick.length));
    const took = await cpuMs(() => [findAmounts(text), readAmount(text)], 50);
    expect(took, brick).toBeLessThan(250);
  }
});

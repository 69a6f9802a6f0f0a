import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { currencies, readAmount } from "#src/language/amount/amount";
import { decimal, toText } from "#src/language/decimal";
import { createFormatter, type Unit } from "#src/language/format";

const zh = createFormatter({ locale: "zh", zone: "Asia/Shanghai", currency: "CNY" });
const en = createFormatter({ locale: "en", zone: "Europe/Berlin", currency: "SGD" });
const money = (currency: string): Unit => ({ kind: "money", currency });
const plain: Unit = { kind: "count" };

describe("an amount", () => {
  test.each([
    ["120000", "12万", "S$120k"],
    ["123500", "12.35万", "S$123.5k"],
    ["123456", "12.3456万", "S$123.456k"],
    ["120000000", "1.2亿", "S$120M"],
    ["1234567.5", "1,234,567.5", "S$1,234,567.5"],
    ["42000", "4.2万", "S$42k"],
    ["1234", "1,234", "S$1,234"],
    ["1500", "1,500", "S$1.5k"],
    ["-30000", "-3万", "-S$30k"],
    ["0", "0", "S$0"],
    ["999", "999", "S$999"],
    ["123456789", "123,456,789", "S$123,456,789"],
    ["120965000", "12,096.5万", "S$120.965M"],
    ["1200000", "120万", "S$1.2M"],
  ])("%s is %s at home in Chinese and %s in English", (value, chinese, english) => {
    expect(zh.amount(decimal(value), money("CNY"))).toBe(chinese);
    expect(en.amount(decimal(value), money("SGD"))).toBe(english);
  });

  test("carries its currency where it is not the reader's own", () => {
    const amount = decimal("42000");
    expect(
      ["EUR", "SGD", "USD", "CHF"].map((currency) => zh.amount(amount, money(currency))),
    ).toEqual(["€4.2万", "S$4.2万", "$4.2万", "CHF\u00A04.2万"]);
    expect(
      ["EUR", "CNY", "USD", "JPY"].map((currency) => en.amount(amount, money(currency))),
    ).toEqual(["€42k", "¥42k", "$42k", "JP¥42k"]);
    const tokyo = createFormatter({ locale: "en", zone: "Asia/Tokyo", currency: "JPY" });
    expect([tokyo.amount(amount, money("JPY")), tokyo.amount(amount, money("CNY"))]).toEqual([
      "¥42k",
      "CN¥42k",
    ]);
  });

  test("carries its counter in Chinese only", () => {
    expect(zh.amount(decimal("20"), { kind: "count", counter: "通" })).toBe("20通");
    expect(en.amount(decimal("20"), { kind: "count", counter: "通" })).toBe("20");
    expect([
      zh.amount(decimal("37.5"), { kind: "percent" }),
      en.amount(decimal("37.5"), { kind: "percent" }),
    ]).toEqual(["37.5%", "37.5\u00A0%"]);
  });

  test("is read back as the same amount, whatever it is, in both languages", () => {
    const values = fc
      .tuple(
        fc.bigInt({ min: -(10n ** 18n) + 1n, max: 10n ** 18n - 1n }),
        fc.integer({ min: 0, max: 17 }),
        fc.integer({ min: 0, max: 999_999 }),
        fc.boolean(),
      )
      .map(([whole, cut, fraction, decimals]) =>
        decimal(
          `${whole / 10n ** BigInt(cut)}${decimals ? `.${String(fraction).padStart(6, "0")}` : ""}`,
        ),
      );
    const units = fc.oneof(
      fc.constantFrom(...currencies).map(money),
      fc
        .constantFrom(undefined, "单", "个", "通", "家", "次")
        .map((counter): Unit => (counter === undefined ? plain : { kind: "count", counter })),
      fc.constant<Unit>({ kind: "percent" }),
    );
    const own = fc.constantFrom("CNY", "SGD", "JPY", "EUR");
    fc.assert(
      fc.property(
        values,
        units,
        own,
        fc.constantFrom("zh" as const, "en" as const),
        (value, unit, currency, locale) => {
          const text = createFormatter({ locale, zone: "UTC", currency }).amount(value, unit);
          const amount = readAmount(text);
          expect(amount && toText(amount.value), text).toBe(toText(value));
          expect(amount?.percent ?? false).toBe(unit.kind === "percent");
          if (unit.kind === "money") {
            const bare = currency === "JPY" ? "JPY" : "CNY";
            expect(amount?.yen ? bare : (amount?.currency ?? currency), text).toBe(unit.currency);
          }
          if (unit.kind === "count" && locale === "zh") expect(amount?.counter).toBe(unit.counter);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

test("about a value says three digits, in the same habit", () => {
  expect(zh.about(decimal("16551.72"), money("CNY"))).toBe("1.66万");
  expect(en.about(decimal("16551.72"), plain)).toBe("16.6k");
  expect(en.about(decimal("2104.4"), money("SGD"))).toBe("S$2.1k");
  expect(en.about(decimal("999999"), plain)).toBe("1M");
  expect(zh.about(decimal("0.51234"), plain)).toBe("0.512");
  expect(zh.about(decimal("1234"), plain)).toBe("1,230");
  expect(zh.about(decimal("0"), plain)).toBe("0");
});

test("a share is a percentage", () => {
  expect(en.percent(decimal("0.52"))).toBe("52\u00A0%");
  expect(zh.percent(decimal("0.52"), 1)).toBe("52.0%");
  expect(zh.percent(decimal("33").div("62"), 1)).toBe("53.2%");
  expect(en.percent(decimal("-0.001"))).toBe("0\u00A0%");
  expect(en.percent(decimal("12.345"), 1)).toBe("1,234.5\u00A0%");
});

test("days and moments are said in the reader's words and zone", () => {
  const date = localDate("2026-11-10");
  expect([en.date(date), zh.date(date)]).toEqual(["Tue 10 Nov", "11月10日（周二）"]);
  expect(en.date(date, localDate("2027-01-02"))).toBe("Tue 10 Nov 2026");
  expect(zh.date(date, localDate("2026-01-02"))).toBe("11月10日（周二）");
  expect([en.dateLong(date), zh.dateLong(date)]).toEqual([
    "Tue 10 Nov 2026",
    "2026年11月10日（周二）",
  ]);
  const instant = new Date("2026-11-11T02:00:00Z");
  expect([en.time(instant), zh.time(instant)]).toEqual(["03:00", "10:00"]);
  expect([en.dateTime(instant), zh.dateTime(instant)]).toEqual([
    "Wed 11 Nov 2026, 03:00",
    "2026年11月11日（周三）10:00",
  ]);
  expect([
    en.day(date, date),
    zh.day(localDate("2026-11-09"), date),
    en.day(localDate("2026-11-20"), date),
  ]).toEqual(["today", "昨天", "Fri 20 Nov"]);
});

test("lists and counts of days read naturally", () => {
  expect(en.list(["a", "b", "c"])).toBe("a, b and c");
  expect(zh.list(["甲", "乙", "丙"])).toBe("甲、乙、丙");
  expect([en.list(["a"]), en.list([]), zh.list(["甲", "乙"])]).toEqual(["a", "", "甲、乙"]);
  expect([en.days(1), en.days(3), zh.days(3)]).toEqual(["1 day", "3 days", "3 天"]);
});

// Every figure of a line and what it may say. To add a case, add a line: typed, the reader's country, what it reads as.
import { describe, expect, it } from "vitest";
import { findFigures, habitsIn, readAmount, type Amount } from "#src/language/amount/amount";
import { toText } from "#src/language/decimal";
import { normalise } from "#src/language/text";

const shown = ({ value, currency, yen, percent, counter }: Amount): string =>
  [toText(value), currency, yen && "¥", percent && "%", counter].filter(Boolean).join(" ");

/** "12.500=12500 | 12.5": a figure and what it may say; ✗ for one that nobody could read. */
function figures(typed: string, country: string): string {
  const text = normalise(typed);
  return findFigures(text, habitsIn(country))
    .filter(({ is }) => is === "amount" || is === "inexact")
    .map(
      ({ start, end, readings }) =>
        `${text.slice(start, end)}=${readings.map(shown).join(" | ") || "✗"}`,
    )
    .join("; ");
}

describe("grouping", () => {
  it.each([
    ["€12.000 Nordstadt", "DE", "€12.000=12000 EUR | 12 EUR"],
    ["12.500", "DE", "12.500=12500 | 12.5"],
    ["12.500", "US", "12.500=12.5"],
    ["€12.500", "US", "€12.500=12500 EUR | 12.5 EUR"],
    ["12.000", "CN", "12.000=12000 | 12"],
    ["12.345k", "DE", "12.345k=12345"],
    ["1.234万", "CN", "1.234万=12340"],
    ["1.234,56 €", "DE", "1.234,56 €=1234.56 EUR"],
    ["1.234,56 €", "US", "1.234,56 €=✗"],
    ["1.234.567", "FR", "1.234.567=1234567"],
    ["1 234,56 €", "DE", "1 234,56 €=1234.56 EUR"],
    ["1 234,56 €", "US", "1 234,56 €=✗"],
    ["3 500 € Bauer", "DE", "3 500 €=3500 EUR"],
    ["€3 500", "DE", "€3 500=3500 EUR"],
    ["3 500", "DE", "3 500=✗"],
    ["1.234,56 €", "US", "1.234,56 €=✗"],
    ["1 234 567", "FR", "1 234 567=✗"],
    ["1,5 Mio", "DE", "1,5 Mio=1500000"],
    ["12,5k", "DE", "12,5k=12500"],
    ["12,5k", "US", "12,5k=✗"],
    ["1,23", "DE", "1,23=✗"],
    ["0,075", "DE", "0,075=✗"],
    ["12,000", "DE", "12,000=12000"],
    ["₹2,50,000", "US", "₹2,50,000=250000 INR"],
    ["2,50,000", "IN", "2,50,000=250000"],
    ["2,50,000", "US", "2,50,000=✗"],
  ])("%s in %s is %s", (typed, country, expected) => {
    expect(figures(typed, country)).toBe(expected);
  });
});

describe("short forms of many", () => {
  it.each([
    ["₹2.5 lakh", "₹2.5 lakh=250000 INR"],
    ["₹1 crore", "₹1 crore=10000000 INR"],
    ["3 lakhs", "3 lakhs=300000"],
    ["12萬", "12萬=120000"],
    ["1.2億", "1.2億=120000000"],
    ["三萬五", "三萬五=35000"],
    ["3 millions", "3 millions=3000000"],
    ["1.5 Mio. Nordstadt", "1.5 Mio.=1500000"],
    ["12 Tsd.", "12 Tsd.=12000"],
    ["12 tsd Acme", "12 tsd=12000"],
    ["5 mln", "5 mln=5000000"],
    ["2 Mrd.", "2 Mrd.=2000000000"],
    ["5 grand", "5 grand=5000"],
    ["5jt", "5jt=5000000"],
    ["5만", "5만=50000"],
    ["5 triệu", "5 triệu=5000000"],
    ["5 mil Acme", "5 mil=✗"],
    ["5 mm", "5 mm=✗"],
    ["20 m", "20 m=✗"],
  ])("%s is %s", (typed, expected) => {
    expect(figures(typed, "US")).toBe(expected);
  });
});

describe("currencies", () => {
  it.each([
    ["5k dollars Acme", "5k dollars=5000 USD"],
    ["5k bucks", "5k bucks=5000 USD"],
    ["5万刀", "5万刀=50000 USD"],
    ["5万欧 仁济", "5万欧=50000 EUR"],
    ["5万 欧莱雅", "5万=50000"],
    ["5万刀具", "5万=50000"],
    ["5万镑", "5万镑=50000 GBP"],
    ["5k usd", "5k usd=5000 USD"],
    ["PLN 5k", "PLN 5k=5000 PLN"],
    ["5k zł", "5k zł=5000 PLN"],
    ["Rs. 500", "Rs. 500=500 INR"],
    ["5k kr", "5k kr=✗"],
    ["5 all done", "5=5"],
    ["log 5 for Acme", "5=5"],
    ["the 5 calls", "5=5"],
    ["farm 5", "5=5"],
    ["12k won", "12k=12000"],
    ["5k HUF", "5k HUF=5000 HUF"],
    ["港币5万", "港币5万=50000 HKD"],
  ])("%s is %s", (typed, expected) => {
    expect(figures(typed, "US")).toBe(expected);
  });
});

describe("signs", () => {
  it.each([
    ["(€500) refund", "(€500)=-500 EUR | 500 EUR"],
    ["€500- refund", "€500-=-500 EUR | 500 EUR"],
    ["minus €500 refund", "minus €500=-500 EUR"],
    ["负5000", "负5000=-5000"],
    ["負5000", "負5000=-5000"],
    ["负责3个", "3个=3 个"],
    ["−€500", "-€500=-500 EUR"],
    ["- 3万", "3万=✗"],
    ["12-13万", "12-13万=✗"],
  ])("%s is %s", (typed, expected) => {
    expect(figures(typed, "US")).toBe(expected);
  });
});

it("a field refuses what may be two figures where its reader lives", () => {
  expect(readAmount("12.500", habitsIn("DE"))).toBeNull();
  expect(readAmount("12.500", habitsIn("US"))).not.toBeNull();
  expect(readAmount("500-")).toBeNull();
});

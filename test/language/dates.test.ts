import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, localDate } from "#src/calendar/local-date";
import { findDate, readDate, type Around } from "#src/language/dates/dates";
import { createFormatter } from "#src/language/format";
import { normalise } from "#src/language/text";

const wednesday = localDate("2026-11-25");
const due: Around = { today: wednesday, lean: "future" };
const done: Around = { today: wednesday, lean: "past" };

function read(text: string, around: Around): string {
  const reading = readDate(text, around);
  return "date" in reading ? reading.date : reading.problem.kind;
}
function cut(line: string, around: Around): [string, string] | null {
  const text = normalise(line);
  const found = findDate(text, around);
  return found === null
    ? null
    : [text.slice(found.start, found.end), "date" in found ? found.date : found.problem.kind];
}

describe("a date alone", () => {
  // words, when leaning to the past, when leaning to the future
  test.each([
    ["今天", "2026-11-25", "2026-11-25"],
    ["昨天", "2026-11-24", "2026-11-24"],
    ["大后天", "2026-11-28", "2026-11-28"],
    ["周五", "2026-11-20", "2026-11-27"],
    ["星期三", "2026-11-25", "2026-11-25"],
    ["礼拜天", "2026-11-22", "2026-11-29"],
    ["本周五", "2026-11-27", "2026-11-27"],
    ["下周一", "2026-11-30", "2026-11-30"],
    ["下周五", "2026-12-04", "2026-12-04"],
    ["上周三", "2026-11-18", "2026-11-18"],
    ["周五下午3点", "2026-11-20", "2026-11-27"],
    ["月底", "2026-11-30", "2026-11-30"],
    ["本月底前", "2026-11-30", "2026-11-30"],
    ["下月底", "2026-12-31", "2026-12-31"],
    ["季度末", "2026-12-31", "2026-12-31"],
    ["季末", "2026-12-31", "2026-12-31"],
    ["年底", "2026-12-31", "2026-12-31"],
    ["明年年底", "2027-12-31", "2027-12-31"],
    ["12月底", "2025-12-31", "2026-12-31"],
    ["月初", "2026-11-01", "2026-12-01"],
    ["下个月15号", "2026-12-15", "2026-12-15"],
    ["15号", "2026-11-15", "2026-12-15"],
    ["12月31日", "2025-12-31", "2026-12-31"],
    ["12月31号前", "2025-12-31", "2026-12-31"],
    ["十二月三十一日", "2025-12-31", "2026-12-31"],
    ["11月25日", "2026-11-25", "2026-11-25"],
    ["12/31", "2025-12-31", "2026-12-31"],
    ["12-31", "2025-12-31", "2026-12-31"],
    ["31/12", "2025-12-31", "2026-12-31"],
    ["by 12.31", "2025-12-31", "2026-12-31"],
    ["2026-12-31", "2026-12-31", "2026-12-31"],
    ["2026年12月31日", "2026-12-31", "2026-12-31"],
    ["2026/12/31", "2026-12-31", "2026-12-31"],
    ["10天内", "2026-12-05", "2026-12-05"],
    ["3天前", "2026-11-22", "2026-11-22"],
    ["两周内", "2026-12-09", "2026-12-09"],
    ["3个工作日内", "2026-11-30", "2026-11-30"],
    ["EOD", "2026-11-25", "2026-11-25"],
    ["EOW", "2026-11-20", "2026-11-27"],
    ["by EOQ", "2026-12-31", "2026-12-31"],
    ["eom", "2026-11-30", "2026-11-30"],
    ["EOY", "2026-12-31", "2026-12-31"],
    ["end of month", "2026-11-30", "2026-11-30"],
    ["end of next quarter", "2027-03-31", "2027-03-31"],
    ["end of Q4", "2025-12-31", "2026-12-31"],
    ["by Friday", "2026-11-20", "2026-11-27"],
    ["next Friday", "2026-12-04", "2026-12-04"],
    ["next Monday", "2026-11-30", "2026-11-30"],
    ["last Friday", "2026-11-20", "2026-11-20"],
    ["this Friday", "2026-11-27", "2026-11-27"],
    ["Friday 3pm", "2026-11-20", "2026-11-27"],
    ["yesterday", "2026-11-24", "2026-11-24"],
    ["the 15th", "2026-11-15", "2026-12-15"],
    ["in 10 days", "2026-12-05", "2026-12-05"],
    ["within two weeks", "2026-12-09", "2026-12-09"],
    ["3 days ago", "2026-11-22", "2026-11-22"],
    ["a week from Friday", "2026-12-04", "2026-12-04"],
    ["Dec 31", "2025-12-31", "2026-12-31"],
    ["31 Dec", "2025-12-31", "2026-12-31"],
    ["December 31st 2026", "2026-12-31", "2026-12-31"],
    ["fourth of July 2027", "2027-07-04", "2027-07-04"],
  ])("%s is %s when it was done, %s when it is due", (text, past, future) => {
    expect([read(text, done), read(text, due)]).toEqual([past, future]);
  });

  test.each(["2月30日", "02-30", "31 Nov", "13月5日", "2027-02-29", "11月31号", "February 30"])(
    "%s does not exist and never rolls over",
    (text) => {
      expect(read(text, due)).toBe("does-not-exist");
    },
  );

  test("a figure that may be month and day or day and month is asked about, except beside Chinese", () => {
    expect(read("3/4", due)).toBe("ambiguous");
    expect(read("3/4前", due)).toBe("2027-03-04");
    expect(read("3/4", { ...due, monthFirst: true })).toBe("2027-03-04");
    expect(read("Wed 10 Nov 2026", due)).toBe("ambiguous");
  });

  test.each([
    "",
    "this quarter",
    "12.31",
    "Q4",
    "下周",
    "next month",
    "soon",
    "9999999天后",
    "一天",
    "x".repeat(500),
  ])("%j is not a date", (text) => {
    expect(read(text, due)).toBe("not-a-date");
  });

  test("working days follow the calendar that is given", () => {
    const weekends = { isWorkday: (date: string) => date >= "2026-11-28" };
    expect(read("2个工作日内", { ...due, calendar: weekends })).toBe("2026-11-29");
  });
});

describe("the first date of a line", () => {
  test.each([
    ["log 12万 昨天", "昨天", "2026-11-24"],
    ["休假到周五", "到周五", "2026-11-27"],
    ["away until Friday for x", "until Friday", "2026-11-27"],
    ["回款 50万 12月31日前 仁济", "12月31日前", "2026-12-31"],
    ["goal new calls 20 by 12-31", "by 12-31", "2026-12-31"],
    ["截至12.31 完成", "截至12.31", "2026-12-31"],
    ["拜访3家 周五下午3点", "周五下午3点", "2026-11-27"],
    ["calls 30 within the next 10 days", "next 10 days", "2026-12-05"],
    ["calls 30 in the next 2 weeks", "in the next 2 weeks", "2026-12-09"],
    ["done by 2027-02-29", "by 2027-02-29", "does-not-exist"],
    ["by 3/4 latest", "by 3/4", "ambiguous"],
    ["周五大客户拜访", "周五", "2026-11-27"],
  ])("%s is cut as %j", (line, phrase, date) => {
    const expected = phrase.startsWith("next") ? `within the ${phrase}` : phrase;
    expect(cut(line, due)).toEqual([expected, date]);
  });

  test.each([
    "may close",
    "sun hospital",
    "march deal",
    "第二次拜访",
    "一天",
    "Q4 deck",
    "本周三件事",
    "每周三",
    "一周三次",
    "周日报",
    "20日报",
    "3号楼",
    "15日元",
    "三天前台",
    "12k from Sun Hospital",
    "Sat down with them",
    "may 3 clients",
    "march 20 deals",
    "Black Friday deal",
    "Monday.com deal",
    "see you in May",
    "the 5th floor",
    "visits 3/5",
    "2-3 deals",
    "20/30",
    "ratio 1:2",
    "version 1.2.31",
    "#12-31",
    "11月20单",
    "12月新签3单",
    "12-13万",
    "1,234.50",
    "周六福",
    "this quarter",
    "half a day",
    "24/7",
    "7-11",
    "every Friday",
    "10天",
  ])("is not taken from %s", (line) => {
    expect(cut(line, due)).toBeNull();
  });

  test("never throws, and stays inside the text", () => {
    const words = fc.constantFrom(
      "周",
      "五",
      "12",
      "-",
      "31",
      "月",
      "日",
      " ",
      "by",
      "next",
      "Friday",
      "天",
      "内",
      "99999",
      "年",
      "may",
      "/",
      ".",
      "底",
      "in",
      "days",
      "前",
    );
    const lines = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(words, { maxLength: 12 }).map((list) => list.join("")),
    );
    fc.assert(
      fc.property(lines, fc.constantFrom(done, due), (line, around) => {
        const found = findDate(line, around);
        readDate(line, around);
        if (found !== null)
          expect(found.start >= 0 && found.start < found.end && found.end <= line.length).toBe(
            true,
          );
      }),
      { numRuns: 2000 },
    );
  });

  test("is the day that was printed, in both languages", () => {
    const formats = (["en", "zh"] as const).map((locale) =>
      createFormatter({ locale, zone: "UTC", currency: "CNY" }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -3000, max: 3000 }), (days) => {
        const date = addDays(wednesday, days);
        for (const format of formats) {
          expect(read(format.dateLong(date), due)).toBe(date);
          if (days <= 0 && days > -365) expect(read(format.date(date), done)).toBe(date);
          if (days >= 0 && days < 365) expect(read(format.date(date), due)).toBe(date);
        }
      }),
    );
  });

  test("of five thousand characters is found in well under a quarter of a second", () => {
    for (const brick of [
      "周",
      "Dec 3 x",
      "-",
      "1-",
      "12月",
      "1/2 ",
      "3天 ",
      "may 3 a ",
      "sun x ",
      "by ",
      "2026年",
      "on the ",
      "9",
      "一",
      "in 3 ",
    ]) {
      const text = brick.repeat(Math.ceil(5000 / brick.length)).slice(0, 5000);
      const started = performance.now();
      findDate(text, due);
      readDate(text, due);
      expect(performance.now() - started, brick).toBeLessThan(250);
    }
  });
});

test("a figure of up to five digits, with or without a k, is an amount and no date", () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[0-9]{1,5}[kK]?$/),
      fc.constantFrom(due, done),
      (figure, around) => {
        expect(findDate(figure, around)).toBeNull();
        // With a space behind it the rules are asked, and say the same.
        expect(findDate(`${figure} `, around)).toBeNull();
      },
    ),
  );
});

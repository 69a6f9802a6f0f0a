// Days as admins list them: one, several, ranges, a pasted list, the State Council's notice; and what cannot be read.
import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { readDays } from "#src/practices/holidays/read-days";

const today = localDate("2026-11-30");
const shown = (text: string, kind: "holiday" | "workday" = "holiday", year?: number) => {
  const read = readDays(text, { today, kind, year: year ?? null });
  return "problem" in read
    ? read
    : read.runs.map((each) =>
        [
          each.from === each.to ? each.from : `${each.from}..${each.to}`,
          each.kind === "workday" ? " work" : "",
        ].join(""),
      );
};

/** In the form of the notices of earlier years; its days are made up. */
const notice = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。
二、春节：2月4日（农历腊月二十八、周四）至11日（农历正月初六、周四）放假调休，共8天。1月31日（周日）、2月14日（周日）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`;

describe("days off and workdays", () => {
  it("are read from the notice as it stands", () => {
    expect(shown(notice)).toEqual([
      "2027-01-01..2027-01-03",
      "2027-02-04..2027-02-11",
      "2027-01-31 work",
      "2027-02-14 work",
      "2027-04-03..2027-04-05",
      "2027-05-01..2027-05-05",
      "2027-05-08 work",
      "2027-10-01..2027-10-07",
      "2027-09-26 work",
      "2027-10-09 work",
    ]);
  });

  it.each([
    ["24 Dec", ["2026-12-24"]],
    ["Dec 24", ["2026-12-24"]],
    ["24 Dec, 31 Dec", ["2026-12-24", "2026-12-31"]],
    ["24 Dec to 26 Dec", ["2026-12-24..2026-12-26"]],
    ["24-26 Dec", ["2026-12-24..2026-12-26"]],
    ["2027-02-05 to 2027-02-11", ["2027-02-05..2027-02-11"]],
    ["5 to 11 Feb; workday 14 Feb", ["2027-02-05..2027-02-11", "2027-02-14 work"]],
    ["Holiday: 5-11 Feb, workday: 14 Feb", ["2027-02-05..2027-02-11", "2027-02-14 work"]],
    ["tomorrow", ["2026-12-01"]],
    ["2月5日至11日", ["2027-02-05..2027-02-11"]],
    ["2月5日到2月11日放假，2月14日上班", ["2027-02-05..2027-02-11", "2027-02-14 work"]],
    ["12月24日、12月31日", ["2026-12-24", "2026-12-31"]],
    ["28 Dec to 2 Jan", ["2026-12-28..2027-01-02"]],
    ["12月28日到1月2日", ["2026-12-28..2027-01-02"]],
  ])("%s", (text, runs) => {
    expect(shown(text)).toEqual(runs);
  });

  it("are workdays where that was asked for", () => {
    expect(shown("14 Feb, 21 Feb", "workday")).toEqual(["2027-02-14 work", "2027-02-21 work"]);
    expect(shown("2月14日", "workday")).toEqual(["2027-02-14 work"]);
  });

  it("are of the year whose list it is, though most of it is over", () => {
    expect(
      readDays("1月1日至3日放假\n10月1日至7日放假", {
        today: localDate("2027-03-02"),
        kind: "holiday",
        year: 2027,
      }),
    ).toMatchObject({ runs: [{ from: "2027-01-01" }, { from: "2027-10-01" }] });
    expect(shown("Public holidays 2028\n1 Jan\n25 Dec to 26 Dec")).toEqual([
      "2028-01-01",
      "2028-12-25..2028-12-26",
    ]);
  });

  it.each([
    ["", { problem: "none" }],
    ["Spring Festival", { problem: "none" }],
    ["放假", { problem: "none" }],
    ["31 Feb", { problem: "no such day" }],
    ["2月30日", { problem: "no such day" }],
    ["1 Jan to 30 Jun", { problem: "too long" }],
    ["24 Dec\n31 Feb", { problem: "no such day" }],
  ])("none of %j is kept where something is wrong", (text, problem) => {
    expect(shown(text)).toMatchObject(problem);
  });
});

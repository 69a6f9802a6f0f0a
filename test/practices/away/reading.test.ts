import { describe, expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { createWorkCalendar } from "#src/calendar/workdays";
import { endLeave, takeLeave } from "#src/people/leave";
import { daysFirst, readLeave } from "#src/practices/away/parse-leave";

const wednesday = localDate("2026-11-11");
const calendar = createWorkCalendar({ country: "CN", workweek: [1, 2, 3, 4, 5] });
const leave = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });

describe("which days somebody is away", () => {
  it.each([
    ["until Friday", "2026-11-11", "2026-11-12"],
    ["until 2026-11-20", "2026-11-11", "2026-11-19"],
    ["till tomorrow", "2026-11-11", "2026-11-11"],
    ["到周五", "2026-11-11", "2026-11-13"],
    ["至11月20日", "2026-11-11", "2026-11-20"],
    ["tomorrow", "2026-11-12", "2026-11-12"],
    ["明天", "2026-11-12", "2026-11-12"],
    ["周五", "2026-11-13", "2026-11-13"],
    ["today", "2026-11-11", "2026-11-11"],
    ["Thursday to Friday", "2026-11-12", "2026-11-13"],
    ["周四到周五", "2026-11-12", "2026-11-13"],
    ["11月16日到11月18日", "2026-11-16", "2026-11-18"],
    ["周四到周一", "2026-11-12", "2026-11-16"],
    ["friday to monday", "2026-11-13", "2026-11-16"],
    ["周五到周四", "2026-11-13", "2026-11-19"],
    ["下周一到下周三", "2026-11-16", "2026-11-18"],
    ["3天", "2026-11-11", "2026-11-13"],
    ["两天", "2026-11-11", "2026-11-12"],
    ["五天", "2026-11-11", "2026-11-17"],
    ["一周", "2026-11-11", "2026-11-17"],
    ["两个星期", "2026-11-11", "2026-11-24"],
    ["明天 3天", "2026-11-12", "2026-11-16"],
    ["下周一开始3天", "2026-11-16", "2026-11-18"],
    ["3 days", "2026-11-11", "2026-11-13"],
    ["for two weeks", "2026-11-11", "2026-11-24"],
    ["a week from Monday", "2026-11-16", "2026-11-22"],
    ["周三到周五", "2026-11-11", "2026-11-13"],
    ["周一到周二", "2026-11-16", "2026-11-17"],
    ["下周一两天", "2026-11-16", "2026-11-17"],
    ["12个工作日", "2026-11-11", "2026-11-26"],
    ["next week", "2026-11-16", "2026-11-22"],
    ["this week", "2026-11-11", "2026-11-15"],
    ["until next week", "2026-11-11", "2026-11-15"],
    ["24-26 Dec", "2026-12-24", "2026-12-26"],
    ["from 24 to 26 Dec", "2026-12-24", "2026-12-26"],
    ["24 Dec - 2 Jan", "2026-12-24", "2027-01-02"],
    ["next week Wednesday", "2026-11-18", "2026-11-18"],
    ["Wed to Fri", "2026-11-11", "2026-11-13"],
    ["下周", "2026-11-16", "2026-11-22"],
    ["下个月", "2026-12-01", "2026-12-31"],
    ["12月24日到26日", "2026-12-24", "2026-12-26"],
    ["Mon-Wed", "2026-11-16", "2026-11-18"],
    ["Thu - Fri", "2026-11-12", "2026-11-13"],
    ["周一-周三", "2026-11-16", "2026-11-18"],
    ["周一至三", "2026-11-16", "2026-11-18"],
    ["the week of 7 Dec", "2026-12-07", "2026-12-13"],
    ["week of 9 Dec", "2026-12-07", "2026-12-13"],
    ["week commencing 7 Dec", "2026-12-07", "2026-12-13"],
    ["w/c 9 Dec", "2026-12-09", "2026-12-15"],
    ["the week of 11 Nov", "2026-11-11", "2026-11-15"],
    ["12月9日那周", "2026-12-07", "2026-12-13"],
    ["from Monday for 3 days", "2026-11-16", "2026-11-18"],
  ])("%s", (line, from, to) => {
    expect(readLeave(line, wednesday, calendar)).toEqual({ leave: leave(from, to) });
  });

  it.each([
    ["", "none"],
    ["for a while", "none"],
    ["until today", "past"],
    ["半天", "none"],
    ["0天", "none"],
    ["2026-11-01", "past"],
    ["2026-11-20 to 2026-11-16", "backwards"],
    ["until 2030-01-01", "too-long"],
    ["3 days next week", "unclear"],
    ["到下周", "unclear"],
    ["next week and 24-26 Dec", "unclear"],
    ["the weekend of 5 Dec", "unclear"],
    ["the day after 24 Dec", "unclear"],
    ["in two weeks", "unclear"],
    ["3 days until Friday", "unclear"],
    ["3 days before 24 Dec", "unclear"],
    ["Mon, Tue and Thu", "unclear"],
  ])("refuses %j: %s", (line, problem) => {
    expect(readLeave(line, wednesday, calendar)).toEqual({ problem });
  });

  it("knows that a day does not exist", () => {
    expect(readLeave("到2月30日", wednesday, calendar)).toEqual({
      noSuchDate: expect.stringContaining("2月30日"),
    });
  });
});

describe("taking leave", () => {
  it("lets the newest word count and keeps the days that are over", () => {
    expect(
      takeLeave([leave("2026-11-09", "2026-11-20")], leave("2026-11-11", "2026-11-12")),
    ).toEqual([leave("2026-11-09", "2026-11-10"), leave("2026-11-11", "2026-11-12")]);
    expect(
      takeLeave([leave("2026-12-24", "2026-12-31")], leave("2026-11-11", "2026-11-12")),
    ).toEqual([leave("2026-11-11", "2026-11-12"), leave("2026-12-24", "2026-12-31")]);
  });

  it("ends what runs today, or calls off the next one", () => {
    expect(endLeave([leave("2026-11-09", "2026-11-20")], wednesday)).toEqual({
      ended: leave("2026-11-09", "2026-11-20"),
      left: [leave("2026-11-09", "2026-11-10")],
    });
    expect(endLeave([leave("2026-11-11", "2026-11-20")], wednesday)).toEqual({
      ended: leave("2026-11-11", "2026-11-20"),
      left: [],
    });
    expect(
      endLeave([leave("2026-12-01", "2026-12-02"), leave("2026-11-16", "2026-11-17")], wednesday)
        ?.ended,
    ).toEqual(leave("2026-11-16", "2026-11-17"));
    expect(endLeave([leave("2026-11-01", "2026-11-02")], wednesday)).toBeNull();
  });
});

describe("the day before the verb", () => {
  it.each([
    ["今天休假", "今天"],
    ["明天请假", "明天"],
    ["我下周一要休假。", "下周一"],
    ["周四到周五休假", "周四到周五"],
    ["周四周五请假", "周四周五"],
    ["11月20日休假", "11月20日"],
    ["休假到周五", null],
    ["今天休假的人很多", null],
    ["今天不休假", null],
  ])("%s", (line, days) => {
    expect(daysFirst(line)).toBe(days);
  });
});

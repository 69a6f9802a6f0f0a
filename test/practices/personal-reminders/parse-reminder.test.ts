// When, and what about: as people write it, seen from Wednesday 11 November 2026, half past four in the afternoon in Shanghai.
import { describe, expect, it } from "vitest";
import { isTime, readReminder } from "#src/practices/personal-reminders/parse-reminder";
import { localDateAt, localTimeAt } from "#src/calendar/zones";

const asking = { now: new Date("2026-11-11T08:30:00Z"), zone: "Asia/Shanghai", start: "08:30" };

const read = (line: string): string => {
  const found = readReminder(line, asking);
  if ("problem" in found) return found.problem;
  const at = `${localDateAt(found.at, asking.zone)} ${localTimeAt(found.at, asking.zone)}`;
  return `${at} ${found.text}${found.taken === null ? "" : ` (${found.taken})`}`;
};

describe("a reminder", () => {
  it.each([
    ["tomorrow to call Acme", "2026-11-12 08:30 call Acme (hour)"],
    ["tomorrow at 3pm to call Acme", "2026-11-12 15:00 call Acme"],
    ["tomorrow at 3 to call Acme", "2026-11-12 15:00 call Acme"],
    ["at 6pm to call Acme", "2026-11-11 18:00 call Acme"],
    ["at 3pm to call Acme", "2026-11-12 15:00 call Acme (tomorrow)"],
    ["at 3pm tomorrow to call Acme", "2026-11-12 15:00 call Acme"],
    ["at 15:30 tomorrow to call Acme", "2026-11-12 15:30 call Acme"],
    ["on Friday 10:00 about the Acme offer", "2026-11-13 10:00 the Acme offer"],
    ["Friday at noon that the offer ends", "2026-11-13 12:00 the offer ends"],
    ["tonight to pack", "2026-11-11 19:00 pack"],
    ["tomorrow morning to pack", "2026-11-12 09:00 pack"],
    ["in 2 hours to call Acme", "2026-11-11 18:30 call Acme"],
    ["in half an hour to call Acme", "2026-11-11 17:00 call Acme"],
    ["in an hour to call Acme", "2026-11-11 17:30 call Acme"],
    ["in 90 minutes to call Acme", "2026-11-11 18:00 call Acme"],
    ["in 1.5 hours to call Acme", "2026-11-11 18:00 call Acme"],
    ["in 3 days to call Acme", "2026-11-14 08:30 call Acme (hour)"],
    ["on 5 Dec to call Acme", "2026-12-05 08:30 call Acme (hour)"],
    ["to call Acme tomorrow at 3pm", "2026-11-12 15:00 call Acme"],
    ["to call Acme at 3pm tomorrow", "2026-11-12 15:00 call Acme"],
    ["to call Acme in 20 minutes", "2026-11-11 16:50 call Acme"],
    ["tomorrow to call Acme at 3pm", "2026-11-12 08:30 call Acme at 3pm (hour)"],
    ["tomorrow to send the Friday report", "2026-11-12 08:30 send the Friday report (hour)"],
    ["周五给仁济打电话", "2026-11-13 08:30 给仁济打电话 (hour)"],
    ["周五10点给仁济打电话", "2026-11-13 10:00 给仁济打电话"],
    ["明天下午3点 跟进华山", "2026-11-12 15:00 跟进华山"],
    ["明天下午三点半跟进华山", "2026-11-12 15:30 跟进华山"],
    ["明天下午3点15跟进华山", "2026-11-12 15:15 跟进华山"],
    ["明天上午9点45分跟进华山", "2026-11-12 09:45 跟进华山"],
    ["明天中午跟进华山", "2026-11-12 12:00 跟进华山"],
    ["今晚8点跟进华山", "2026-11-11 20:00 跟进华山"],
    ["明早跟进华山", "2026-11-12 09:00 跟进华山"],
    ["下午6点跟进华山", "2026-11-11 18:00 跟进华山"],
    ["下午3点跟进华山", "2026-11-12 15:00 跟进华山 (tomorrow)"],
    ["12月5日15:30交表", "2026-12-05 15:30 交表"],
    ["半小时后取合同", "2026-11-11 17:00 取合同"],
    ["两个半小时后取合同", "2026-11-11 19:00 取合同"],
    ["1小时30分钟后取合同", "2026-11-11 18:00 取合同"],
    ["一刻钟后取合同", "2026-11-11 16:45 取合同"],
    ["3天后取合同", "2026-11-14 08:30 取合同 (hour)"],
    ["跟进华山，明天下午3点", "2026-11-12 15:00 跟进华山"],
  ])("%s", (line, says) => expect(read(line)).toBe(says));

  it.each([
    ["to call Acme", "no time"],
    ["to send the Friday report", "no time"],
    ["跟进华山", "no time"],
    ["tomorrow", "no words"],
    ["明天下午3点", "no words"],
    ["today to call Acme", "no hour"],
    ["today at 9am to call Acme", "past"],
    ["今天上午9点跟进华山", "past"],
    ["on 2026-11-02 to call Acme", "past"],
    ["on 2027-12-01 to call Acme", "too far"],
    ["at 25:00 to call Acme", "no such time"],
    ["at 14:75 to call Acme", "no such time"],
    ["on 31 Feb to call Acme", "no such day"],
    ["on 3/5 to call Acme", "which day"],
    ["next week to call Acme", "several days"],
    ["下周跟进华山", "several days"],
    ["every Friday to call Acme", "again"],
    ["每天下午3点写日报", "again"],
  ])("%s is asked about or refused", (line, problem) => expect(read(line)).toBe(problem));

  it("keeps its hour where clocks change in between", () => {
    const berlin = { now: new Date("2026-10-23T10:00:00Z"), zone: "Europe/Berlin", start: "09:00" };
    const found = readReminder("on Monday at 10:00 to call Acme", berlin);
    expect("at" in found && found.at.toISOString()).toBe("2026-10-26T09:00:00.000Z");
  });

  it("is told from a line that is more than a time", () => {
    expect(
      ["明天下午3点", "半小时后", "tomorrow at 3pm", "周五"].map((each) => isTime(each, asking)),
    ).toEqual([true, true, true, true]);
    expect(["别再", "不要", "他", "明天他"].map((each) => isTime(each, asking))).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

// How a decision is read out of a line: what, why, whose number, and the day to look again.
import { expect, it } from "vitest";
import { localDate } from "#src/calendar/local-date";
import { readDecision } from "#src/practices/decisions/parse-decision";

const today = localDate("2026-11-11");

it.each([
  [
    "renewals first because half renews in December",
    "renewals first",
    "half renews in December",
    null,
    null,
  ],
  [
    "renewals first because they pay G7 look again on 15 December",
    "renewals first",
    "they pay",
    7,
    "2026-12-15",
  ],
  [
    "年底前先做续约，因为一半12月续约 G7 12月15日再看",
    "年底前先做续约",
    "一半12月续约",
    7,
    "2026-12-15",
  ],
  ["从12月1日起不打折 理由是利润太薄", "从12月1日起不打折", "利润太薄", null, null],
  ["no discounts from 1 December", "no discounts from 1 December", "", null, null],
  [
    "call before nine because people answer then, review next Friday",
    "call before nine",
    "people answer then",
    null,
    "2026-11-20",
  ],
  ["", "", "", null, null],
])("%s", (typed, what, why, goal, lookOn) => {
  expect(readDecision(typed, today)).toEqual({ what, why, goal, lookOn });
});

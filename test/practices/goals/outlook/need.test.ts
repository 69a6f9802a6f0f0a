// What is still needed, in pieces that can be done. To add a case, add a line: target, reached, workdays left, what is said.
import { expect, it } from "vitest";
import { decimal } from "#src/language/decimal";
import type { GoalProgress } from "#src/practices/goals/model";
import type { Pace } from "#src/practices/goals/rules";
import { needOf } from "#src/practices/goals/status/need";

function need(unit: GoalProgress["unit"], target: string, actual: string, left: number): string {
  const goal = { direction: "up", unit, target: decimal(target), actual: decimal(actual) };
  const gap = goal.target.minus(goal.actual);
  const needPerDay = gap.lte("0") || left === 0 ? null : gap.div(String(left));
  // Of both only what stands here is read.
  const found = needOf(goal as GoalProgress, { needPerDay, workdaysLeft: left } as Pace);
  return found === null ? "nothing" : `${found.amount.toFixed()} a ${found.each}`;
}

it.each([
  ["200", "69", 20, "7 a workday"],
  ["200", "190", 10, "1 a workday"],
  ["20", "0", 36, "3 a week"],
  ["40", "10", 36, "5 a week"],
  ["3", "1", 36, "2 a whole"],
  ["3", "1", 4, "2 a whole"],
  ["3", "3", 4, "nothing"],
  ["3", "0", 0, "nothing"],
])("%s with %s reached and %i workdays left asks for %s", (target, actual, left, says) => {
  expect(need({ kind: "count" }, target, actual, left)).toBe(says);
});

it("money is shared among the workdays as it is, and per cent is not", () => {
  expect(need({ kind: "money", currency: "EUR" }, "100", "0", 16)).toBe("6.25 a workday");
  expect(need({ kind: "percent" }, "100", "0", 16)).toBe("nothing");
});

// A goal of a quarter and what it is made of, for the tests of the rules.
import fc from "fast-check";
import { localDate, type LocalDate } from "#src/calendar/local-date";
import { createWorkCalendar } from "#src/calendar/workdays";
import { decimal, zero } from "#src/language/decimal";
import type { Milestone } from "#src/practices/goals/model";
import { paceOf } from "#src/practices/goals/rules";

export const china = createWorkCalendar({ country: "CN" });
/** No holidays fall into the weeks used with it: Monday 7 September to Friday 18 September 2026. */
export const plain = createWorkCalendar({ country: "DE" });
export const on = (text: string): LocalDate => localDate(text);
export const quarter = { kind: "quarter", start: on("2026-10-01"), end: on("2026-12-31") } as const;

export const step = (
  due: string,
  done: string | null = null,
  target: string | null = null,
): Milestone => ({
  id: due,
  title: `step ${due}`,
  due: on(due),
  target: target === null ? null : decimal(target),
  doneOn: done === null ? null : on(done),
});

export function goal(
  parts: Partial<Parameters<typeof paceOf>[0]> = {},
): Parameters<typeof paceOf>[0] {
  return {
    direction: "up",
    baseline: zero,
    target: decimal("1000000"),
    actual: zero,
    period: quarter,
    milestones: [],
    createdOn: quarter.start,
    lastOn: quarter.start,
    ...parts,
  };
}

export const amounts = fc
  .integer({ min: -1_000_000, max: 1_000_000 })
  .map((n) => decimal(BigInt(n)));
export const positive = fc.integer({ min: 1, max: 10_000_000 }).map((n) => decimal(BigInt(n)));
export const dates = fc
  .integer({ min: 0, max: 200 })
  .map((n) => on(new Date(Date.UTC(2026, 8, 1 + n)).toISOString().slice(0, 10)));

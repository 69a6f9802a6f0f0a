// What the playground's reps are after, and what they logged in the three weeks before it begins.
import { addDays, localDate, weekday, type LocalDate } from "#src/calendar/local-date";
import { calendarOf } from "#src/calendar/holidays";
import { periodOf } from "#src/calendar/periods";
import { decimal, zero } from "#src/language/decimal";
import type { Entry, EntryId, GoalId } from "#src/practices/goals/model";
import type { createGoalStore } from "../stores/goals/goals.ts";
import { numbered, personId, type Rep } from "./cast.ts";
import { calls, revenue, visits } from "./metrics.ts";

type GoalStore = ReturnType<typeof createGoalStore>;

const goalOf = (n: number) =>
  ({
    ownerId: personId(n),
    teamId: null,
    direction: "up",
    adds: true,
    baseline: zero,
    parentId: null,
    reason: null,
    state: "active",
    proposedById: null,
    proposedOn: null,
    lesson: null,
    createdOn: localDate("2026-10-01"),
  }) as const;

/** Last, so that the goals before it keep their numbers; its month has begun, and nothing is logged on it yet. */
export const seedVisits = (store: GoalStore, rep: Rep, n: number, at: Date): Promise<unknown> =>
  store.add(
    {
      ...goalOf(n),
      id: numbered("4003", n) as GoalId,
      title: rep.locale === "zh" ? "拜访" : "Visits",
      metricId: visits,
      unit: { kind: "count", counter: "次" },
      target: decimal("20"),
      period: periodOf("month", localDate("2026-11-11")),
      confidence: null,
      milestones: [],
      createdOn: localDate("2026-11-09"),
    },
    at,
  );

/** A goal for the quarter's revenue and one for the month's calls, with what was logged on both. */
export async function seedGoals(store: GoalStore, rep: Rep, n: number, at: Date): Promise<void> {
  const today = localDate("2026-11-11");
  const base = goalOf(n);
  const words =
    rep.locale === "zh"
      ? { revenue: "回款", calls: "电话" }
      : { revenue: "Collected revenue", calls: "Calls" };
  const revenueGoal = numbered("4001", n) as GoalId;
  await store.add(
    {
      ...base,
      id: revenueGoal,
      title: words.revenue,
      metricId: revenue,
      unit: { kind: "money", currency: rep.currency },
      target: decimal(rep.target),
      period: periodOf("quarter", today),
      confidence: n % 2 === 0 ? 8 : null,
      milestones: [
        {
          id: numbered("5001", n),
          title: "80%",
          due: localDate("2026-11-30"),
          target: decimal(rep.target).times("0.8"),
          doneOn: null,
        },
      ],
    },
    at,
  );
  const callGoal = numbered("4002", n) as GoalId;
  await store.add(
    {
      ...base,
      id: callGoal,
      title: words.calls,
      metricId: calls,
      unit: { kind: "count", counter: "通" },
      target: decimal("200"),
      period: periodOf("month", today),
      confidence: null,
      milestones: [],
    },
    at,
  );
  await store.append(historyOf(rep, n, revenueGoal, callGoal, today));
}

/** What came in this quarter, day by day. */
export function collected(
  rep: Rep,
  today: LocalDate,
): readonly { readonly on: LocalDate; readonly value: string }[] {
  const start = decimal(rep.target).times("0.3").toFixed(0);
  return [
    { on: localDate("2026-10-16"), value: start },
    ...days(rep, today).filter(({ value }) => value !== "0"),
  ];
}

/** What was logged: a good start of the quarter, and then workday by workday; calls since the month began. */
function historyOf(
  rep: Rep,
  n: number,
  revenueGoal: GoalId,
  callGoal: GoalId,
  today: LocalDate,
): readonly Entry[] {
  const made = [
    ...collected(rep, today).map((each) => ({ goal: revenueGoal, ...each })),
    ...days(rep, today)
      .filter(({ on }) => on >= "2026-11-01")
      .map(({ on }, i) => ({ goal: callGoal, on, value: String(6 + ((i * 5 + n * 3) % 9)) })),
  ];
  return made
    .filter((each) => each.value !== "0")
    .map((each, i): Entry => ({
      id: numbered("6001", n * 1000 + i) as EntryId,
      goalId: each.goal,
      kind: "add",
      value: decimal(each.value),
      on: each.on,
      note: "",
      source: "chat",
      byId: personId(n),
      at: new Date(`${each.on}T09:30:00Z`),
      batchId: numbered("6001", n * 1000 + i),
      replacesId: null,
    }));
}

/** The workdays of the last three weeks with what came in on them. */
function days(rep: Rep, today: LocalDate): { on: LocalDate; value: string }[] {
  const holidays = calendarOf(rep.country);
  const dates = Array.from({ length: 21 }, (_, i) => addDays(today, i - 21)).filter(
    (date) => weekday(date) <= 5 && !holidays.isHoliday(date),
  );
  return dates.map((on, i) => ({ on, value: rep.days[i % rep.days.length] ?? "0" }));
}

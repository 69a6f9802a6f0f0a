// A team as its manager sees it: who reports to them, what each of them runs after, and how each goal came to where it is.
import {
  addDays,
  compareDates,
  daysBetween,
  earlier,
  startOfWeek,
  type LocalDate,
} from "#src/calendar/local-date";
import { inPeriod } from "#src/calendar/periods";
import { localDateAt } from "#src/calendar/zones";
import type { Decimal } from "#src/language/decimal";
import type { Person } from "#src/people/person";
import { paced, type GoalContext, type PacedGoal } from "../context.ts";
import { isAddedUp } from "./sums.ts";
import type { TeamStanding, TrackedGoal, WayMark } from "./tracked.ts";
import { planBefore } from "../rules.ts";
import { withOverrides } from "../status/override.ts";
import { byNeed } from "./needs.ts";

/** So many Mondays are all drawn; of those before at most as many again, for the large drawings. */
const mostWeeks = 8;

/** The last Mondays up to this one and some since `first`, oldest first. */
function mondays(today: LocalDate, first: LocalDate): LocalDate[] {
  const last = startOfWeek(today);
  const weeks = Math.floor(daysBetween(first, last) / 7) - mostWeeks;
  const step = Math.max(1, Math.ceil(weeks / mostWeeks));
  const before = Array.from(
    { length: Math.max(0, Math.floor(weeks / step)) },
    (_, i) => mostWeeks + i * step,
  );
  return [...Array.from({ length: mostWeeks }, (_, i) => i), ...before]
    .toReversed()
    .map((ago) => addDays(last, -7 * ago));
}

export async function teamStanding(context: GoalContext): Promise<TeamStanding> {
  const { people, goals } = context.stores;
  const { team } = context.here;
  const reports = (await people.reportsOf(context.person.id)).filter(
    (each) => team === null || each.teamId === team,
  );
  const open = (await goals.openUnder(context.person.id)).filter((each) => each.state !== "draft");
  const owners = new Map(reports.map((each) => [each.id, each]));
  const all = await Promise.all(
    open.map((goal) => paced(goal, owners.get(goal.ownerId) ?? context.person, context)),
  );
  const running = await tracked(
    await withOverrides(
      all.filter(({ goal }) => goal.state === "active"),
      context,
    ),
    (goal) => owners.get(goal.ownerId) ?? context.person,
    context,
  );
  return {
    members: reports.map((person) => ({
      person,
      goals: running
        .filter(({ goal }) => goal.ownerId === person.id && goal.teamId === null)
        .toSorted(byNeed),
      proposed: all.filter(({ goal }) => goal.ownerId === person.id && goal.state === "proposed"),
    })),
    shared: running.filter(({ goal }) => goal.teamId !== null),
  };
}

/** Goals with their way, all of them in one reading. */
export async function tracked(
  all: readonly PacedGoal[],
  ownerOf: (goal: PacedGoal["goal"]) => Person,
  context: GoalContext,
): Promise<readonly TrackedGoal[]> {
  const drawn = all.filter(({ goal }) => isAddedUp(goal));
  const first = drawn.map(({ goal }) => goal.period.start).reduce(earlier, context.today);
  const days = mondays(context.today, first);
  const stood = await context.stores.goals.stoodBefore(
    drawn.map(({ goal }) => goal.id),
    days,
  );
  return Promise.all(
    all.map(async (each) => {
      const before = stood.get(each.goal.id);
      return before === undefined
        ? { ...each, trend: null, marks: [], thisWeek: null }
        : way(each, days, before, ownerOf(each.goal), context);
    }),
  );
}

async function way(
  each: PacedGoal,
  days: readonly LocalDate[],
  before: readonly Decimal[],
  owner: Person,
  context: GoalContext,
): Promise<TrackedGoal> {
  const { goal, pace } = each;
  const calendar = await context.workCalendar(owner);
  const span = goal.target.minus(goal.baseline);
  const marks: WayMark[] = [];
  for (const [i, day] of days.entries()) {
    const value = before[i];
    if (value === undefined || compareDates(day, goal.period.start) <= 0) continue;
    marks.push({
      on: day,
      gained: value.minus(goal.baseline),
      due: planBefore(goal, day, calendar).times(span),
    });
  }
  const lately = marks.filter(
    ({ on }) => daysBetween(on, startOfWeek(context.today)) < 7 * mostWeeks,
  );
  const monday = before.at(-1);
  const runs = inPeriod(goal.period, localDateAt(context.now, owner.zone));
  return {
    ...each,
    trend: {
      points: [
        0,
        ...lately.map(({ gained }) => drawnShare(gained, span)),
        drawnShare(goal.actual.minus(goal.baseline), span),
      ],
      plan: [
        0,
        ...lately.map(({ due }) => drawnShare(due, span)),
        Number(pace.timeGone.toFixed(4)),
      ],
    },
    marks,
    thisWeek: monday === undefined || !runs ? null : goal.actual.minus(monday),
  };
}

/** For drawing only. */
const drawnShare = (part: Decimal, whole: Decimal): number =>
  whole.eq("0") ? 0 : Number(part.div(whole).toFixed(4));

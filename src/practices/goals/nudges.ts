// What goals say unasked. Dates are days of the owner's calendar, hours those of their zone; the house moves them into work
// hours and keeps them few. Sources: issue "Delivery and nudges", domain.md P1 and 2.16.
import type { Nudge, Occurrence } from "#src/bot/declare/practice";
import { everyDays, managersHour } from "#src/bot/remind/rules";
import { availabilityOf } from "#src/bot/remind/plan";
import {
  addDays,
  compareDates,
  later,
  startOfWeek,
  type LocalDate,
} from "#src/calendar/local-date";
import { inPeriod, nextPeriod, periodOf } from "#src/calendar/periods";
import { nextSlots, type Weekly } from "#src/calendar/recurrence";
import { addWorkdays, workdaysBetween } from "#src/calendar/workdays";
import { localDateAt } from "#src/calendar/zones";
import { isManager } from "#src/people/person";
import { openYearsOf, paced, type GoalContext, type GoalStores } from "./context.ts";
import type { GoalMessages } from "./messages/en/index.ts";
import { isCounted, isLimit, type GoalProgress } from "./model.ts";
import { ahead, morning, onDay } from "./nudge-times.ts";
import { thresholds } from "./rules.ts";
import { noGoalYetCard, numbersCard } from "./nudge-views.ts";
import { teamDigest } from "./team/digest.ts";
import { changeCard } from "./agree/change-card.ts";
import { closeOut } from "./turnover/close-out.ts";
import { endingNext, toTakeOn } from "./turnover/period-turn.ts";
import { turnCard } from "./turnover/turn-card.ts";
import { proposalCard } from "./agree/proposal-card.ts";
import { goalCard } from "./goal-card.ts";

type GoalNudge = Nudge<GoalMessages, GoalStores>;

const confirmAfterWorkdays = 2;
const beforePeriodWorkdays = 5;
const afterStartWorkdays = 2;
const beforeMilestoneWorkdays = 2;
const offPaceDays = 4;
const dayMs = 24 * 3_600_000;

async function openGoal(id: string, context: GoalContext): Promise<GoalProgress | null> {
  return (
    (await context.stores.goals.openOf(context.person.id)).find((each) => each.id === id) ?? null
  );
}

const unconfirmed: GoalNudge = {
  name: "goals.unconfirmed",
  priority: "asked",
  label: (t) => t.nudgeUnconfirmed(),
  why: (t) => t.whyUnconfirmed(),
  async plan(context) {
    const proposed = (await context.stores.goals.openOf(context.person.id)).filter(
      (goal) => goal.state === "proposed",
    );
    const calendar = await context.workCalendar(context.person);
    return ahead(
      await Promise.all(
        proposed.map((goal) =>
          onDay(
            goal.id,
            addWorkdays(calendar, goal.proposedOn ?? goal.createdOn, confirmAfterWorkdays),
            context,
          ),
        ),
      ),
      context,
    );
  },
  async say(subject, context) {
    const goal = await openGoal(subject, context);
    if (goal?.state !== "proposed" || goal.proposedById === null) return null;
    const proposer = await context.stores.people.person(goal.proposedById);
    if (!proposer) return null;
    const openYears = await openYearsOf(goal, context.person, context);
    return proposalCard({ ...goal, openYears }, proposer.name, context.t);
  },
};

/**
 * Asked once of whoever reports to somebody: five workdays before a quarter begins, or, where goals end with the one before and were
 * offered for the next then, on its second workday.
 */
const noGoal: GoalNudge = {
  name: "goals.no-goal",
  priority: "asked",
  label: (t) => t.nudgeNoGoal(),
  why: (t) => t.whyNoGoal(),
  async plan(context) {
    if (context.person.managerId === null || context.person.assistant) return [];
    const quarter = periodOf("quarter", context.today);
    const { start } = nextPeriod(quarter);
    const calendar = await context.workCalendar(context.person);
    const turning = (await endingNext(context)).some(
      ({ period }) => period.end === addDays(start, -1),
    );
    const onceBegun = (first: LocalDate): LocalDate =>
      addWorkdays(calendar, addDays(first, -1), afterStartWorkdays);
    const dates = [
      onceBegun(quarter.start),
      turning ? onceBegun(start) : addWorkdays(calendar, start, -beforePeriodWorkdays),
    ];
    return ahead(
      await Promise.all(dates.map((date) => onDay(context.person.id, date, context))),
      context,
    );
  },
  async say(_subject, context) {
    const quarter = periodOf("quarter", context.today);
    const calendar = await context.workCalendar(context.person);
    const hasBegun =
      workdaysBetween(calendar, quarter.start, context.today) <= afterStartWorkdays + 1;
    const { start } = hasBegun ? quarter : nextPeriod(quarter);
    const open = await context.stores.goals.openOf(context.person.id);
    const isSet = open.some(
      ({ period }) => inPeriod(period, start) || compareDates(period.start, start) >= 0,
    );
    const last = addDays(start, -1);
    const turning = await toTakeOn([context.person.id], last, context);
    return isSet || hasBegun !== turning.length > 0
      ? null
      : noGoalYetCard(start, hasBegun ? last : null, context.t);
  },
};

/** Five workdays before goals end, whatever kind of period they are of: taken on with one form. A quarter without any has a reminder of its own. */
const periodEnds: GoalNudge = {
  name: "goals.period-ends",
  priority: "asked",
  label: (t) => t.nudgePeriodEnds(),
  why: (t) => t.whyPeriodEnds(),
  async plan(context) {
    const ending = await endingNext(context);
    const calendar = await context.workCalendar(context.person);
    const ends = [...new Set(ending.map((goal) => goal.period.end))];
    return ahead(
      await Promise.all(
        ends.map((end) =>
          onDay(
            context.person.id,
            addWorkdays(calendar, addDays(end, 1), -beforePeriodWorkdays),
            context,
          ),
        ),
      ),
      context,
    );
  },
  async say(_subject, context) {
    const ending = (await endingNext(context)).toSorted((a, b) =>
      compareDates(a.period.end, b.period.end),
    );
    const due = ending[0]?.period.end;
    return due === undefined
      ? null
      : turnCard(
          due,
          ending.filter((goal) => goal.period.end === due),
          context.t,
        );
  },
};

/** A change that was asked of somebody two workdays ago and waits still. */
const changeWaits: GoalNudge = {
  name: "goals.change-waits",
  priority: "asked",
  label: (t) => t.nudgeChangeWaits(),
  why: (t) => t.whyChangeWaits(),
  async plan(context) {
    const asked = await context.stores.goals.changesAskedOf(context.person.id);
    const calendar = await context.workCalendar(context.person);
    return ahead(
      await Promise.all(
        asked.map(({ id, at }) =>
          onDay(
            id,
            addWorkdays(calendar, localDateAt(at, context.person.zone), confirmAfterWorkdays),
            context,
          ),
        ),
      ),
      context,
    );
  },
  async say(subject, context) {
    const asked = await context.stores.goals.changesAskedOf(context.person.id);
    const change = asked.find((each) => each.id === subject);
    const goal = change && (await context.stores.goals.byId(change.goalId));
    const asker = change && (await context.stores.people.person(change.byId));
    return goal && asker && goal.state === "active"
      ? changeCard(goal, change, asker.name, context.t)
      : null;
  },
};

const milestoneDue: GoalNudge = {
  name: "goals.milestone",
  priority: "due today",
  label: (t) => t.nudgeMilestone(),
  why: (t) => t.whyMilestone(),
  async plan(context) {
    const calendar = await context.workCalendar(context.person);
    const active = (await context.stores.goals.openOf(context.person.id)).filter(
      (goal) => goal.state === "active",
    );
    const due = active.flatMap((goal) =>
      goal.milestones
        .filter((each) => each.doneOn === null)
        .map((each) =>
          onDay(each.id, addWorkdays(calendar, each.due, -beforeMilestoneWorkdays), context),
        ),
    );
    return ahead(await Promise.all(due), context);
  },
  async say(subject, context) {
    const goals = await context.stores.goals.openOf(context.person.id);
    const goal = goals.find((each) => each.milestones.some((step) => step.id === subject));
    const step = goal?.milestones.find((each) => each.id === subject);
    if (
      !goal ||
      !step ||
      goal.state !== "active" ||
      step.doneOn !== null ||
      (step.target !== null && goal.actual.gte(step.target))
    )
      return null;
    return {
      ...goalCard(await paced(goal, context.person, context), true, context.t),
      context: context.t.milestoneComes(step.title, step.target, goal.unit, step.due),
    };
  },
};

const stale: GoalNudge = {
  name: "goals.stale",
  priority: "habit",
  label: (t) => t.nudgeStale(),
  why: (t) => t.whyStale(),
  async plan(context) {
    const active = (await context.stores.goals.openOf(context.person.id)).filter(
      // What a file brings nobody can be asked for.
      (goal) => goal.state === "active" && !isLimit(goal) && !isCounted(goal),
    );
    const quiet = active.map((goal) => ({
      goal,
      since: goal.lastOn ?? later(goal.period.start, goal.createdOn),
    }));
    const lately = [addDays(context.today, -thresholds.staleDays), context.today];
    const dates = quiet
      .flatMap(({ goal, since }) =>
        lately.map((day) => ({ goal, date: everyDays(since, thresholds.staleDays, day) })),
      )
      .filter(({ goal, date }) => compareDates(date, goal.period.end) <= 0);
    return ahead(
      await Promise.all(dates.map(({ goal, date }) => onDay(goal.id, date, context))),
      context,
    );
  },
  async say(subject, context) {
    const goal = await openGoal(subject, context);
    if (goal?.state !== "active") return null;
    const standing = await paced(goal, context.person, context);
    return standing.pace.quietDays !== null ? goalCard(standing, true, context.t) : null;
  },
};

/** The week begins: where do your numbers stand? Only to those who have a goal that is measured. */
const weekly: GoalNudge = {
  name: "goals.weekly",
  priority: "habit",
  label: (t) => t.nudgeWeekly(),
  why: (t) => t.whyWeekly(),
  plan: (context) => Promise.resolve(onMondays({ time: morning }, dayMs / 2, context)),
  async say(_subject, context) {
    const open = (await context.stores.goals.openOf(context.person.id)).filter(
      (goal) => goal.state === "active" && goal.direction !== "milestones" && !isCounted(goal),
    );
    const running = open.filter(
      (goal) =>
        inPeriod(goal.period, context.today) &&
        (goal.lastOn === null || compareDates(goal.lastOn, startOfWeek(context.today)) < 0),
    );
    if (running.length === 0) return null;
    return numbersCard(
      await Promise.all(running.map((goal) => paced(goal, context.person, context))),
      context.t,
    );
  },
};

/** The manager's one message on Monday. */
const offPace: GoalNudge = {
  name: "goals.off-pace",
  who: "manager",
  priority: "digest",
  label: (t) => t.nudgeOffPace(),
  why: (t) => t.whyOffPace(),
  async plan(context) {
    if (!isManager(context.person)) return [];
    const known = await context.stores.people.acting(context.person.id);
    if (!known) return [];
    // A holiday moves it, like the check-ins it comes together with; back from leave it is still worth a look.
    const { workdays } = availabilityOf(known);
    return onMondays({ time: managersHour, workdays }, offPaceDays * dayMs, context);
  },
  async say(_subject, context) {
    return isManager(context.person) ? teamDigest(context) : null;
  },
};

/** Mondays at that hour of the person's zone: this one, for as long as it is the time to say it, and the next. */
const onMondays = (
  how: Pick<Weekly, "time" | "workdays">,
  lastsMs: number,
  { person, now }: GoalContext,
): Occurrence[] =>
  nextSlots({ weekday: 1, zone: person.zone, ...how }, new Date(now.getTime() - lastsMs), 2).map(
    (at) => ({ subject: person.id, at, until: new Date(at.getTime() + lastsMs) }),
  );

export const nudges: readonly GoalNudge[] = [
  milestoneDue,
  unconfirmed,
  changeWaits,
  noGoal,
  periodEnds,
  closeOut,
  offPace,
  stale,
  weekly,
];

// A status said against the computed one, by the owner or their manager: with a reason, and until the next check-in at the latest (2.5).
import {
  ask,
  correct,
  replace,
  show,
  committed,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import type { ReadWords } from "#src/bot/declare/arguments";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import {
  addDays,
  compareDates,
  later,
  startOfWeek,
  type LocalDate,
} from "#src/calendar/local-date";
import { addWorkdays, workdaysBetween } from "#src/calendar/workdays";
import { localDateAt } from "#src/calendar/zones";
import { sum } from "#src/language/decimal";
import { isLonger } from "#src/language/text";
import type { Person } from "#src/people/person";
import { card } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { said } from "#src/view/line";
import {
  decidableGoal,
  lockDecidableGoal,
  paced,
  visibleGoal,
  type GoalContext,
  type OwnedGoal,
  type PacedGoal,
  type Run,
} from "../context.ts";
import { statusForm } from "../define/goal-form.ts";
import { isWaiting, judgements, type GoalId, type GoalProgress, type Judgement } from "../model.ts";
import { forecastFor } from "../forecast/forecast.ts";
import { readJudgement } from "./parse-status.ts";
import { goalCard } from "../goal-card.ts";

const longestReason = 300;
const runWorkdays = 10;
/** What fewer brought says nothing yet. */
const fewestRunWorkdays = 3;

/** Weeks of check-ins begin on Mondays, so the next one asks anew on Monday. */
export const lastDayOf = (today: LocalDate): LocalDate => addDays(startOfWeek(today), 6);

/** Goals with what was said against their status, in one reading for all of them. */
export async function withOverrides(
  all: readonly PacedGoal[],
  context: GoalContext,
): Promise<readonly PacedGoal[]> {
  const running = all.filter(({ goal }) => goal.state === "active");
  if (running.length === 0) return all;
  const said = await context.stores.goals.overridesOf(
    running.map(({ goal }) => goal.id),
    context.today,
  );
  return said.length === 0
    ? all
    : all.map((each) => ({
        ...each,
        override: said.find(({ goalId }) => goalId === each.goal.id) ?? null,
      }));
}

/** One goal as its own card shows it: with what was said against its status and what a workday brought lately. */
export async function closely(
  goal: GoalProgress,
  owner: Person,
  context: GoalContext,
): Promise<PacedGoal> {
  const standing = await paced(goal, owner, context);
  if (goal.state !== "active") return standing;
  const [override] = await context.stores.goals.overridesOf(
    [goal.id],
    localDateAt(context.now, owner.zone),
  );
  const run = standing.pace.needPerDay === null ? null : await runOf(standing.goal, owner, context);
  return {
    ...standing,
    override: override ?? null,
    run,
    forecast: await forecastFor({ ...standing, run }, owner, context),
  };
}

async function runOf(goal: GoalProgress, owner: Person, context: GoalContext): Promise<Run | null> {
  if (goal.unit.kind === "percent") return null;
  const today = localDateAt(context.now, owner.zone);
  const calendar = await context.workCalendar(owner);
  const isLoggedEarlier = goal.firstOn != null && goal.firstOn < goal.createdOn;
  const first = isLoggedEarlier ? goal.firstOn : goal.createdOn;
  const from = later(
    addWorkdays(calendar, today, calendar.isWorkday(today) ? 1 - runWorkdays : -runWorkdays),
    later(goal.period.start, first),
  );
  const workdays = workdaysBetween(calendar, from, today);
  if (workdays < fewestRunWorkdays) return null;
  const parts = goal.teamId === null ? [] : await context.stores.goals.partsOf(goal.id);
  const counted = parts.filter((each) => each.state !== "proposed" && each.state !== "draft");
  const before = await context.stores.goals.stoodBefore(
    counted.length === 0 ? [goal.id] : counted.map((each) => each.id),
    [from],
  );
  const stood = sum([...before.values()].flat());
  return { perDay: goal.actual.minus(stood).div(String(workdays)), workdays };
}

/** `status G7 on track because ...`; what is missing is asked for in a form. */
export async function statusSaid(
  { goal: number, words: { line, typed } }: { goal: number; words: ReadWords },
  context: GoalContext,
): Promise<Answer> {
  const { goal: found } = await visibleGoal(
    await context.stores.goals.numbered(number),
    number,
    context,
  );
  const { goal, owner } = judgeable(await lockDecidableGoal(found.id, context), context);
  const said = readJudgement(line);
  const read = said && { ...said, reason: typed(said.reason) };
  if (read === null) throw new Refusal(context.t.statusUnreadable());
  if (read.judgement === "figures") return clearedFor(goal, owner, show, context);
  if (read.judgement === null || read.reason === "")
    return ask(
      statusForm(goal, { ...read, judgement: read.judgement }, lastDayOf(context.today), context.t),
    );
  if (isLonger(read.reason, longestReason))
    throw new Refusal(context.house.fieldTooLong(longestReason));
  return judged(
    goal,
    owner,
    {
      status: read.judgement,
      reason: read.reason,
      until: lastDayOf(localDateAt(context.now, owner.zone)),
    },
    show,
    context,
  );
}

export async function askForStatus(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = judgeable(await decidableGoal(id, context), context);
  const [known] = await context.stores.goals.overridesOf(
    [id],
    localDateAt(context.now, owner.zone),
  );
  return ask(
    statusForm(
      goal,
      { judgement: known?.status ?? null, reason: known?.reason ?? "" },
      lastDayOf(context.today),
      context.t,
    ),
  );
}

export async function saveStatusForm(
  { payload, values }: { payload: { goal: GoalId }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = judgeable(await lockDecidableGoal(payload.goal, context), context);
  const fields = readFields(values, context);
  const status = fields.chosen("status", judgements);
  const reason = fields.neededText("reason", longestReason);
  const until = fields.date("until", "future");
  const [today, last] = [
    localDateAt(context.now, owner.zone),
    lastDayOf(localDateAt(context.now, owner.zone)),
  ];
  if (until && compareDates(until, today) < 0) fields.refuse("until", context.t.statusPast());
  if (until && compareDates(until, last) > 0) fields.refuse("until", context.t.statusTooFar(last));
  if (fields.wrong || !status || !until) return correct(fields.errors);
  return judged(goal, owner, { status, reason, until }, replace, context);
}

export async function clearStatus(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockDecidableGoal(id, context);
  return clearedFor(goal, owner, replace, context);
}

async function clearedFor(
  goal: GoalProgress,
  owner: Person,
  answer: typeof show,
  context: GoalContext,
): Promise<Answer> {
  if (
    !(await context.stores.goals.endOverride(
      goal.id,
      localDateAt(context.now, owner.zone),
      context.person.id,
      context.now,
    ))
  )
    throw new Refusal(context.t.statusNone(goal.number));
  const told =
    owner.id === context.person.id
      ? null
      : context.notify(owner, "status", (t) =>
          card({
            title: t.statusCleared(context.person.name),
            context: t.titled(goal.number, goal),
          }),
        );
  return committed(answer(await shownClosely(goal, owner, context)), told);
}

/** Only of a goal that runs. */
function judgeable(found: OwnedGoal, context: GoalContext): OwnedGoal {
  if (found.goal.state !== "active")
    throw new Refusal(
      isWaiting(found.goal)
        ? context.t.statusNotYet(found.goal.number)
        : context.t.goalClosed(found.goal.number),
    );
  return found;
}

async function judged(
  goal: GoalProgress,
  owner: Person,
  what: { readonly status: Judgement; readonly reason: string; readonly until: LocalDate },
  answer: typeof show,
  context: GoalContext,
): Promise<Answer> {
  await context.stores.goals.override({
    id: context.newId(),
    goalId: goal.id,
    byId: context.person.id,
    at: context.now,
    ...what,
  });
  const told: Notice | null =
    owner.id === context.person.id
      ? null
      : context.notify(owner, "status", (t) =>
          card({
            title: t.statusTold(context.person.name, what.status),
            tone: "info",
            context: t.titled(goal.number, goal),
            body: [{ element: "quote", line: [said(what.reason)] }],
            sees: t.seenByOwner(context.person.name),
          }),
        );
  return committed(answer(await shownClosely(goal, owner, context)), told);
}

const shownClosely = async (goal: GoalProgress, owner: Person, context: GoalContext) =>
  goalCard(await closely(goal, owner, context), owner.id === context.person.id, context.t);

// From a line to a goal: reading it, checking it by SMART, keeping it as a draft.
import { say } from "#src/bot/declare/actions";
import { ask, show, committed, type Answer } from "#src/bot/declare/answer";
import type { ReadWords } from "#src/bot/declare/arguments";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { addMonths, compareDates, later, type LocalDate } from "#src/calendar/local-date";
import { periodOf, type Period } from "#src/calendar/periods";
import { decimal, toText, type Decimal } from "#src/language/decimal";
import { exactName } from "#src/people/naming";
import { manages, type Person, type TeamId } from "#src/people/person";
import { mayBeWhose, teamLed, teamNamed, type ForTeam } from "./whose.ts";
import { button } from "#src/view/card";
import type { Form } from "#src/view/form";
import type { PendingAmount } from "../actions.ts";
import { checked } from "./smart-check.ts";
import {
  decidableGoal,
  leaveWithin,
  openYearsOf,
  personNamed,
  type GoalContext,
} from "../context.ts";
import { isJustGone, periodEnding } from "./due-date.ts";
import { goalForm } from "./goal-form.ts";
import type { GoalTime } from "./goal-time.ts";
import { moneyOf } from "../money.ts";
import type { Aim, Direction, GoalId, GoalProgress, Milestone } from "../model.ts";
import { parentsFor } from "../split/parents.ts";
import { readGoal, type ReadGoal } from "./parse-goal.ts";
import { countIn, readRate } from "./rate.ts";
import { draftCard } from "../goal-card.ts";

export interface NewGoalInput {
  /** Of the whole team, which whoever sets it leads. */
  readonly team: boolean;
  readonly who: Person | null;
  readonly time: GoalTime | null;
  readonly words: ReadWords;
}

export async function newGoal(
  { team: ofTeam, who, time, words }: NewGoalInput,
  context: GoalContext,
): Promise<Answer> {
  const owner = who ?? context.person;
  if (owner.id !== context.person.id && !manages(context.person, owner))
    throw new Refusal(context.t.mayNotSetFor(owner.name));
  const named = who || ofTeam ? null : await teamNamed(words.line, context);
  const team = ofTeam ? await teamLed(context) : (named?.team ?? null);
  const line = named?.line ?? words.line;
  const period = periodSaid(time, context);
  const whole = { period, owner, team };
  if (line === "") return ask(await emptyForm(owner, time === null ? null : period.end, context));
  await askAboutTitle(line, whole, context);
  const read = await readAsked(line, owner, context);
  if (time?.says === "year-alone")
    throw new Refusal(context.t.yearOrTarget(time.year), [
      button(
        context.t.yearIsTarget(read.target, read.unit),
        say({ text: asLine(read, read.target, whole, context) }),
      ),
    ]);
  await askAboutRate(read, line, whole, context);
  const goal = await addGoal(
    {
      ...read,
      title: words.typed(read.title),
      owner,
      teamId: team?.id ?? null,
      period,
      milestones: [],
      reason: read.reason === null ? null : words.typed(read.reason),
      state: "draft",
    },
    context,
  );
  return draftAnswer(goal, owner, context);
}

/** Whose a goal is, and when it runs. */
interface Whole {
  readonly period: Period;
  readonly owner: Person;
  readonly team: ForTeam | null;
}

const emptyForm = async (
  owner: Person,
  due: LocalDate | null,
  context: GoalContext,
): Promise<Form> =>
  goalForm(
    {
      goal: null,
      title: "",
      due,
      waiting: null,
      owner: owner.id === context.person.id ? null : owner,
      whose: owner.id === context.person.id ? await mayBeWhose(context) : [],
      parents: await parentsFor(null, owner, context),
    },
    context.t,
  );

/** What was said of its time as a period; this quarter where nothing was. */
function periodSaid(time: GoalTime | null, { t, today, house }: GoalContext): Period {
  if (time === null || time.says === "year-alone") return periodOf("quarter", today);
  switch (time.says) {
    case "unclear":
      throw new Refusal(t.timeUnclear(time.typed));
    case "no-such-date":
      throw new Refusal(house.noSuchDate(time.typed));
    case "fiscal":
      throw new Refusal(t.noFiscalYears(time.typed));
    case "due":
      if (isJustGone(time.typed, time.due, today))
        throw new Refusal(house.dayJustGone(addMonths(time.due, -12), time.due));
      if (compareDates(time.due, today) < 0) throw new Refusal(t.dueInPast());
      return periodEnding(time.due, today);
    case "span":
      if (compareDates(time.period.end, today) < 0) throw new Refusal(t.dueInPast());
      return time.period;
  }
}

const mostMetrics = 5;

/** A figure and nothing that it is of: the metrics it can be of are offered. */
async function askAboutTitle(line: string, whole: Whole, context: GoalContext): Promise<void> {
  const metrics = await context.stores.setup.metrics();
  const money = await moneyOf(whole.owner, context);
  const read = readGoal(line, metrics, money);
  if (read.title !== "" || !read.target.gt("0") || read.unknownCurrency !== null) return;
  const can = metrics.filter(({ unit, adds }) => unit.kind === read.unit.kind && adds);
  if (can.length === 0) return;
  const { t, person } = context;
  throw new Refusal(
    t.titleMissing(),
    can.slice(0, mostMetrics).map((metric) => {
      const title = person.locale === "zh" ? metric.nameZh : metric.nameEn;
      return button(
        t.titleTakes(metric, read.target, read.unit),
        say({ text: asLine({ ...read, title }, read.target, whole, context) }),
      );
    }),
  );
}

async function readAsked(line: string, owner: Person, context: GoalContext): Promise<ReadGoal> {
  const { t } = context;
  const metrics = await context.stores.setup.metrics();
  const read = readGoal(line, metrics, await moneyOf(owner, context));
  if (read.title === "") throw new Incomplete("title", t.titleMissing());
  if (read.unknownCurrency !== null) throw new Refusal(t.unknownCurrency(read.unknownCurrency));
  if (goesNowhere(read)) throw new Refusal(t.sameBothEnds());
  if (!reaches(read.direction, read)) throw new Refusal(t.targetPositive());
  return read;
}

/** 20 a day: a goal is one sum, so the sum is shown, and which of the two is the target asked. */
async function askAboutRate(
  read: ReadGoal,
  line: string,
  whole: Whole,
  context: GoalContext,
): Promise<void> {
  const { period, owner } = whole;
  const rate = addsUp(read) ? readRate(line) : null;
  if (!rate) return;
  const calendar = await context.workCalendar(owner);
  const count = countIn(rate.unit, period, context.today, calendar);
  const plain = await readAsked(rate.line, owner, context);
  const { t } = context;
  const sum = read.target.times(decimal(String(count)));
  throw new Refusal(
    t.rateAsk(read.target, read.unit, rate.unit, count, sum, period.end),
    [sum, read.target].map((target) =>
      button(t.rateTakes(target, read.unit), say({ text: asLine(plain, target, whole, context) })),
    ),
  );
}

/** A goal as a line that sets it, its figure grouped, so that 2027 is no year. */
function asLine(
  { title, unit, reason }: ReadGoal,
  target: Decimal,
  { period, owner, team }: Whole,
  { person, today }: GoalContext,
): string {
  const figure = toText(target).replace(/\B(?=(?:\d{3})+(?!\d))/g, ",");
  const start = later(period.start, today);
  return [
    "goal new",
    title,
    unit.kind === "money" ? `${unit.currency} ${figure}` : figure,
    period.start > today || period.kind === "custom"
      ? `${start}..${period.end}`
      : `by ${period.end}`,
    owner.id === person.id ? "" : `for @${exactName(owner)}`,
    team === null ? "" : `for team ${team.name}`,
    reason === null ? "" : `because ${reason}`,
  ]
    .filter((each) => each !== "")
    .join(" ");
}

/** A target that equals where it starts is none (2.2). */
const goesNowhere = ({ direction, baseline, target }: ReadGoal): boolean =>
  (direction === "up" || direction === "down") && !baseline.eq("0") && target.eq(baseline);

/** Whether the target lies ahead: upwards beyond where it starts; elsewhere nothing below zero. */
export const reaches = (
  direction: Direction,
  { target, baseline }: Pick<Aim, "target"> & Pick<GoalProgress, "baseline">,
): boolean =>
  direction === "milestones" || (direction === "up" ? target.gt(baseline) : target.gte("0"));

export async function draftAnswer(
  goal: GoalProgress,
  owner: Person,
  context: GoalContext,
): Promise<Answer> {
  const { findings } = await checked(goal, owner, context);
  const forName = owner.id === context.person.id ? null : owner.name;
  const beside = await alikeBeside(goal, context);
  const away = (await leaveWithin(goal.period, [owner], context)).get(owner.id) ?? [];
  const openYears = await openYearsOf(goal, owner, context);
  return committed(
    show(draftCard({ goal, findings, forName, beside, away, openYears }, context.t)),
  );
}

/** A goal of the same person on the same metric in the same days: hardly a second one is meant. */
async function alikeBeside(
  { id, ownerId, metricId, period }: GoalProgress,
  context: GoalContext,
): Promise<GoalProgress | null> {
  if (metricId === null) return null;
  const open = await context.stores.goals.openOf(ownerId);
  const alike = open.find(
    (each) =>
      each.id !== id &&
      each.metricId === metricId &&
      each.teamId === null &&
      each.period.start <= period.end &&
      period.start <= each.period.end,
  );
  return alike ?? null;
}

interface NewGoal extends Omit<ReadGoal, "unknownCurrency"> {
  readonly owner: Person;
  readonly period: Period;
  readonly milestones: readonly Milestone[];
  readonly state: "draft" | "proposed" | "active";
  readonly parentId?: GoalId | null;
  readonly teamId?: TeamId | null;
}

/** Whether a log adds to it: a summed metric going up, never a percentage. */
export const addsUp = ({
  direction,
  unit,
  metric,
}: Pick<ReadGoal, "direction" | "unit" | "metric">): boolean =>
  direction === "up" && unit.kind !== "percent" && (metric?.adds ?? true);

export async function addGoal(wanted: NewGoal, context: GoalContext): Promise<GoalProgress> {
  const id = context.newId() as GoalId;
  const proposedById = wanted.owner.id === context.person.id ? null : context.person.id;
  const { title, unit, direction, target, period, reason, state, milestones } = wanted;
  const goal = {
    id,
    title,
    ownerId: wanted.owner.id,
    teamId: wanted.teamId ?? null,
    metricId: wanted.metric?.id ?? null,
    unit,
    direction,
    adds: addsUp(wanted),
    baseline: wanted.baseline,
    target,
    period,
    parentId: wanted.parentId ?? null,
    reason,
    state,
    proposedById,
    proposedOn: state === "proposed" ? context.today : null,
    confidence: null,
    lesson: null,
    createdOn: context.today,
    milestones,
  };
  const number = await context.stores.goals.add(goal, context.now);
  return {
    ...goal,
    number,
    ownerName: wanted.owner.name,
    managerName: null,
    actual: wanted.baseline,
    ratio: null,
    lastOn: null,
    firstOn: null,
    lastSeq: null,
  };
}

export async function askForGoal(
  { goal, title, waiting }: { goal: GoalId | null; title: string; waiting: PendingAmount | null },
  context: GoalContext,
): Promise<Answer> {
  const known = goal === null ? null : await decidableGoal(goal, context);
  const owner =
    known?.owner ?? (waiting?.for ? await personNamed(waiting.for, context) : context.person);
  return ask(
    goalForm(
      {
        goal: known?.goal ?? null,
        title,
        due: null,
        waiting,
        owner: null,
        whose: goal === null && waiting === null ? await mayBeWhose(context) : [],
        parents: await parentsFor(known?.goal ?? null, owner, context),
      },
      context.t,
    ),
  );
}

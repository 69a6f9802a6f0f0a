// The goal form: a new goal, a draft read anew, or a goal that runs, whose line changes only with a reason (P1).
import { correct, replan, show, committed, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { addMonths, compareDates, earlier, type LocalDate } from "#src/calendar/local-date";
import { readAmount } from "#src/language/amount/amount";
import { findDate } from "#src/language/dates/dates";
import { fitsStore, toText, zero, type Decimal } from "#src/language/decimal";
import { asTyped, normalise, shorten } from "#src/language/text";
import type { Unit } from "#src/language/units";
import { manages, mayLogFor, type Person, type PersonId } from "#src/people/person";
import type { FormValues } from "#src/view/form";
import type { PendingAmount } from "../actions.ts";
import { goalNow, lockDecidableGoal, paced, personNamed, type GoalContext } from "../context.ts";
import { addGoal, addsUp, draftAnswer, reaches } from "./create-goal.ts";
import { isJustGone, periodEnding } from "./due-date.ts";
import { tellProposal } from "../agree/propose.ts";
import { changeLine } from "../agree/change-request.ts";
import { amountFor, unitMarked } from "../log/parse/unit-marks.ts";
import { isOpen, type GoalId, type GoalProgress, type Milestone } from "../model.ts";
import { moneyOf } from "../money.ts";
import { readWhose, type Whose } from "./whose.ts";
import { parentsFor } from "../split/parents.ts";
import { place } from "../log/assign-goals.ts";
import { wantedOf } from "../log/waiting-amounts.ts";
import { readGoal, type ReadGoal } from "./parse-goal.ts";
import type { GoalChange } from "../store.ts";
import { goalCard } from "../goal-card.ts";

interface Saving {
  readonly goal: GoalId | null;
  readonly waiting: PendingAmount | null;
  readonly owner: PersonId | null;
}

export async function saveGoalForm(
  { payload, values }: { payload: Saving; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const known = payload.goal === null ? null : await lockDecidableGoal(payload.goal, context);
  if (known && !isOpen(known.goal)) throw new Refusal(context.t.closedMeanwhile(known.goal.number));
  const fields = readFields(values, context);
  const whose =
    known === null && values["whose"] !== undefined ? await readWhose(fields, context) : null;
  const owner = known?.owner ?? whose?.owner ?? (await newOwner(payload, context));
  const read = await readForm(fields, values, known?.goal ?? null, payload.waiting, owner, context);
  if (fields.wrong || !read) return correct(fields.errors);
  if (!known)
    return saveNew(read, { owner, teamId: whose?.teamId ?? null }, payload.waiting, context);
  return known.goal.state === "draft"
    ? redraft(known.goal, read, owner, context)
    : saveRunning(known.goal, read, owner, fields, context);
}

async function newOwner({ waiting, owner }: Saving, context: GoalContext): Promise<Person> {
  const id = waiting?.for ?? owner;
  const person = id === null ? context.person : await personNamed(id, context);
  if (person.id !== context.person.id && !(waiting ? mayLogFor : manages)(context.person, person))
    throw new Refusal(context.t.mayNotSetFor(person.name));
  return person;
}

interface Filled {
  readonly title: string;
  readonly asked: ReadGoal;
  readonly target: Decimal | null;
  readonly due: LocalDate;
  readonly reason: string | null;
  readonly milestones: readonly Milestone[];
  readonly parentId: GoalId | null;
}

/** More is no figure, and said so beside its field. */
const longestTarget = 200;

async function readForm(
  fields: Fields,
  values: FormValues,
  known: GoalProgress | null,
  waiting: PendingAmount | null,
  owner: Person,
  context: GoalContext,
): Promise<Filled | null> {
  const title = fields.neededText("title", 200);
  const typedTarget = String(values["target"] ?? "")
    .slice(0, longestTarget)
    .trim();
  const read = readGoal(
    normalise(`${title}, ${typedTarget}`),
    await context.stores.setup.metrics(),
    await moneyOf(owner, context),
  );
  if (read.unknownCurrency !== null)
    fields.refuse("target", context.t.unknownCurrency(read.unknownCurrency));
  const unit = unitFor(read, known, waiting);
  const asked = { ...read, unit, direction: directionFor(read, known, typedTarget) };
  const target = typedTarget === "" ? null : readTarget(fields, asked, known, context);
  const due = readDue(fields, values, known, context);
  const parentId = await readParent(fields, values, known, owner, context);
  const reason = fields.text("reason", 500) || null;
  const milestones = readMilestones(fields, known?.milestones ?? [], context);
  return due && { title, asked, target, due, reason, milestones, parentId };
}

function readTarget(
  fields: Fields,
  { unit, direction }: ReadGoal,
  known: GoalProgress | null,
  { t }: GoalContext,
): Decimal | null {
  const target = amountFor("target", unit, fields, t)?.value ?? null;
  if (target && !reaches(direction, { target, baseline: known?.baseline ?? zero }))
    fields.refuse("target", t.targetPositive());
  return target;
}

function readDue(
  fields: Fields,
  values: FormValues,
  known: GoalProgress | null,
  { t, today, house }: GoalContext,
): LocalDate | null {
  const due = fields.date("due", "future");
  if (due && compareDates(due, today) < 0 && due !== known?.period.end)
    fields.refuse("due", t.dueInPast());
  if (due && isJustGone(String(values["due"] ?? ""), due, today))
    fields.refuse("due", house.dayJustGone(addMonths(due, -12), due));
  return due;
}

/** As it was where the form has no such field. */
async function readParent(
  fields: Fields,
  values: FormValues,
  known: GoalProgress | null,
  owner: Person,
  context: GoalContext,
): Promise<GoalId | null> {
  const parents = await parentsFor(known, owner, context);
  const chosen = String(values["parent"] ?? "");
  const parent = parents.find((each) => each.id === chosen) ?? null;
  if (chosen !== "" && chosen !== "none" && !parent)
    fields.refuse("parent", context.house.fieldNotOffered());
  return values["parent"] === undefined ? (known?.parentId ?? null) : (parent?.id ?? null);
}

/** A goal that runs keeps its unit; a draft is read anew where the form says something about it; an amount that waits brings its own. */
function unitFor(read: ReadGoal, known: GoalProgress | null, waiting: PendingAmount | null): Unit {
  const waits = waiting && (waiting.of ? unitMarked("%") : unitMarked(waiting.as));
  if (waits) return waits.kind === "count" && read.unit.kind === "count" ? read.unit : waits;
  if (!known) return read.unit;
  const anew =
    known.state === "draft" &&
    (known.direction === "milestones" ||
      read.metric?.id !== known.metricId ||
      read.unit.kind !== "count");
  return anew ? read.unit : known.unit;
}

function directionFor(
  read: ReadGoal,
  known: GoalProgress | null,
  typedTarget: string,
): GoalProgress["direction"] {
  if (!known) return read.direction;
  if (known.state !== "draft" || (typedTarget !== "" && known.direction !== "milestones"))
    return known.direction;
  return typedTarget === "" ? "milestones" : read.direction;
}

async function saveNew(
  { asked, target, due, ...filled }: Filled,
  { owner, teamId }: Whose,
  waiting: PendingAmount | null,
  context: GoalContext,
): Promise<Answer> {
  const period = periodEnding(due, earlier(context.today, waiting?.on ?? context.today));
  const mine = owner.id === context.person.id;
  // What waits is logged at once, so its goal runs; for somebody else as a proposal they can still answer.
  const waits = mine ? "active" : "proposed";
  const state = waiting === null ? "draft" : waits;
  const goal = await addGoal(
    { ...asked, ...filled, target: target ?? asked.target, owner, teamId, period, state },
    context,
  );
  if (!waiting) return draftAnswer(goal, owner, context);
  const told = mine ? null : await tellProposal(goal, owner, context);
  const wanted = await wantedOf(waiting, goal, owner, context);
  return replan(committed(await place(wanted, context, { source: "form" }), told), owner.id);
}

async function redraft(
  goal: GoalProgress,
  { asked, target, due, ...filled }: Filled,
  owner: Person,
  context: GoalContext,
): Promise<Answer> {
  const { unit, direction, metric } = asked;
  const change: GoalChange = {
    ...filled,
    unit,
    direction,
    metricId: metric?.id ?? null,
    adds: addsUp(asked),
    target: target ?? zero,
    period: periodFor(goal, due),
  };
  await context.stores.goals.change(goal.id, change);
  return draftAnswer(await goalNow(goal.id, context), owner, context);
}

const periodFor = (goal: GoalProgress, due: LocalDate) => ({
  ...goal.period,
  ...(due === goal.period.end ? {} : periodEnding(due, goal.period.start)),
  start: goal.period.start,
});

async function saveRunning(
  goal: GoalProgress,
  { asked: _, target, due, ...filled }: Filled,
  owner: Person,
  fields: Fields,
  context: GoalContext,
): Promise<Answer> {
  const wanted = { target: target ?? goal.target, due };
  const moves = !wanted.target.eq(goal.target) || due !== goal.period.end;
  const free = goal.state === "proposed" || !moves;
  const why = fields.text("why", 500);
  // Who a goal is proposed to answers it; its line is the proposer's to change.
  if (
    goal.state === "proposed" &&
    moves &&
    owner.id === context.person.id &&
    goal.proposedById !== owner.id
  )
    fields.refuse("target", context.t.answerInstead());
  if (!free && why === "") fields.refuse("why", context.t.whyNeeded());
  if (fields.wrong) return correct(fields.errors);
  await context.stores.goals.change(goal.id, {
    ...filled,
    ...(free && moves ? { target: wanted.target, period: periodFor(goal, due) } : {}),
  });
  const asking = free ? null : await changeLine(goal, wanted, why, owner, context);
  const changed = await goalNow(goal.id, context);
  const mine = owner.id === context.person.id;
  const told =
    changed.state === "proposed" && !mine
      ? await tellProposal(changed, owner, context, "changed")
      : asking;
  const changes = await context.stores.goals.changesOf(goal.id);
  return replan(
    committed(show(goalCard(await paced(changed, owner, context), mine, context.t, changes)), told),
    owner.id,
  );
}

/** One a line: an amount or a step, and its date. What stands there unchanged keeps whether it is done. */
function readMilestones(
  fields: Fields,
  before: readonly Milestone[],
  context: GoalContext,
): Milestone[] {
  const left = [...before];
  const lines = fields
    .text("milestones", 1000)
    .split("\n")
    .map((each) => ({ typed: each, each: normalise(each).trim() }))
    .filter(({ each }) => each !== "");
  return lines.flatMap(({ typed, each }) => {
    const found = findDate(each, { today: context.today, lean: "future" });
    const what =
      found && "date" in found
        ? `${each.slice(0, found.start)} ${each.slice(found.end)}`.trim()
        : "";
    if (!found || !("date" in found) || what === "") {
      fields.refuse("milestones", context.t.badMilestone(shorten(each, 80)));
      return [];
    }
    const amount = readAmount(what);
    const target = amount && fitsStore(amount.value) ? amount.value : null;
    const same = left.findIndex(
      (step) =>
        step.due === found.date &&
        (normalise(step.title) === what ||
          (target !== null && step.target !== null && toText(step.target) === toText(target))),
    );
    return same >= 0
      ? left.splice(same, 1)
      : [
          {
            id: context.newId(),
            title: shorten(asTyped(typed, what), 200),
            due: found.date,
            target,
            doneOn: null,
          },
        ];
  });
}

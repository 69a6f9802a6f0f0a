// From a line or a form to a goal: reading it, checking it by SMART, keeping it as a draft.
import { ask, correct, planning, show, stored, type Answer } from "#src/bot/answer";
import { Incomplete, Refusal } from "#src/bot/errors";
import { readFields, type Fields } from "#src/bot/fields";
import { compareDates, earlier, type LocalDate } from "#src/calendar/local-date";
import { customPeriod, periodOf, type Period } from "#src/calendar/periods";
import { readAmount } from "#src/language/amount";
import { findDate } from "#src/language/dates";
import { fitsStore } from "#src/language/decimal";
import { normalise } from "#src/language/text";
import { manages, mayLogFor, type Person } from "#src/people/person";
import type { FormValues } from "#src/view/form";
import type { Waiting } from "./actions.ts";
import { checked } from "./checking.ts";
import { decidableGoal, ownerOf, paced, type GoalContext } from "./context.ts";
import { goalForm } from "./goal-forms.ts";
import { proposalName } from "./goals.ts";
import { logged, writeEntries } from "./log.ts";
import type { GoalId, GoalStanding, Milestone } from "./model.ts";
import { readGoal, type ReadGoal } from "./reading-goal.ts";
import { draftCard, goalCard, proposalCard } from "./views.ts";

/** The calendar period a due date ends, the narrowest first; otherwise from today to the due date. */
export function periodEnding(due: LocalDate, today: LocalDate): Period {
  const kinds = ["quarter", "month", "year"] as const;
  return kinds.map((kind) => periodOf(kind, today)).find((period) => period.end === due) ?? customPeriod(compareDates(due, today) < 0 ? due : today, due);
}

export interface NewGoalInput {
  readonly who: Person | null;
  readonly due: LocalDate | null;
  readonly line: string;
}

export async function newGoal({ who, due, line }: NewGoalInput, context: GoalContext): Promise<Answer> {
  const owner = who ?? context.person;
  if (owner.id !== context.person.id && !manages(context.person, owner)) throw new Refusal(context.t.mayNotLogFor(owner.name));
  if (line === "") return ask(goalForm(null, "", null, context.t));
  const metrics = await context.stores.setup.metrics();
  const read = readGoal(line, metrics, context.organisation.currency);
  if (read.title === "") throw new Incomplete("title");
  if (read.unknownCurrency !== null) throw new Refusal(context.t.unknownCurrency(read.unknownCurrency));
  if (goesNowhere(read)) throw new Refusal(context.t.sameBothEnds());
  if (due !== null && compareDates(due, context.today) < 0) throw new Refusal(context.t.dueInPast());
  const end = due ?? periodOf("quarter", context.today).end;
  const goal = await addGoal({ ...read, owner, period: periodEnding(end, context.today), milestones: [], reason: read.reason, state: "draft" }, context);
  return draftAnswer(goal, owner, context);
}

/** A target that equals where it starts is none (2.2). */
const goesNowhere = ({ direction, baseline, target }: ReadGoal): boolean => direction !== "keep" && direction !== "milestones" && !target.eq("0") && target.eq(baseline);

async function draftAnswer(goal: GoalStanding, owner: Person, context: GoalContext): Promise<Answer> {
  const { findings } = await checked(goal, owner, context);
  return stored(show(draftCard(goal, findings, owner.id === context.person.id ? null : owner.name, context.t)));
}

interface NewGoal extends Omit<ReadGoal, "unknownCurrency"> {
  readonly owner: Person;
  readonly period: Period;
  readonly milestones: readonly Milestone[];
  readonly state: "draft" | "proposed" | "active";
  readonly parentId?: GoalId | null;
}

export async function addGoal(wanted: NewGoal, context: GoalContext): Promise<GoalStanding> {
  const id = context.newId() as GoalId;
  const proposedById = wanted.owner.id === context.person.id ? null : context.person.id;
  const { title, unit, direction, target, period, reason, state, milestones } = wanted;
  const adds = direction === "up" && unit.kind !== "percent" && (wanted.metric?.adds ?? true);
  const goal = {
    id,
    title,
    ownerId: wanted.owner.id,
    teamId: null,
    metricId: wanted.metric?.id ?? null,
    unit,
    direction,
    adds,
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
  return { ...goal, number, ownerName: wanted.owner.name, actual: wanted.baseline, ratio: null, lastOn: null, lastAt: null };
}

export async function askForGoal({ goal, title, waiting }: { goal: GoalId | null; title: string; waiting: Waiting | null }, context: GoalContext): Promise<Answer> {
  const known = goal === null ? null : (await decidableGoal(goal, context)).goal;
  return ask(goalForm(known, title, waiting, context.t));
}

export async function saveGoalForm({ payload, values }: { payload: { goal: GoalId | null; waiting: Waiting | null }; values: FormValues }, context: GoalContext): Promise<Answer> {
  const known = payload.goal === null ? null : await decidableGoal(payload.goal, context);
  const fields = readFields(values, context);
  const title = fields.neededText("title", 200);
  const metrics = await context.stores.setup.metrics();
  const read = readGoal(normalise(`${title}, ${String(values["target"] ?? "")}`), metrics, context.organisation.currency);
  if (read.unknownCurrency !== null) fields.refuse("target", context.t.unknownCurrency(read.unknownCurrency));
  const target = String(values["target"] ?? "").trim() === "" ? null : fields.amount("target");
  const due = fields.date("due", "future");
  if (due && compareDates(due, context.today) < 0) fields.refuse("due", context.t.dueInPast());
  const reason = fields.text("reason", 500) || null;
  const milestones = readMilestones(fields, context);
  if (fields.wrong || !due) return correct(fields.errors);
  if (known) {
    const period = { ...known.goal.period, ...(due === known.goal.period.end ? {} : periodEnding(due, known.goal.period.start)), start: known.goal.period.start };
    await context.stores.goals.change(known.goal.id, { title, reason, milestones, period, ...(target ? { target: target.value } : {}) });
    const changed = (await context.stores.goals.byId(known.goal.id))!;
    if (changed.state === "draft") return draftAnswer(changed, known.owner, context);
    const mine = known.owner.id === context.person.id;
    const told = changed.state === "proposed" && !mine ? { ...context.tell(known.owner, "changed", (t) => proposalCard(changed, context.person.name, t)), standing: proposalName(changed.id) } : null;
    return planning(stored(show(goalCard(await paced(changed, known.owner, context), mine, context.t)), told), known.owner.id);
  }
  const owner = payload.waiting?.for ? await ownerOf({ ownerId: payload.waiting.for } as GoalStanding, context) : context.person;
  if (!mayLogFor(context.person, owner)) throw new Refusal(context.t.mayNotLogFor(owner.name));
  const goal = await addGoal({ ...read, title, reason, milestones, owner, period: periodEnding(due, earlier(context.today, payload.waiting?.on ?? context.today)), state: payload.waiting ? "active" : "draft" }, context);
  return payload.waiting ? planning(await logged(await writeEntries([{ goal, owner, waiting: payload.waiting }], context, "form"), context), owner.id) : draftAnswer(goal, owner, context);
}

/** One a line: an amount or a step, and its date. */
function readMilestones(fields: Fields, context: GoalContext): Milestone[] {
  const lines = fields
    .text("milestones", 1000)
    .split("\n")
    .map((each) => normalise(each).trim())
    .filter((each) => each !== "");
  return lines.flatMap((each) => {
    const found = findDate(each, { today: context.today, lean: "future" });
    const what = found && "date" in found ? `${each.slice(0, found.start)} ${each.slice(found.end)}`.trim() : "";
    if (!found || !("date" in found) || what === "") {
      fields.refuse("milestones", context.t.badMilestone(each));
      return [];
    }
    const amount = readAmount(what);
    return [{ id: context.newId(), title: what.slice(0, 200), due: found.date, target: amount && fitsStore(amount.value) ? amount.value : null, doneOn: null }];
  });
}

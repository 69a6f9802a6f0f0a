// From a line or a form to a goal: reading it, checking it by SMART, keeping it as a draft.
import { ask, correct, show, stored, type Answer } from "#src/bot/answer";
import { Incomplete, Refusal } from "#src/bot/errors";
import { readFields, type Fields } from "#src/bot/fields";
import { compareDates, type LocalDate } from "#src/calendar/local-date";
import { customPeriod, periodOf, type Period } from "#src/calendar/periods";
import { findAmounts, readAmount } from "#src/language/amount";
import { findDate } from "#src/language/dates";
import { fitsStore, zero, type Decimal } from "#src/language/decimal";
import { foldCase, normalise } from "#src/language/text";
import type { Unit } from "#src/language/units";
import { manages, mayLogFor, type Person } from "#src/people/person";
import { metricNames, type Metric } from "#src/practices/setup/api";
import type { FormValues } from "#src/view/form";
import type { Waiting } from "./actions.ts";
import { decidableGoal, ownerOf, paced, type GoalContext } from "./context.ts";
import { goalForm } from "./goal-forms.ts";
import { writeEntries } from "./log.ts";
import type { Direction, GoalId, GoalStanding, Milestone } from "./model.ts";
import { smartCheck } from "./rules.ts";
import { draftCard, goalCard } from "./views.ts";

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
  if (due !== null && compareDates(due, context.today) < 0) throw new Refusal(context.t.dueInPast());
  const end = due ?? periodOf("quarter", context.today).end;
  const goal = await addGoal({ ...read, owner, period: periodEnding(end, context.today), milestones: [], reason: read.reason, state: "draft" }, context);
  return draftAnswer(goal, owner, context);
}

async function draftAnswer(goal: GoalStanding, owner: Person, context: GoalContext): Promise<Answer> {
  const findings = smartCheck(goal, context.today, await context.workCalendar(owner), []);
  return stored(show(draftCard(goal, findings, owner.id === context.person.id ? null : owner.name, context.t)));
}

interface ReadGoal {
  readonly title: string;
  readonly metric: Metric | null;
  readonly unit: Unit;
  readonly target: Decimal;
  readonly direction: Direction;
  readonly reason: string | null;
  /** Where it starts; nothing unless it was said. */
  readonly baseline: Decimal;
}

/** `回款 100万`, `reduce complaints to 5 because ...`: what is named, how much, which way. */
export function readGoal(line: string, metrics: readonly Metric[], currency: string): ReadGoal {
  const because = /(?:\bbecause\b|因为|为了)\s*[:：]?\s*(.+)$/iu.exec(line);
  const what = because ? line.slice(0, because.index) : line;
  const amounts = findAmounts(what);
  const found = amounts.at(-1) ?? null;
  // "from 20 down to 5", 从20降到5: the first is where it starts.
  const start = amounts.length > 1 ? amounts[0]! : null;
  const down = /(?:\bdown to\b|\breduce\b|\bcut\b|降到|减到|降低)/iu.test(what);
  const keep = /(?:\bat most\b|\bunder\b|\bkeep below\b|不超过|控制在)/iu.test(what);
  const words = amounts.toReversed().reduce((text, each) => `${text.slice(0, each.start)} ${text.slice(each.end)}`, what);
  const title = words
    .replace(/(?:\bfrom(?=\s)|\bdown to\b|\bto\s*$|\bat most\b|\bunder\b|从(?=\s)|降到|减到|不超过|控制在)/giu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s,，]+|[\s,，]+$/gu, "")
    .slice(0, 200);
  const metric = metrics.find((each) => metricNames(each).some((name) => foldCase(title).includes(foldCase(name)))) ?? null;
  const unit: Unit = found?.amount.percent
    ? { kind: "percent" }
    : found?.amount.currency
      ? { kind: "money", currency: found.amount.currency }
      : (metric?.unit ?? (found?.amount.yen || /[万亿wk]/iu.test(found ? what.slice(found.start, found.end) : "") ? { kind: "money", currency } : { kind: "count" }));
  const direction: Direction = found === null ? "milestones" : keep ? "keep" : down ? "down" : "up";
  return { title, metric, unit, target: found?.amount.value ?? zero, direction, reason: because?.[1]?.trim().slice(0, 500) ?? null, baseline: direction === "down" && start ? start.amount.value : zero };
}

interface NewGoal extends ReadGoal {
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
    confidence: null,
    lesson: null,
    createdOn: context.today,
    milestones,
  };
  const number = await context.stores.goals.add(goal, context.now);
  return { ...goal, number, ownerName: wanted.owner.name, actual: zero, lastOn: null, lastAt: null };
}

export async function askForGoal({ goal, title, waiting }: { goal: GoalId | null; title: string; waiting: Waiting | null }, context: GoalContext): Promise<Answer> {
  const known = goal === null ? null : (await decidableGoal(goal, context)).goal;
  return ask(goalForm(known, title, waiting, context.t));
}

export async function saveGoalForm({ payload, values }: { payload: { goal: GoalId | null; waiting: Waiting | null }; values: FormValues }, context: GoalContext): Promise<Answer> {
  const known = payload.goal === null ? null : await decidableGoal(payload.goal, context);
  const fields = readFields(values, context);
  const title = fields.neededText("title", 200);
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
    return changed.state === "draft" ? draftAnswer(changed, known.owner, context) : stored(show(goalCard(await paced(changed, known.owner, context), known.owner.id === context.person.id, context.t)));
  }
  const metrics = await context.stores.setup.metrics();
  const read = readGoal(`${title} ${String(values["target"] ?? "")}`, metrics, context.organisation.currency);
  const owner = payload.waiting?.for ? await ownerOf({ ownerId: payload.waiting.for } as GoalStanding, context) : context.person;
  if (!mayLogFor(context.person, owner)) throw new Refusal(context.t.mayNotLogFor(owner.name));
  const goal = await addGoal({ ...read, title, reason, milestones, owner, period: periodEnding(due, context.today), state: payload.waiting ? "active" : "draft" }, context);
  return payload.waiting ? writeEntries([{ goal, waiting: payload.waiting }], owner, context, "form") : draftAnswer(goal, owner, context);
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

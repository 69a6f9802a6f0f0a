// A goal changed or dropped by a line: the same right, consent and history as with the form, which the words fill in.
import { say } from "#src/bot/declare/actions";
import type { Answer } from "#src/bot/declare/answer";
import { typedStretches } from "#src/language/text";
import type { Argument, ReadWords } from "#src/bot/declare/arguments";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { readAmount } from "#src/language/amount/amount";
import { button } from "#src/view/card";
import { joinLines } from "#src/view/line";
import { askToClose, closeGoalForm, dropGoal } from "../agree/close.ts";
import { calledSo } from "../naming/called-so.ts";
import { visibleGoal, type GoalContext } from "../context.ts";
import { editing } from "../goal-card.ts";
import { fitsIn } from "../log/parse/unit-marks.ts";
import { isClosed, type GoalProgress } from "../model.ts";
import { showGoal } from "../status/show-goals.ts";
import { askForGoal } from "./create-goal.ts";
import { saveGoalForm } from "./edit-goal.ts";
import { filledFrom } from "./goal-form.ts";
import {
  dueIn,
  fieldOf,
  readChange,
  type ChangedField,
  type WantedChange,
} from "./parse-change.ts";

/** A goal and nothing to change in it: what is to change is asked in its form. */
export interface WantedEdit {
  readonly opens: number;
}

/** All that is left of the line, as a change; null where it is none. */
export function wantedChange(): Argument<WantedChange | WantedEdit | null> {
  return {
    namesPeople: false,
    mayHold: () => true,
    read: (reading) => {
      const opens = /^(?:目标)?\s*#?g(\d{1,9})$/iu.exec(reading.rest.trim())?.[1];
      const wanted = inOwnWords(readChange(reading.rest, true), reading.typed);
      reading.rest = "";
      return opens === undefined ? wanted : { opens: Number(opens) };
    },
  };
}

/** A new name and a reason are shown again. */
function inOwnWords(wanted: WantedChange | null, whole: string): WantedChange | null {
  if (wanted === null) return null;
  const typed = typedStretches(whole);
  return {
    ...wanted,
    value: wanted.field === "title" ? typed(wanted.value) : wanted.value,
    reason: wanted.reason === null ? null : typed(wanted.reason),
  };
}

export async function changeInWords(
  { wanted }: { wanted: WantedChange | WantedEdit | null },
  context: GoalContext,
): Promise<Answer> {
  const { t, today } = context;
  if (!wanted) throw new Incomplete("G1", t.changeUnclear());
  if ("opens" in wanted) {
    const found = await context.stores.goals.numbered(wanted.opens);
    const { goal } = await visibleGoal(found, wanted.opens, context);
    if (isClosed(goal)) throw new Refusal(t.closedMeanwhile(goal.number));
    return askForGoal({ goal: goal.id, title: "", waiting: null }, context);
  }
  const field = wanted.field ?? fieldOf(wanted.value, today);
  if (field === null) throw new Refusal(t.changeUnclear());
  const goal = await meant(wanted, field, context);
  if (isClosed(goal)) throw new Refusal(t.closedMeanwhile(goal.number));
  const value = field === "due" ? (dueIn(wanted.value, today) ?? wanted.value) : wanted.value;
  const values = {
    ...filledFrom(goal),
    [field]: value,
    ...(wanted.reason === null ? {} : { why: wanted.reason }),
  };
  const answer = await saveGoalForm(
    { payload: { goal: goal.id, waiting: null, owner: null }, values },
    context,
  );
  if (answer.reply.reply !== "correct") return answer;
  const { why, ...others } = answer.reply.errors;
  const wrong = Object.values(others)[0];
  throw new Refusal(
    wrong ?? joinLines([why ?? [], t.whyInWords(goal.number, field, wanted.value)], ""),
    [button(t.edit(), editing(goal))],
  );
}

/** By its number; else by what it is called, and by what the value can be a target of: one is meant, several are offered. */
async function meant(
  { goal: number, named, value, reason }: WantedChange,
  field: ChangedField,
  context: GoalContext,
): Promise<GoalProgress> {
  const { stores, t, person } = context;
  if (number !== null)
    return (await visibleGoal(await stores.goals.numbered(number), number, context)).goal;
  const open = await stores.goals.openOf(person.id);
  const called = named === "" ? open : await calledSo(open, named, context, "loosely");
  const fit = field === "target" ? called.filter((each) => canReach(each, value)) : called;
  const [only, ...more] = fit;
  if (!only) throw new Refusal(t.changeWhich(), open.slice(0, mostOffered).map(choice));
  if (more.length > 0) throw new Refusal(t.changeWhich(), fit.slice(0, mostOffered).map(choice));
  return only;

  function choice(each: GoalProgress) {
    const why = reason === null ? "" : ` because ${reason}`;
    const text = `G${String(each.number)} ${field} ${value}${why}`;
    return button(t.titled(each.number, each), say({ text }));
  }
}
const mostOffered = 5;

/** A sum (120万, 130k) is for a goal in money, as in a log. */
function canReach({ unit }: GoalProgress, value: string): boolean {
  const amount = readAmount(value);
  if (!amount) return true;
  const sum = /[万亿wkm千]/iu.test(value) && amount.counter === undefined && !amount.percent;
  return fitsIn(amount, unit) && (!sum || unit.kind === "money");
}

/** What runs was agreed on, so it is closed with a word why; a draft or a proposal goes at once. */
export async function dropInWords(
  { goal: number, words: { line, typed } }: { goal: number; words: ReadWords },
  context: GoalContext,
): Promise<Answer> {
  const { goal } = await visibleGoal(await context.stores.goals.numbered(number), number, context);
  if (goal.state !== "active") return dropGoal({ goal: goal.id }, context);
  const lesson = line.replace(/^[\s,，。;；:]*(?:because\b|因为|由于|原因是?)?[\s:]*/iu, "");
  return lesson === ""
    ? askToClose({ goal: goal.id }, context, "dropped")
    : closeGoalForm(
        { payload: { goal: goal.id }, values: { ends: "dropped", lesson: typed(lesson) } },
        context,
      );
}

/** What runs is closed in its form; what never ran has only to be started or dropped. */
export async function closeInWords(
  { goal: number }: { goal: number },
  context: GoalContext,
): Promise<Answer> {
  const { goal } = await visibleGoal(await context.stores.goals.numbered(number), number, context);
  return goal.state === "draft" || goal.state === "proposed"
    ? showGoal({ goal: number }, context)
    : askToClose({ goal: goal.id }, context);
}

// Deciding: what, why, the number as it stands, and a day to look again. Whose goal it is about hears of it.
import { ask, committed, correct, replan, show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import { addDays, addMonths, compareDates, type LocalDate } from "#src/calendar/local-date";
import { addWorkdays } from "#src/calendar/workdays";
import { isLonger, shorten } from "#src/language/text";
import type { GoalProgress } from "#src/practices/goals/api";
import type { FormValues } from "#src/view/form";
import { goalsFor, visible, withGoal, type DecisionContext } from "./context.ts";
import { decidedCard, decisionCard, decisionForm, listCard } from "./decision-card.ts";
import type { Decision, DecisionId } from "./model.ts";
import { readDecision } from "./parse-decision.ts";

const longest = 300;
const mostListed = 20;
/** Looked at again after so long where nobody names a day. */
const lookAfterDays = 28;
const furthestMonths = 18;

const usualDay = async (context: DecisionContext): Promise<LocalDate> =>
  addWorkdays(
    await context.workCalendar(context.person),
    addDays(context.today, lookAfterDays - 1),
    1,
  );

/** `decide lead with renewals because ... G7 look again on 12-15`; what is missing is asked for in a form. */
export async function decideSaid(
  { line }: { readonly line: string },
  context: DecisionContext,
): Promise<Answer> {
  const read = readDecision(line, context.today);
  const goals = await goalsFor(context);
  const goal = read.goal === null ? null : goals.find((each) => each.number === read.goal);
  if (goal === undefined) throw new Refusal(context.t.noSuchGoal(read.goal ?? 0));
  const lookOn = read.lookOn ?? (await usualDay(context));
  if (read.what === "" || read.why === "")
    return ask(
      decisionForm(
        { what: shorten(read.what, longest), why: shorten(read.why, longest), goal, lookOn, goals },
        context.t,
      ),
    );
  if (isLonger(read.what, longest) || isLonger(read.why, longest))
    throw new Refusal(context.house.fieldTooLong(longest));
  const wrong = whyNotOn(lookOn, context);
  if (wrong) throw new Refusal(wrong);
  return keep({ what: read.what, why: read.why, goal, lookOn }, context);
}

export async function askToDecide(
  {
    what,
    why,
    goal: number,
  }: { readonly what: string; readonly why: string; readonly goal: number },
  context: DecisionContext,
): Promise<Answer> {
  const goals = await goalsFor(context);
  const goal = goals.find((each) => each.number === number) ?? null;
  return ask(decisionForm({ what, why, goal, lookOn: await usualDay(context), goals }, context.t));
}

export async function saveDecisionForm(
  { values }: { readonly values: FormValues },
  context: DecisionContext,
): Promise<Answer> {
  const goals = await goalsFor(context);
  const fields = readFields(values, context);
  const what = fields.neededText("what", longest);
  const why = fields.neededText("why", longest);
  const chosen = fields.chosen("goal", ["none", ...goals.map((each) => each.id)]);
  const lookOn = fields.date("look", "future");
  const wrong = lookOn && whyNotOn(lookOn, context);
  if (wrong) fields.refuse("look", wrong);
  if (fields.wrong || !lookOn) return correct(fields.errors);
  return keep(
    { what, why, goal: goals.find((each) => each.id === chosen) ?? null, lookOn },
    context,
  );
}

function whyNotOn(day: LocalDate, { today, t }: DecisionContext) {
  if (compareDates(day, today) <= 0) return t.lookAhead();
  return compareDates(day, addMonths(today, furthestMonths)) > 0 ? t.lookSooner() : null;
}

interface Wanted extends Pick<Decision, "what" | "why" | "lookOn"> {
  readonly goal: GoalProgress | null;
}

async function keep({ goal, ...wanted }: Wanted, context: DecisionContext): Promise<Answer> {
  const { decisions } = context.stores;
  const decision = {
    id: context.newId() as DecisionId,
    ...wanted,
    by: context.person.id,
    at: context.now,
    goal: goal?.id ?? null,
    valueThen: null,
  };
  const { goal: now, owner } = await withGoal(
    { ...decision, number: 0, byName: "", seen: null, valueSeen: null },
    context,
  );
  const kept = { ...decision, valueThen: now?.actual ?? null };
  const number = await decisions.add(kept);
  const known = {
    decision: { ...kept, number, byName: context.person.name, seen: null, valueSeen: null },
    goal: now,
    owner,
  };
  return replan(
    committed(
      show(decidedCard(known, context.t)),
      owner && owner.id !== context.person.id
        ? context.notify(owner, `decided-${decision.id}`, (t) =>
            decisionCard(known, { mayLook: false, title: t.decidedAbout(context.person.name) }, t),
          )
        : null,
    ),
    context.person.id,
  );
}

export async function showDecisions(
  { number }: { readonly number: number | null },
  context: DecisionContext,
): Promise<Answer> {
  const { decisions } = context.stores;
  if (number !== null) {
    const now = await visible(await decisions.numbered(number), number, context);
    return show(decisionCard(now, { mayLook: now.decision.by === context.person.id }, context.t));
  }
  const all = await decisions.about(context.person.id, mostListed);
  return show(listCard(all, context.person.id, context.t));
}

export async function showOne(
  { decision: id }: { readonly decision: DecisionId },
  context: DecisionContext,
): Promise<Answer> {
  const found = await context.stores.decisions.byId(id);
  const now = await visible(found, found?.number ?? 0, context);
  return show(decisionCard(now, { mayLook: now.decision.by === context.person.id }, context.t));
}

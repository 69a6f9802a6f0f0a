// Win 报喜: never by itself. A log that reached something carries the button; the owner decides what of it is seen.
import { ask, correct, show, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields, type Fields } from "#src/bot/declare/fields";
import { toText } from "#src/language/decimal";
import { isLonger, normalise } from "#src/language/text";
import { reached, standsReached, type GoalProgress } from "#src/practices/goals/api";
import { practiceOf } from "#src/bot/declare/practice";
import { button } from "#src/view/card";
import type { FormValues } from "#src/view/form";
import { askWin, type WinSubject } from "../actions.ts";
import type { RecognitionContext, RecognitionStores } from "../context.ts";
import { winForm, type Shareable } from "../praise/praise-form.ts";
import { begin } from "../praise/post-praise.ts";
import type { RecognitionMessages } from "../messages/en/index.ts";
import type { WinFacts } from "../model.ts";
import { isReason, longestReason, withoutFigures } from "../rules.ts";
import { winHelpCard } from "../praise-card.ts";

const { contributes } = practiceOf<RecognitionMessages, RecognitionStores>();

export const shareWhenReached = contributes(
  reached,
  async ({ goal, milestone, entry }, context) => [
    button(
      context.t.shareWin(),
      askWin({ goal: goal.id, milestone: milestone?.id ?? null, entry: entry?.id ?? null }),
      "primary",
    ),
  ],
);

export async function winSaid(
  { words }: { words: string },
  context: RecognitionContext,
): Promise<Answer> {
  if (words === "") return show(winHelpCard(context.t));
  if (!isReason(normalise(words))) throw new Refusal(context.t.winTooShort());
  if (isLonger(words, longestReason)) throw new Refusal(context.t.reasonTooLong(longestReason));
  return begin(
    { kind: "win", reason: words, valueId: null, points: 0, isPrivate: false, facts: null },
    [],
    context,
  );
}

export async function askForWin(about: WinSubject, context: RecognitionContext): Promise<Answer> {
  const found = await findReached(about, context);
  return ask(winForm(about, found && shareableOf(found), context.t));
}

export async function winShared(
  { payload, values }: { payload: WinSubject; values: FormValues },
  context: RecognitionContext,
): Promise<Answer> {
  const found = await findReached(payload, context);
  const fields = readFields(values, context);
  const words = fields.text("words", longestReason);
  if (!found && !isReason(normalise(words))) fields.refuse("words", context.t.winTooShort());
  if (fields.wrong) return correct(fields.errors);
  return begin(
    {
      kind: "win",
      reason: words,
      valueId: null,
      points: 0,
      isPrivate: false,
      facts: found && factsOf(found, fields),
    },
    [],
    context,
  );
}

interface Reached {
  readonly goal: GoalProgress;
  readonly milestone: GoalProgress["milestones"][number] | null;
  /** Of the entry that did it: where a customer's name stands. */
  readonly note: string;
}

async function findReached(
  { goal: id, milestone, entry }: WinSubject,
  context: RecognitionContext,
): Promise<Reached | null> {
  if (id === null) return null;
  const goal = await context.stores.goals.byId(id);
  const step = goal?.milestones.find((each) => each.id === milestone) ?? null;
  if (!goal || (milestone !== null && !step)) throw new Refusal(context.house.oldCard());
  if (goal.ownerId !== context.person.id) throw new Refusal(context.t.winNotYours());
  // What was logged may have been taken back since: nothing is announced that is not so.
  if (!standsReached(goal, step)) throw new Refusal(context.t.winNotReached());
  if (await context.stores.recognition.sharedWin(context.person.id, aboutOf(goal, step)))
    throw new Refusal(context.t.winShared());
  const found =
    entry === null
      ? null
      : await context.stores.goals.entry(entry as Parameters<typeof context.stores.goals.entry>[0]);
  return { goal, milestone: step, note: found?.goalId === goal.id ? found.note : "" };
}

const aboutOf = (goal: GoalProgress, step: Reached["milestone"]): string =>
  `${goal.id} ${step?.id ?? "target"}`;

const amountOf = ({ goal, milestone }: Reached): Shareable["amount"] =>
  goal.direction === "milestones"
    ? null
    : { value: toText(milestone?.target ?? goal.target), unit: goal.unit };

const shareableOf = (found: Reached): Shareable => ({
  facts: factsOf(found, null),
  amount: amountOf(found),
  customer: found.note,
});

/** Names with figures in them go with the amount: nothing is seen that was not ticked. */
function factsOf(found: Reached, fields: Pick<Fields, "yes"> | null): WinFacts {
  const ticked = fields?.yes("amount") ?? false;
  const seen = (name: string): string | null => (ticked ? name : withoutFigures(name));
  const names =
    found.goal.names && seen(found.goal.names.en) !== null && seen(found.goal.names.zh) !== null
      ? found.goal.names
      : null;
  return {
    about: aboutOf(found.goal, found.milestone),
    goal: seen(found.goal.title),
    names,
    isStep: found.milestone !== null,
    step: found.milestone === null ? null : seen(found.milestone.title),
    amount: ticked ? amountOf(found) : null,
    customer: fields?.yes("customer") && found.note !== "" ? found.note : null,
  };
}

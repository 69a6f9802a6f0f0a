// Withdrawing, dropping and closing a goal.
import { proposalName } from "./propose.ts";
import {
  ask,
  correct,
  replan,
  replace,
  committed,
  toast,
  type Answer,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { readFields } from "#src/bot/declare/fields";
import type { FormValues } from "#src/view/form";
import { decidableGoal, lockDecidableGoal, paced, type GoalContext } from "../context.ts";
import { askClose } from "../actions.ts";
import { closeForm } from "../define/goal-form.ts";
import { isClosed, type GoalId, type GoalProgress } from "../model.ts";
import { closingState } from "../rules.ts";
import { tellEnded } from "../turnover/tell-manager.ts";
import { goalCard } from "../goal-card.ts";
import type { Person } from "#src/people/person";
import { button, card, text } from "#src/view/card";
import type { Line } from "#src/view/line";

export async function dropGoal(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockDecidableGoal(id, context);
  if (isClosed(goal)) throw new Refusal(context.t.goalClosed(goal.number));
  // What runs was agreed on: it is closed, with a word why, and never dropped by a card from before.
  if (goal.state === "active")
    throw new Refusal(whyNotDropped(goal, owner, context), [
      button(context.t.close(), askClose({ goal: id })),
    ]);
  await context.stores.goals.change(id, { state: "dropped" });
  const withdrawn = goal.state === "proposed" && owner.id !== context.person.id;
  const says = (t: GoalContext["t"]) =>
    card({
      title: t.titled(goal.number, goal),
      body: [{ element: "text", line: withdrawn ? t.withdrawn() : t.dropped() }],
    });
  const told =
    goal.state === "proposed" && owner.id !== context.person.id
      ? { ...context.notify(owner, "dropped", says), standing: proposalName(id) }
      : null;
  return committed(replace(says(context.t)), told);
}

const whyNotDropped = (
  { number, proposedById }: GoalProgress,
  owner: Person,
  { person, t }: GoalContext,
): Line =>
  owner.id === person.id || proposedById === null
    ? t.runsMeanwhile(number)
    : t.confirmedMeanwhile(owner.name, number);

export async function askToClose(
  { goal: id }: { goal: GoalId },
  context: GoalContext,
  ends: "figures" | "dropped" = "figures",
): Promise<Answer> {
  const { goal } = await decidableGoal(id, context);
  if (goal.state !== "active" && !isClosed(goal))
    throw new Refusal(context.t.goalClosed(goal.number));
  return ask(closeForm(goal, ends, context.t));
}

export async function closeGoalForm(
  { payload, values }: { payload: { goal: GoalId }; values: FormValues },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockDecidableGoal(payload.goal, context);
  if (goal.state !== "active" && !isClosed(goal))
    throw new Refusal(context.t.goalClosed(goal.number));
  // The form of one that runs asks how it ends; that of a closed one only for the lesson.
  if (isClosed(goal) && values["ends"] !== undefined)
    throw new Refusal(context.t.closedMeanwhile(goal.number));
  const fields = readFields(values, context);
  const lesson = fields.text("lesson", 500) || null;
  const ends = isClosed(goal) ? "figures" : fields.chosen("ends", ["figures", "dropped"]);
  if (ends === "dropped" && lesson === null) fields.refuse("lesson", context.t.lessonNeeded());
  if (fields.wrong) return correct(fields.errors);
  if (isClosed(goal)) {
    await context.stores.goals.change(goal.id, { lesson });
    return committed(toast(context.t.lessonKept()));
  }
  const standing = await paced(goal, owner, context);
  const state = ends === "dropped" ? "dropped" : closingState(standing.goal, standing.pace.done);
  await context.stores.goals.change(goal.id, { state, lesson });
  const shown = goalCard(
    { ...standing, goal: { ...standing.goal, state, lesson } },
    owner.id === context.person.id,
    context.t,
  );
  return replan(
    committed(
      replace({
        ...shown,
        body: [text(context.t.closedAs(state, lesson !== null)), ...shown.body],
      }),
      await tellEnded({ ...standing.goal, state, lesson }, owner, context),
    ),
    owner.id,
  );
}

// How sure its owner is of a goal, from 1 to 10.
import { committed, toast, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { lockNumberedGoal, type GoalContext } from "../context.ts";

export async function setConfidence(
  { goal: number, level }: { goal: number; level: string },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockNumberedGoal(number, context);
  if (owner.id !== context.person.id) throw new Refusal(context.t.notYourGoal(goal.number));
  if (!/^(?:[1-9]|10)$/.test(level)) throw new Refusal(context.t.confidenceRange());
  if (goal.state !== "active" && goal.state !== "proposed")
    throw new Refusal(context.t.goalClosed(goal.number));
  await context.stores.goals.change(goal.id, { confidence: Number(level) });
  return committed(toast(context.t.confidenceSaved(goal.number, Number(level))));
}

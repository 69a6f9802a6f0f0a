// A step of a goal that is done.
import { replace, committed, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { lockOwnGoal, paced, type GoalContext } from "../context.ts";
import { reached } from "../api.ts";
import { isClosed, type GoalId } from "../model.ts";
import { goalCard } from "../goal-card.ts";

export async function milestoneDone(
  { goal: id, milestone }: { goal: GoalId; milestone: string },
  context: GoalContext,
): Promise<Answer> {
  const { goal, owner } = await lockOwnGoal(id, context);
  const step = goal.milestones.find((each) => each.id === milestone);
  if (!step) throw new Refusal(context.house.oldCard());
  if (step.doneOn !== null) throw new Refusal(context.t.stepDoneAlready(step.title));
  if (isClosed(goal)) throw new Refusal(context.t.goalClosed(goal.number));
  const milestones = goal.milestones.map((each) =>
    each.id === milestone ? { ...each, doneOn: context.today } : each,
  );
  await context.stores.goals.change(id, { milestones });
  const mine = owner.id === context.person.id;
  const after = { ...goal, milestones, lastOn: context.today };
  const shown = goalCard(await paced(after, owner, context), mine, context.t);
  const beside = mine
    ? await context.offered(reached({ goal: after, milestone: step, entry: null }))
    : [];
  return committed(replace({ ...shown, buttons: [...beside, ...shown.buttons] }));
}

// Goals whose pace is made of a source's figures: when an import brings one to its target, its owner and their manager hear it as they do
// after a log; when a correction takes it back, so do they.
import type { Notice } from "#src/bot/declare/answer";
import type { Upkeep } from "#src/bot/declare/practice";
import { card, softText, text, type Button, type Card } from "#src/view/card";
import { reached } from "../api.ts";
import { paced, type GoalContext, type GoalStores } from "../context.ts";
import { standsNow } from "../goal-card.ts";
import type { GoalMessages } from "../messages/en/index.ts";
import type { GoalProgress, ToLookAt } from "../model.ts";
import { standsReached } from "../rules.ts";
import { tellOpenAgain, tellReached } from "./tell-manager.ts";

export const countedGoals: Upkeep<GoalMessages, GoalStores> = {
  whom: ({ goals }) => goals.countedAnew(),
  async tend(context) {
    const { goals } = context.stores;
    const told: (Notice | null)[] = [];
    for (const each of await goals.toLookAt(context.person.id)) {
      const found = await goals.byId(each.goal);
      if (!found) continue;
      const { goal } = await paced(found, context.person, context);
      const isReached = standsReached(goal, null);
      await goals.lookedAt(each, isReached);
      if (isReached && !each.wasReached) told.push(...(await tellBoth(goal, each, context)));
      if (!isReached && each.wasReached) told.push(...(await tellOpenAgain([found], context)));
    }
    return told.filter((each) => each !== null);
  },
};

async function tellBoth(
  goal: GoalProgress,
  { through }: ToLookAt,
  context: GoalContext,
): Promise<readonly (Notice | null)[]> {
  const beside = await context.offered(reached({ goal, milestone: null, entry: null }));
  return [
    context.notify(context.person, `counted-${goal.id}-${through}`, (t) =>
      reachedByImport(goal, beside, t),
    ),
    await tellReached(goal, context.person, context),
  ];
}

export const reachedByImport = (
  goal: GoalProgress,
  beside: readonly Button[],
  t: GoalMessages,
): Card =>
  card({
    title: t.titled(goal.number, goal),
    joy: "reached",
    tone: "good",
    body: [
      text(t.reachedWarm()),
      softText(standsNow(goal, t)),
      softText(t.countsFrom(goal.countedSource ?? "")),
    ],
    buttons: beside,
    sees: t.seenByManager(goal.managerName),
  });

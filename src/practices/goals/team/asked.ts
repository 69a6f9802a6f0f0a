// What somebody asked of whoever leads them and still waits for: a goal that is to change, an entry that is not right.
import { say } from "#src/bot/declare/actions";
import { button } from "#src/view/card";
import { showDispute } from "../actions.ts";
import type { GoalContext } from "../context.ts";
import type { Need } from "./needs.ts";
import type { Member } from "./tracked.ts";

const dayMs = 24 * 3_600_000;

const daysSince = (at: Date, { now }: GoalContext): number =>
  Math.floor((now.getTime() - at.getTime()) / dayMs);

/** Changes of a goal that wait for whoever looks. */
export async function changesAsked(
  members: readonly Member[],
  context: GoalContext,
): Promise<Need[]> {
  const asked = await context.stores.goals.changesAskedOf(context.person.id);
  return asked.flatMap(({ goalId, byId, at }): Need[] => {
    const member = members.find(({ person }) => person.id === byId);
    const goal = member?.goals.find((each) => each.goal.id === goalId);
    if (!member || !goal) return [];
    return [
      {
        person: byId,
        urgency: "waits",
        weight: daysSince(at, context),
        goal,
        line: context.t.asksToChange(goal.goal.number),
        button: button(context.t.decide(), say({ text: `G${goal.goal.number}` })),
      },
    ];
  });
}

/** Entries whose owner waits for whoever looks to say whether they are right. */
export async function disputesAsked(
  members: readonly Member[],
  context: GoalContext,
): Promise<Need[]> {
  const asked = await context.stores.goals.disputesAskedOf(context.person.id);
  return asked.flatMap(({ entry, at }): Need[] => {
    const member = members.find(({ person }) => person.id === entry.ownerId);
    const goal = member?.goals.find((each) => each.goal.id === entry.goalId);
    if (!member) return [];
    return [
      {
        person: entry.ownerId,
        urgency: "waits",
        weight: daysSince(at, context),
        ...(goal ? { goal } : {}),
        line: context.t.disputesEntry(entry, entry.goalNumber),
        button: button(context.t.decide(), showDispute({ entry: entry.id })),
      },
    ];
  });
}

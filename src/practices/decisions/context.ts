// What the handlers of decisions are given, and who may see one.
import { Refusal } from "#src/bot/declare/errors";
import type { Context } from "#src/bot/declare/practice";
import { manages, type Person } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import {
  paced,
  type GoalProgress,
  type GoalReader,
  type TeamGoals,
} from "#src/practices/goals/api";
import type { DecisionMessages } from "./messages/en.ts";
import type { Decision } from "./model.ts";
import type { DecisionStore } from "./store.ts";

export interface DecisionStores {
  readonly decisions: DecisionStore;
  readonly goals: GoalReader & TeamGoals;
  readonly people: PeopleStore;
}
export type DecisionContext = Context<DecisionMessages, DecisionStores>;

/** A decision with the goal whose number it is to move, as that stands now, and whose it is. */
export interface DecisionNow {
  readonly decision: Decision;
  readonly goal: GoalProgress | null;
  readonly owner: Person | null;
}

export async function withGoal(decision: Decision, context: DecisionContext): Promise<DecisionNow> {
  const found = decision.goal === null ? null : await context.stores.goals.byId(decision.goal);
  const owner = found && (await context.stores.people.person(found.ownerId));
  return {
    decision,
    goal: found && owner ? (await paced(found, owner, context)).goal : null,
    owner,
  };
}

/** For whoever took it, whoever leads them, and whose goal it is about; for everybody else it does not exist. */
export async function visible(
  decision: Decision | null,
  number: number,
  context: DecisionContext,
): Promise<DecisionNow> {
  const now = decision && (await withGoal(decision, context));
  const by = decision && (await context.stores.people.person(decision.by));
  const { person } = context;
  if (
    !now ||
    !(now.decision.by === person.id || (by && manages(person, by)) || now.owner?.id === person.id)
  )
    throw new Refusal(context.t.noSuchDecision(number));
  return now;
}

/** Goals whose number a decision of theirs may be about: their own, and those they lead. */
export async function goalsFor(context: DecisionContext): Promise<readonly GoalProgress[]> {
  const { goals } = context.stores;
  const own = await goals.openOf(context.person.id);
  const led = await goals.openUnder(context.person.id);
  const all = [...own, ...led].filter(
    (each, i, every) =>
      each.state === "active" &&
      each.direction !== "milestones" &&
      every.findIndex((other) => other.id === each.id) === i,
  );
  return all;
}

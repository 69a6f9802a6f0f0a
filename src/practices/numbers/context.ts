// What the handlers of numbers are given, and whose figures one may see.
import { Refusal } from "#src/bot/declare/errors";
import type { Context } from "#src/bot/declare/practice";
import { manages, type Person } from "#src/people/person";
import type { AuditStore } from "#src/ports/audit";
import type { PeopleStore } from "#src/people/store";
import type { CountedGoals, GoalReader } from "#src/practices/goals/api";
import type { MetricReader } from "#src/practices/setup/api";
import type { NudgeStore } from "#src/ports/delivery/nudges";
import type { DropStore } from "./dropped/store.ts";
import type { NumberMessages } from "./messages/en.ts";
import type { Fact } from "./model.ts";
import type { NumberStore } from "./store.ts";

export interface NumberStores {
  readonly numbers: NumberStore;
  readonly drops: DropStore;
  readonly goals: GoalReader & CountedGoals;
  readonly nudges: Pick<NudgeStore, "takeBack">;
  readonly audit: AuditStore;
  readonly people: PeopleStore;
  readonly setup: MetricReader;
}
export type NumberContext = Context<NumberMessages, NumberStores>;

/** Whose figure it is, for themselves and whoever leads them; for everybody else it does not exist. */
export async function ownerOfFact(
  fact: Fact | null,
  number: number,
  context: NumberContext,
): Promise<{ readonly fact: Fact; readonly owner: Person }> {
  const owner = fact?.person ? await context.stores.people.person(fact.person) : null;
  if (!fact || !owner || !(owner.id === context.person.id || manages(context.person, owner)))
    throw new Refusal(context.t.noSuchFact(number));
  return { fact, owner };
}

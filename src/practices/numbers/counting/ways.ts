// Which source a goal may count, and who says so: whoever leads its owner, and the owner where nobody does. An owner who is led asks.
import { localDateAt } from "#src/calendar/zones";
import type { LocalDate } from "#src/calendar/local-date";
import { manages, type Person } from "#src/people/person";
import { isLimit, type GoalProgress } from "#src/practices/goals/api";
import type { NumberContext } from "../context.ts";
import type { FactSum, GoalId } from "../model.ts";

/** Another figure that a goal could count. */
export interface Way {
  /** Null: what people report. */
  readonly source: string | null;
  /** Who is asked; null where whoever looks decides. */
  readonly asked: string | null;
}

/** Since when a goal counts what it counts. */
export interface Counts {
  readonly source: string | null;
  readonly by: string;
  readonly since: LocalDate;
}

export const isCountable = (goal: GoalProgress): boolean =>
  goal.metricId !== null &&
  goal.direction !== "milestones" &&
  !isLimit(goal) &&
  (goal.state === "active" || goal.state === "proposed");

/** Null where whoever acts says so themselves. */
export async function askedBefore(owner: Person, context: NumberContext): Promise<Person | null> {
  if (manages(context.person, owner)) return null;
  const manager = await context.managerOf(owner);
  return manager?.id === context.person.id ? null : manager;
}

export async function waysToCount(
  goal: GoalProgress,
  imported: readonly Pick<FactSum, "source">[],
  owner: Person,
  context: NumberContext,
): Promise<readonly Way[]> {
  if (!isCountable(goal)) return [];
  const asked = (await askedBefore(owner, context))?.name ?? null;
  const now = goal.countedSource ?? null;
  const others = imported.map((each) => each.source).filter((source) => source !== now);
  return [...others, ...(now === null ? [] : [null])].map((source) => ({ source, asked }));
}

/** How it came that it counts what it counts. */
export async function countingOf(id: GoalId, context: NumberContext): Promise<Counts | null> {
  const [last] = await context.stores.goals.countingOf(id);
  return last
    ? { source: last.source, by: last.byName, since: localDateAt(last.at, context.person.zone) }
    : null;
}

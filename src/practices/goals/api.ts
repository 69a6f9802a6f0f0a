// What other practices may read of goals: which ones are open, and where they stand; the button that opens a goal's own form; and the
// moment they may have a button for.
import { defineExtensionPoint } from "#src/bot/declare/extension-point";
import type { Context } from "#src/bot/declare/practice";
import { addDays, type LocalDate } from "#src/calendar/local-date";
import { inPeriod } from "#src/calendar/periods";
import { zero, type Decimal } from "#src/language/decimal";
import { paced, type PacedGoal } from "./context.ts";
import type { Person, PersonId } from "#src/people/person";
import type { Beside, Button, Card, Element } from "#src/view/card";
import type { Line } from "#src/view/line";
import { isWaiting, type Entry, type GoalProgress, type Milestone } from "./model.ts";
import type { GoalStore } from "./store.ts";
import type { Need } from "./team/needs.ts";
import { isAddedUp } from "./team/sums.ts";

export type { Need } from "./team/needs.ts";

export { askProgress } from "./actions.ts";
export { isOld, paced } from "./context.ts";
export { standsReached } from "./rules.ts";
export { titleFor, type Titled } from "./model.ts";
export {
  goalId,
  isCounted,
  isLimit,
  reportedOf,
  type GoalProgress,
  type KnownEntry,
} from "./model.ts";
export { filesSource, sourceName } from "./naming/source-name.ts";

/** Reading goals, for a practice that declares the store `goals`. */
export type GoalReader = Pick<
  GoalStore,
  "stoodBefore" | "underIn" | "openOf" | "partsOf" | "byId" | "entry"
>;

/** Goals of those whom somebody leads, for a practice that may be about any of them. */
export type TeamGoals = Pick<GoalStore, "openUnder">;

/** Saying which figures goals count, for the practice that knows the sources. */
export type CountedGoals = Pick<
  GoalStore,
  "numbered" | "lock" | "openUnder" | "historyOf" | "countBy" | "countingOf"
>;

export type RunningGoal = PacedGoal;

/** The measured goals of the acting person that run today, lowest number first. */
export async function runningGoals<S extends { readonly goals: GoalReader }>(
  context: Context<unknown, S>,
): Promise<readonly RunningGoal[]> {
  const open = await context.stores.goals.openOf(context.person.id);
  const running = open.filter(
    (goal) =>
      goal.state === "active" &&
      goal.direction !== "milestones" &&
      inPeriod(goal.period, context.today),
  );
  return Promise.all(running.map((goal) => paced(goal, context.person, context)));
}

/** What somebody reported on one day for a goal whose value is a sum. */
export interface Gain {
  readonly goal: GoalProgress;
  readonly value: Decimal;
}

/** What those who report to the acting person reported on that day, lowest number first; goals of whole teams are no part of it. */
export async function gainsUnder<S extends { readonly goals: GoalReader }>(
  on: LocalDate,
  { stores, person }: Context<unknown, S>,
): Promise<readonly Gain[]> {
  const goals = (await stores.goals.underIn(person.id, { start: on, end: on })).filter(
    (goal) => !isWaiting(goal) && goal.teamId === null && isAddedUp(goal),
  );
  const stood = await stores.goals.stoodBefore(
    goals.map((goal) => goal.id),
    [on, addDays(on, 1)],
  );
  return goals.flatMap((goal): Gain[] => {
    const [before, after] = stood.get(goal.id) ?? [];
    const value = before && after ? after.minus(before) : zero;
    return value.eq(zero) ? [] : [{ goal, value }];
  });
}

/** One's own goal reached its target (no milestone), or a milestone, that was not reached before; by a log, or by a step done. */
export const reached = defineExtensionPoint<{
  readonly goal: GoalProgress;
  readonly milestone: Milestone | null;
  readonly entry: Pick<Entry, "id"> | null;
}>("goals.reached");

/** What the figures of a daily note come to: said below it, with the button that counts them. */
export interface NotedFigures {
  readonly elements: readonly Element[];
  readonly buttons: readonly Button[];
  /** The note says nothing but figures. */
  readonly onlyFigures: boolean;
}

/** Somebody wrote a daily note for that day. */
export const noting = defineExtensionPoint<
  { readonly text: string; readonly on: LocalDate },
  NotedFigures
>("goals.noting");

/** Somebody writes `undo`: what they did since their last entry and may take back as well. */
/** The figures of a day's note were counted: the note itself, as it reads from now on. */
export const noted = defineExtensionPoint<{ readonly on: LocalDate }, Card>("goals.noted");

export const undoing = defineExtensionPoint<{ readonly since: Date }>("goals.undoing");

/** A manager opens their home: who of these people needs them, and why. */
export const needing = defineExtensionPoint<{ readonly people: readonly Person[] }, Need>(
  "goals.needing",
);

/** What a practice knows of each of a team, as a column of the team's table; the lower rank stands first. */
export interface TeamColumn {
  readonly rank: number;
  readonly head: Line;
  readonly of: ReadonlyMap<PersonId, Beside>;
}

/** A manager reads the table of their team. */
export const besideGoals = defineExtensionPoint<{ readonly people: readonly Person[] }, TeamColumn>(
  "goals.beside",
);

/** What a practice adds to a manager's Monday: one line, with the one button that helps; the lower rank stands first. */
export interface DigestLine {
  readonly rank: number;
  readonly line: Line;
  readonly button?: Button;
}

/** The digest of a manager's team is put together. */
export const digesting = defineExtensionPoint<{ readonly people: readonly Person[] }, DigestLine>(
  "goals.digesting",
);

/** Somebody reads the card of an active goal: a button for it, where they may do more with it. */
export const lookingAt = defineExtensionPoint<{
  readonly goal: GoalProgress;
  readonly owner: Person;
}>("goals.looking-at");

/** Somebody reads the card of an active goal: what a practice knows of where it may end. */
export const foreseeing = defineExtensionPoint<
  { readonly goal: GoalProgress; readonly owner: Person },
  Element
>("goals.foreseeing");

/** What a practice says of somebody on the page their manager reads; the lower rank comes first. */
export interface SaidOfPerson {
  readonly rank: number;
  readonly elements: readonly Element[];
  readonly buttons: readonly Button[];
}

/** A manager reads the page of somebody who reports to them. */
export const about = defineExtensionPoint<{ readonly person: Person }, SaidOfPerson>("goals.about");

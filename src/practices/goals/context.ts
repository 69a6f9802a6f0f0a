// What the handlers of goals are given, and the questions they share: whose goal, and may I.
import { later, type LocalDate } from "#src/calendar/local-date";
import type { Period } from "#src/calendar/periods";
import { openYears, type Leave } from "#src/calendar/workdays";
import { localTimeAt, localDateAt } from "#src/calendar/zones";
import type { Context } from "#src/bot/declare/practice";
import { Refusal } from "#src/bot/declare/errors";
import { decimal, type Decimal } from "#src/language/decimal";
import {
  mayLogFor,
  manages,
  type Organisation,
  type Person,
  type PersonId,
} from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { NudgeStore } from "#src/ports/delivery/nudges";
import type { AuditStore } from "#src/ports/audit";
import type { Element } from "#src/view/card";
import type { Trend } from "#src/view/chart";
import type { MetricReader } from "#src/practices/setup/api";
import type { GoalMessages } from "./messages/en/index.ts";
import {
  isClosed,
  type Forecast,
  type Goal,
  type GoalId,
  type GoalProgress,
  type StatusOverride,
} from "./model.ts";
import { rollUp } from "./log/parse/parse-ratio.ts";
import { paceOf, type Pace, type PaceLimits } from "./rules.ts";
import type { GoalStore } from "./store.ts";

export interface GoalStores {
  readonly audit: Pick<AuditStore, "read">;
  readonly goals: GoalStore;
  readonly nudges: Pick<NudgeStore, "takeBack">;
  readonly people: PeopleStore;
  readonly setup: MetricReader;
}
export type GoalContext = Context<GoalMessages, GoalStores>;

/** A goal with its pace, as every view of it wants it. */
export interface PacedGoal {
  readonly goal: GoalProgress;
  readonly pace: Pace;
  /** What somebody said against its status, while that counts. */
  readonly override?: StatusOverride | null;
  /** What a workday brought lately. */
  readonly run?: Run | null;
  /** Where it would end, as a range with its parts. */
  readonly forecast?: Forecast | null;
  /** What others know of where it may end. */
  readonly foreseen?: readonly Element[];
  /** How it came here, where that is drawn. */
  readonly way?: Trend | undefined;
  /** Years until its end whose holidays are not all known: what is counted in workdays may change. */
  readonly openYears?: readonly number[];
}

/** The gain of the last workdays, ten where there are so many since it began, shared among them. */
export interface Run {
  readonly perDay: Decimal;
  readonly workdays: number;
}

/** What a pace is computed with: small, so that a neighbour can ask for one (api.ts). */
export type Pacing = Pick<GoalContext, "now" | "organisation" | "workCalendar"> & {
  readonly stores: { readonly goals: Pick<GoalStore, "partsOf"> };
};

export async function paced(
  goal: GoalProgress,
  owner: Person,
  context: Pacing,
): Promise<PacedGoal> {
  const today = localDateAt(context.now, owner.zone);
  const dayIsOver = localTimeAt(context.now, owner.zone) >= owner.hours.end;
  const whole = withAge(
    goal.teamId === null ? goal : await withParts(goal, context),
    context.now,
    owner.zone,
  );
  const calendar = await context.workCalendar(owner);
  return {
    goal: whole,
    pace: paceOf(whole, today, calendar, dayIsOver, limitsOf(context.organisation)),
    openYears: isClosed(goal) ? [] : openYears(calendar, today, goal.period.end),
  };
}

/** Older than that, what is pulled says of which day it is. */
const freshMs = 24 * 3_600_000;
export const isOld = (at: Date, now: Date): boolean => now.getTime() - at.getTime() > freshMs;

const withAge = (goal: GoalProgress, now: Date, zone: string): GoalProgress =>
  goal.countedAt && isOld(goal.countedAt, now)
    ? { ...goal, countedAsOf: localDateAt(goal.countedAt, zone) }
    : goal;

/** What is proposed, with the years until its end whose holidays are not confirmed yet. */
export type Proposal = GoalProgress & { readonly openYears?: readonly number[] };

/** The years until its end whose holidays are not confirmed yet. */
export const openYearsOf = async (
  { period }: Pick<GoalProgress, "period">,
  owner: Person,
  context: Pick<GoalContext, "now" | "workCalendar">,
): Promise<readonly number[]> =>
  openYears(await context.workCalendar(owner), localDateAt(context.now, owner.zone), period.end);

export const limitsOf = ({ paceOnTrack, paceAtRisk }: Organisation): PaceLimits => ({
  onTrack: decimal(String(paceOnTrack)).div("100"),
  atRisk: decimal(String(paceAtRisk)).div("100"),
});

/** A team goal that was split stands where its parts stand together. */
async function withParts(goal: GoalProgress, context: Pacing): Promise<GoalProgress> {
  const parts = (await context.stores.goals.partsOf(goal.id)).filter(
    (each) => each.state === "active" || isClosed(each),
  );
  return parts.length === 0 ? goal : rollUp(goal, parts);
}

export async function ownerOf(goal: Pick<Goal, "ownerId">, context: GoalContext): Promise<Person> {
  if (goal.ownerId === context.person.id) return context.person;
  const owner = await context.stores.people.person(goal.ownerId);
  if (!owner) throw new Error("a goal whose owner does not exist");
  return owner;
}

/** As it stands after what this act wrote; a goal is never removed. */
export async function goalNow(id: Goal["id"], context: GoalContext): Promise<GoalProgress> {
  const goal = await context.stores.goals.byId(id);
  if (!goal) throw new Error("a goal that does not exist was written to");
  return goal;
}

/** When somebody is away within these days, for whoever plans for them: their manager. */
export async function leaveWithin(
  { start, end }: Pick<Period, "start" | "end">,
  owners: readonly Person[],
  { person, stores, today }: GoalContext,
): Promise<ReadonlyMap<PersonId, readonly Leave[]>> {
  const reports = owners.filter((each) => manages(person, each)).map((each) => each.id);
  const all = await stores.people.leaveOf(reports, later(start, today));
  return new Map(
    [...all]
      .map(([id, leave]) => [id, leave.filter((each) => each.from <= end)] as const)
      .filter(([, leave]) => leave.length > 0),
  );
}

/** Whom a card or a form names; anybody may have altered it. */
export async function personNamed(id: PersonId, context: GoalContext): Promise<Person> {
  const person = id === context.person.id ? context.person : await context.stores.people.person(id);
  if (!person) throw new Refusal(context.house.oldCard());
  return person;
}

/** Whoever is asked in the place of a manager who is not here: they decide about what was put before them, and see no more of the goal than that. */
export const standsIn = async (owner: Person, context: GoalContext): Promise<boolean> =>
  owner.id !== context.person.id &&
  owner.leftOn === null &&
  (await context.deciderFor(owner))?.id === context.person.id;

/** The goal and its owner, for those who may see it; for everybody else it does not exist. */
export async function visibleGoal(
  goal: GoalProgress | null,
  number: number,
  context: GoalContext,
): Promise<OwnedGoal> {
  if (!goal) throw new Refusal(context.t.noSuchGoal(number));
  const owner = await ownerOf(goal, context);
  if (!(await sees(goal, owner, context))) throw new Refusal(context.t.noSuchGoal(number));
  await keepRead(goal, owner, context);
  return { goal, owner };
}

/** Whoever reads somebody's goal and is neither they, nor their manager or assistant, nor in the team whose goal it is, leaves a trace. */
export async function keepRead(
  goal: Pick<Goal, "teamId">,
  owner: Person,
  { stores, person, today, now }: GoalContext,
  on: LocalDate = today,
): Promise<void> {
  if (mayLogFor(person, owner) || (goal.teamId !== null && goal.teamId === person.teamId)) return;
  await stores.audit.read(person.id, owner.id, on, now);
}

export interface OwnedGoal {
  readonly goal: GoalProgress;
  readonly owner: Person;
}

async function sees(goal: Goal, owner: Person, context: GoalContext): Promise<boolean> {
  if (goal.state === "draft") return (goal.proposedById ?? goal.ownerId) === context.person.id;
  return (
    mayLogFor(context.person, owner) ||
    (goal.teamId !== null && goal.teamId === context.person.teamId) ||
    (await isHeir(goal, owner, context))
  );
}

/** The goal and its owner, for those who may change it or log to it. */
export const ownGoal = async (id: GoalId, context: GoalContext): Promise<OwnedGoal> =>
  own(await context.stores.goals.byId(id), context);

/** Only the owner and their manager decide about a goal; an assistant only logs. */
export const decidableGoal = async (id: GoalId, context: GoalContext): Promise<OwnedGoal> =>
  decidable(await context.stores.goals.byId(id), context);

// What is written is locked first, and read once it is: of two who decide at once, the second finds what the first did.

/** `ownGoal`, to be written. */
export const lockOwnGoal = async (id: GoalId, context: GoalContext): Promise<OwnedGoal> =>
  own(await locked(id, context), context);

/** `decidableGoal`, to be written. */
export const lockDecidableGoal = async (id: GoalId, context: GoalContext): Promise<OwnedGoal> =>
  decidable(await locked(id, context), context);

/** The goal of that number, to be written, for those who may see it. */
export async function lockNumberedGoal(number: number, context: GoalContext): Promise<OwnedGoal> {
  const { goal } = await visibleGoal(await context.stores.goals.numbered(number), number, context);
  return visibleGoal(await locked(goal.id, context), number, context);
}

const locked = async (id: GoalId, context: GoalContext): Promise<GoalProgress | null> =>
  (await context.stores.goals.lock([id]))[0] ?? null;

async function own(goal: GoalProgress | null, context: GoalContext): Promise<OwnedGoal> {
  // Asked for by a button's payload: who may not see it learns nothing of it.
  if (!goal) throw new Refusal(context.house.oldCard());
  const owner = await ownerOf(goal, context);
  if (!(await sees(goal, owner, context))) throw new Refusal(context.house.notForYou("manager"));
  if (!mayLogFor(context.person, owner) && !(await isHeir(goal, owner, context)))
    throw new Refusal(context.t.notYourGoal(goal.number));
  await keepRead(goal, owner, context);
  return { goal, owner };
}

async function decidable(found: GoalProgress | null, context: GoalContext): Promise<OwnedGoal> {
  const { goal, owner } = await own(found, context);
  if (
    owner.id !== context.person.id &&
    !manages(context.person, owner) &&
    !(await isHeir(goal, owner, context))
  )
    throw new Refusal(context.t.notYourGoal(goal.number));
  return { goal, owner };
}

/** An admin sees to what somebody who left has left open, where nobody leads them. Who that is stands in one place: with the goals of leavers. */
async function isHeir(
  goal: Pick<Goal, "id">,
  owner: Person,
  { person, stores }: GoalContext,
): Promise<boolean> {
  if (owner.leftOn === null || !person.admin) return false;
  return (await stores.goals.openOfLeavers(person.id)).some((each) => each.id === goal.id);
}

// What the handlers of check-ins are given, and the questions they share: which rhythm, which slot, who is the manager.
import { availabilityOf } from "#src/bot/remind/plan";
import type { Context } from "#src/bot/declare/practice";
import { startOfWeek, type LocalDate } from "#src/calendar/local-date";
import type { Person, Team } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { NudgeStore } from "#src/ports/delivery/nudges";
import type { PlanStore } from "#src/ports/delivery/schedule";
import type { GoalReader } from "#src/practices/goals/api";
import type { CheckinMessages } from "./messages/en/index.ts";
import { usualRhythm, type Checkin, type Rhythm } from "./model.ts";
import { currentSlot, outcomeOf, slotsUntil, type Beat, type Outcome, type Slot } from "./rules.ts";
import type { CheckinStore } from "./store.ts";

export interface CheckinStores {
  readonly checkins: CheckinStore;
  readonly goals: GoalReader;
  readonly people: PeopleStore;
  readonly plans: Pick<PlanStore, "of" | "peopleOf">;
  readonly nudges: Pick<
    NudgeStore,
    "choices" | "lately" | "naming" | "record" | "take" | "takeBack" | "taken"
  >;
}
export type CheckinContext = Context<CheckinMessages, CheckinStores>;

/** Every team's rhythm, asked once. */
export async function rhythms(
  context: CheckinContext,
): Promise<(person: Pick<Person, "teamId">) => Rhythm> {
  const known = new Map(
    (await context.stores.checkins.rhythms()).map((each) => [each.teamId, each]),
  );
  return ({ teamId }) => (teamId === null ? usualRhythm : (known.get(teamId) ?? usualRhythm));
}

export const rhythmOf = async (person: Person, context: CheckinContext): Promise<Rhythm> =>
  (await rhythms(context))(person);

/** A rhythm on this person's own clock and calendar. */
export async function beatOf(
  person: Person,
  rhythm: Rhythm,
  context: CheckinContext,
): Promise<Beat & { readonly rhythm: Rhythm }> {
  const known = await context.stores.people.acting(person.id);
  if (!known) throw new Error("a person who does not exist");
  const { zone, workdays, present } = availabilityOf(known);
  return { rhythm, zone, moved: known.person.moved ?? null, workdays, present };
}

export interface Now {
  readonly rhythm: Rhythm;
  readonly beat: Beat;
  readonly slot: Slot | null;
  /** The Monday of the week a check-in is for now. */
  readonly week: LocalDate;
  /** Until when it counts as on time; null where it was asked of nobody: the slot opened before the team was switched on. */
  readonly dueAt: Date | null;
}

export async function nowFor(person: Person, context: CheckinContext): Promise<Now> {
  const rhythm = await rhythmOf(person, context);
  const beat = await beatOf(person, rhythm, context);
  const slot = currentSlot(context.now, beat);
  const since = await askedSince(person, context);
  const dueAt = slot !== null && since !== null && slot.opensAt >= since ? slot.dueAt : null;
  return { rhythm, beat, slot, week: slot?.week ?? startOfWeek(context.today), dueAt };
}

export const teamOf = async (
  person: Pick<Person, "teamId">,
  context: CheckinContext,
): Promise<Team | null> =>
  (await context.stores.people.teams()).find((each) => each.id === person.teamId) ?? null;

/** Since when check-ins are asked of them; null: of nobody in their team, or of an assistant never. */
const askedSince = async (person: Person, context: CheckinContext): Promise<Date | null> =>
  person.assistant ? null : ((await teamOf(person, context))?.switchedOnAt ?? null);

const yearOfWeeks = 52;

/** What came of the slots since the team was switched on, the newest first: for the person's own eyes. */
export async function pastOf(
  person: Person,
  { beat }: Now,
  context: CheckinContext,
): Promise<readonly Outcome[]> {
  const sent = new Map(
    (await context.stores.checkins.of(person.id, yearOfWeeks)).map((each): [LocalDate, Checkin] => [
      each.week,
      each,
    ]),
  );
  const since = await askedSince(person, context);
  return slotsUntil(context.now, beat, yearOfWeeks).flatMap((slot, i): Outcome[] => {
    const mine = sent.get(slot.week) ?? null;
    return mine === null && (since === null || slot.opensAt < since)
      ? []
      : [outcomeOf(slot, mine, context.now, i > 0)];
  });
}

// Plans: when a rule is next due for somebody about something. The alarms are read across organisations; the plans
// themselves belong to the organisation. Times are business time.
import type { PersonId, TeamId } from "#src/people/person";

/** The alarms, as the beat sees them. */
export interface Alarms {
  /** Rings what is due: everybody it is due for gets one message to be composed. Returns how many alarms rang. */
  ring(now: Date): Promise<number>;
  /** The first alarm at or before `until`; null when there is none. */
  next(until: Date): Promise<Date | null>;
}

/** One occurrence of a rule about one thing. */
export interface Slot {
  /** The name of the nudge. */
  readonly rule: string;
  /** The id of the goal, person or team it is about. */
  readonly subject: string;
  /** When the rule says so, before work hours are looked at. */
  readonly slotAt: Date;
  /** When it is to be said. */
  readonly dueAt: Date;
  /** After this it is too late to say it. */
  readonly until: Date;
  /** The person asked to have it said then. */
  readonly snoozed?: boolean;
}

/** The alarm of notices that wait for their reader's work hour; it belongs to no practice. */
export const heldRule = "house.held";

/** waits: for work hours, and planning finds the same time again. put off: the budget or a pause, which planning leaves. snoozed: the person asked. */
export type Moving = "waits" | "put off" | "snoozed";

export interface PlanStore {
  /**
   * Keeps others from planning or composing for these people until the transaction ends. All at once and before anything of theirs is
   * written, since two acts that want the same people in another order would wait for each other.
   */
  lock(people: readonly PersonId[]): Promise<void>;
  /** What is planned for this person, the next first. */
  of(person: PersonId, until: Date | null): Promise<readonly Slot[]>;
  /**
   * Writes for each rule and subject the first of these slots that was not said yet (slots within half a day of the last one said
   * count as the same: somebody who flies west is not told twice); every other plan of these rules ends. What is due stays until it was
   * composed (said, or let pass as missed), and so does what was snoozed, or put off while its slot is still named. Returns how many changed.
   */
  write(
    person: PersonId,
    rules: readonly string[],
    slots: readonly Slot[],
    now: Date,
  ): Promise<number>;
  /** Says these later; the slot stays what it was. */
  move(person: PersonId, slots: readonly Slot[], how: Moving): Promise<void>;
  /** What was put off may be planned for as early as its slot allows again: the reason is gone. */
  free(person: PersonId): Promise<void>;
  /**
   * Gives what is planned (until `before`, or all of it) its alarm again where that is gone: whoever was to compose it never did, or had
   * a clock behind the one by which it rang. Returns how many.
   */
  ringAgain(person: PersonId, before: Date | null): Promise<number>;
  /**
   * They were said, or let pass, at that time: these slots never come again. What was snoozed and is said takes the slots with it that
   * passed meanwhile or come within the hour.
   */
  settle(
    person: PersonId,
    slots: readonly Pick<Slot, "rule" | "subject" | "slotAt">[],
    at: Date,
  ): Promise<void>;
  /** Since when the team of this person, or one they lead, is switched on: before that nobody is nudged. Null: it is not. */
  switchedOn(person: PersonId): Promise<Date | null>;
  /** The members of a team and who leads it. */
  peopleOf(team: TeamId): Promise<readonly PersonId[]>;
  /** One share of everybody, for the daily look over all plans: `part` from 0 of `of`. */
  everybody(part: number, of: number): Promise<readonly PersonId[]>;
}

// What decisions keep.
import type { LocalDate } from "#src/calendar/local-date";
import type { Decimal } from "#src/language/decimal";
import type { PersonId } from "#src/people/person";
import type { Decision, DecisionId } from "./model.ts";

export interface DecisionStore {
  /** Gives it the organisation's next number and returns that. */
  add(decision: Omit<Decision, "number" | "byName" | "seen" | "valueSeen">): Promise<number>;
  byId(id: DecisionId): Promise<Decision | null>;
  numbered(number: number): Promise<Decision | null>;
  /** Those of this person that nobody looked at again, the next day first. */
  openBy(person: PersonId): Promise<readonly Decision[]>;
  /** Their own, those of whom they lead, and those about their goals: open ones first, then the newest. */
  about(person: PersonId, most: number): Promise<readonly Decision[]>;
  /** False where somebody looked already. */
  look(
    id: DecisionId,
    looked: { readonly seen: string; readonly value: Decimal | null; readonly at: Date },
  ): Promise<boolean>;
  /** False where somebody looked already. */
  putOff(id: DecisionId, on: LocalDate): Promise<boolean>;
}

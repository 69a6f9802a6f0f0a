// What is kept of personal reminders: each is its person's alone, and every method takes that person.
import type { PersonId } from "#src/people/person";
import type { PersonalReminder, PersonalReminderId } from "./model.ts";

export interface PersonalReminderStore {
  /** What is neither done nor cancelled, the earliest first. */
  open(person: PersonId): Promise<readonly PersonalReminder[]>;
  keep(person: PersonId, reminder: PersonalReminder): Promise<void>;
  /** To another time. */
  move(person: PersonId, id: PersonalReminderId, dueAt: Date): Promise<void>;
  close(
    person: PersonId,
    id: PersonalReminderId,
    state: "done" | "cancelled",
    at: Date,
  ): Promise<void>;
}

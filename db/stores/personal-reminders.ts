// What people asked to be reminded of: read and changed by that person alone.
import { and, asc, eq } from "drizzle-orm";
import type { PersonId } from "#src/people/person";
import type { PersonalReminderId } from "#src/practices/personal-reminders/model";
import type { PersonalReminderStore } from "#src/practices/personal-reminders/store";
import type { Tx } from "../client.ts";
import { personalReminder } from "../schema/practices/personal-reminders.ts";

export function createPersonalReminderStore(tx: Tx, organisationId: string): PersonalReminderStore {
  const openOf = (person: PersonId) =>
    and(
      eq(personalReminder.organisationId, organisationId),
      eq(personalReminder.personId, person),
      eq(personalReminder.state, "open"),
    );
  return {
    async open(person) {
      const rows = await tx
        .select()
        .from(personalReminder)
        .where(openOf(person))
        .orderBy(asc(personalReminder.dueAt), asc(personalReminder.seq));
      return rows.map(({ id, text, dueAt }) => ({ id: id as PersonalReminderId, text, dueAt }));
    },
    async keep(personId, reminder) {
      await tx
        .insert(personalReminder)
        .values({ organisationId, personId, ...reminder, state: "open" });
    },
    async move(person, id, dueAt) {
      await tx
        .update(personalReminder)
        .set({ dueAt })
        .where(and(openOf(person), eq(personalReminder.id, id)));
    },
    async close(person, id, state, at) {
      await tx
        .update(personalReminder)
        .set({ state, closedAt: at })
        .where(and(openOf(person), eq(personalReminder.id, id)));
    },
  };
}

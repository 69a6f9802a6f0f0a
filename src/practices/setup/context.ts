// What the handlers of setup are given, and how each of its acts ends.
import { committed, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import type { Context } from "#src/bot/declare/practice";
import type { Organisation } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { AuditStore } from "#src/ports/audit";
import type { PlanStore } from "#src/ports/delivery/schedule";
import type { HolidayStore } from "#src/practices/holidays/api";
import type { SetupMessages } from "./messages/en/index.ts";
import type { SetupStore } from "./store.ts";

export interface SetupStores {
  readonly audit: Pick<AuditStore, "record" | "lastSwitches">;
  readonly plans: Pick<PlanStore, "peopleOf">;
  readonly people: PeopleStore;
  readonly setup: SetupStore;
  readonly holidays: Pick<HolidayStore, "own">;
}
export type SetupContext = Context<SetupMessages, SetupStores>;

/** What words asked for is a message of its own; a press on the card turns its page. */
export const afresh = (answer: Answer): Answer =>
  answer.reply.reply === "replace"
    ? { ...answer, reply: { ...answer.reply, reply: "show" } }
    : answer;

/** Something was set: the first time marks that an admin has begun. */
export async function saved(answer: Answer, context: SetupContext): Promise<Answer> {
  if (context.organisation.setUpAt === null)
    await context.stores.people.changeOrganisation({ setUpAt: context.now });
  return committed(answer);
}

/** Changes the organisation's profile and returns the context as it is from then on. */
export async function changed(
  change: Partial<Omit<Organisation, "id" | "setUpAt">>,
  context: SetupContext,
): Promise<SetupContext> {
  const written = { ...change, setUpAt: context.organisation.setUpAt ?? context.now };
  await context.stores.people.changeOrganisation(written);
  return { ...context, organisation: { ...context.organisation, ...written } };
}

export function gone(context: SetupContext): never {
  throw new Refusal(context.t.noSuch());
}

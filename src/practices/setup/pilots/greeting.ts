// The greeting: what people of a team that is switched on hear first, once ever.
import type { Notice } from "#src/bot/declare/answer";
import type { Upkeep } from "#src/bot/declare/practice";
import type { Person, PersonId } from "#src/people/person";
import type { SetupContext, SetupStores } from "../context.ts";
import { greetingCard, type GreetedUnder } from "./greeting-card.ts";
import type { SetupMessages } from "../messages/en/index.ts";

/** Notices to those of these people who were never greeted: the house holds each until their work hours, in their language. */
export async function greetings(
  people: readonly PersonId[],
  context: SetupContext,
): Promise<readonly Notice[]> {
  const first = new Set(await context.stores.setup.greet(people, context.now));
  if (first.size === 0) return [];
  const directory = await context.stores.people.directory();
  return directory
    .filter((each) => first.has(each.id))
    .map((each) =>
      context.notify(each, "greeting", (t) => greetingCard(under(each, directory), t)),
    );
}

/** As things are now; what changes later, they are told. */
export const under = (
  { id, managerId, teamId }: Pick<Person, "id" | "managerId" | "teamId">,
  directory: readonly Person[],
): GreetedUnder => ({
  manager: directory.find((each) => each.id === managerId)?.name ?? null,
  assistants: directory
    .filter(
      (each) => each.assistant && each.teamId !== null && each.teamId === teamId && each.id !== id,
    )
    .map((each) => each.name),
});

/** Whoever came into a team that is on without an admin putting them there: they wrote first, or a colleague named them. */
export const newcomers: Upkeep<SetupMessages, SetupStores> = {
  whom: ({ setup }) => setup.ungreeted(),
  tend: (context) => greetings([context.person.id], context),
};

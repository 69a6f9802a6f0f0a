// The greeting: what people of a team that is switched on hear first, once ever.
import type { Notice } from "#src/bot/declare/answer";
import type { Upkeep } from "#src/bot/declare/practice";
import { inBoth } from "#src/language/catalogue";
import { locales } from "#src/language/text";
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
    .map((each) => greetingOf(each, directory, context));
}

/** In both languages to whom nobody has asked yet which is theirs. */
function greetingOf(person: Person, directory: readonly Person[], context: SetupContext): Notice {
  const told = under(person, directory, context);
  const notice = context.notify(person, "greeting", (t) => greetingCard(told, t));
  if (!person.localeGuess) return notice;
  return {
    ...notice,
    cards: inBoth((locale) =>
      [locale, ...locales.filter((other) => other !== locale)].map((each) =>
        greetingCard(told, context.inLanguage(each)),
      ),
    ),
  };
}

/** As things are now; what changes later, they are told. */
export const under = (
  { id, managerId, teamId }: Pick<Person, "id" | "managerId" | "teamId">,
  directory: readonly Person[],
  { organisation }: Pick<SetupContext, "organisation">,
): GreetedUnder => ({
  company: organisation.name,
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

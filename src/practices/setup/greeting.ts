// The greeting: what people of a team that is switched on hear first, once ever.
import type { Telling } from "#src/bot/answer";
import type { PersonId } from "#src/people/person";
import type { SetupContext } from "./context.ts";
import { greetingCard } from "./greeting-views.ts";

/** Notices to those of these people who were never greeted: the house holds each until their work hours, in their language. */
export async function greetings(people: readonly PersonId[], context: SetupContext): Promise<readonly Telling[]> {
  const first = new Set(await context.stores.setup.greet(people, context.now));
  if (first.size === 0) return [];
  const directory = await context.stores.people.directory();
  return directory.filter((each) => first.has(each.id)).map((each) => context.tell(each, "greeting", greetingCard));
}

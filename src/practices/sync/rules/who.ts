// Which of our people somebody of a CRM is: a stored link is one already; else their e-mail, their mobile, their employee number. A name alone is nobody.
import type { PersonId } from "#src/people/person";
import type { CrmUser } from "#src/ports/crm";
import { ownerKey } from "#src/practices/numbers/api";
import type { MetOwner } from "../model.ts";
import { ownerKeyOf } from "./fact.ts";

/** Keys by which sources know our people: `email:`, `mobile:`, `number:`. */
export type KnownKeys = ReadonlyMap<string, ReadonlySet<PersonId>>;

const ways = ["email", "mobile", "number"] as const;

/** What is not there is no key: an empty number is nobody's, and 0007 is not 7. */
export function keysOf(user: Pick<CrmUser, (typeof ways)[number]>): readonly string[] {
  return ways.flatMap((way) => {
    const key = ownerKey(way, user[way] ?? "");
    return key === "" ? [] : [`${way}:${key}`];
  });
}

/** Of two who are known by one key it is neither. */
export function whoIs(user: CrmUser, known: KnownKeys): MetOwner {
  const keys = keysOf(user);
  for (const key of keys) {
    const people = [...(known.get(key) ?? [])];
    const how = ways.find((way) => key.startsWith(`${way}:`));
    if (people.length === 1 && people[0] !== undefined && how !== undefined)
      return { ...named(user, keys), person: people[0], how };
  }
  return { ...named(user, keys), person: null, how: null };
}

const named = (user: CrmUser, also: readonly string[]) => ({
  key: ownerKeyOf(user.id),
  said: user.name === "" ? user.id : user.name,
  also,
});

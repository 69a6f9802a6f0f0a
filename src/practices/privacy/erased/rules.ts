// Who decides about a request to delete somebody's data, and what is left of them. Pure.
import type { LocalDate } from "#src/calendar/local-date";
import { defaultHours } from "#src/calendar/working-hours";
import { workweekOf } from "#src/calendar/workweek";
import type { Both } from "#src/language/catalogue";
import type { Organisation, Person, PersonId } from "#src/people/person";
import type { FormerMember } from "../model.ts";

/** Workdays in which somebody has to say yes or no. */
export const decideWithin = 15;
/** Days before that end on which whoever decides is reminded. */
export const remindBefore = 5;

export const formerNames: Both<string> = { zh: "前成员", en: "Former member" };

/** The named officer alone, where there is one beside the person; else every admin but them. */
export function decidersOf(
  person: Pick<Person, "id">,
  officer: PersonId | null,
  directory: readonly Person[],
): readonly Person[] {
  const others = directory.filter((each) => each.id !== person.id);
  const named = others.filter((each) => each.id === officer);
  return named.length > 0 ? named : others.filter((each) => each.admin);
}

/** Somebody has to be left who can set things up. */
export const isOnlyAdmin = (person: Person, directory: readonly Person[]): boolean =>
  person.admin && !directory.some((each) => each.admin && each.id !== person.id);

export const formerMember = (
  { locale, zone, country, workweek }: Organisation,
  leftOn: LocalDate,
): FormerMember => ({
  name: formerNames[locale],
  locale,
  zone,
  country,
  hours: defaultHours,
  workweek: workweek ?? workweekOf(country),
  leftOn,
});

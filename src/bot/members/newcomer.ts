// Somebody the house meets for the first time.
import { countryOf } from "#src/calendar/countries";
import { defaultHours } from "#src/calendar/working-hours";
import { workweekOf, type Workweek } from "#src/calendar/workweek";
import { isZone } from "#src/calendar/zones";
import type { Organisation, Person, PersonId, TeamId } from "#src/people/person";
import type { Profile } from "#src/people/profile";

export const zoneOf = (profile: Profile): string | null =>
  profile.zone !== null && isZone(profile.zone) ? profile.zone : null;

/** The organisation's week, of people in its country; another country's usual one. */
const usualWeek = (organisation: Organisation, country: string): Workweek =>
  (country === organisation.country ? organisation.workweek : null) ?? workweekOf(country);

/** Until they say it themselves it follows the platform's, or is asked for where that is only a guess. */
function guessedBy({ locale, guess }: Profile): "open" | "platform" | null {
  if (locale !== null) return "platform";
  return guess === undefined ? null : "open";
}

/** Somebody the house meets for the first time, as their platform knows them. */
export function newcomer(
  profile: Profile,
  organisation: Organisation,
  id: PersonId,
  teamId: TeamId | null,
  admin: boolean,
): Person {
  const told = zoneOf(profile);
  const zone = told ?? organisation.zone;
  const country = (told === null ? null : countryOf(told)?.country) ?? organisation.country;
  return {
    id,
    name: profile.name,
    email: profile.email,
    locale: profile.locale ?? profile.guess ?? organisation.locale,
    localeGuess: guessedBy(profile),
    zone,
    country,
    placeFrom: told === null ? "organisation" : "platform",
    hours: defaultHours,
    workweek: usualWeek(organisation, country),
    admin,
    teamId,
    managerId: null,
    assistant: false,
    reports: 0,
    leftOn: null,
  };
}

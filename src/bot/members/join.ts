// Somebody new comes, as their platform tells of them: a person of the directory. Accounts are never joined by an e-mail alone: two
// accounts of one person are two people until they say otherwise.
import { countryOf, unknownCountry } from "#src/calendar/countries";
import { adminBy, mayAct } from "#src/people/admission";
import type { ChatIdentity, Organisation, PersonId, TeamId } from "#src/people/person";
import type { Profile } from "#src/people/profile";
import type { KernelStores } from "#src/ports/stores";
import { houseMessages } from "../messages/index.ts";
import { toldBy, type MemberPorts } from "./member-ports.ts";
import { newcomer, zoneOf } from "./newcomer.ts";

export function createJoin({ stores, clock, chance, language, admins = [] }: MemberPorts) {
  return async function join(from: ChatIdentity, profile: Profile): Promise<void> {
    const at = await stores.routing.organisationAt(from);
    if (!at || !mayAct(profile)) return;
    await stores.inOrganisation(at.organisation, async (own) => {
      const organisation = await own.people.organisation();
      const isFirst = (await own.people.directory()).length === 0;
      const settled =
        isFirst && organisation.setUpAt === null
          ? await settleIn(own, organisation, profile)
          : organisation;
      const by = adminBy(null, from.user, profile, at, admins);
      const person = newcomer(
        profile,
        settled,
        chance.id() as PersonId,
        await defaultTeam(own, settled),
        by !== null,
      );
      await own.people.arrive(from, person, toldBy(clock, by), by);
    });
  };

  /** While there is one team, newcomers are in it; where there are several, an admin says in which. */
  async function defaultTeam(
    own: KernelStores,
    organisation: Organisation,
  ): Promise<TeamId | null> {
    const [only, ...others] = await own.people.teams();
    if (only) return others.length === 0 ? only.id : null;
    const id = chance.id() as TeamId;
    const { locale, zone, currency } = organisation;
    const t = language.speak(houseMessages, { locale, zone, currency });
    const team = { id, name: t.defaultTeam(), managerId: null, switchedOnAt: null };
    await own.people.saveTeam(team, toldBy(clock));
    return id;
  }
}

/** The first who comes says where the organisation is, unless its platform did, and until setup asks. */
async function settleIn(
  own: KernelStores,
  organisation: Organisation,
  profile: Profile,
): Promise<Organisation> {
  if (organisation.country !== unknownCountry) return organisation;
  const zone = zoneOf(profile) ?? organisation.zone;
  const settled = {
    ...organisation,
    ...countryOf(zone),
    zone,
    locale: profile.locale ?? profile.guess ?? organisation.locale,
  };
  const { locale, country, currency } = settled;
  await own.people.changeOrganisation({ zone, locale, country, currency });
  return settled;
}

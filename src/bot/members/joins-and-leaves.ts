// People and places as their platforms tell of them: who comes becomes a person of the directory, who is deactivated has left.
// Accounts are never joined by an e-mail alone: two accounts of one person are two people until they say otherwise.
import { countryOf } from "#src/calendar/countries";
import { localDateAt } from "#src/calendar/zones";
import { inBoth, type Language } from "#src/language/catalogue";
import { adminBy, mayAct, type AdminSource } from "#src/people/admission";
import type { Organisation, OrganisationId, PersonId, TeamId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { Profile } from "#src/people/profile";
import type { ActingPerson, ChangedBy, PersonChange } from "#src/people/store";
import type { Chance, Clock } from "#src/ports/clock";
import type { Logger } from "#src/ports/logger";
import type { KernelStores, Stores } from "#src/ports/stores";
import { card, softText } from "#src/view/card";
import { houseMessages } from "../messages/index.ts";
import { newcomer, zoneOf } from "./newcomer.ts";
import type { Incoming } from "../declare/incoming.ts";
import type { Planner } from "../remind/plan.ts";
import type { Notifier } from "../act/notify.ts";

type Came = Extract<Incoming, { kind: "personChanged" }>;
type Placed = Extract<Incoming, { kind: "placeChanged" }>;

export interface ArrivalPorts {
  readonly stores: Stores<KernelStores>;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly language: Language;
  readonly logger: Logger;
  /** E-mails of people who may set things up, besides the platform's own admins and whoever installed the bot. */
  readonly admins?: readonly string[];
}

export function createJoinsAndLeaves(ports: ArrivalPorts, planner: Planner, teller: Notifier) {
  const { stores, clock, chance } = ports;
  const admins = ports.admins ?? [];

  /** Returns the organisation that somebody left with this; null where nobody did. */
  async function receive(incoming: Came | Placed): Promise<OrganisationId | null> {
    if (incoming.kind === "placeChanged") {
      await place(incoming);
      return null;
    }
    const who = await stores.routing.whoIs(incoming.from);
    if (who)
      return (await change(who.organisation, who.person, incoming)) ? who.organisation : null;
    await add(incoming);
    return null;
  }

  async function add({ from, profile }: Came): Promise<void> {
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
      await own.people.arrive(from, person, told(by), by);
    });
  }

  /** An address is named by the operator; all else their platform tells. */
  const told = (by: AdminSource | null = null): ChangedBy => ({
    by: by === "email" ? "operator" : "platform",
    at: clock.now(),
  });

  /** The first who comes says where the organisation is, until setup asks. */
  async function settleIn(
    own: KernelStores,
    organisation: Organisation,
    profile: Profile,
  ): Promise<Organisation> {
    const zone = zoneOf(profile) ?? organisation.zone;
    const settled = {
      ...organisation,
      ...countryOf(zone),
      zone,
      locale: profile.locale ?? profile.guess ?? organisation.locale,
    };
    await own.people.changeOrganisation({
      zone,
      locale: settled.locale,
      country: settled.country,
      currency: settled.currency,
    });
    return settled;
  }

  /** While there is one team, newcomers are in it; where there are several, an admin says in which. */
  async function defaultTeam(
    own: KernelStores,
    organisation: Organisation,
  ): Promise<TeamId | null> {
    const [only, ...others] = await own.people.teams();
    if (only) return others.length === 0 ? only.id : null;
    const id = chance.id() as TeamId;
    const t = ports.language.speak(houseMessages, {
      locale: organisation.locale,
      zone: organisation.zone,
      currency: organisation.currency,
    });
    await own.people.saveTeam(
      { id, name: t.defaultTeam(), managerId: null, switchedOnAt: null },
      told(),
    );
    return id;
  }

  /**
   * What they chose here themselves (language, hours) stays; their zone moves with them. Whoever comes to run the workspace may set things
   * up, and does so no more when they cease to; a guest is as somebody who left, unless another account of theirs is a member's.
   * Returns whether they left just now.
   */
  async function change(
    organisation: OrganisationId,
    id: PersonId,
    { from, profile, dedupeKey }: Came,
  ): Promise<boolean> {
    const at = await stores.routing.organisationAt(from);
    return stores.inOrganisation(organisation, async (own) => {
      const known = await own.people.lockActor(id);
      const standing = await own.people.standingOf(from);
      if (!known || !standing) return false;
      const { person } = known;
      const zone = zoneOf(profile) ?? person.zone;
      const barred = !mayAct(profile);
      const leftOn =
        barred && !standing.elsewhere.here
          ? (person.leftOn ?? localDateAt(clock.now(), zone))
          : null;
      const by =
        at === null ? standing.adminBy : adminBy(standing.adminBy, from.user, profile, at, admins);
      // What an admin gave is over when they leave: whoever comes back as somebody else is given it again.
      const granted = standing.granted && leftOn === null;
      const admin = granted || standing.elsewhere.admin || by !== null;
      const changed: PersonChange = {
        name: profile.name === "" ? person.name : profile.name,
        email: profile.email ?? person.email,
        zone,
        leftOn,
      };
      await own.people.settleAccount(from, { adminBy: by, barred, admin, granted }, told(by));
      if (admin !== person.admin)
        await tellRights({ ...known, person: { ...person, zone, leftOn, admin } }, own, dedupeKey);
      const isSame =
        changed.name === person.name &&
        changed.email === person.email &&
        zone === person.zone &&
        leftOn === person.leftOn &&
        admin === person.admin;
      if (isSame) return false;
      await own.people.change(id, changed);
      await own.people.entitle(id, { admin }, told());
      if (person.leftOn !== null && leftOn === null) await own.people.comeBack(from);
      const now = await own.people.acting(id);
      // Whoever has left is planned nothing: what they would have been told unasked ends here.
      await own.plans.lock([id]);
      if (now) await planner.plan({ ...now, stores: own }, clock.now());
      return person.leftOn === null && leftOn !== null;
    });
  }

  /** Whoever may set things up no more is told so, and who still may. */
  async function tellRights(now: ActingPerson, own: KernelStores, news: string): Promise<void> {
    const { person, organisation } = now;
    if (person.admin) return;
    const others = (await own.people.directory())
      .filter((each) => each.admin && each.id !== person.id)
      .map((each) => each.name);
    if (others.length === 0)
      ports.logger.warn({ organisation: organisation.id }, "nobody may set up");
    const cards = inBoth((locale) => {
      const t = ports.language.speak(houseMessages, {
        locale,
        zone: person.zone,
        currency: organisation.currency,
      });
      return [card({ title: t.noAdminNow(), body: [softText(t.whoIsAdmin(others))] })];
    });
    const told = await teller.tell(
      [{ to: { person: person.id }, about: "", cards }],
      `rights:${person.id}:${clock.now().toISOString()}:${news}`,
      { ...now, stores: own },
    );
    if (told.length > 0) await own.acts.record(null, told);
  }

  async function place({ place: identity, name, member }: Placed): Promise<void> {
    const at = await stores.routing.organisationAt(identity);
    if (!at) return;
    await stores.inOrganisation(at.organisation, async ({ people }) => {
      if (member)
        await people.arriveAt(identity, {
          id: chance.id() as PlaceId,
          name,
          reads: (await people.organisation()).locale,
          teamId: null,
        });
      else await people.leavePlace(identity);
    });
  }

  return { receive };
}

// Somebody of our directory, as their platform tells of them now: their name and zone, whether they are still here, whether they may set
// things up.
import { countryOf } from "#src/calendar/countries";
import { workweekOf } from "#src/calendar/workweek";
import { localDateAt } from "#src/calendar/zones";
import { inBoth } from "#src/language/catalogue";
import { adminBy, mayAct, type Origin } from "#src/people/admission";
import { movedTo, remindedBy, type Person, type PersonId } from "#src/people/person";
import type { Profile } from "#src/people/profile";
import type { AccountChange, AccountStanding, ActingPerson } from "#src/people/store";
import type { KernelStores } from "#src/ports/stores";
import { card, softText } from "#src/view/card";
import type { Notifier } from "../act/notify.ts";
import type { Actor } from "../act/directory-lookup.ts";
import type { Incoming } from "../declare/incoming.ts";
import { houseMessages } from "../messages/index.ts";
import type { Planner } from "../remind/plan.ts";
import { toldBy, type MemberPorts } from "./member-ports.ts";
import { zoneOf } from "./newcomer.ts";

type News = Extract<Incoming, { kind: "personChanged" }>;

export function createPersonChange(ports: MemberPorts, planner: Planner, notifier: Notifier) {
  const { stores, clock } = ports;

  /**
   * What they chose here themselves (language, hours) stays; a language they never chose is what they read their platform in, their zone moves with them. Whoever comes to run the workspace may set things
   * up, and does so no more when they cease to; a guest is as somebody who left, unless another account of theirs is a member's.
   * Returns whether they left just now.
   */
  return async function changePerson(
    { organisation, person: id }: Pick<Actor, "organisation" | "person">,
    { from, profile, dedupeKey }: News,
  ): Promise<boolean> {
    const at = await stores.routing.organisationAt(from);
    return stores.inOrganisation(organisation, async (own) => {
      const known = await own.people.lockActor(id);
      const standing = await own.people.standingOf(from);
      if (!known || !standing) return false;
      const { person } = known;
      const change = changeOf(person, profile, standing, clock.now());
      const account = accountOf({ from, profile }, standing, at, change.leftOn !== null);
      const { admin } = account;
      await own.people.settleAccount(from, account, toldBy(clock, account.adminBy));
      const { zone, leftOn } = change;
      if (admin !== person.admin)
        await tellRights({ ...known, person: { ...person, zone, leftOn, admin } }, own, dedupeKey);
      if (isAsBefore(person, { ...change, admin })) return false;
      await own.people.change(id, change);
      if (leftOn !== null) await own.visits.endAll(id, clock.now());
      await own.people.entitle(id, { admin }, toldBy(clock));
      if (person.leftOn !== null && leftOn === null) await own.people.comeBack(from);
      await planAnew(remindedBy(zone, person), own, planner, clock.now());
      return person.leftOn === null && leftOn !== null;
    });
  };

  /** What the account is from now on; as it was before, where its workspace is not known any more. */
  function accountOf(
    { from, profile }: Pick<News, "from" | "profile">,
    before: AccountStanding,
    at: Origin | null,
    hasLeft: boolean,
  ): AccountChange {
    const by =
      at === null
        ? before.adminBy
        : adminBy(before.adminBy, from.user, profile, at, ports.admins ?? []);
    // What an admin gave is over when they leave: whoever comes back as somebody else is given it again.
    const granted = before.granted && !hasLeft;
    const admin = granted || before.elsewhere.admin || by !== null;
    return { adminBy: by, barred: !mayAct(profile), admin, granted };
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
    const { zone } = person;
    const { currency } = organisation;
    const cards = inBoth((locale) => {
      const t = ports.language.speak(houseMessages, { locale, zone, currency });
      return [card({ title: t.noAdminNow(), body: [softText(t.whoIsAdmin(others))] })];
    });
    const told = await notifier.tell(
      [{ to: { person: person.id }, about: "", cards }],
      `rights:${person.id}:${clock.now().toISOString()}:${news}`,
      { ...now, stores: own },
    );
    if (told.length > 0) await own.acts.record(null, told);
  }
}

/** Whoever has left is planned nothing: what they would have been told unasked ends here. */
async function planAnew(
  people: readonly PersonId[],
  own: KernelStores,
  planner: Planner,
  now: Date,
): Promise<void> {
  await own.plans.lock(people);
  for (const each of people) {
    const acting = await own.people.acting(each);
    if (acting) await planner.plan({ ...acting, stores: own }, now);
  }
}

type Told = Pick<
  Person,
  "name" | "email" | "locale" | "zone" | "moved" | "country" | "workweek" | "placeFrom" | "leftOn"
>;

function changeOf(
  person: Person,
  profile: Profile,
  { elsewhere }: AccountStanding,
  now: Date,
): Told {
  const told = zoneOf(profile);
  const zone = told ?? person.zone;
  // Whoever worked by the organisation's place, and is told to be in another, works by that one's days from now on.
  const country =
    told !== null && person.placeFrom === "organisation" ? countryOf(told)?.country : undefined;
  const isGone = !mayAct(profile) && !elsewhere.here;
  return {
    name: profile.name === "" ? person.name : profile.name,
    email: profile.email ?? person.email,
    locale: person.localeGuess === "platform" ? (profile.locale ?? person.locale) : person.locale,
    zone,
    ...movedTo(zone, person, now),
    country: country ?? person.country,
    workweek: country === undefined ? person.workweek : workweekOf(country),
    placeFrom: told !== null && person.placeFrom === "organisation" ? "platform" : person.placeFrom,
    leftOn: isGone ? (person.leftOn ?? localDateAt(now, zone)) : null,
  };
}

const isAsBefore = (person: Person, now: Told & Pick<Person, "admin">): boolean =>
  now.name === person.name &&
  now.email === person.email &&
  now.locale === person.locale &&
  now.zone === person.zone &&
  now.placeFrom === person.placeFrom &&
  now.leftOn === person.leftOn &&
  now.admin === person.admin;

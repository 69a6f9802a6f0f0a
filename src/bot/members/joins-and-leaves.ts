// People and places as their platforms tell of them: who comes becomes a person of the directory, who is deactivated has left.
import type { OrganisationId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { Notifier } from "../act/notify.ts";
import type { Incoming } from "../declare/incoming.ts";
import type { Planner } from "../remind/plan.ts";
import { createPersonChange } from "./change-person.ts";
import { createJoin } from "./join.ts";
import { tellInviter } from "./first-contact/welcome.ts";
import type { MemberPorts } from "./member-ports.ts";

type PersonNews = Extract<Incoming, { kind: "personChanged" }>;
type PlaceNews = Extract<Incoming, { kind: "placeChanged" }>;

export function createJoinsAndLeaves(ports: MemberPorts, planner: Planner, notifier: Notifier) {
  const { stores, chance } = ports;
  const join = createJoin(ports);
  const changePerson = createPersonChange(ports, planner, notifier);

  /** Returns the organisation that somebody left with this; null where nobody did. */
  async function receive(news: PersonNews | PlaceNews): Promise<OrganisationId | null> {
    if (news.kind === "placeChanged") {
      await changePlace(news);
      return null;
    }
    const who = await stores.routing.whoIs(news.from);
    if (who) return (await changePerson(who, news)) ? who.organisation : null;
    await join(news.from, news.profile);
    return null;
  }

  async function changePlace({
    place,
    name,
    member,
    by,
    dedupeKey: key,
  }: PlaceNews): Promise<void> {
    const at = await stores.routing.organisationAt(place);
    if (!at) return;
    const inviter =
      member && by !== undefined ? await stores.routing.whoIs({ ...place, user: by }) : null;
    await stores.inOrganisation(at.organisation, async (own) => {
      const { people } = own;
      if (member)
        await people.arriveAt(place, {
          id: chance.id() as PlaceId,
          name,
          reads: (await people.organisation()).locale,
          teamId: null,
        });
      else await people.leavePlace(place);
      if (inviter && !inviter.barred)
        await tellInviter(inviter.person, { place: name, key }, own, ports.language, notifier);
    });
  }

  return { receive };
}

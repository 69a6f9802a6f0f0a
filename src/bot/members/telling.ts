// Whom a post in a place tells by their platform's own mention, and which channels cards name. A mention rings: it is held to the work hours of
// whoever it is for, and outside of them their name stands there in plain words.
import type { PersonId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import { mentionsIn, placesIn } from "#src/view/addressed";
import type { Bot } from "../api.ts";
import type { BotPorts } from "../bot-ports.ts";
import { availabilityOf } from "../remind/plan.ts";
import { nextMoment } from "../remind/rules.ts";

export function createTelling({
  stores: houses,
  clock,
}: Pick<BotPorts, "stores" | "clock">): Pick<Bot, "toTell" | "channelsOf"> {
  return {
    async toTell({ organisation, to, edits }, cards) {
      const told = new Map<string, string>();
      const mentions = mentionsIn(cards);
      if (!("channel" in to) || mentions.length === 0) return told;
      const now = clock.now();
      await houses.inOrganisation(organisation, async ({ people }) => {
        const accounts = await people.accountsAt(
          to,
          mentions.map((each) => each.person as PersonId),
        );
        for (const { person, since } of mentions) {
          const account = accounts.get(person as PersonId);
          const known = account === undefined ? null : await people.acting(person as PersonId);
          if (account === undefined || known === null || known.person.leftOn !== null) continue;
          // A message that is brought up to date rings for nobody: it stays as it was when it came.
          const at = edits !== null && since !== undefined ? new Date(since) : now;
          if (nextMoment(at, availabilityOf(known)).getTime() === at.getTime())
            told.set(person, account);
        }
      });
      return told;
    },
    async channelsOf(at, cards) {
      const places = placesIn(cards) as readonly PlaceId[];
      if (places.length === 0) return new Map();
      const ours = await houses.routing.organisationAt(at);
      return ours === null
        ? new Map()
        : houses.inOrganisation(ours.organisation, ({ people }) => people.channelsAt(at, places));
    },
  };
}

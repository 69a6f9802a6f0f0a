// Whoever may set the house up is told so with the answer to their first message, as long as nobody has: by one card below it, once.
import { unknownCountry, unknownCurrency } from "#src/calendar/countries";
import type { Language } from "#src/language/catalogue";
import { smallTalkIn } from "#src/language/small-talk";
import { readable } from "#src/language/text";
import type { Organisation, Person } from "#src/people/person";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { Delivery } from "#src/ports/stores";
import { button, card, text, type Card } from "#src/view/card";
import { say, whereIsRight } from "../../declare/actions.ts";
import { houseMessages, type HouseMessages } from "../../messages/index.ts";
import type { UserEvent } from "../../declare/incoming.ts";
import { isOverheard } from "../../act/meaning/channel-rules.ts";
import type { Registry } from "../../declare/registry.ts";

/** What the buttons say; every verb is known in every language. */
const begins = "setup";
const places = "company settings";

/** The name of the offer among a person's answers. A platform's greeting of whoever installed the bot has the same, so that nobody is told twice. */
const offerKey = "setup-offer";

/** Asks whoever installed the bot where their company is, with what was taken for it so far. */
export const whereCard = (organisation: Organisation, t: HouseMessages): Card =>
  card({
    title: t.whereIsIt(),
    body: [text(t.whereTaken(organisation))],
    buttons: [
      isKnown(organisation) ? button(t.whereRight(), whereIsRight({}), "primary") : undefined,
      button(t.sayWhere(), say({ text: places })),
    ],
  });

/** Thanks and the like get a short word and nothing else. */
function isCourtesy(text: string): boolean {
  const talk = smallTalkIn(readable(text) ?? "");
  return talk !== null && talk !== "hello";
}

const isKnown = ({ country, currency }: Organisation): boolean =>
  country !== unknownCountry && currency !== unknownCurrency;

interface OfferPorts {
  readonly clock: Clock;
  readonly chance: Chance;
  readonly language: Language;
}

/** Null where there is nothing to offer. Its key keeps it from coming again. */
export function offerOfSetup(
  incoming: UserEvent,
  person: Person,
  organisation: Organisation,
  registry: Registry,
  { clock, chance, language }: OfferPorts,
): Delivery | null {
  if (
    !person.admin ||
    organisation.setUpAt !== null ||
    incoming.kind !== "said" ||
    isOverheard(incoming) ||
    isCourtesy(incoming.text)
  )
    return null;
  const { words } = registry;
  const asked = words.recognise(readable(incoming.text) ?? "")?.command;
  if (asked !== undefined && asked === words.recognise(begins)?.command) return null;
  const t = language.speak(houseMessages, {
    locale: person.locale,
    zone: person.zone,
    currency: organisation.currency,
  });
  const shown = card({
    title: t.maySetUp(),
    tone: "info",
    body: [text(t.maySetUpMore())],
    buttons: [button(t.beginSetUp(), say({ text: begins }), "primary")],
  });
  return {
    id: chance.id(),
    key: `${person.id}:${offerKey}:answer`,
    to: { person: person.id },
    kind: "reply",
    notBefore: null,
    standing: null,
    cards: { [person.locale]: [shown, whereCard(organisation, t)] },
    at: clock.now(),
  };
}

// What somebody reads who never wrote: what it is and one thing to try. On a home that they open, or once in the chat where there is none.
// And what whoever invited the bot to a place is told, in their own chat: in the place nothing is said.
import { inBoth, type Language } from "#src/language/catalogue";
import type { ChatIdentity, Person, PersonId } from "#src/people/person";
import type { ActingPerson } from "#src/people/store";
import type { KernelStores } from "#src/ports/stores";
import { button, card, softText, type Card } from "#src/view/card";
import type { Notifier } from "../../act/notify.ts";
import type { BotPorts } from "../../bot-ports.ts";
import { say } from "../../declare/actions.ts";
import { houseMessages, type HouseMessages } from "../../messages/index.ts";

export const firstCard = (t: HouseMessages): Card => card({ title: t.smallTalk("hello") });

export const invitedCard = (
  place: string,
  { admin }: Pick<Person, "admin">,
  t: HouseMessages,
): Card =>
  card({
    title: t.invitedTo(place),
    body: [softText(admin ? t.invitedAdmin() : t.invitedMember())],
    buttons: [admin ? button(t.beginSetUp(), say({ text: "setup" })) : undefined],
  });

type Ports = Pick<BotPorts, "stores" | "language" | "wake">;

export function createFirstContact({ stores, language, wake }: Ports, notifier: Notifier) {
  const { routing } = stores;
  const wordsFor = (known: ActingPerson): HouseMessages => {
    const { locale, zone } = known.person;
    return language.speak(houseMessages, { locale, zone, currency: known.organisation.currency });
  };

  /** Once ever, and only to who did nothing yet. */
  async function welcome(viewer: ChatIdentity): Promise<void> {
    const who = await routing.whoIs(viewer);
    if (!who?.isNew || who.barred) return;
    await stores.inOrganisation(who.organisation, async (own) => {
      const known = await own.people.acting(who.person);
      if (known?.person.leftOn !== null) return;
      const reply = notifier.reply(`welcome:${who.person}`, known.person, [
        firstCard(wordsFor(known)),
      ]);
      await own.acts.record(null, [reply]);
    });
    wake();
  }

  return { welcome };
}

/** Whoever invited it acted just now: they are told at once. */
export async function tellInviter(
  inviter: PersonId,
  invited: { readonly place: string; readonly key: string },
  own: KernelStores,
  language: Language,
  notifier: Notifier,
): Promise<void> {
  const known = await own.people.acting(inviter);
  if (known?.person.leftOn !== null) return;
  const { zone } = known.person;
  const { currency } = known.organisation;
  const cards = inBoth((locale) => [
    invitedCard(
      invited.place,
      known.person,
      language.speak(houseMessages, { locale, zone, currency }),
    ),
  ]);
  const notice = { to: { person: known.person.id }, about: "", cards, atOnce: true } as const;
  await own.acts.record(
    null,
    await notifier.tell([notice], `invited:${invited.key}`, { ...known, stores: own }),
  );
}

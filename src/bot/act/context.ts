// One act while it is carried out, and what a handler is given of it: the person, the time, the sentences and stores of its practice,
// and ways to tell others.
import { ownOf } from "#src/calendar/own-days";
import { createWorkCalendar } from "#src/calendar/workdays";
import { localDateAt } from "#src/calendar/zones";
import { inBoth, type Catalogue, type Reader } from "#src/language/catalogue";
import { locales, type Locale } from "#src/language/text";
import type { AccountName, Organisation, Person, PersonId, TeamId } from "#src/people/person";
import type { PlaceId } from "#src/people/place";
import type { DirectoryPart } from "#src/ports/chat/chat";
import type { ActingPerson } from "#src/people/store";
import type { KernelStores } from "#src/ports/stores";
import type { Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import type { BotPorts } from "../bot-ports.ts";
import type { BoundExtensionPoint } from "../declare/extension-point.ts";
import type { Stranger } from "../declare/incoming.ts";
import type { DirectoryAnswer, Here } from "../declare/look-up.ts";
import { wordsOf, type AnyPractice, type Context } from "../declare/practice.ts";
import { isOn } from "../switches.ts";
import type { ProductGuide } from "../declare/product-guide.ts";
import type { Registry } from "../declare/registry.ts";
import { newcomer } from "../members/newcomer.ts";
import { houseMessages, type HouseMessages } from "../messages/index.ts";

export type ActContext = ActingPerson & {
  readonly stores: KernelStores;
  readonly place?: PlaceId | null;
  /** The account they act with; absent where nobody acts. */
  readonly account?: AccountName;
  /** The delivery of ours under which they left a mark. */
  readonly delivery?: string | null;
  /** What the company's directory answered, if it was asked. */
  readonly looked?: DirectoryAnswer | null;
  /** What of it can be asked for where they act. */
  readonly tells?: readonly DirectoryPart[];
  /** The cloud they act in (`cloudOf`). */
  readonly cloud?: string;
  /** Who was named in the line by a mention, or picked in a form, and is nobody a command can mean. */
  readonly strangers?: readonly Stranger[];
  /** They look at a page of theirs in a browser: at all of it, or at what it says of one team. */
  readonly page?: { readonly team: TeamId | null };
};

/** What fits every handler of the practice it was made for. */
export type HandlerContext = Context<never, never>;

export interface Contexts {
  /** What the practice's handler is given. */
  of(practice: AnyPractice, act: ActContext): HandlerContext;
  /** The same as of another time. */
  at(practice: AnyPractice, act: ActContext, now: Date): HandlerContext;
  /** The sentence for whoever asks for a practice that is off here; null where it is on. */
  whenOff(practice: AnyPractice, act: Pick<ActContext, "person" | "organisation">): Line | null;
  /** The house's sentences for who acts. */
  house(act: Pick<ActContext, "person" | "organisation">): HouseMessages;
}

/** `guide`: what practices that tell of the others are given. */
export function createContexts(
  registry: Registry,
  ports: Pick<BotPorts, "clock" | "chance" | "language" | "pages" | "crms">,
  guide: (act: ActContext) => ProductGuide,
): Contexts {
  const speak = <Messages>(catalogue: Catalogue<Messages>, reader: Reader): Messages =>
    ports.language.speak(catalogue, reader);

  function of(practice: AnyPractice, act: ActContext): HandlerContext {
    const { person, organisation } = act;
    const now = ports.clock.now();
    const reader = readerOf(person, organisation);
    const context: Context<unknown, unknown> = {
      organisation,
      person,
      now,
      today: localDateAt(now, person.zone),
      t: speak(practice.messages, reader),
      house: speak(houseMessages, reader),
      stores: pick(act.stores, practice.stores),
      newId: () => ports.chance.id(),
      inLanguage: (locale) => speak(practice.messages, { ...reader, locale }),
      workCalendar: async (other) =>
        createWorkCalendar({
          country: other.country,
          workweek: [...other.workweek],
          ...ownOf(act.ownDays, other.country),
          leave: [
            ...(other.id === person.id ? act.leave : await act.stores.people.leave(other.id)),
          ],
        }),
      managerOf: async ({ managerId }) => {
        const manager = managerId === null ? null : await act.stores.people.person(managerId);
        return manager?.leftOn === null ? manager : null;
      },
      deciderFor: ({ id }) => act.stores.people.deciderFor(id),
      place: act.place ?? null,
      account: act.account ?? null,
      looked: act.looked ?? null,
      here: hereOf(act, ports),
      newcomer: (profile, teamId) =>
        newcomer(profile, organisation, ports.chance.id() as PersonId, teamId, false),
      ...noticesOf(
        (locale, zone) => speak(practice.messages, readerOf({ locale, zone }, organisation)),
        organisation,
      ),
      // What is given at a point is of the type the point was defined with: `contributes` sees to it.
      offered: async <Given>({ point, what }: BoundExtensionPoint<Given>) => {
        const given = registry
          .contributions(point)
          .filter((each) => isOn(each.practice, organisation))
          .map((each) => each.declaration.give(what, of(each.practice, act)));
        return (await Promise.all(given)).flat() as readonly Given[];
      },
      guide: () => guide(act),
    };
    // Its sentences and stores are those that very practice declared, which is what its handlers ask for.
    return context as HandlerContext;
  }

  return {
    of,
    at: (practice, act, now) => ({
      ...of(practice, act),
      now,
      today: localDateAt(now, act.person.zone),
    }),
    whenOff: (practice, { person, organisation }) =>
      practice.switched === "always on" || isOn(practice, organisation)
        ? null
        : practice.switched.isOff(
            wordsOf(practice, ports.language, readerOf(person, organisation)),
          ),
    house: ({ person, organisation }) => speak(houseMessages, readerOf(person, organisation)),
  };
}

type Notices = Pick<Context<unknown, unknown>, "post" | "notify" | "amendNotice">;

/** What others are told, in both languages. `speak`: the practice's sentences for a reader in that zone. */
function noticesOf(
  speak: (locale: Locale, zone: string) => unknown,
  organisation: Organisation,
): Notices {
  return {
    post: (place, about, view, standing) => ({
      to: { place },
      about,
      cards: inBoth((locale) => [view(speak(locale, organisation.zone))]),
      ...(standing === undefined ? {} : { standing }),
    }),
    notify: (to, about, view, standing) => ({
      to: { person: to.id },
      about,
      cards: inBoth((locale) => [view(speak(locale, to.zone))]),
      ...(standing === undefined ? {} : { standing }),
    }),
    amendNotice: (to, { id, cards }, change) => ({
      to: { person: to.id },
      about: `amend:${id}`,
      amends: id,
      cards: Object.fromEntries(
        locales.flatMap((locale) => {
          const shown: readonly Card[] | undefined = cards[locale];
          const t = speak(locale, to.zone);
          return shown === undefined ? [] : [[locale, shown.map((each) => change(each, t))]];
        }),
      ),
    }),
  };
}

const hereOf = (act: ActContext, { pages, crms = [] }: Pick<BotPorts, "pages" | "crms">): Here => ({
  crms,
  tells: act.tells ?? [],
  cloud: act.cloud ?? null,
  pages: act.page === undefined && hasPages(pages, act.cloud),
  team: act.page?.team ?? null,
  strangers: act.strangers ?? [],
});

/** The playground is in a browser itself: its links need no address. */
const hasPages = (pages: BotPorts["pages"], cloud: string | undefined): boolean =>
  pages !== undefined && (pages.address !== null || cloud === "web");

const readerOf = (person: Pick<Person, "locale" | "zone">, organisation: Organisation): Reader => ({
  locale: person.locale,
  zone: person.zone,
  currency: organisation.currency,
});

/** Only the stores a practice declared: a neighbour's store is not there, whatever the types were told. */
export function pick(stores: object, declared: object): never {
  const names = Object.entries(stores).filter(([name]) => name in declared);
  // Exactly what that practice declared, which is all that its types may ask for; every one is there, or createBot does not compile.
  return Object.fromEntries(names) as never;
}

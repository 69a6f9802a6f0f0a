// What a handler is given for one act: the person, the time, the sentences and stores of its practice, and ways to tell others.
import { createWorkCalendar } from "#src/calendar/workdays";
import { localDateAt } from "#src/calendar/zones";
import { inBoth, type Reader } from "#src/language/catalogue";
import { locales } from "#src/language/text";
import type { Organisation, Person, PersonId } from "#src/people/person";
import type { Card } from "#src/view/card";
import { newcomer } from "../members/joins-and-leaves.ts";
import { houseMessages, type HouseContext } from "../house.ts";
import type { ActContext, PipelinePorts } from "./receive.ts";
import type { AnyPractice, Context } from "../declare/practice.ts";
import type { Registry } from "../declare/registry.ts";

export function createContexts(
  registry: Registry,
  ports: Pick<PipelinePorts, "clock" | "chance" | "language">,
) {
  const readerOf = (
    person: Pick<Person, "locale" | "zone">,
    organisation: Organisation,
  ): Reader => ({ locale: person.locale, zone: person.zone, currency: organisation.currency });

  // One act asks for the same few contexts again and again: for the house, for claims, for the handler.
  const contexts = new WeakMap<ActContext, Map<AnyPractice, Context<unknown, unknown>>>();
  function contextOf(practice: AnyPractice, acting: ActContext): Context<unknown, unknown> {
    const known = contexts.get(acting) ?? new Map<AnyPractice, Context<unknown, unknown>>();
    contexts.set(acting, known);
    const context = known.get(practice) ?? makeContext(practice, acting);
    known.set(practice, context);
    return context;
  }

  function makeContext(practice: AnyPractice, acting: ActContext): Context<unknown, unknown> {
    const { person, organisation } = acting;
    const now = ports.clock.now();
    return {
      organisation,
      person,
      now,
      today: localDateAt(now, person.zone),
      t: ports.language.speak(practice.messages, readerOf(person, organisation)),
      house: ports.language.speak(houseMessages, readerOf(person, organisation)),
      stores: pick(acting.stores, practice.stores),
      newId: () => ports.chance.id(),
      inLanguage: (locale) =>
        ports.language.speak(practice.messages, readerOf({ ...person, locale }, organisation)),
      workCalendar: async (other) => {
        const leave =
          other.id === person.id ? acting.leave : await acting.stores.people.leave(other.id);
        return createWorkCalendar({
          country: other.country,
          workweek: [...other.workweek],
          overrides: acting.overrides,
          leave: [...leave],
        });
      },
      place: acting.place ?? null,
      account: acting.account ?? null,
      looked: acting.looked ?? null,
      newcomer: (profile, teamId) =>
        newcomer(profile, organisation, ports.chance.id() as PersonId, teamId, false),
      post: (place, about, view, standing) => ({
        to: { place },
        about,
        cards: inBoth((locale) => [
          view(
            ports.language.speak(
              practice.messages,
              readerOf({ locale, zone: organisation.zone }, organisation),
            ),
          ),
        ]),
        ...(standing === undefined ? {} : { standing }),
      }),
      notify: (to, about, view, standing) => ({
        to: { person: to.id },
        about,
        cards: inBoth((locale) => [
          view(
            ports.language.speak(
              practice.messages,
              readerOf({ locale, zone: to.zone }, organisation),
            ),
          ),
        ]),
        ...(standing === undefined ? {} : { standing }),
      }),
      amendNotice: (to, { id, cards }, change) => ({
        to: { person: to.id },
        about: `amend:${id}`,
        amends: id,
        cards: Object.fromEntries(
          locales.flatMap((locale) => {
            const t = ports.language.speak(
              practice.messages,
              readerOf({ locale, zone: to.zone }, organisation),
            );
            const shown: readonly Card[] | undefined = cards[locale];
            return shown === undefined ? [] : [[locale, shown.map((each) => change(each, t))]];
          }),
        ),
      }),
      beside: async ({ moment, what }) => {
        const buttons = registry
          .besides(moment)
          .map((each) => each.declaration.buttons(what as never, contextOf(each.practice, acting)));
        return (await Promise.all(buttons)).flat();
      },
    };
  }

  return {
    readerOf,
    contextOf,
    contextAt: (practice: AnyPractice, acting: ActContext, now: Date) => ({
      ...contextOf(practice, acting),
      now,
      today: localDateAt(now, acting.person.zone),
    }),
    houseOf: (acting: ActContext): HouseContext =>
      contextOf(registry.practices[0]!, acting) as HouseContext,
  };
}

/** Only the stores a practice declared: a neighbour's store is not there, whatever the types were told. */
export function pick(stores: object, names: readonly string[]): object {
  const all = stores as Readonly<Record<string, unknown>>;
  return Object.fromEntries(names.filter((name) => name in all).map((name) => [name, all[name]]));
}

// What the bot does that nobody asked for: composes what is due, keeps house, plans everybody anew, asks admins about a message
// that may have arrived. Each person in a transaction of their own, so that a failure with one spoils nobody else's.
import { inBoth } from "#src/language/catalogue";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { Claimed } from "#src/ports/outbox";
import type { KernelStores } from "#src/ports/stores";
import { card, button } from "#src/view/card";
import { heard } from "../act/notify.ts";
import { letGo, sendAgain } from "../declare/actions.ts";
import { createComposer, type Composed, type ToCompose } from "./compose-message.ts";
import { houseMessages } from "../messages/index.ts";
import { pick } from "../act/context.ts";
import type { ActContext } from "../act/context.ts";
import type { ActParts } from "../act/receive.ts";
import type { BotPorts } from "../bot-ports.ts";
import type { AnyPractice, Upkeep } from "../declare/practice.ts";

/** What rang and was not composed after so long never will be: its message was given up. */
const patienceMs = 3_600_000;

/** Thrown to undo what was only looked at. */
class OnlyLooked extends Error {}

export function createMaintenance(parts: ActParts, ports: BotPorts) {
  const { registry, contexts, planner, notifier } = parts;
  const composer = createComposer({ ...parts, stores: ports.stores, logger: ports.logger });

  async function withEach(
    organisation: OrganisationId,
    people: readonly PersonId[],
    what: string,
    work: (acting: ActContext) => Promise<void>,
  ): Promise<void> {
    for (const id of people) {
      try {
        await ports.stores.inOrganisation(
          organisation,
          async (stores) => {
            const known = await stores.people.lockActor(id);
            if (known && known.person.leftOn === null) await work({ ...known, stores });
          },
          "patient",
        );
      } catch (error) {
        ports.logger.error({ person: id, error }, `${what} failed`);
      }
    }
  }

  async function keepHouse(): Promise<void> {
    for (const organisation of await ports.stores.routing.organisations())
      await keepHouseOf(organisation);
  }

  async function keepHouseOf(organisation: OrganisationId, after?: "rights"): Promise<void> {
    for (const practice of registry.practices)
      for (const upkeep of practice.upkeep)
        if (after === undefined || upkeep.after === after)
          await keep(organisation, practice, upkeep);
    ports.wake();
  }

  /** What an act that changed somebody's rights left for later, since it concerns many. */
  async function finishRights(): Promise<void> {
    for (const organisation of await ports.stores.routing.organisations())
      await keepHouseOf(organisation, "rights");
  }

  async function keep(
    organisation: OrganisationId,
    practice: AnyPractice,
    upkeep: Upkeep<never, never>,
  ): Promise<void> {
    const whom = await ports.stores.inOrganisation(organisation, (stores) =>
      upkeep.whom(pick(stores, practice.stores), ports.clock.now()),
    );
    await withEach(organisation, whom, `upkeep of ${practice.name}`, async (acting) => {
      const told = await notifier.tell(
        await heard(await upkeep.tend(contexts.at(practice, acting, ports.clock.now())), acting),
        "upkeep",
        acting,
      );
      if (told.length > 0) await acting.stores.acts.record(null, told);
    });
  }

  /** A share of everybody at a time; what was forgotten to be planned, or rang in vain, is found within a day. Returns how many plans changed. */
  async function lookOver(part: number, of: number): Promise<number> {
    const drift = new Map<PersonId, number>();
    for (const organisation of await ports.stores.routing.organisations()) {
      const people = await ports.stores.inOrganisation(organisation, (stores) =>
        stores.plans.everybody(part, of),
      );
      await withEach(organisation, people, "planning", async (acting) => {
        const now = ports.clock.now();
        await acting.stores.plans.lock([acting.person.id]);
        const rang = await acting.stores.plans.ringAgain(
          acting.person.id,
          new Date(now.getTime() - patienceMs),
        );
        // Set, not added to: a transaction that the database ended is done again.
        drift.set(acting.person.id, rang + (await planner.plan(acting, now)));
      });
    }
    return [...drift.values()].reduce((sum, each) => sum + each, 0);
  }

  /** Gives a nudge its words. False when there are none, and nothing is to be sent. */
  async function compose(head: ToCompose): Promise<boolean> {
    const results: Composed[] = [];
    await composer.compose(head, ports.clock.now(), (result) => results.push(result));
    // The last one counts: a transaction that the database ended was done again.
    const composed = results.at(-1);
    ports.meter.count("merged", composed?.merged ?? 0);
    for (const each of composed?.came ?? [])
      if (each.reason !== null) ports.meter.suppressed(each.reason);
    // A notice may have been let go by itself instead.
    ports.wake();
    return composed?.words ?? false;
  }

  /** What would come at that moment, and why the rest would not. Changes nothing. */
  async function foresee(
    organisation: OrganisationId,
    person: PersonId,
    at: Date,
  ): Promise<Composed | null> {
    const looked: Composed[] = [];
    const head = { id: ports.chance.id(), organisation, person };
    await composer
      .compose(
        head,
        at,
        (result) => {
          looked.push(result);
          throw new OnlyLooked();
        },
        true,
      )
      .catch((error: unknown) => {
        if (!(error instanceof OnlyLooked)) throw error;
      });
    return looked.at(-1) ?? null;
  }

  /** A message may have arrived or not, and nobody may look: an admin decides rather than somebody getting it twice. */
  async function askAdmins({
    id,
    organisation,
    destination,
  }: Pick<Claimed, "id" | "organisation" | "destination">): Promise<void> {
    await ports.stores.inOrganisation(organisation, async (stores: KernelStores) => {
      // A question that may not have arrived is not asked about: it would go on for ever where nobody may ever look.
      if (await stores.nudges.isQuestion(id)) return;
      const directory = await stores.people.directory();
      const [whom] = [...directory, ...(await stores.people.places())].filter(
        (each) => each.id === destination,
      );
      const asked = inBoth((locale) => {
        const t = ports.language.speak(houseMessages, { locale, zone: "UTC", currency: "CNY" });
        return [
          card({
            title: t.mayHaveArrived(whom?.name ?? "#"),
            tone: "warning",
            buttons: [
              button(t.sendAgain(), sendAgain({ delivery: id })),
              button(t.letGo(), letGo({ delivery: id }), "quiet"),
            ],
          }),
        ];
      });
      const admins = directory.filter((each) => each.admin);
      const known = await Promise.all(admins.map((each) => stores.people.acting(each.id)));
      const deliveries = await Promise.all(
        known.flatMap((each) =>
          each === null
            ? []
            : [
                notifier.tell(
                  [{ to: { person: each.person.id }, about: "", cards: asked }],
                  `unknown:${id}`,
                  { ...each, stores },
                ),
              ],
        ),
      );
      await stores.acts.record(null, deliveries.flat());
    });
    ports.wake();
  }

  return { keepHouse, keepHouseOf, finishRights, lookOver, compose, foresee, askAdmins };
}

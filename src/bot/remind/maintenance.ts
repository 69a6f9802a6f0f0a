// What the bot does that nobody asked for: composes what is due, says what would be, and plans everybody anew.
import type { OrganisationId, PersonId } from "#src/people/person";
import type { ActParts } from "../act/receive.ts";
import type { BotPorts } from "../bot-ports.ts";
import { createComposer, type Composed, type ToCompose } from "./compose-message.ts";
import type { EachPerson } from "../each-person.ts";

/** What rang and was not composed after so long never will be: its message was given up. */
const patienceMs = 3_600_000;

/** Thrown to undo what was only looked at. */
class OnlyLooked extends Error {}

export function createMaintenance(parts: ActParts, ports: BotPorts, withEach: EachPerson) {
  const composer = createComposer({ ...parts, stores: ports.stores, logger: ports.logger });

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
        drift.set(acting.person.id, rang + (await parts.planner.plan(acting, now)));
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
    const undo = (result: Composed): never => {
      looked.push(result);
      throw new OnlyLooked();
    };
    await composer.compose(head, at, undo, true).catch((error: unknown) => {
      if (!(error instanceof OnlyLooked)) throw error;
    });
    return looked.at(-1) ?? null;
  }

  return { lookOver, compose, foresee };
}

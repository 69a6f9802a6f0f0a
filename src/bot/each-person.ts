// One person after the other, each in a transaction of their own, so that a failure with one spoils nobody else's.
import type { OrganisationId, PersonId } from "#src/people/person";
import type { ActContext } from "./act/context.ts";
import type { BotPorts } from "./bot-ports.ts";

/** `what`: for the log, where it fails. Whoever has left is passed over. */
export type EachPerson = (
  organisation: OrganisationId,
  people: readonly PersonId[],
  what: string,
  work: (acting: ActContext) => Promise<void>,
) => Promise<void>;

export function createEachPerson({
  stores: houses,
  logger,
}: Pick<BotPorts, "stores" | "logger">): EachPerson {
  return async (organisation, people, what, work) => {
    for (const id of people) {
      try {
        await houses.inOrganisation(
          organisation,
          async (stores) => {
            const known = await stores.people.lockActor(id);
            if (known && known.person.leftOn === null) await work({ ...known, stores });
          },
          "patient",
        );
      } catch (error) {
        logger.error({ person: id, error }, `${what} failed`);
      }
    }
  };
}

// What a platform will not send again is stored before it is acknowledged, and forgotten once it was carried out.
import type { OrganisationId } from "#src/people/person";
import type { Clock } from "#src/ports/process/clock";
import type { Inbox } from "#src/ports/delivery/inbox";
import type { CarryOut } from "./api.ts";
import type { Incoming } from "./declare/incoming.ts";

/** Stores it; what is returned carries it out. Null: it is there already, and whoever stored it carries it out. */
export function createIncomingStore({
  inbox,
  clock,
}: {
  readonly inbox: Inbox;
  readonly clock: Clock;
}) {
  return async (
    organisation: OrganisationId,
    key: string,
    incoming: Incoming,
    work: CarryOut,
  ): Promise<CarryOut | null> => {
    const id = await inbox.keep(organisation, {
      key,
      incoming,
      at: clock.now(),
    });
    if (id === null) return null;
    const forget = () => inbox.done({ id, organisation });
    const carryOut: CarryOut = async (strangers) => {
      const outcome = await work(strangers);
      await forget();
      return outcome;
    };
    return Object.assign(carryOut, { forget });
  };
}

// Looking as somebody, in one transaction.
import type { ChatIdentity } from "#src/people/person";
import type { ActContext } from "../act/context.ts";
import type { BotPorts } from "../bot-ports.ts";
import { cleanAccount } from "../clean-incoming.ts";

/** Null for a stranger, and for who may not act here. */
export type View = <T>(
  viewer: ChatIdentity,
  look: (act: ActContext, isNew: boolean) => Promise<T>,
) => Promise<T | null>;

export const viewing =
  ({ stores }: Pick<BotPorts, "stores">): View =>
  async (viewer, look) => {
    const who = await stores.routing.whoIs(cleanAccount(viewer));
    if (!who || who.barred) return null;
    return stores.inOrganisation(who.organisation, async (own) => {
      const known = await own.people.lockActor(who.person);
      return known ? look({ ...known, stores: own }, who.isNew) : null;
    });
  };

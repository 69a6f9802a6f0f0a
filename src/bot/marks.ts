// Marks under messages: only those that somebody counts are anybody's business. Of all others nothing is kept.
import type { KernelStores, Stores } from "#src/ports/stores";
import type { UserEvent } from "./declare/incoming.ts";
import { marked } from "./act/mentions.ts";
import type { Registry } from "./declare/registry.ts";

/** Whether a mark is under one of our messages and somebody counts it there. Looked up by ids alone, for people nobody knows too. */
export function createHeeding(registry: Pick<Registry, "reaction">, stores: Stores<KernelStores>) {
  const { routing } = stores;
  return async (mark: Extract<UserEvent, { kind: "reacted" }>): Promise<boolean> => {
    const who = await routing.whoIs(mark.from);
    const organisation =
      who?.organisation ?? (await routing.organisationAt(mark.from))?.organisation;
    const where = (mark.place && (await routing.whichPlace(mark.place))) ?? who?.person ?? null;
    const delivery = organisation ? await marked(mark, where, organisation, routing) : null;
    if (!organisation || delivery === null) return false;
    const standing = await stores.inOrganisation(organisation, ({ acts }) =>
      acts.standingOf(delivery),
    );
    return standing !== null && registry.reaction(standing) !== null;
  };
}

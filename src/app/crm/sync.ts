// CRMs that are pulled from, put together: which there are, and the loop that pulls from each in its turn.
import { createWorkLoop, type WorkLoop } from "#jobs/work-loop";
import type { AllStores } from "#db/stores/index";
import type { Bot } from "#src/bot/api";
import type { OrganisationId } from "#src/people/person";
import { sourceOf, type Crms } from "#src/ports/crm";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { Logger } from "#src/ports/process/logger";
import type { Stores } from "#src/ports/stores";
import { workOnSource, type Wish, type Worked } from "#src/practices/sync/api";

export interface SyncParts {
  readonly stores: Stores<AllStores>;
  readonly crms: Crms;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
}

export const noCrms: Crms = { offers: [], open: () => null };

/** Does what is due with one source, or what somebody wishes; null where nothing is, or another process does it. */
export async function workOn(
  source: string,
  organisation: OrganisationId,
  { stores, crms, clock, chance, logger }: SyncParts,
  wish: Wish | null = null,
): Promise<Worked | null> {
  const crm = crms.open(source, organisation);
  return crm === null
    ? null
    : workOnSource(
        {
          source,
          crm,
          inStore: (work) => stores.inOrganisation(organisation, work, "patient"),
          now: () => clock.now(),
          newId: () => chance.id(),
          logger,
        },
        wish,
      );
}

export function createSync(parts: SyncParts & { readonly bot: Pick<Bot, "tellOfWork"> }): WorkLoop {
  return createWorkLoop({
    called: "sync",
    organisations: () =>
      parts.crms.offers.length === 0 ? Promise.resolve([]) : parts.stores.routing.organisations(),
    async workAt(id) {
      const organisation = id as OrganisationId;
      const done: Worked[] = [];
      for (const { about } of parts.crms.offers) {
        const worked = await workOn(sourceOf(about), organisation, parts);
        if (worked !== null) done.push(worked);
      }
      if (done.length > 0) await parts.bot.tellOfWork(organisation, "sources");
      return done.length > 0;
    },
    logger: parts.logger,
  });
}

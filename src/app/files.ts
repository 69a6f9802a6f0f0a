// Files that were dropped, put together: what reads them, where they come from, and where they are kept.
import { createHash } from "node:crypto";
import { tables } from "#adapters/files/index";
import type { AllStores } from "#db/stores/index";
import { createWorkLoop, type WorkLoop } from "#jobs/work-loop";
import type { Bot } from "#src/bot/api";
import type { OrganisationId } from "#src/people/person";
import type { Chat } from "#src/ports/chat/chat";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { Logger } from "#src/ports/process/logger";
import type { Stores } from "#src/ports/stores";
import { isDealTable } from "#src/practices/deals/api";
import { workOnFile } from "#src/practices/numbers/api";

export interface FilesParts {
  readonly stores: Stores<AllStores>;
  readonly bot: Pick<Bot, "tellOfWork">;
  readonly chats: readonly Chat[];
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
}

/** Twelve bytes of a digest: two texts that are alike in them nobody will ever have. */
export const shortDigest = (text: string): Uint8Array =>
  createHash("sha256").update(text).digest().subarray(0, 12);

export function createFiles({ stores, bot, chats, clock, chance, logger }: FilesParts): WorkLoop {
  return createWorkLoop({
    called: "files",
    organisations: () => stores.routing.organisations(),
    workAt: (id) => {
      const organisation = id as OrganisationId;
      return workOnFile({
        tables,
        fetchFile: async (from, ref) =>
          (await chats.find((each) => each.platform === from.platform)?.fetchFile(from, ref)) ?? {
            fetched: "gone",
          },
        sendFile: async (person, account, name, bytes) => {
          const to = await stores.routing.accountNamed(person, account);
          const chat = chats.find((each) => each.platform === to?.platform);
          return to && chat ? chat.sendFile(to, name, bytes) : { sent: "not now" };
        },
        inStore: (work) => stores.inOrganisation(organisation, work, "patient"),
        isOfDeals: (table) => isDealTable(table),
        digest: shortDigest,
        now: () => clock.now(),
        newId: () => chance.id(),
        tell: () => bot.tellOfWork(organisation, "files"),
      });
    },
    logger,
  });
}

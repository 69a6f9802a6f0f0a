// Files that were dropped, put together: what reads them, where they come from, and where they are kept.
import { createHash } from "node:crypto";
import { tables } from "#adapters/files/index";
import { zipOf } from "#adapters/files/zip";
import type { AllStores } from "#db/stores/index";
import { createWorkLoop, type WorkLoop } from "#jobs/work-loop";
import type { Bot } from "#src/bot/api";
import type { AccountName, OrganisationId, PersonId } from "#src/people/person";
import type { Language } from "#src/language/catalogue";
import type { Chat } from "#src/ports/chat/chat";
import type { FileSent } from "#src/ports/chat/files";
import type { Chance, Clock } from "#src/ports/process/clock";
import type { Logger } from "#src/ports/process/logger";
import type { Stores } from "#src/ports/stores";
import { isDealTable } from "#src/practices/deals/api";
import { erasingIn } from "./erasing.ts";
import { workOnFile } from "#src/practices/numbers/api";
import { workOnRequest } from "#src/practices/privacy/api";

export interface FilesParts {
  readonly stores: Stores<AllStores>;
  readonly bot: Pick<Bot, "tellOfWork">;
  readonly chats: readonly Chat[];
  readonly language: Language;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
}

type SendFile = (
  person: PersonId,
  account: AccountName,
  name: string,
  bytes: Uint8Array,
) => Promise<FileSent>;

/** Twelve bytes of a digest: two texts that are alike in them nobody will ever have. */
export const shortDigest = (text: string): Uint8Array =>
  createHash("sha256").update(text).digest().subarray(0, 12);

export function createFiles({
  language,
  stores,
  bot,
  chats,
  clock,
  chance,
  logger,
}: FilesParts): WorkLoop {
  const chatAt = (platform: string): Chat | undefined =>
    chats.find((each) => each.platform === platform);
  const erasing = erasingIn(chats, language);
  return createWorkLoop({
    called: "files",
    organisations: () => stores.routing.organisations(),
    workAt: async (id) => {
      const organisation = id as OrganisationId;
      const sendFile: SendFile = async (person, account, name, bytes) => {
        const to = await stores.routing.accountNamed(person, account);
        const chat = to && chatAt(to.platform);
        return to && chat ? chat.sendFile(to, name, bytes) : { sent: "not now" };
      };
      const shared = {
        sendFile,
        inStore: <T>(work: (all: AllStores) => Promise<T>) =>
          stores.inOrganisation(organisation, work, "patient"),
        now: () => clock.now(),
        tell: () => bot.tellOfWork(organisation, "files"),
      };
      const asked = {
        ...shared,
        addressOf: (person: PersonId, account: AccountName) =>
          stores.routing.accountNamed(person, account),
        erasing,
        zip: zipOf,
      };
      if (await workOnRequest(asked)) return true;
      return workOnFile({
        ...shared,
        tables,
        fetchFile: async (from, ref) =>
          (await chats.find((each) => each.platform === from.platform)?.fetchFile(from, ref)) ?? {
            fetched: "gone",
          },
        isOfDeals: (table) => isDealTable(table),
        digest: shortDigest,
        newId: () => chance.id(),
      });
    },
    logger,
  });
}

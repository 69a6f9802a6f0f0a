// What the work on a request is given: stores, chats, and a zip.
import type { Both } from "#src/language/catalogue";
import type { AccountName, PersonId } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { Zip } from "#src/ports/archive";
import type { AuditStore } from "#src/ports/audit";
import type { ChatAddress, OutgoingMessage, PostResult } from "#src/ports/chat/chat";
import type { FileSent } from "#src/ports/chat/files";
import type { Card } from "#src/view/card";
import type { PostedMessage } from "./model.ts";
import type { PrivacyStore } from "./store.ts";

/** What is done in chats, as far as there is one to do it in. */
export interface ErasePorts {
  /** Null where nobody speaks to that platform from here. */
  readonly edit: (posted: PostedMessage, message: OutgoingMessage) => Promise<PostResult> | null;
  readonly post: (to: ChatAddress, message: OutgoingMessage) => Promise<PostResult> | null;
  /** In place of what was theirs alone; and the last word to them. */
  readonly emptied: Both<Card>;
  readonly gone: Both<Card>;
}

export interface RequestStores {
  readonly privacy: PrivacyStore;
  readonly people: PeopleStore;
  readonly audit: AuditStore;
}

export interface RequestParts {
  /** Each in a transaction of its own. */
  inStore<T>(work: (stores: RequestStores) => Promise<T>): Promise<T>;
  readonly sendFile: (
    person: PersonId,
    account: AccountName,
    name: string,
    bytes: Uint8Array,
  ) => Promise<FileSent>;
  /** The account's own chat; null where it is theirs no more. */
  readonly addressOf: (person: PersonId, account: AccountName) => Promise<ChatAddress | null>;
  readonly erasing: ErasePorts;
  readonly zip: Zip;
  readonly now: () => Date;
  /** Messages say what stands now. */
  readonly tell: () => Promise<void>;
}

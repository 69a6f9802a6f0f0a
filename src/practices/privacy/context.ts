// What the handlers of privacy are given.
import type { Context } from "#src/bot/declare/practice";
import type { PeopleStore } from "#src/people/store";
import type { AuditStore } from "#src/ports/audit";
import type { PrivacyMessages } from "./messages/en.ts";
import type { PrivacyStore } from "./store.ts";

export interface PrivacyStores {
  readonly audit: AuditStore;
  readonly people: PeopleStore;
  readonly privacy: PrivacyStore;
}
export type PrivacyContext = Context<PrivacyMessages, PrivacyStores>;

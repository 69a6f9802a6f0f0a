// What linking accounts works with.
import type { Context } from "#src/bot/declare/practice";
import type { AccountName } from "#src/people/person";
import type { PeopleStore } from "#src/people/store";
import type { AuditStore } from "#src/ports/audit";
import { card, type Card } from "#src/view/card";
import type { Line } from "#src/view/line";
import type { AccountMessages } from "./messages/en.ts";
import type { AccountStore } from "./store.ts";

export interface AccountStores {
  readonly people: PeopleStore;
  readonly accounts: AccountStore;
  readonly audit: AuditStore;
}

export type AccountContext = Context<AccountMessages, AccountStores>;

/** The account somebody acts with: linking is only ever done by somebody, in a chat of theirs. */
export function accountOf({ account }: AccountContext): AccountName {
  if (account === null) throw new Error("linking without an account");
  return account;
}

export const warning = (says: Line): Card => card({ title: says, tone: "warning" });

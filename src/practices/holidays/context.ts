// What the handlers of holidays are given.
import type { Context } from "#src/bot/declare/practice";
import type { PeopleStore } from "#src/people/store";
import type { HolidayMessages } from "./messages/en.ts";
import type { HolidayStore } from "./store.ts";

export interface HolidayStores {
  readonly holidays: HolidayStore;
  readonly people: PeopleStore;
}
export type HolidayContext = Context<HolidayMessages, HolidayStores>;

// What the handlers of numbers are given.
import type { Context } from "#src/bot/declare/practice";
import type { PeopleStore } from "#src/people/store";
import type { GoalReader } from "#src/practices/goals/api";
import type { MetricReader } from "#src/practices/setup/api";
import type { NumberMessages } from "./messages/en.ts";
import type { NumberStore } from "./store.ts";

export interface NumberStores {
  readonly numbers: NumberStore;
  readonly goals: GoalReader;
  readonly people: PeopleStore;
  readonly setup: MetricReader;
}
export type NumberContext = Context<NumberMessages, NumberStores>;

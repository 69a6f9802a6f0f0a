// What the handlers of feedback are given.
import type { Context } from "#src/bot/declare/practice";
import type { PeopleStore } from "#src/people/store";
import type { PlanStore } from "#src/ports/delivery/schedule";
import type { GreetingReader } from "#src/practices/setup/api";
import type { FeedbackMessages } from "./messages/en/index.ts";
import type { FeedbackPromptStore, FeedbackStore } from "./store.ts";

export interface FeedbackStores {
  readonly feedback: FeedbackStore;
  readonly feedbackPrompts: FeedbackPromptStore;
  readonly people: PeopleStore;
  readonly plans: Pick<PlanStore, "peopleOf">;
  readonly setup: GreetingReader;
}
export type FeedbackContext = Context<FeedbackMessages, FeedbackStores>;

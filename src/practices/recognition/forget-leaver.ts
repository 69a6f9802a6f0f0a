// What becomes of a shout-out that was kept for the morning when its giver, or everybody it is for, has left: it is let go, and its
// points return. What was given before stays.
import type { Upkeep } from "#src/bot/declare/practice";
import type { RecognitionContext, RecognitionStores } from "./context.ts";
import type { RecognitionMessages } from "./messages/en/index.ts";
import type { Shout } from "./model.ts";
import { payBack } from "./points/points.ts";

async function isHere(person: Shout["byId"], { stores }: RecognitionContext): Promise<boolean> {
  return (await stores.people.person(person))?.leftOn === null;
}

/** True when nobody is left to give it, or to get it. */
export async function letGoOf(kept: Shout, context: RecognitionContext): Promise<boolean> {
  const receivers = await Promise.all(kept.receivers.map((each) => isHere(each.person, context)));
  if ((await isHere(kept.byId, context)) && receivers.some((here) => here)) return false;
  await payBack(kept, context);
  await context.stores.recognition.change(kept.id, { state: "undone", postAt: null });
  return true;
}

/** Nothing runs under somebody who left, so that it is found by those it was kept for. */
export const leavers: Upkeep<RecognitionMessages, RecognitionStores> = {
  whom: ({ recognition }) => recognition.keptByLeavers(),
  async tend(context) {
    for (const id of await context.stores.recognition.keptFor(context.person.id)) {
      const kept = await context.stores.recognition.lockShout(id);
      if (kept?.state === "scheduled") await letGoOf(kept, context);
    }
    return [];
  },
};

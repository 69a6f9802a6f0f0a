// A shout-out that was said to be posted, and whose place took no posts after all: its giver and whoever it is for are told, and told
// again once it stands there.
import type { Notice } from "#src/bot/declare/answer";
import type { Upkeep } from "#src/bot/declare/practice";
import { isPosted } from "../rules.ts";
import { shoutNow, type RecognitionContext, type RecognitionStores } from "../context.ts";
import type { RecognitionMessages } from "../messages/en/index.ts";
import type { ShoutId } from "../model.ts";
import type { Waiting } from "../store.ts";
import { givenNow, shownNow, standingName, tellReceiver, whereCard } from "./post-praise.ts";

interface Hanging {
  /** Posted, as far as its giver knows. */
  readonly stuck: readonly Waiting[];
  /** Waits, as far as its giver knows. */
  readonly back: readonly Waiting[];
}

async function hanging({ recognition, posts }: RecognitionStores): Promise<Hanging> {
  const undelivered = (await posts.undelivered(standingName)) as readonly ShoutId[];
  const stuck = undelivered.length === 0 ? [] : await recognition.untold(undelivered);
  const back: Waiting[] = [];
  for (const each of await recognition.waiting())
    if (await posts.stands(each.place, `${standingName}${each.id}`)) back.push(each);
  return { stuck, back };
}

/** What its giver and its receivers hear of where it is now. */
async function toldOf(
  id: ShoutId,
  waits: boolean,
  context: RecognitionContext,
): Promise<readonly Notice[]> {
  const { recognition } = context.stores;
  await recognition.lockShout(id);
  await recognition.change(id, { waitsForPlace: waits });
  const shout = await shoutNow(id, context);
  if (!isPosted(shout)) return [];
  const card = waits ? await whereCard(shout, context) : await givenNow(shout, context);
  const view = { ...(await shownNow(shout, context)), waits };
  const told: (Notice | null)[] = [
    {
      ...context.notify(context.person, `place-${id}`, () => card),
      standing: `recognition.place:${id}`,
    },
  ];
  for (const { person, consent } of shout.receivers)
    told.push(await tellReceiver(view, person, consent, context));
  // It may stop and come back more than once.
  return told
    .filter((each) => each !== null)
    .map((each) => ({ ...each, about: `${each.about}-${context.now.getTime()}` }));
}

export const hangingPosts: Upkeep<RecognitionMessages, RecognitionStores> = {
  after: "places",
  async whom(stores) {
    const { stuck, back } = await hanging(stores);
    return [...stuck, ...back].map((each) => each.by);
  },
  async tend(context) {
    const { stuck, back } = await hanging(context.stores);
    const told: Notice[] = [];
    for (const { by, id } of stuck)
      if (by === context.person.id) told.push(...(await toldOf(id, true, context)));
    for (const { by, id } of back)
      if (by === context.person.id) told.push(...(await toldOf(id, false, context)));
    return told;
  },
};

// Taking a shout-out back: by its button, by a word, or beside an `undo`.
import {
  replan,
  replace,
  show,
  committed,
  type Answer,
  type Notice,
} from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { practiceOf } from "#src/bot/declare/practice";
import { undoing } from "#src/practices/goals/api";
import { button, card, quote } from "#src/view/card";
import { takeBack } from "../actions.ts";
import {
  isMine,
  shoutOf,
  shown,
  type RecognitionContext,
  type RecognitionStores,
} from "../context.ts";
import type { RecognitionMessages } from "../messages/en/index.ts";
import type { Shout, ShoutId } from "../model.ts";
import { undoHours } from "../points/ledger.ts";
import { payBack } from "../points/points.ts";
import { takenBackCard } from "../praise-card.ts";
import { isPosted } from "../rules.ts";
import { standingName, thanksName } from "./post-praise.ts";

const { contributes } = practiceOf<RecognitionMessages, RecognitionStores>();

export async function takeBackShout(
  { shout: id }: { shout: ShoutId },
  context: RecognitionContext,
): Promise<Answer> {
  const found = await shoutOf(
    id,
    context,
    (shout) => isMine(context)(shout) && shout.state !== "undone",
  );
  return takenBack(found, replace(takenBackCard(context.t)), context);
}

export async function takeBackLast(_input: unknown, context: RecognitionContext): Promise<Answer> {
  const last = await context.stores.recognition.lastBy(context.person.id);
  if (!last || isLate(last, context)) throw new Refusal(context.t.nothingToTakeBack());
  return takenBack(
    await shoutOf(last.id, context, (shout) => isMine(context)(shout) && shout.state !== "undone"),
    show(
      card({
        title: context.t.tookBack(last.receivers),
        body: last.reason === "" ? [] : [quote(context.t.words(last.reason))],
        tone: "good",
      }),
    ),
    context,
  );
}

/** Beside an `undo`: what was shared or given since the last entry. */
export const takeBackWhenUndoing = contributes(undoing, async ({ since }, context) => {
  const last = await context.stores.recognition.lastBy(context.person.id);
  if (!last || isLate(last, context) || last.madeAt < since) return [];
  return [button(context.t.takeBackThis(last.receivers), takeBack({ shout: last.id }))];
});

const isLate = (shout: Shout, context: RecognitionContext): boolean =>
  context.now.getTime() - shout.madeAt.getTime() > undoHours * 3_600_000;

/** Points go back, what was posted is emptied, and whoever was thanked finds the card emptied too: no new message about it. */
async function takenBack(
  shout: Shout,
  answer: Answer,
  context: RecognitionContext,
): Promise<Answer> {
  if (isLate(shout, context)) throw new Refusal(context.t.takeBackTooLate());
  await payBack(shout, context);
  await context.stores.recognition.change(shout.id, { state: "undone", postAt: null });
  const wasOut = shout.state === "given";
  const { place, alsoIn = [] } = await shown(shout, context);
  const told: Notice[] = [];
  for (const each of isPosted(shout) && place !== null ? [place, ...alsoIn] : []) {
    const standing = `${standingName}${shout.id}`;
    // Where it never stood, nothing is said of its being taken back.
    if (await context.stores.posts.withdraw(each.id, standing))
      told.push(context.post(each.id, `undone-${shout.id}`, takenBackCard, standing));
  }
  for (const { person: id } of wasOut ? shout.receivers : []) {
    const person = await context.stores.people.person(id);
    if (person)
      told.push({
        ...context.notify(person, `undone-${shout.id}`, takenBackCard),
        standing: thanksName(shout),
      });
  }
  return replan(committed(answer, ...told), context.person.id);
}

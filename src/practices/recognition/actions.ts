// The buttons and forms of recognition. No handlers here, since views import this file.
import { z } from "zod";
import { personId } from "#src/people/person";
import { placeId } from "#src/people/place";
import { goalId } from "#src/practices/goals/api";
import { defineAction } from "#src/view/action";
import { shoutId, valueId, wishes } from "./model.ts";

const shout = z.object({ shout: shoutId });

/** `win`: whose facts the words begin with. */
export const askPraise = defineAction(
  "recognition.ask-praise",
  1,
  z.object({ to: personId.nullable(), win: shoutId.nullable() }),
);
/** The same with words to begin with: somebody may change them before they send it. */
export const askPraiseFor = defineAction(
  "recognition.ask-praise-for",
  1,
  z.object({ to: personId, words: z.string().max(300) }),
);
export const sendPraise = defineAction("recognition.praise", 1, z.object({}));
export const chooseValue = defineAction(
  "recognition.choose-value",
  1,
  shout.extend({ value: valueId }),
);
/** Null: between the people only. */
export const choosePlace = defineAction(
  "recognition.choose-place",
  1,
  shout.extend({ place: placeId.nullable() }),
);
export const postNow = defineAction("recognition.post-now", 1, shout);
export const takeBack = defineAction("recognition.take-back", 1, shout);
export const cheer = defineAction("recognition.cheer", 1, shout);
export const answerAsked = defineAction(
  "recognition.answer-asked",
  1,
  shout.extend({ public: z.boolean() }),
);
export const hideFromWall = defineAction("recognition.hide", 1, shout);
export const chooseWish = defineAction("recognition.wish", 1, z.object({ wish: z.enum(wishes) }));
export const showWish = defineAction("recognition.show-wish", 1, z.object({}));
export const showWall = defineAction("recognition.show-wall", 1, z.object({}));

/** A goal that was reached, with the entry that did it; all null: a win in one's own words. */
const winSubject = z.object({
  goal: goalId.nullable(),
  milestone: z.string().nullable(),
  entry: z.string().nullable(),
});
export type WinSubject = z.infer<typeof winSubject>;

export const askWin = defineAction("recognition.ask-win", 1, winSubject);
export const shareWin = defineAction("recognition.win", 1, winSubject);

export const askValue = defineAction(
  "recognition.ask-value",
  1,
  z.object({ value: valueId.nullable() }),
);
export const saveValue = defineAction(
  "recognition.value",
  1,
  z.object({ value: valueId.nullable() }),
);
export const askRules = defineAction("recognition.ask-rules", 1, z.object({}));
export const saveRules = defineAction("recognition.rules", 1, z.object({}));

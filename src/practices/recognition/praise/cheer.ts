// +1 赞一个 and Congrats 恭喜: free, once for each person, taken back by the same press. The shout-out is locked while it is counted.
import { committed, toast, type Answer } from "#src/bot/declare/answer";
import type { Argument } from "#src/bot/declare/arguments";
import { Incomplete, Refusal } from "#src/bot/declare/errors";
import { placeOfTeam, shoutOf, shown, type RecognitionContext } from "../context.ts";
import { posted } from "./post-praise.ts";
import { shoutId, type Shout, type ShoutId } from "../model.ts";
import { isPosted, mayCheer } from "../rules.ts";

export interface CheerLine {
  readonly rest: string;
  /** A space stood behind the word: it was meant as one. `+100k` was not. */
  readonly spaced: boolean;
}

export const cheerLine = (): Argument<CheerLine> => ({
  namesPeople: false,
  mayHold: () => true,
  read(reading) {
    const rest = reading.rest.trim();
    reading.rest = "";
    return { rest, spaced: rest !== "" && reading.whole.endsWith(` ${rest}`) };
  },
});

/** The last one is meant only while people remember it. */
const lastDays = 7;

export async function cheerShout(
  { shout: id }: { shout: ShoutId },
  context: RecognitionContext,
): Promise<Answer> {
  const found = await shoutOf(id, context, isPosted);
  if (!mayCheer(found, context.person.id)) throw new Refusal(context.t.cheerOwn());
  const on = !(await context.stores.recognition.cheeredBy(id, context.person.id));
  return counted(found, on, context);
}

/** A mark below the message says the same as its button; a mark of whoever it is about means nothing. */
export async function reacted(
  { subject, added }: { subject: string; added: boolean },
  context: RecognitionContext,
): Promise<Answer> {
  const id = shoutId.safeParse(subject);
  const found = id.success ? await context.stores.recognition.lockShout(id.data) : null;
  if (!found || !isPosted(found) || !mayCheer(found, context.person.id)) return toast([]);
  return counted(found, added, context);
}

/** The word alone means the last shout-out of the place it is typed in, else of the own team's place. */
export async function cheerSaid(
  { line: { rest, spaced } }: { line: CheerLine },
  context: RecognitionContext,
): Promise<Answer> {
  if (rest !== "")
    throw spaced && context.place === null
      ? new Refusal(context.t.cheerAlone())
      : new Incomplete("nothing behind it");
  const { recognition } = context.stores;
  const place = context.place ?? (await placeOfTeam(context.person, context))?.id ?? null;
  const last = place === null ? null : await recognition.lastIn(place);
  const found = last === null ? null : await recognition.lockShout(last.id);
  const isFresh =
    found?.givenAt && context.now.getTime() - found.givenAt.getTime() < lastDays * 24 * 3_600_000;
  if (!found || !isFresh || !isPosted(found)) throw new Refusal(context.t.nothingToCheer());
  if (!mayCheer(found, context.person.id)) throw new Refusal(context.t.cheerOwn());
  return counted(found, true, context);
}

async function counted(found: Shout, on: boolean, context: RecognitionContext): Promise<Answer> {
  const { recognition } = context.stores;
  if (!(await recognition.cheer(found.id, context.person.id, on, context.now)))
    return toast(on ? context.t.alreadyCheered() : context.t.uncheered());
  const view = await shown({ ...found, cheers: found.cheers + (on ? 1 : -1) }, context);
  return committed(
    toast(on ? context.t.cheered() : context.t.uncheered()),
    ...posted(view, context),
  );
}

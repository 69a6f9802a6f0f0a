// How a person wants to be praised, and what they say about one shout-out.
import { replace, show, committed, type Answer } from "#src/bot/declare/answer";
import { Refusal } from "#src/bot/declare/errors";
import { foldCase } from "#src/language/text";
import { shoutNow, mayStand, shoutOf, shown, type RecognitionContext } from "../context.ts";
import { posted } from "./post-praise.ts";
import type { Consent, Shout, ShoutId, Wish } from "../model.ts";
import { isPosted } from "../rules.ts";
import { thanksCard, wishCard } from "../praise-card.ts";

const spoken: readonly (readonly [RegExp, Wish])[] = [
  [/^(?:publicly|in public|public|公开|公开表扬)$/u, "public"],
  [/^(?:ask(?: me)?(?: first)?|after asking(?: me)?|先问(?:我|一下|一声)?)$/u, "ask"],
  [/^(?:privately|in private|private|only (?:to )?me|私下|只告诉我|私聊)$/u, "private"],
];

/** 公开表扬我, 表扬我之前先问我: turned into what stands behind the verb. 表扬我们组的王磊 is praise. */
export function wishing(line: string): string | null {
  const found =
    /^(?:请|以后)?(公开|私下|先问我再|先问一声再|问过我再)?表扬我(?:(?:之?前|的?时候?|[,， ]|请|要|就)*(公开|私下|先问(?:我|一下|一声)?))?[。.!！]?$/u.exec(
      line,
    );
  if (!found) return null;
  const said = found[1] ?? found[2] ?? "";
  return said.includes("问") ? "先问我" : said;
}

const wishOf = async (context: RecognitionContext): Promise<Wish> =>
  (await context.stores.recognition.wishesOf([context.person.id])).get(context.person.id) ??
  "public";

export async function wishSaid(
  { rest }: { rest: string },
  context: RecognitionContext,
): Promise<Answer> {
  if (rest === "") return show(wishCard(await wishOf(context), context.t));
  const wish = spoken.find(([pattern]) => pattern.test(foldCase(rest)))?.[1];
  if (!wish) throw new Refusal(context.t.wishUnknown());
  return wished({ wish }, show, context);
}

export const wishShown = async (_payload: unknown, context: RecognitionContext): Promise<Answer> =>
  show(wishCard(await wishOf(context), context.t));
export const wishChosen = (payload: { wish: Wish }, context: RecognitionContext): Promise<Answer> =>
  wished(payload, replace, context);

async function wished(
  { wish }: { wish: Wish },
  answer: typeof show,
  context: RecognitionContext,
): Promise<Answer> {
  await context.stores.recognition.wish(context.person.id, wish);
  return committed(answer({ ...wishCard(wish, context.t), context: context.t.wishSaved(wish) }));
}

const isReceivedBy = (context: RecognitionContext, consent: Consent) => (shout: Shout) =>
  shout.state === "given" &&
  shout.receivers.some((each) => each.person === context.person.id && each.consent === consent);

/** Agreed: the name joins what stands there, or it is posted only now. */
export async function askedAnswered(
  { shout: id, public: agreed }: { shout: ShoutId; public: boolean },
  context: RecognitionContext,
): Promise<Answer> {
  const { recognition } = context.stores;
  const found = await shoutOf(id, context, isReceivedBy(context, "asked"));
  if (agreed && !(await mayStand(found, context))) throw new Refusal(context.t.namesStayMore());
  await recognition.consent(id, context.person.id, agreed ? "public" : "private");
  const view = await shown(await shoutNow(id, context), context);
  const says = agreed ? context.t.askedPublic() : context.t.askedPrivate();
  return committed(
    replace({ ...thanksCard(view, agreed, context.t), context: says }),
    ...(agreed && isPosted(view.shout) ? posted(view, context) : []),
  );
}

export async function hidden(
  { shout: id }: { shout: ShoutId },
  context: RecognitionContext,
): Promise<Answer> {
  const found = await shoutOf(id, context, isReceivedBy(context, "public"));
  await context.stores.recognition.hide(id, context.person.id);
  return committed(
    replace({
      ...thanksCard(await shown(found, context), true, context.t),
      context: context.t.hidden(),
      buttons: [],
    }),
  );
}

// The bot's outcome as what Lark gets back: in the answer to a press where it is in time, else by changing the message afterwards.
import { backOffMs } from "#src/ports/process/clock";
import type { Outcome } from "#src/bot/declare/incoming";
import type { Form, FormValues } from "#src/view/form";
import { withPage, type Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import type { ChatAddress } from "#src/ports/chat/chat";
import type { Locale } from "#src/language/text";
import { submissionValue, type Opening } from "../door/action-codec.ts";
import { postCard, patchCard } from "./send.ts";
import type { CardJson } from "../render/card-json.ts";
import { platform, type Lark, type LarkApp } from "../lark.ts";
import { wordsIn, type LarkMessages } from "../messages/index.ts";
import { renderCards, renderNotice } from "../render/card.ts";
import { packForm, renderForm } from "../render/form.ts";

export interface Toast {
  readonly type: "info" | "success" | "error";
  readonly content: string;
}

/** https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/handle-card-callbacks */
export interface Answer {
  readonly toast?: Toast;
  readonly card?: { readonly type: "raw"; readonly data: CardJson };
}

/** What is to be done about an outcome: with the card that was pressed, with a new message in the person's own chat, with a toast. */
export interface Reaction {
  readonly inPlace?: CardJson;
  readonly inOwnChat?: CardJson;
  readonly toast?: Toast;
  /** The card whose button asked for the form that was sent. */
  /** What is somebody's home in it, so that it is followed once it stands there. */
  readonly shows?: readonly Card[];
  readonly atOrigin?: { readonly message: string; readonly card: CardJson };
}

export interface Acting {
  readonly workspace: string;
  readonly user: string;
  /** Others read along where the card stands: forms and answers go to the own chat. */
  readonly group: boolean;
  /** The message whose button was pressed; null where words were said, and for a form. */
  readonly message: string | null;
  /** What was filled in, if it was a form. */
  readonly filled: {
    readonly form: Form;
    readonly values: FormValues;
    readonly opening: Opening;
  } | null;
}

export function react(lark: Lark, acting: Acting, outcome: Outcome): Reaction {
  const rendering = lark.chance.id();
  switch (outcome.outcome) {
    case "show": {
      const t = wordsIn(outcome.locale);
      if (outcome.cards.length === 0)
        return acting.filled === null ? {} : { inPlace: renderNotice(t.sent(), "good") };
      const card = renderCards(cardsOf(lark, outcome.cards), { rendering, group: false }, t);
      if (acting.filled !== null) return { inPlace: card };
      return { inOwnChat: card, ...(acting.group ? { toast: info(t.inOwnChat()) } : {}) };
    }
    case "replace": {
      const t = wordsIn(outcome.locale);
      const card = renderCards(cardsOf(lark, outcome.cards), { rendering, group: acting.group }, t);
      const message = acting.filled?.opening.origin ?? null;
      return message === null
        ? { inPlace: card }
        : { inPlace: renderNotice(t.above(), "good"), atOrigin: { message, card } };
    }
    case "ask":
      return ask(lark, acting, outcome.form, wordsIn(outcome.locale));
    case "correct":
      return acting.filled === null
        ? {}
        : { inPlace: again(acting.filled, outcome.locale, { errors: outcome.errors }) };
    case "toast":
      return reactToast(acting, outcome);
    case "delivered":
      return acting.filled === null
        ? {}
        : { inPlace: renderNotice(plainSent(acting.filled.form), "good") };
    case "ignored":
      return {};
    case "stranger":
      // Nobody knows which language they read.
      return {
        toast: {
          type: "error",
          content: `${wordsIn("zh").stranger()} ${wordsIn("en").stranger()}`,
        },
      };
  }
}

const cardsOf = (lark: Lark, cards: readonly Card[]): readonly Card[] =>
  cards.map((each) => withPage(each, lark.bot().hrefOf));

/** Beside the card whose button asked for it: that one still holds what else may be pressed. One form after another is in the place of the first. */
function ask(lark: Lark, acting: Acting, form: Form, t: LarkMessages): Reaction {
  const opening: Opening = {
    attempt: lark.chance.id(),
    origin: acting.filled?.opening.origin ?? (acting.group ? null : acting.message),
  };
  const card = renderForm(form, opening, t);
  lark.later("shelf", () => shelve(lark, acting.workspace, form, opening));
  if (acting.filled !== null) return { inPlace: card };
  return { inOwnChat: card, ...(acting.group ? { toast: info(t.formInOwnChat()) } : {}) };
}

/** Kept beside what its button carries: a client that sends only the button's name is understood too. */
const shelve = (lark: Lark, workspace: string, form: Form, opening: Opening): Promise<void> =>
  lark.shelf.keep(
    { platform, workspace },
    [{ id: opening.attempt, what: submissionValue(form, opening, packForm(form)) }],
    lark.wall.now(),
  );

function reactToast(
  acting: Acting,
  { line, tone, locale }: Extract<Outcome, { outcome: "toast" }>,
): Reaction {
  const content = plainLine(line);
  if (content === "")
    return acting.filled === null ? {} : { inPlace: renderNotice(wordsIn(locale).sent(), "good") };
  if (tone === "bad" && acting.filled !== null)
    return { inPlace: again(acting.filled, locale, { error: line }) };
  const toast: Toast = { type: tone === "bad" ? "error" : "info", content };
  return acting.filled === null ? { toast } : { toast, inPlace: renderNotice(content, "good") };
}

const info = (content: string): Toast => ({ type: "info", content });

const again = (
  filled: NonNullable<Acting["filled"]>,
  locale: Locale,
  wrong: Pick<Parameters<typeof renderForm>[3] & object, "errors" | "error">,
): CardJson =>
  renderForm(filled.form, filled.opening, wordsIn(locale), { values: filled.values, ...wrong });

/** Nobody says in which language: the form's own title tells. */
const plainSent = (form: Form): string =>
  wordsIn(/\p{Script=Han}/u.test(plainLine(form.title)) ? "zh" : "en").sent();

/** In time: the card and the toast go with the answer; what goes to the own chat is sent behind it. */
export function answerNow(
  lark: Lark,
  app: LarkApp,
  acting: Acting,
  reaction: Reaction,
  uuid: string,
): Answer {
  const { inOwnChat } = reaction;
  changeOrigin(lark, app, acting, reaction, uuid);
  if (inOwnChat !== undefined)
    lark.later("answer", () => postSurely(lark, app, acting, inOwnChat, uuid, reaction.shows));
  return {
    ...(reaction.toast ? { toast: reaction.toast } : {}),
    ...(reaction.inPlace ? { card: { type: "raw", data: reaction.inPlace } } : {}),
  };
}

/** Too late for the answer: the message itself is changed; a toast cannot come any more and becomes a message. */
export async function answerLate(
  lark: Lark,
  app: LarkApp,
  acting: Acting,
  reaction: Reaction,
  messageId: string,
  uuid: string,
): Promise<void> {
  changeOrigin(lark, app, acting, reaction, uuid);
  if (
    reaction.inPlace !== undefined &&
    (await patchSurely(lark, app, acting, messageId, reaction.inPlace, uuid))
  )
    return;
  const card =
    reaction.inOwnChat ??
    (reaction.toast === undefined
      ? undefined
      : renderNotice(reaction.toast.content, reaction.toast.type === "error" ? "bad" : "plain"));
  if (card !== undefined) await postSurely(lark, app, acting, card, uuid, reaction.shows);
}

function changeOrigin(
  lark: Lark,
  app: LarkApp,
  acting: Acting,
  { atOrigin }: Reaction,
  uuid: string,
): void {
  if (atOrigin === undefined) return;
  lark.later("origin", async () => {
    await lark.holding.free(atOrigin.message);
    await patchSurely(lark, app, acting, atOrigin.message, atOrigin.card, uuid);
  });
}

/** One that is too old to be changed comes anew. */
function patchSurely(
  lark: Lark,
  app: LarkApp,
  acting: Acting,
  messageId: string,
  card: CardJson,
  uuid: string,
): Promise<boolean> {
  return surely(
    lark,
    "patch",
    ownChat(acting),
    async () =>
      (await patchCard(app, messageId, card)) ??
      (await postCard(lark, app, ownChat(acting), card, uuid)),
  );
}

const ownChat = ({ workspace, user }: Acting) => ({ platform, workspace, user });

export async function postSurely(
  lark: Lark,
  app: LarkApp,
  acting: Acting,
  card: CardJson,
  uuid: string,
  shows?: readonly Card[],
): Promise<void> {
  const { workspace, user } = acting;
  await surely(lark, "post", ownChat(acting), async () => {
    const done = await postCard(lark, app, ownChat(acting), card, uuid);
    if (shows !== undefined && done.result === "sent")
      await lark.homes.posted(workspace, user, done.messageId, shows);
    return done;
  });
}

const tries = 4;
const pause = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();

/** A few times where it may be tried again: its name keeps a message from coming twice. */
async function surely(
  lark: Lark,
  what: string,
  to: ChatAddress,
  attempt: () => ReturnType<typeof postCard>,
): Promise<boolean> {
  for (let i = 0; i < tries; i += 1) {
    await pause(await lark.turn(to));
    const result = await attempt();
    if (result.result === "sent") return true;
    if (result.result === "final") {
      lark.logger.warn({ what, stops: result.stops, why: result.why }, "lark.answer_refused");
      return false;
    }
    const wait = result.result === "later" ? result.afterMs : backOffMs(500, i + 1, 10_000);
    if (i + 1 < tries) await pause(Math.min(wait, lark.answerRetryMs ?? 10_000));
  }
  lark.logger.warn({ what, tries }, "lark.answer_lost");
  return false;
}

// The bot's outcome as what somebody sees on Slack: a message in their own chat, something only they see where others read along,
// a modal, or the card in place of the one they pressed.
import { refusable } from "#src/language/text";
import type { Locale } from "#src/language/text";
import type { Outcome } from "#src/bot/declare/incoming";
import type { BoundAction } from "#src/view/action";
import { card, text, type Card } from "#src/view/card";
import type { FieldErrors, Form } from "#src/view/form";
import { plainLine } from "#src/view/line";
import { caught } from "./errors.ts";
import type { Rendered } from "../render/card.ts";
import type { Origin, View } from "../render/form.ts";
import type { Homes } from "./homes.ts";
import { formWaits, openForm, renderModal } from "./open-form.ts";
import {
  clientOf,
  renderAndKeep,
  replaceCard,
  sayPrivately,
  sayToast,
  showCards,
  type Acting,
  type AnswerPorts,
} from "./show-cards.ts";
import type { Sender } from "./send.ts";
import { identity, wordsIn, type Slack } from "../slack.ts";

export type { Acting } from "./show-cards.ts";

/** Says a line in the person's name: the house's own action (src/bot/declare/actions.ts). */
export const sayAgain = (words: string): BoundAction => ({
  name: "house.say",
  version: 1,
  payload: { text: refusable(words) },
});

export interface Answerer {
  answer(acting: Acting, outcome: Outcome): Promise<void>;
  /** Answers; what Slack does not take goes out as a delivery under the act's own key: nobody acts and hears nothing. */
  finish(acting: Acting, key: string, outcome: Outcome): Promise<void>;
  /** As a delivery in the person's own chat, under the act's own key. */
  finishLater(
    acting: Pick<Acting, "workspace" | "user" | "again">,
    key: string,
    outcome: Outcome,
  ): Promise<void>;
  /** Whatever fails behind the answer is ours to see, never a crash. */
  orLog(what: string, work: () => Promise<unknown>): Promise<void>;
  /** A form as a modal; what of it is too long is kept. */
  modal(workspace: string, form: Form, origin: Origin, locale: Locale): Promise<View>;
  /** Cards as blocks; what of them is too long is kept. */
  rendered(workspace: string, cards: readonly Card[], locale: Locale): Promise<Rendered>;
  readonly homes: Homes;
  /** One line in a thread of the person's own chat, where its answer does not come. */
  answerThread(
    workspace: string,
    user: string,
    at: { readonly channel: string; readonly thread: string },
  ): Promise<void>;
}

export function createAnswerer(slack: Slack, sender: Sender, homes: Homes): Answerer {
  const ports: AnswerPorts & { readonly homes: Homes } = { slack, sender, homes };
  return {
    answer: (acting, outcome) => answer(ports, acting, outcome),
    finish: (acting, key, outcome) => finish(ports, acting, key, outcome),
    finishLater: (acting, key, outcome) => finishLater(ports, acting, key, outcome),
    orLog: (what, work) => orLog(ports, what, work),
    modal: (workspace, form, origin, locale) => renderModal(ports, workspace, form, origin, locale),
    rendered: (workspace, cards, locale) => renderAndKeep(ports, workspace, cards, locale),
    homes,
    async answerThread(workspace, user, { channel, thread }) {
      const { locale } = (await slack.bot().vocabulary(identity(workspace, user))) ?? {
        locale: "en" as const,
      };
      const client = await clientOf(ports, workspace);
      await client.chat.postMessage({
        channel,
        thread_ts: thread,
        text: wordsIn(slack, locale).answeredBelow(),
      });
    },
  };
}

async function answer(
  ports: AnswerPorts & { readonly homes: Homes },
  acting: Acting,
  outcome: Outcome,
): Promise<void> {
  if (acting.atHome) await sayAtHome(ports.homes, acting, outcome);
  switch (outcome.outcome) {
    case "show":
      return showCards(ports, acting, outcome.cards, outcome.locale);
    case "replace":
      return acting.atHome ? undefined : replaceCard(ports, acting, outcome.cards, outcome.locale);
    case "ask":
      return openForm(ports, acting, outcome.form, outcome.locale);
    case "correct":
      return sayPrivately(ports, acting, [corrections(outcome.errors)], outcome.locale);
    case "toast":
      return acting.atHome ? undefined : sayToast(ports, acting, outcome.line, outcome.locale);
    case "delivered":
    case "ignored":
      return;
    case "stranger":
      return sayPrivately(
        ports,
        acting,
        [card({ title: wordsIn(ports.slack, "en").stranger(), quiet: true })],
        "en",
      );
  }
}

/** The tab shows no messages: what came of a press or a form stands above it, with what it changed below. */
async function sayAtHome(
  homes: Homes,
  { workspace, user }: Pick<Acting, "workspace" | "user">,
  outcome: Outcome,
): Promise<void> {
  if (outcome.outcome === "show") return homes.answer(workspace, user, outcome.cards);
  // In its place on the tab, or without a word.
  if (["replace", "delivered", "ignored"].includes(outcome.outcome))
    return homes.publish(workspace, user);
  if (outcome.outcome === "toast" && plainLine(outcome.line) !== "")
    return homes.answer(workspace, user, [card({ title: outcome.line })]);
}

async function finish(
  ports: AnswerPorts & { readonly homes: Homes },
  acting: Acting,
  key: string,
  outcome: Outcome,
): Promise<void> {
  try {
    await answer(ports, acting, outcome);
  } catch (error) {
    ports.slack.logger.warn(caught(error), "slack.answer_failed");
    await orLog(ports, "slack.answer_lost", () => finishLater(ports, acting, key, outcome));
  }
}

async function finishLater(
  ports: AnswerPorts,
  acting: Pick<Acting, "workspace" | "user" | "again">,
  key: string,
  outcome: Outcome,
): Promise<void> {
  await ports.slack
    .bot()
    .answerLater(
      identity(acting.workspace, acting.user),
      key,
      await asCards(ports, acting, outcome),
    );
}

async function orLog(
  ports: AnswerPorts,
  what: string,
  work: () => Promise<unknown>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    ports.slack.logger.error(caught(error), what);
  }
}

/** The same answer as cards, for the person's own chat. */
async function asCards(
  ports: AnswerPorts,
  acting: Pick<Acting, "workspace" | "again">,
  outcome: Outcome,
): Promise<readonly Card[]> {
  switch (outcome.outcome) {
    case "show":
    case "replace":
      return outcome.cards;
    case "ask":
      return formWaits(ports, acting, outcome.form, outcome.locale);
    case "correct":
      return [corrections(outcome.errors)];
    case "toast":
      return plainLine(outcome.line) === "" ? [] : [card({ title: outcome.line, quiet: true })];
    case "delivered":
    case "ignored":
    case "stranger":
      return [];
  }
}

function corrections(errors: FieldErrors): Card {
  const [first, ...others] = Object.values(errors);
  return card({ title: plainLine(first ?? []), tone: "warning", body: others.map(text) });
}

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
import { limits } from "../render/limits.ts";
import type { Rendered } from "../render/card.ts";
import type { Origin, View } from "../render/form.ts";
import type { Arrived } from "../people/people.ts";
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
import { blocksOf, type Sender } from "./send.ts";
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
  /** Who may not use the bot here, or could not be looked up, reads that on the tab. */
  publishHome(workspace: string, user: string, arrived?: Arrived): Promise<void>;
}

export function createAnswerer(slack: Slack, sender: Sender): Answerer {
  const ports: AnswerPorts = { slack, sender };
  return {
    answer: (acting, outcome) => answer(ports, acting, outcome),
    finish: (acting, key, outcome) => finish(ports, acting, key, outcome),
    finishLater: (acting, key, outcome) => finishLater(ports, acting, key, outcome),
    orLog: (what, work) => orLog(ports, what, work),
    modal: (workspace, form, origin, locale) => renderModal(ports, workspace, form, origin, locale),
    rendered: (workspace, cards, locale) => renderAndKeep(ports, workspace, cards, locale),
    publishHome: (workspace, user, arrived) => publishHome(ports, workspace, user, arrived),
  };
}

async function answer(ports: AnswerPorts, acting: Acting, outcome: Outcome): Promise<void> {
  switch (outcome.outcome) {
    case "show":
      return showCards(ports, acting, outcome.cards, outcome.locale);
    case "replace":
      return acting.atHome
        ? publishHome(ports, acting.workspace, acting.user)
        : replaceCard(ports, acting, outcome.cards, outcome.locale);
    case "ask":
      return openForm(ports, acting, outcome.form, outcome.locale);
    case "correct":
      return sayPrivately(ports, acting, [corrections(outcome.errors)], outcome.locale);
    case "toast":
      return sayToast(ports, acting, outcome.line, outcome.locale);
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

async function finish(
  ports: AnswerPorts,
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

async function publishHome(
  ports: AnswerPorts,
  workspace: string,
  user: string,
  arrived: Arrived = "known",
): Promise<void> {
  const t = wordsIn(ports.slack, "en");
  const cards =
    arrived === "known"
      ? await homeOf(ports, workspace, user)
      : [card({ title: arrived === "stranger" ? t.stranger() : t.notReached() })];
  const client = await clientOf(ports, workspace);
  const { locale } = (await ports.slack.bot().vocabulary(identity(workspace, user))) ?? {
    locale: "en" as const,
  };
  const made = await renderAndKeep(ports, workspace, cards, locale, limits.viewBlocks);
  await client.views.publish({
    user_id: user,
    // Blocks are what render/ makes, held to Slack's own limits by its tests; the library's types know fewer kinds of them.
    view: { type: "home", blocks: blocksOf(made.blocks) } as never,
  });
}

/** What it is stands first for who did nothing yet. */
async function homeOf(
  { slack }: AnswerPorts,
  workspace: string,
  user: string,
): Promise<readonly Card[]> {
  const viewer = identity(workspace, user);
  const first = await slack.bot().firstWords(viewer);
  return [...(first === null ? [] : [first]), ...(await slack.bot().home(viewer))];
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

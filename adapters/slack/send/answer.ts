// The bot's outcome as what somebody sees on Slack: a message in their own chat, something only they see where others read along,
// a modal, or the card in place of the one they pressed.
import { refusable } from "#src/language/text";
import type { Outcome } from "#src/bot/declare/incoming";
import type { Locale } from "#src/language/text";
import type { BoundAction, Json } from "#src/view/action";
import { button, card, text, type Card } from "#src/view/card";
import type { FieldErrors, Form } from "#src/view/form";
import { plainLine, type Line } from "#src/view/line";
import type { Client } from "./clients.ts";
import { caught, refusalOf, resultOf } from "./errors.ts";
import { limits } from "../render/limits.ts";
import type { Arrived } from "../people/people.ts";
import { renderCards, type Rendered } from "../render/card.ts";
import { renderForm, type Origin, type View } from "../render/form.ts";
import { blocksOf, shownAs, type Sender } from "./send.ts";
import { identity, platform, wordsIn, type Slack } from "../slack.ts";

/** Who acted, where, and what may still be done about it. */
export interface Asked {
  readonly workspace: string;
  readonly user: string;
  /** Opens one modal, within three seconds. */
  readonly triggerId?: string | undefined;
  readonly origin: Origin;
  /** What to do again when the modal could not be opened in time; without it the form itself is kept. */
  readonly again: BoundAction | null;
  /** The Home tab has no messages to answer. */
  readonly atHome?: boolean;
}

/** Opens a form that was kept: the adapter's own, known to nobody else. */
export const keptForm = "slack.form";

/** Says a line in the person's name: the house's own action (src/bot/declare/actions.ts). */
export const sayAgain = (words: string): BoundAction => ({
  name: "house.say",
  version: 1,
  payload: { text: refusable(words) },
});

export type Answerer = ReturnType<typeof createAnswerer>;

const responseTimeoutMs = 5_000;

export function createAnswerer(slack: Slack, sender: Sender) {
  async function clientOf(workspace: string): Promise<Client> {
    const client = await slack.clients.of(workspace);
    if (!client) throw new Error("the app is not installed there");
    return client;
  }

  async function rendered(
    workspace: string,
    cards: readonly Card[],
    locale: Locale,
    most?: number,
  ): Promise<Rendered> {
    const made = renderCards(cards, slack.chance.id(), wordsIn(slack, locale), most);
    await slack.shelf.keep({ platform, workspace }, made.kept, slack.clock.now());
    return made;
  }

  async function modal(
    workspace: string,
    form: Form,
    origin: Origin,
    locale: Locale,
  ): Promise<View> {
    const { view, kept } = renderForm(
      form,
      { attempt: slack.chance.id(), origin },
      wordsIn(slack, locale),
    );
    await slack.shelf.keep({ platform, workspace }, kept, slack.clock.now());
    return view;
  }

  /** False when Slack did not take it: it is good for half an hour and five answers. */
  async function respond(url: string | undefined, body: object): Promise<boolean> {
    if (url === undefined) return false;
    const signal = AbortSignal.timeout(responseTimeoutMs);
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal,
      redirect: "error",
    }).catch(() => null);
    return response?.ok === true;
  }

  async function postToOwnChat(
    asked: Pick<Asked, "workspace" | "user">,
    made: Rendered,
  ): Promise<void> {
    const client = await clientOf(asked.workspace);
    const channel = sender.ownChat(asked.workspace, asked.user);
    await client.chat.postMessage({
      channel,
      ...shownAs(made),
      unfurl_links: false,
      unfurl_media: false,
    });
  }

  const isOwnChat = ({ origin }: Asked): boolean => origin.channel?.startsWith("D") === true;

  async function show(asked: Asked, cards: readonly Card[], locale: Locale): Promise<void> {
    if (cards.length === 0) return;
    const made = await rendered(asked.workspace, cards, locale);
    if (isOwnChat(asked) || asked.atHome) return postToOwnChat(asked, made);
    if (!(await respond(asked.origin.responseUrl, ephemeral(made))))
      await postToOwnChat(asked, made);
  }

  async function replace(asked: Asked, cards: readonly Card[], locale: Locale): Promise<void> {
    const { channel, ts, responseUrl } = asked.origin;
    const made = await rendered(asked.workspace, cards, locale);
    // By the press's own address first: nothing else changes an ephemeral message, and chat.update is let in fifty times a minute only.
    if (await respond(responseUrl, { ...ephemeral(made), replace_original: true })) return;
    if (channel !== undefined && ts !== undefined) {
      const client = await clientOf(asked.workspace);
      const done = await client.chat
        .update({
          channel,
          ts,
          text: made.text,
          blocks: blocksOf(made.blocks),
          parse: "none",
          link_names: false,
        })
        .then(
          () => true,
          () => false,
        );
      if (done) return;
    }
    await postToOwnChat(asked, made);
  }

  async function toast(asked: Asked, line: Line, locale: Locale): Promise<void> {
    if (plainLine(line) !== "") await say(asked, [card({ title: line, quiet: true })], locale);
  }

  /** A passing word: for them alone, and gone when they come back. */
  async function say(asked: Asked, cards: readonly Card[], locale: Locale): Promise<void> {
    const made = await rendered(asked.workspace, cards, locale);
    if (!(await respond(asked.origin.responseUrl, ephemeral(made))))
      await postToOwnChat(asked, made);
  }

  async function open(asked: Asked, form: Form, locale: Locale): Promise<void> {
    const { triggerId } = asked;
    if (triggerId !== undefined) {
      const client = await clientOf(asked.workspace);
      try {
        await client.views.open({
          trigger_id: triggerId,
          view: (await modal(asked.workspace, form, asked.origin, locale)) as never,
        });
        return;
      } catch (error) {
        // Three seconds were over, or Slack is busy: another press gives another trigger. A form that is wrong stays wrong.
        if (isFault(error))
          return say(
            asked,
            [card({ title: fault(error, locale), tone: "bad", quiet: true })],
            locale,
          );
        slack.logger.warn(caught(error), "slack.form_waits");
      }
    }
    await show(asked, await formWaits(asked, form, locale), locale);
  }

  function fault(error: unknown, locale: Locale): string {
    const code = slack.chance.code();
    slack.logger.error({ code, ...caught(error) }, "slack.form_refused");
    return wordsIn(slack, locale).broken(code);
  }

  async function formWaits(
    { workspace, again }: Pick<Asked, "workspace" | "again">,
    form: Form,
    locale: Locale,
  ): Promise<readonly Card[]> {
    const t = wordsIn(slack, locale);
    return [
      card({
        title: t.formWaits(plainLine(form.title)),
        buttons: [button(t.openForm(), again ?? (await keep(workspace, form)), "primary")],
      }),
    ];
  }

  async function keep(workspace: string, form: Form): Promise<BoundAction> {
    const id = `${slack.chance.id()}.form`;
    await slack.shelf.keep(
      { platform, workspace },
      [{ id, what: { form: form as unknown as Json } }],
      slack.clock.now(),
    );
    return { name: keptForm, version: 1, payload: { id } };
  }

  /** The same answer as cards, for the person's own chat. */
  async function asCards(
    asked: Pick<Asked, "workspace" | "again">,
    outcome: Outcome,
  ): Promise<readonly Card[]> {
    switch (outcome.outcome) {
      case "show":
      case "replace":
        return outcome.cards;
      case "ask":
        return formWaits(asked, outcome.form, outcome.locale);
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

  /** Answers; what Slack does not take goes out as a delivery under the act's own key: nobody acts and hears nothing. */
  async function finish(asked: Asked, key: string, outcome: Outcome): Promise<void> {
    try {
      await answer(asked, outcome);
    } catch (error) {
      slack.logger.warn(caught(error), "slack.answer_failed");
      await orLog("slack.answer_lost", () => finishLater(asked, key, outcome));
    }
  }

  async function finishLater(asked: Asked, key: string, outcome: Outcome): Promise<void> {
    await slack
      .bot()
      .answerLater(identity(asked.workspace, asked.user), key, await asCards(asked, outcome));
  }

  /** Whatever fails behind the answer is ours to see, never a crash. */
  async function orLog(what: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      slack.logger.error(caught(error), what);
    }
  }

  /** Who may not use the bot here, or could not be looked up, reads that on the tab. */
  async function publishHome(
    workspace: string,
    user: string,
    arrived: Arrived = "known",
  ): Promise<void> {
    const t = wordsIn(slack, "en");
    const cards =
      arrived === "known"
        ? await slack.bot().home(identity(workspace, user))
        : [card({ title: arrived === "stranger" ? t.stranger() : t.notReached() })];
    const client = await clientOf(workspace);
    const { locale } = (await slack.bot().vocabulary(identity(workspace, user))) ?? {
      locale: "en" as const,
    };
    const made = await rendered(workspace, cards, locale, limits.viewBlocks);
    await client.views.publish({
      user_id: user,
      view: { type: "home", blocks: blocksOf(made.blocks) } as never,
    });
  }

  async function answer(asked: Asked, outcome: Outcome): Promise<void> {
    switch (outcome.outcome) {
      case "show":
        return show(asked, outcome.cards, outcome.locale);
      case "replace":
        return asked.atHome
          ? publishHome(asked.workspace, asked.user)
          : replace(asked, outcome.cards, outcome.locale);
      case "ask":
        return open(asked, outcome.form, outcome.locale);
      case "correct":
        return say(asked, [corrections(outcome.errors)], outcome.locale);
      case "toast":
        return toast(asked, outcome.line, outcome.locale);
      case "delivered":
      case "ignored":
        return;
      case "stranger":
        return say(asked, [card({ title: wordsIn(slack, "en").stranger(), quiet: true })], "en");
    }
  }

  return {
    answer,
    finish,
    finishLater,
    orLog,
    modal,
    rendered,
    publishHome,
  };
}

function corrections(errors: FieldErrors): Card {
  const [first, ...others] = Object.values(errors);
  return card({ title: plainLine(first ?? []), tone: "warning", body: others.map(text) });
}

const expired = new Set([
  "expired_trigger_id",
  "exchanged_trigger_id",
  "trigger_expired",
  "trigger_exchanged",
  "invalid_trigger_id",
]);

/** Whether Slack refused the form for what stands in it: nothing that another press would mend. */
function isFault(error: unknown): boolean {
  const result = resultOf(error);
  return (
    result.result === "final" && result.stops === "content" && !expired.has(refusalOf(error) ?? "")
  );
}

const ephemeral = (made: Rendered) => ({
  response_type: "ephemeral",
  replace_original: false,
  text: made.text,
  blocks: made.blocks,
});

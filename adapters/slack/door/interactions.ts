// What people do that waits for an answer: commands, presses, forms, shortcuts. Slack gives three seconds; what is not ready by
// then is answered afterwards, so nobody sees Slack's own error.
import { underCommand } from "../render/under-command.ts";
import { isLonger, longestLine } from "#src/language/text";
import type { App } from "@slack/bolt";
import type { PersonId } from "#src/people/person";
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import { sayAgain, type Answerer, type Acting } from "../send/answer.ts";
import { afterArrival, gone, answered, late, received, type Ack } from "./answer-in-time.ts";
import {
  commandBody,
  shortcutBody,
  workspaceOf,
  workspaceOfCommand,
  type CommandBody,
} from "./parse.ts";
import { arrive, meetNamed, namesSomebody } from "../people/people.ts";
import { pressButton } from "./press-button.ts";
import { searchOptions, submitForm } from "./submit-form.ts";
import { identity, platform, wordsIn, type Slack } from "../slack.ts";
import { readTyped } from "./typed/typed-text.ts";

export function listenToInteractions(app: App, slack: Slack, answerer: Answerer): void {
  // `ack` takes another type of answer for each kind; one of ours fits the kind it is given for.
  app.command(/.*/, async ({ body, ack }) => runCommand(slack, answerer, body, ack as Ack));
  // Whatever is pressed or sent is answered, also what we never wrote or no longer write: by "no longer kept" where it carries nothing.
  app.action(/.*/, async ({ body, ack }) => pressButton(slack, answerer, body, ack as Ack));
  app.view(/.*/, async ({ body, ack }) => submitForm(slack, answerer, body, ack as Ack));
  app.options(/.*/, async ({ body, ack }) => searchOptions(slack, body, ack as Ack));
  app.shortcut(/.*/, async ({ body, ack }) => runShortcut(slack, answerer, body, ack as Ack));
}

async function runCommand(slack: Slack, answerer: Answerer, raw: unknown, ack: Ack): Promise<void> {
  const body = commandBody.parse(raw);
  const { user_id: user } = body;
  const workspace = workspaceOfCommand(body);
  const typed = readTyped(body.text, null);
  const words = typed.text.trim() === "" ? "home" : typed.text;
  const acting: Acting = {
    workspace,
    user,
    triggerId: body.trigger_id,
    origin: { channel: body.channel_id, responseUrl: body.response_url },
    again: sayAgain(words),
  };
  const place =
    body.channel_id.startsWith("D") || body.channel_name === "directmessage"
      ? {}
      : { place: { platform, workspace, channel: body.channel_id } };
  const said: Incoming = {
    kind: "said",
    dedupeKey: keyOfCommand(body),
    from: identity(workspace, user),
    text: words,
    direct: true,
    ...place,
  };
  const work =
    isLonger(words, longestLine) || (typed.mentions.length === 0 && !namesSomebody(words))
      ? received(slack, workspace, user, said)
      : afterArrival(slack, workspace, user, async () => {
          const strangers = await meetNamed(slack, identity(workspace, user), {
            ...typed,
            text: words,
          });
          if (typed.mentions.length === 0) return said;
          const mentions = typed.mentions.map((each) => {
            const stranger = strangers.get(each.user);
            return stranger === undefined ? each : { ...each, stranger };
          });
          return { ...said, mentions };
        });
  const { now, done } = await answered(
    slack,
    work.then((outcome) =>
      "cards" in outcome
        ? { ...outcome, cards: underCommand(outcome.cards, body.command) }
        : outcome,
    ),
  );
  const response =
    now === late ? wordsIn(slack, "en").late() : await inAck(slack, answerer, workspace, now);
  await ack(response);
  if (response === undefined || now === late)
    await answerer.finish(acting, keyOfCommand(body), await done);
  await answerer.homes.acted(workspace, user);
}

const keyOfCommand = (body: CommandBody): string =>
  `slack:command:${workspaceOfCommand(body)}:${body.trigger_id}`;

/** An answer that fits in the acknowledgement itself: what only this person sees, where they typed. */
async function inAck(
  slack: Slack,
  answerer: Answerer,
  workspace: string,
  outcome: Outcome,
): Promise<object | undefined> {
  const only = (text: string) => ({ response_type: "ephemeral", text });
  if (outcome.outcome === "stranger") return only(wordsIn(slack, "en").stranger());
  if (outcome.outcome === "toast")
    return { response_type: "ephemeral", ...(await shown(answerer, workspace, outcome)) };
  if (outcome.outcome !== "show" && outcome.outcome !== "replace") return undefined;
  const { blocks, text } = await answerer.rendered(workspace, outcome.cards, outcome.locale);
  return { response_type: "ephemeral", text, blocks };
}

async function shown(
  answerer: Answerer,
  workspace: string,
  outcome: Extract<Outcome, { outcome: "toast" }>,
): Promise<object> {
  const { blocks, text } = await answerer.rendered(
    workspace,
    [{ title: outcome.line, tone: "plain", quiet: true, body: [], buttons: [] }],
    outcome.locale,
  );
  return { text, blocks };
}

/** A shortcut does a bound action; on a message it is about whoever wrote that. */
async function runShortcut(
  slack: Slack,
  answerer: Answerer,
  raw: unknown,
  ack: Ack,
): Promise<void> {
  const body = shortcutBody.parse(raw);
  const workspace = workspaceOf(body);
  const user = body.user.id;
  await ack();
  const dedupeKey = `slack:shortcut:${workspace}:${body.trigger_id}`;
  const found = slack.shortcuts.find(
    (each) =>
      each.callback === body.callback_id &&
      (each.on === "message") === (body.type === "message_action"),
  );
  const acting: Acting = {
    workspace,
    user,
    triggerId: body.trigger_id,
    origin: { channel: body.channel?.id, responseUrl: body.response_url },
    again: null,
  };
  if (!found) return answerer.finish(acting, dedupeKey, gone(slack));
  const { done } = await answered(
    slack,
    afterArrival(slack, workspace, user, async () => {
      const act = found.act(
        found.on === "message" ? await authorOf(slack, workspace, user, body.message) : null,
      );
      return { kind: "pressed", dedupeKey, from: identity(workspace, user), ...act };
    }).catch((error: unknown): Outcome | Promise<Outcome> =>
      error instanceof NobodyWrote
        ? {
            outcome: "toast",
            line: [wordsIn(slack, "en").nobodyWrote()],
            locale: "en",
            tone: "bad",
          }
        : Promise.reject(error),
    ),
  );
  await answerer.finish(acting, dedupeKey, await done);
  await answerer.homes.acted(workspace, user);
}

/** The message is an app's, or of somebody who is not in our directory. */
class NobodyWrote extends Error {}

async function authorOf(
  slack: Slack,
  workspace: string,
  user: string,
  message:
    | { readonly user?: string | undefined; readonly bot_id?: string | null | undefined }
    | undefined,
): Promise<PersonId> {
  const author = message?.bot_id ? undefined : message?.user;
  if (author === undefined) throw new NobodyWrote();
  await arrive(slack, workspace, author);
  const person = await slack.bot().personOf(identity(workspace, author));
  if (person === null) throw new NobodyWrote();
  return person;
}

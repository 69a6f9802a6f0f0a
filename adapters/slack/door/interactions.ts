// What people do that waits for an answer: commands, presses, forms, shortcuts. Slack gives three seconds; what is not ready by
// then is answered afterwards, so nobody sees Slack's own error.
import { underCommand } from "../render/under-command.ts";
import { isLonger, longestLine } from "#src/language/text";
import type { App } from "@slack/bolt";
import type { PersonId } from "#src/people/person";
import type { Outcome } from "#src/bot/declare/incoming";
import { sayAgain, type Answerer, type Acting } from "../send/answer.ts";
import {
  acknowledge,
  answered,
  gone,
  inTimeOrNull,
  late,
  nobodyWrote,
  notTaken,
  received,
  type Ack,
  type SlackReceipt,
} from "./answer-in-time.ts";
import {
  commandBody,
  shortcutBody,
  workspaceOf,
  workspaceOfCommand,
  type CommandBody,
  type ShortcutBody,
} from "./parse.ts";
import { arrive, meetNamed, namesSomebody } from "../people/people.ts";
import type { Shortcut } from "../install/shortcuts.ts";
import type { InteractionContext } from "./receive.ts";
import type { Receipt } from "#src/ports/process/receipt";
import { pressButton } from "./press-button.ts";
import { searchOptions, submitForm } from "./submit-form.ts";
import { identity, platform, wordsIn, type Slack } from "../slack.ts";
import { readTyped } from "./typed/typed-text.ts";

type Hear = (
  slack: Slack,
  answerer: Answerer,
  receipt: SlackReceipt,
  body: unknown,
  ack: Ack,
) => Promise<void>;

export function listenToInteractions(app: App, slack: Slack, answerer: Answerer): void {
  // `ack` takes another type of answer for each kind; one of ours fits the kind it is given for. door/receive.ts puts the receipt into the
  // context of everything it hands to the library, whose type knows nothing of it.
  const hearing =
    (hear: Hear) =>
    async ({ body, ack, context }: { body: unknown; ack: unknown; context: object }) => {
      const { receipt } = context as unknown as InteractionContext;
      if (receipt.begins()) await hear(slack, answerer, receipt, body, ack as Ack);
    };
  app.command(/.*/, hearing(runCommand));
  // Whatever is pressed or sent is answered, also what we never wrote or no longer write: by "no longer kept" where it carries nothing.
  app.action(/.*/, hearing(pressButton));
  app.view(/.*/, hearing(submitForm));
  app.options(/.*/, async ({ body, ack }) => searchOptions(slack, body, ack as Ack));
  app.shortcut(/.*/, hearing(runShortcut));
}

async function runCommand(
  slack: Slack,
  answerer: Answerer,
  receipt: SlackReceipt,
  raw: unknown,
  ack: Ack,
): Promise<void> {
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
  const said = {
    kind: "said",
    dedupeKey: keyOfCommand(body),
    from: identity(workspace, user),
    text: words,
    direct: true,
    ...place,
    ...(typed.mentions.length === 0 ? {} : { mentions: typed.mentions }),
  } as const;
  const isNaming =
    !isLonger(words, longestLine) && (typed.mentions.length > 0 || namesSomebody(words));
  const work = received(
    slack,
    receipt,
    said,
    isNaming
      ? () => meetNamed(slack, identity(workspace, user), { ...typed, text: words })
      : undefined,
  );
  const { now, done } = await answered(
    slack,
    receipt,
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
  receipt: SlackReceipt,
  raw: unknown,
  ack: Ack,
): Promise<void> {
  const body = shortcutBody.parse(raw);
  const workspace = workspaceOf(body);
  const user = body.user.id;
  const dedupeKey = `slack:shortcut:${workspace}:${body.trigger_id}`;
  const found = slack.shortcuts.find(
    (each) =>
      each.callback === body.callback_id &&
      (each.on === "message") === (body.type === "message_action"),
  );
  const address = body.response_url;
  const acting: Acting = {
    workspace,
    user,
    triggerId: body.trigger_id,
    origin: { channel: body.channel?.id, responseUrl: address },
    again: null,
  };
  const { now, done } = await answered(
    slack,
    receipt,
    found
      ? carryOutShortcut(slack, receipt, found, { body, workspace, dedupeKey })
      : Promise.resolve(gone(slack)),
  );
  await acknowledge(receipt, ack, now, address);
  await answerer.finish(acting, dedupeKey, await done);
  if (found) await answerer.homes.acted(workspace, user);
}

async function carryOutShortcut(
  slack: Slack,
  receipt: Receipt,
  found: Shortcut,
  {
    body,
    workspace,
    dedupeKey,
  }: { readonly body: ShortcutBody; readonly workspace: string; readonly dedupeKey: string },
): Promise<Outcome> {
  const from = identity(workspace, body.user.id);
  const pressed = (author: PersonId | null): Promise<Outcome> =>
    received(slack, receipt, { kind: "pressed", dedupeKey, from, ...found.act(author) });
  if (found.on !== "message") return pressed(null);
  // Whoever presses is met before anybody is looked up in their name.
  const known = await inTimeOrNull(slack, receipt, () => arrive(slack, workspace, from.user));
  if (known === null) return notTaken(slack);
  if (known !== "known") return pressed(null);
  const author = await inTimeOrNull(slack, receipt, async () => ({
    person: await authorOf(slack, workspace, body.message),
  }));
  if (author === null) return notTaken(slack);
  return author.person === null ? nobodyWrote(slack) : pressed(author.person);
}

/** Null where the message is an app's, or of somebody who is not in our directory. */
async function authorOf(
  slack: Slack,
  workspace: string,
  message: ShortcutBody["message"],
): Promise<PersonId | null> {
  const author = message?.bot_id ? undefined : message?.user;
  if (author === undefined) return null;
  await arrive(slack, workspace, author);
  return slack.bot().personOf(identity(workspace, author));
}

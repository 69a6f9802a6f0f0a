// What people do that waits for an answer: commands, presses, forms, shortcuts. Slack gives three seconds; what is not ready by
// then is answered afterwards, so nobody sees Slack's own error.
import { isLonger, longestLine } from "#src/language/text";
import { entryOf } from "#src/language/lookup";
import type { App } from "@slack/bolt";
import type { PersonId } from "#src/people/person";
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import { plainLine } from "#src/view/line";
import { keptForm, sayAgain, type Answerer, type Asked } from "../send/answer.ts";
import { readCarried, readKept } from "./action-codec.ts";
import { caught } from "../send/errors.ts";
import { limits } from "../render/limits.ts";
import {
  actionBody,
  commandBody,
  optionsBody,
  shortcutBody,
  viewBody,
  workspaceOf,
  workspaceOfCommand,
  type ActionBody,
  type CommandBody,
  type ViewBody,
} from "./parse.ts";
import { arrive, meetNamed, namesSomebody } from "../people/people.ts";
import {
  optionOf,
  readMetadata,
  renderErrors,
  valuesOf,
  withError,
  type View,
} from "../render/form.ts";
import type { Block } from "../render/card.ts";
import { messageIdOf } from "../send/send.ts";
import { identity, localeOf, platform, wordsIn, type Slack } from "../slack.ts";
import { readTyped } from "./typed-text.ts";
import type { BoundAction, Json } from "#src/view/action";

/** Slack shows an error after three seconds; the way there and back takes its part. */
const patienceMs = 2_300;

const late = Symbol("late");

export function listenToActs(app: App, slack: Slack, answerer: Answerer): void {
  app.command(/.*/, async ({ body, ack }) => command(slack, answerer, body, ack as Ack));
  // Whatever is pressed or sent is answered, also what we never wrote or no longer write: by "no longer kept" where it carries nothing.
  app.action(/.*/, async ({ body, ack }) => press(slack, answerer, body, ack as Ack));
  app.view(/.*/, async ({ body, ack }) => submit(slack, answerer, body, ack as Ack));
  app.options(/.*/, async ({ body, ack }) => options(slack, body, ack as Ack));
  app.shortcut(/.*/, async ({ body, ack }) => shortcut(slack, answerer, body, ack as Ack));
}

type Ack = (response?: unknown) => Promise<void>;

/** What the bot makes of it, or that it is not ready in time. Never throws: whatever goes wrong is said, with a code for the log. */
async function inTime(
  slack: Slack,
  work: Promise<Outcome>,
): Promise<{ readonly now: Outcome | typeof late; readonly done: Promise<Outcome> }> {
  const safe = work.catch((error: unknown): Outcome => {
    const code = slack.chance.code();
    slack.logger.error({ code, ...caught(error) }, "slack.act_failed");
    return {
      outcome: "toast",
      line: [wordsIn(slack, "en").broken(code)],
      locale: "en",
      tone: "bad",
    };
  });
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), patienceMs);
  });
  const now = await Promise.race([safe, patience]);
  clearTimeout(timer);
  return { now, done: safe };
}

/** Who nobody knows yet is met, and heard then. Nearly everybody is known, and nobody else is asked of first. */
async function received(
  slack: Slack,
  workspace: string,
  user: string,
  incoming: Incoming,
): Promise<Outcome> {
  const outcome = await slack.bot().receive(incoming);
  return outcome.outcome === "stranger"
    ? afterArrival(slack, workspace, user, () => incoming)
    : outcome;
}

/** Who is not known yet is met before anything else is done in their name. */
async function afterArrival(
  slack: Slack,
  workspace: string,
  user: string,
  incoming: () => Promise<Incoming> | Incoming,
): Promise<Outcome> {
  const arrived = await arrive(slack, workspace, user);
  if (arrived === "stranger") return { outcome: "stranger" };
  if (arrived === "unreachable")
    return {
      outcome: "toast",
      line: [wordsIn(slack, "en").notReached()],
      locale: "en",
      tone: "bad",
    };
  return slack.bot().receive(await incoming());
}

async function command(slack: Slack, answerer: Answerer, raw: unknown, ack: Ack): Promise<void> {
  const body = commandBody.parse(raw);
  const { user_id: user } = body;
  const workspace = workspaceOfCommand(body);
  const typed = readTyped(body.text, null);
  const words = typed.text.trim() === "" ? "home" : typed.text;
  const asked: Asked = {
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
  const { now, done } = await inTime(slack, work);
  const response =
    now === late ? wordsIn(slack, "en").late() : await inAck(slack, answerer, workspace, now);
  await ack(response);
  if (response === undefined || now === late)
    await answerer.finish(asked, keyOfCommand(body), await done);
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

async function press(slack: Slack, answerer: Answerer, raw: unknown, ack: Ack): Promise<void> {
  const body = actionBody.parse(raw);
  const workspace = workspaceOf(body);
  const [action] = body.actions;
  // Of a menu, what was chosen in it.
  const chosen = action?.selected_option?.value;
  const carried = readCarried(chosen ?? action?.value);
  const kept =
    carried?.carries === "kept"
      ? readKept(await slack.shelf.find({ platform, workspace }, carried.id))
      : null;
  const act: BoundAction | null =
    carried?.carries === "act"
      ? carried.act
      : kept && "act" in kept
        ? { ...kept.act, payload: kept.act.payload as Json }
        : null;
  const asked = askedBy(body, workspace, act);
  await ack();
  const { channel, ts } = asked.origin;
  // The block's name is new with every rendering, so a double click is one act and a press on the next rendering another.
  const dedupeKey = `slack:press:${workspace}:${channel ?? "home"}:${ts ?? body.user.id}:${action?.block_id}:${action?.action_id}${chosen === undefined ? "" : `:${chosen}`}`;
  if (kept && "cards" in kept)
    return answerer.finish(asked, dedupeKey, {
      outcome: "show",
      cards: kept.cards,
      locale: localeOf(kept.cards),
    });
  if (!act || !action) return answerer.finish(asked, dedupeKey, gone(slack));
  if (act.name === keptForm)
    return answerer.finish(asked, dedupeKey, await formKept(slack, workspace, act));
  const place =
    channel === undefined || channel.startsWith("D")
      ? messageOf(asked.origin)
      : { place: { platform, workspace, channel } };
  const { done } = await inTime(
    slack,
    received(slack, workspace, body.user.id, {
      kind: "pressed",
      dedupeKey,
      from: identity(workspace, body.user.id),
      ...act,
      ...place,
    }),
  );
  await answerer.finish(asked, dedupeKey, await done);
  if (asked.atHome)
    await answerer.orLog("slack.home_failed", () => answerer.publishHome(workspace, body.user.id));
}

const gone = (slack: Slack): Outcome => ({
  outcome: "toast",
  line: [wordsIn(slack, "en").gone()],
  locale: "en",
  tone: "bad",
});

/** A form that could not be opened when it was asked for: the press that asks for it now has a trigger of its own. */
async function formKept(
  slack: Slack,
  workspace: string,
  { payload }: BoundAction,
): Promise<Outcome> {
  const id =
    typeof payload === "object" &&
    payload !== null &&
    "id" in payload &&
    typeof payload["id"] === "string"
      ? payload["id"]
      : "";
  const kept = readKept(await slack.shelf.find({ platform, workspace }, id));
  return kept && "form" in kept
    ? {
        outcome: "ask",
        form: kept.form,
        locale: /\p{Script=Han}/u.test(plainLine(kept.form.title)) ? "zh" : "en",
      }
    : gone(slack);
}

function askedBy(body: ActionBody, workspace: string, again: BoundAction | null): Asked {
  const { container } = body;
  const isEphemeral = container?.is_ephemeral === true;
  const channel = body.channel?.id ?? container?.channel_id;
  return {
    workspace,
    user: body.user.id,
    triggerId: body.trigger_id,
    origin: {
      channel,
      ts: isEphemeral ? undefined : container?.message_ts,
      responseUrl: body.response_url,
    },
    again,
    atHome: container?.type === "view",
  };
}

/** The message it was pressed on, in somebody's own chat. */
const messageOf = ({ channel, ts }: Asked["origin"]): { readonly messageId?: string } =>
  channel?.startsWith("D") && ts !== undefined ? { messageId: messageIdOf(channel, ts) } : {};

async function submit(slack: Slack, answerer: Answerer, raw: unknown, ack: Ack): Promise<void> {
  const body = viewBody.parse(raw);
  const { view } = body;
  const workspace = workspaceOf(body);
  const user = body.user.id;
  const submission = readMetadata(view.private_metadata);
  const kept =
    submission?.carried.carries === "kept"
      ? readKept(await slack.shelf.find({ platform, workspace }, submission.carried.id))
      : null;
  const act =
    submission?.carried.carries === "act"
      ? submission.carried.act
      : kept && "act" in kept
        ? kept.act
        : null;
  if (!submission || !act) return ack(refusing(body, wordsIn(slack, "en").gone(), slack));
  const dedupeKey = `slack:form:${workspace}:${submission.attempt}`;
  const { now, done } = await inTime(
    slack,
    received(slack, workspace, user, {
      kind: "submitted",
      dedupeKey,
      from: identity(workspace, user),
      ...act,
      values: valuesOf(view.state.values),
      ...messageOf(submission.origin),
    }),
  );
  const asked: Asked = { workspace, user, origin: submission.origin, again: null };
  if (now === late) {
    await ack();
    return answerer.finish(asked, dedupeKey, await done);
  }
  const response = await inForm(slack, answerer, body, workspace, now, submission.origin);
  await ack(response);
  if (response === undefined) await answerer.finish(asked, dedupeKey, now);
}

/** What keeps the form open, with what was typed; undefined closes it. */
async function inForm(
  slack: Slack,
  answerer: Answerer,
  body: ViewBody,
  workspace: string,
  outcome: Outcome,
  origin: Asked["origin"],
): Promise<object | undefined> {
  if (outcome.outcome === "correct") {
    const { beside, apart } = renderErrors(outcome.errors, body.view.blocks);
    // Slack takes either errors or another view, and an error whose block is not there is refused.
    return Object.keys(beside).length > 0
      ? { response_action: "errors", errors: beside }
      : refusing(body, apart, slack);
  }
  if (outcome.outcome === "toast" && outcome.tone === "bad")
    return refusing(body, plainLine(outcome.line), slack);
  if (outcome.outcome === "stranger") return refusing(body, wordsIn(slack, "en").stranger(), slack);
  if (outcome.outcome === "ask")
    return {
      response_action: "update",
      view: await answerer.modal(workspace, outcome.form, origin, outcome.locale),
    };
  return undefined;
}

function refusing(body: ViewBody, says: string, slack: Slack): object {
  const { view } = body;
  const shownView: View = withError(
    {
      private_metadata: view.private_metadata,
      title: view.title,
      submit: view.submit,
      close: view.close,
      blocks: view.blocks as readonly Block[],
    },
    says,
    wordsIn(slack, "en"),
  );
  return { response_action: "update", view: shownView };
}

/** A long list of our directory, found by typing: what the form was opened with, narrowed. */
async function options(slack: Slack, raw: unknown, ack: Ack): Promise<void> {
  const body = optionsBody.parse(raw);
  const workspace = workspaceOf(body);
  const submission = readMetadata(body.view.private_metadata);
  const kept = submission?.options
    ? readKept(await slack.shelf.find({ platform, workspace }, submission.options))
    : null;
  const name = /^f:\w+:(.+)$/s.exec(body.block_id)?.[1] ?? "";
  const all = kept && "options" in kept ? (entryOf(kept.options, name) ?? []) : [];
  const wanted = body.value.trim().toLowerCase();
  const found = all
    .filter(([, words]) => words.toLowerCase().includes(wanted))
    .slice(0, limits.options);
  await ack({ options: found.map(([value, words]) => optionOf({ value, label: [words] })) });
}

/** A shortcut does a bound action; on a message it is about whoever wrote that. */
async function shortcut(slack: Slack, answerer: Answerer, raw: unknown, ack: Ack): Promise<void> {
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
  const asked: Asked = {
    workspace,
    user,
    triggerId: body.trigger_id,
    origin: { channel: body.channel?.id, responseUrl: body.response_url },
    again: null,
  };
  if (!found) return answerer.finish(asked, dedupeKey, gone(slack));
  const { done } = await inTime(
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
  await answerer.finish(asked, dedupeKey, await done);
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

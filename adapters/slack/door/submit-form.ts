// A form that was sent: it closes, or stays open with what is to be mended in it. And its long lists, found by typing.
import { entryOf } from "#src/language/lookup";
import type { Outcome } from "#src/bot/declare/incoming";
import { plainLine } from "#src/view/line";
import { withoutButtons } from "#src/view/card";
import type { Answerer, Acting } from "../send/answer.ts";
import { readKept } from "./action-codec.ts";
import { answered, inTimeOrNull, late, messageOf, received, type Ack } from "./answer-in-time.ts";
import { optionsBody, viewBody, workspaceOf, type ViewBody } from "./parse.ts";
import { actOf } from "./press-button.ts";
import type { Receipt } from "#src/ports/process/receipt";
import type { Block } from "../render/card.ts";
import {
  optionOf,
  pickedIn,
  readMetadata,
  renderErrors,
  valuesOf,
  withError,
  type View,
} from "../render/form.ts";
import { limits } from "../render/limits.ts";
import { meetPicked } from "../people/people.ts";
import { identity, platform, wordsIn, type Slack } from "../slack.ts";

export async function submitForm(
  slack: Slack,
  answerer: Answerer,
  receipt: Receipt,
  raw: unknown,
  ack: Ack,
): Promise<void> {
  const body = viewBody.parse(raw);
  const { view } = body;
  const workspace = workspaceOf(body);
  const user = body.user.id;
  const submission = readMetadata(view.private_metadata);
  const found = await inTimeOrNull(slack, receipt, () =>
    actOf(slack, workspace, submission?.carried),
  );
  if (!found) return ack(refusing(body, wordsIn(slack, "en").notTaken(), slack));
  const { act } = found;
  if (!submission || !act) return ack(refusing(body, wordsIn(slack, "en").gone(), slack));
  const dedupeKey = `slack:form:${workspace}:${submission.attempt}`;
  const picked = pickedIn(view.state.values);
  const users = [...new Set(picked.flatMap((each) => each.users))];
  const { now, done } = await answered(
    slack,
    receipt,
    received(
      slack,
      receipt,
      {
        kind: "submitted",
        dedupeKey,
        from: identity(workspace, user),
        ...act,
        values: valuesOf(view.state.values),
        ...(picked.length === 0 ? {} : { picked: picked.map(asAccounts) }),
        ...messageOf(submission.origin),
      },
      // Whoever was picked with Slack's own picker is met first, so that they can be meant at all; where one cannot be, nothing is done.
      picked.length === 0 ? undefined : () => meetPicked(slack, workspace, users),
    ),
  );
  const acting: Acting = {
    workspace,
    user,
    origin: submission.origin,
    again: null,
    atHome: submission.origin.home === true,
  };
  if (now === late) {
    await ack();
    await answerer.finish(acting, dedupeKey, await done);
    return answerer.homes.acted(workspace, user, acting.atHome);
  }
  const response = await inForm(slack, answerer, body, workspace, now, submission.origin);
  await ack(response);
  if (response === undefined || isNowhere(submission.origin))
    await answerer.finish(acting, dedupeKey, now);
  await answerer.homes.acted(workspace, user, acting.atHome);
}

const asAccounts = ({ field, users }: ReturnType<typeof pickedIn>[number]) => ({
  field,
  users: users.map((user) => ({ user })),
});

/** What keeps the form open, with what was typed; undefined closes it. */
async function inForm(
  slack: Slack,
  answerer: Answerer,
  body: ViewBody,
  workspace: string,
  outcome: Outcome,
  origin: Acting["origin"],
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
  // Asked by a shortcut, from anywhere: there is no message to answer, and whoever sent it is not in the chat the answer comes in.
  if (isNowhere(origin)) return doneIn(slack, answerer, workspace, outcome);
  return undefined;
}

const isNowhere = ({ channel, responseUrl, home }: Acting["origin"]): boolean =>
  channel === undefined && responseUrl === undefined && home !== true;

/** What was done, in the window it was asked in: to be read; what can be done about it stands in the chat. */
async function doneIn(
  slack: Slack,
  answerer: Answerer,
  workspace: string,
  outcome: Outcome,
): Promise<object | undefined> {
  if (outcome.outcome !== "show" && outcome.outcome !== "replace") return undefined;
  const t = wordsIn(slack, outcome.locale);
  const [first] = outcome.cards;
  if (first === undefined) return undefined;
  const shown = { ...withoutButtons(first), sees: [t.alsoInChat()] };
  const { blocks } = await answerer.rendered(workspace, [shown], outcome.locale);
  return {
    response_action: "update",
    view: {
      type: "modal",
      title: { type: "plain_text", text: t.formDone() },
      close: { type: "plain_text", text: t.close() },
      blocks,
    },
  };
}

/** The same for a form that nobody could even say whose it is. */
export const refusingForm = (raw: unknown, slack: Slack): object =>
  refusing(viewBody.parse(raw), wordsIn(slack, "en").notTaken(), slack);

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
export async function searchOptions(slack: Slack, raw: unknown, ack: Ack): Promise<void> {
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

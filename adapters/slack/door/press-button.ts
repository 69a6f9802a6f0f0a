// A button that was pressed: a bound action, what a card had no room for, or a form that could not be opened in time.
import type { Outcome } from "#src/bot/declare/incoming";
import type { BoundAction } from "#src/view/action";
import { plainLine } from "#src/view/line";
import { opensPage } from "../render/buttons.ts";
import type { Answerer, Acting } from "../send/answer.ts";
import { keptForm } from "../send/open-form.ts";
import { readCarried, readKept, type Carried, type KeptThing } from "./action-codec.ts";
import {
  acknowledge,
  gone,
  answered,
  inTimeOrNull,
  messageOf,
  notTaken,
  received,
  type Ack,
  type SlackReceipt,
} from "./answer-in-time.ts";
import type { Receipt } from "#src/ports/process/receipt";
import { actionBody, workspaceOf, type ActionBody } from "./parse.ts";
import { identity, localeOf, platform, type Slack } from "../slack.ts";

export async function pressButton(
  slack: Slack,
  answerer: Answerer,
  receipt: SlackReceipt,
  raw: unknown,
  ack: Ack,
): Promise<void> {
  const body = actionBody.parse(raw);
  const workspace = workspaceOf(body);
  const [action] = body.actions;
  // Of a menu, what was chosen in it.
  const chosen = action?.selected_option?.value;
  const carried = readCarried(chosen ?? action?.value);
  if (body.actions.some((each) => opensPage(each.action_id))) return ack();
  const address = body.response_url;
  // On a message at once, since what comes of it can be said there in any case.
  if (address !== undefined) await ack();
  const found = await inTimeOrNull(slack, receipt, () => actOf(slack, workspace, carried));
  const { act, kept } = found ?? { act: null, kept: null };
  const acting = actingFrom(body, workspace, act);
  const { channel, ts } = acting.origin;
  // The block's name is new with every rendering, so a double click is one act and a press on the next rendering another.
  const dedupeKey = `slack:press:${workspace}:${channel ?? "home"}:${ts ?? body.user.id}:${action?.block_id}:${action?.action_id}${chosen === undefined ? "" : `:${chosen}`}`;
  const { now, done } = await answered(
    slack,
    receipt,
    !found
      ? Promise.resolve(notTaken(slack))
      : outcomeOf(slack, receipt, workspace, { act: action ? act : null, kept }, (pressed) =>
          received(slack, receipt, {
            kind: "pressed",
            dedupeKey,
            from: identity(workspace, body.user.id),
            ...pressed,
            ...(channel === undefined || channel.startsWith("D")
              ? messageOf(acting.origin)
              : { place: { platform, workspace, channel } }),
          }),
        ),
  );
  if (address === undefined) await acknowledge(receipt, ack, now, address);
  await answerer.finish(acting, dedupeKey, await done);
  if (act !== null) await answerer.homes.acted(workspace, body.user.id, acting.atHome);
}

/** What it comes to: the act, or what a card had no room for. */
async function outcomeOf(
  slack: Slack,
  receipt: Receipt,
  workspace: string,
  { act, kept }: Found,
  carriedOut: (act: BoundAction) => Promise<Outcome>,
): Promise<Outcome> {
  if (kept && "cards" in kept)
    return { outcome: "show", cards: kept.cards, locale: localeOf(kept.cards) };
  if (!act) return gone(slack);
  if (act.name !== keptForm) return carriedOut(act);
  const opened = await inTimeOrNull(slack, receipt, () => formKept(slack, workspace, act));
  return opened ?? notTaken(slack);
}

interface Found {
  readonly act: BoundAction | null;
  readonly kept: KeptThing | null;
}

/** The act that came back with a button or a form: it may have been too long to travel, and was kept instead. */
export async function actOf(
  slack: Slack,
  workspace: string,
  carried: Carried | null | undefined,
): Promise<Found> {
  if (!carried) return { act: null, kept: null };
  if (carried.carries === "act") return { act: carried.act, kept: null };
  const kept = readKept(await slack.shelf.find({ platform, workspace }, carried.id));
  return { act: kept && "act" in kept ? kept.act : null, kept };
}

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

function actingFrom(body: ActionBody, workspace: string, again: BoundAction | null): Acting {
  const { container } = body;
  const atHome = container?.type === "view";
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
      ...(atHome ? { home: true as const } : {}),
    },
    again,
    atHome,
  };
}

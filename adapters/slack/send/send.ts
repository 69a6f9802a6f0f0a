// The Chat port over the Web API. A message carries its delivery's id as metadata, so that after an attempt nobody heard the end
// of one may look where one is allowed to: in one's own chats, and in channels where the history scope was granted.
import {
  withoutDepartments,
  type Chat,
  type ChatAddress,
  type Found,
  type OutgoingMessage,
  type PostResult,
} from "#src/ports/chat";
import { refusalOf, resultOf } from "./errors.ts";
import type { Client } from "./clients.ts";
import { renderCards, type Block, type Rendered } from "../render/card.ts";
import { localeOf, platform, wordsIn, type Slack } from "../slack.ts";
import { createTurns } from "./rate-limiter.ts";

export const deliveryEvent = "pacer_delivery";
/** How far back one looks for a message of the last hour. */
const lookBack = 100;
/** What is for a workspace whose token another key sealed waits for that key. */
const unopenedMs = 60_000;
/** Deliveries remembered so that one handed in twice is not sent twice; after a restart `find` looks. */
const mostRemembered = 5_000;

export interface Sender extends Chat {
  /** Where one posts to somebody's own chat with the bot: its channel, or their account, by which Slack finds or opens it. */
  ownChat(workspace: string, user: string): string;
}

export function createSender(slack: Slack): Sender {
  const sent = new Map<string, string>();
  const chats = new Map<string, string>();
  // conversations.history is let in fifty times a minute: after a crash there is much to look for at once.
  const looks = createTurns({ everyMs: 2_000, atOnce: 15 });

  function remember(memory: Map<string, string>, key: string, value: string): void {
    memory.set(key, value);
    const oldest = memory.size > mostRemembered ? memory.keys().next().value : undefined;
    if (oldest !== undefined) memory.delete(oldest);
  }

  /** For looking into it. conversations.open is let in fifty times a minute, so nothing else asks for it: docs.slack.dev/reference/methods/chat.postMessage opens it as well. */
  async function openChat(client: Client, workspace: string, user: string): Promise<string> {
    const key = `${workspace} ${user}`;
    const known = chats.get(key);
    if (known !== undefined) return known;
    const opened = await client.conversations.open({ users: user });
    const channel = opened.channel?.id;
    if (channel === undefined) throw new Error("conversations.open gave no channel");
    remember(chats, key, channel);
    return channel;
  }

  const ownChat = (workspace: string, user: string): string =>
    chats.get(`${workspace} ${user}`) ?? user;

  async function render(to: ChatAddress, message: OutgoingMessage): Promise<Rendered> {
    const rendered = renderCards(
      message.cards,
      message.deliveryId,
      wordsIn(slack, message.locale ?? localeOf(message.cards)),
    );
    if (rendered.kept.length > 0)
      await slack.shelf.keep({ platform, workspace: to.workspace }, rendered.kept, message.at);
    return rendered;
  }

  const isUnopened = async (workspace: string): Promise<boolean> =>
    (await slack.installations.known({ platform, workspace }))?.isUnopened === true;

  async function attempt(
    to: ChatAddress,
    work: (client: Client) => Promise<string>,
  ): Promise<PostResult> {
    const client = await slack.clients.of(to.workspace);
    if (!client)
      return (await isUnopened(to.workspace))
        ? { result: "later", afterMs: unopenedMs }
        : { result: "final", stops: "installation", why: "the app is not installed there" };
    try {
      return { result: "sent", messageId: await work(client) };
    } catch (error) {
      return resultOf(error);
    }
  }

  return {
    platform,
    // docs.slack.dev/apis/web-api/rate-limits: about one a second and channel with short bursts, several hundred a minute in all. Fewer
    // at once than are let in: what leaves second by second may arrive in a bunch.
    // chat.update is let in fifty times in any minute: 5 at once and 42 in the minute after.
    pace: {
      destination: { perSecond: 1, burst: 2 },
      installation: { perSecond: 5, burst: 20 },
      edits: { perSecond: 0.7, burst: 5 },
    },
    ownChat,
    async post(to, message) {
      const before = sent.get(nameOf(to, message.deliveryId));
      if (before !== undefined) return { result: "sent", messageId: before };
      const result = await attempt(to, async (client) => {
        const channel = "channel" in to ? to.channel : ownChat(to.workspace, to.user);
        const rendered = await render(to, message);
        const metadata = {
          event_type: deliveryEvent,
          event_payload: { delivery: message.deliveryId },
        };
        const posted = await client.chat.postMessage({
          channel,
          ...shownAs(rendered),
          metadata,
          unfurl_links: false,
          unfurl_media: false,
        });
        if ("user" in to && posted.channel !== undefined)
          remember(chats, `${to.workspace} ${to.user}`, posted.channel);
        return messageIdOf(posted.channel ?? channel, posted.ts ?? "");
      });
      if (result.result === "sent")
        remember(sent, nameOf(to, message.deliveryId), result.messageId);
      return result;
    },
    edit: (to, messageId, message) =>
      attempt(to, async (client) => {
        const { channel, ts } = placeOf(messageId);
        await client.chat.update({ channel, ts, ...shownAs(await render(to, message)) });
        return messageId;
      }),
    ...withoutDepartments,
    async find(to, deliveryId): Promise<Found> {
      const before = sent.get(nameOf(to, deliveryId));
      if (before !== undefined) return { found: "there", messageId: before };
      const client = await slack.clients.of(to.workspace);
      if (!client)
        return (await isUnopened(to.workspace))
          ? { found: "later", afterMs: unopenedMs }
          : { found: "unknowable" };
      const { booked, inMs } = looks.book(to.workspace, 0);
      if (!booked) return { found: "later", afterMs: inMs };
      try {
        const channel =
          "channel" in to ? to.channel : await openChat(client, to.workspace, to.user);
        const history = await client.conversations.history({
          channel,
          limit: lookBack,
          include_all_metadata: true,
        });
        const found = (history.messages ?? []).find((each) => deliveryOf(each) === deliveryId);
        return found?.ts === undefined
          ? { found: "absent" }
          : { found: "there", messageId: messageIdOf(channel, found.ts) };
      } catch (error) {
        const result = resultOf(error);
        if (result.result === "later") return { found: "later", afterMs: result.afterMs };
        // Anything but a refusal is tried again by whoever asked: "absent" would be a guess.
        const refusal = refusalOf(error);
        if (refusal === null) throw error;
        if (refusal === "missing_scope" || refusal === "not_in_channel")
          return { found: "unknowable" };
        if (result.result === "final") return { found: "absent" };
        throw error;
      }
    },
  };
}

const nameOf = (to: ChatAddress, deliveryId: string): string =>
  `${to.workspace} ${"channel" in to ? to.channel : to.user} ${deliveryId}`;

function deliveryOf(message: object): string | undefined {
  const { metadata } = message as {
    metadata?: { event_type?: string; event_payload?: { delivery?: unknown } };
  };
  const delivery =
    metadata?.event_type === deliveryEvent ? metadata.event_payload?.delivery : undefined;
  return typeof delivery === "string" ? delivery : undefined;
}

/** `mrkdwn: false`: the notification's text is no markup either. */
export const shownAs = ({ blocks, text }: Pick<Rendered, "blocks" | "text">) => ({
  text,
  blocks: blocksOf(blocks),
  mrkdwn: false,
  parse: "none" as const,
  link_names: false,
});

/** Our blocks are plain data; the library's types know fewer kinds than Slack does. */
export const blocksOf = (blocks: readonly Block[]) => [...blocks] as unknown as { type: string }[];

/** A message is named by its channel and its time together: a time alone is unique within a channel only. */
export const messageIdOf = (channel: string, ts: string): string => `${channel}/${ts}`;

export function placeOf(messageId: string): { readonly channel: string; readonly ts: string } {
  const [channel = "", ts = ""] = messageId.split("/");
  return { channel, ts };
}

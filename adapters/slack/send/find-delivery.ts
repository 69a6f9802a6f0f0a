// Whether a delivery whose end nobody heard has arrived: looked for where one may look.
import type { ChatAddress, Found } from "#src/ports/chat/chat";
import type { Client } from "./clients.ts";
import { refusalOf, resultOf } from "./errors.ts";
import type { Memory } from "./memory.ts";
import { messageIdOf } from "./message-id.ts";
import { createTurns } from "./rate-limiter.ts";
import type { Slack } from "../slack.ts";

export const deliveryEvent = "pacer_delivery";
/** How far back one looks for a message of the last hour. */
const lookBack = 100;
/** What is for a workspace whose token another key sealed waits for that key. */
export const unopenedMs = 60_000;

interface FinderPorts {
  readonly slack: Slack;
  /** Channels of own chats, by workspace and account. */
  readonly chats: Memory;
  readonly isUnopened: (workspace: string) => Promise<boolean>;
}

export function createFinder({ slack, chats, isUnopened }: FinderPorts) {
  // conversations.history is let in fifty times a minute: after a crash there is much to look for at once.
  const looks = createTurns({ everyMs: 2_000, atOnce: 15 });

  /** For looking into it. conversations.open is let in fifty times a minute, so nothing else asks for it: docs.slack.dev/reference/methods/chat.postMessage opens it as well. */
  async function openChat(client: Client, workspace: string, user: string): Promise<string> {
    const key = `${workspace} ${user}`;
    const known = chats.get(key);
    if (known !== undefined) return known;
    const opened = await client.conversations.open({ users: user });
    const channel = opened.channel?.id;
    if (channel === undefined) throw new Error("conversations.open gave no channel");
    chats.keep(key, channel);
    return channel;
  }

  return async function find(to: ChatAddress, deliveryId: string): Promise<Found> {
    const client = await slack.clients.of(to.workspace);
    if (!client)
      return (await isUnopened(to.workspace))
        ? { found: "later", afterMs: unopenedMs }
        : { found: "unknowable" };
    const { booked, inMs } = looks.book(to.workspace, 0);
    if (!booked) return { found: "later", afterMs: inMs };
    try {
      const channel = "channel" in to ? to.channel : await openChat(client, to.workspace, to.user);
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
      return foundAfter(error);
    }
  };
}

function foundAfter(error: unknown): Found {
  const result = resultOf(error);
  if (result.result === "later") return { found: "later", afterMs: result.afterMs };
  // Anything but a refusal is tried again by whoever asked: "absent" would be a guess.
  const refusal = refusalOf(error);
  if (refusal === null) throw error;
  if (refusal === "missing_scope" || refusal === "not_in_channel") return { found: "unknowable" };
  if (result.result === "final") return { found: "absent" };
  throw error;
}

function deliveryOf(message: object): string | undefined {
  // Slack's own answer to a request for messages with their metadata; its library leaves that out of their type.
  const { metadata } = message as {
    metadata?: { event_type?: string; event_payload?: { delivery?: unknown } };
  };
  const delivery =
    metadata?.event_type === deliveryEvent ? metadata.event_payload?.delivery : undefined;
  return typeof delivery === "string" ? delivery : undefined;
}

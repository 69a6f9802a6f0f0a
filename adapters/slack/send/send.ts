// The Chat port over the Web API. A message carries its delivery's id as metadata, so that after an attempt nobody heard the end
// of one may look where one is allowed to: in one's own chats, and in channels where the history scope was granted.
import {
  withoutDepartments,
  type Chat,
  type ChatAddress,
  type OutgoingMessage,
  type PostResult,
} from "#src/ports/chat/chat";
import { caught, refusalOf, resultOf } from "./errors.ts";
import { createFinder, deliveryEvent, unopenedMs } from "./find-delivery.ts";
import { createMemory } from "./memory.ts";
import { messageIdOf, placeOf } from "./message-id.ts";
import type { Client } from "./clients.ts";
import { createFiles } from "../files/exchange.ts";
import { withPage, type Card } from "#src/view/card";
import { memberOf, membersOf } from "../people/members.ts";
import { renderCards, type Block, type Rendered } from "../render/card.ts";
import type { Named } from "../render/line.ts";
import { hasNative } from "../render/native.ts";
import { localeOf, platform, wordsIn, type Slack } from "../slack.ts";

export interface Sender extends Chat {
  /** Where one posts to somebody's own chat with the bot: its channel, or their account, by which Slack finds or opens it. */
  ownChat(workspace: string, user: string): string;
}

export function createSender(slack: Slack): Sender {
  const sent = createMemory();
  const chats = createMemory();
  const isUnopened = async (workspace: string): Promise<boolean> =>
    (await slack.installations.known({ platform, workspace }))?.isUnopened === true;
  const find = createFinder({ slack, chats, isUnopened });

  const ownChat = (workspace: string, user: string): string =>
    chats.get(`${workspace} ${user}`) ?? user;

  async function render(
    to: ChatAddress,
    message: OutgoingMessage,
    native: boolean,
  ): Promise<Rendered> {
    const { workspace } = to;
    const named: Named = {
      told: message.told ?? new Map(),
      channels: await channelsOf(slack, workspace, message.cards),
    };
    const rendered = renderCards(
      message.cards.map((each) => withPage(each, slack.bot().hrefOf)),
      // Each drawing has a name of its own, since less has room in one than in the other.
      native ? `${message.deliveryId}.own` : message.deliveryId,
      wordsIn(slack, message.locale ?? localeOf(message.cards)),
      { named, native },
    );
    if (rendered.kept.length > 0)
      await slack.shelf.keep({ platform, workspace }, rendered.kept, message.at);
    return rendered;
  }

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
        const metadata = {
          event_type: deliveryEvent,
          event_payload: { delivery: message.deliveryId },
        };
        const posted = await withNatives(slack, to.workspace, message.cards, async (native) =>
          client.chat.postMessage({
            channel,
            ...shownAs(await render(to, message, native)),
            metadata,
            unfurl_links: false,
            unfurl_media: false,
          }),
        );
        if ("user" in to && posted.channel !== undefined)
          chats.keep(`${to.workspace} ${to.user}`, posted.channel);
        return messageIdOf(posted.channel ?? channel, posted.ts ?? "");
      });
      if (result.result === "sent") sent.keep(nameOf(to, message.deliveryId), result.messageId);
      return result;
    },
    edit: (to, messageId, message) =>
      attempt(to, async (client) => {
        const { channel, ts } = placeOf(messageId);
        await withNatives(slack, to.workspace, message.cards, async (native) =>
          client.chat.update({ channel, ts, ...shownAs(await render(to, message, native)) }),
        );
        return messageId;
      }),
    tells: ["members"],
    ...withoutDepartments,
    ...createFiles(slack),
    member: (workspace, user) => memberOf(slack, workspace, user),
    membersAt: (place) => membersOf(slack, place),
    find: async (to, deliveryId) => {
      const before = sent.get(nameOf(to, deliveryId));
      return before === undefined ? find(to, deliveryId) : { found: "there", messageId: before };
    },
  };
}

/**
 * With charts and tables of Slack's own; where they are refused, and the same without them is not, that workspace gets the drawings for a
 * day, from whichever process.
 */
export async function withNatives<T>(
  { installations }: Pick<Slack, "installations">,
  workspace: string,
  cards: readonly Card[],
  send: (native: boolean) => Promise<T>,
): Promise<T> {
  const key = { platform, workspace };
  if (!hasNative(cards) || (await installations.isPlain(key))) return send(false);
  try {
    return await send(true);
  } catch (error) {
    if (refusalOf(error) !== "invalid_blocks") throw error;
    const done = await send(false);
    await installations.stayPlain(key);
    return done;
  }
}

/** Where that cannot be found out they are named in plain words. */
export async function channelsOf(
  slack: Slack,
  workspace: string,
  cards: readonly Card[],
): Promise<ReadonlyMap<string, string>> {
  try {
    return await slack.bot().channelsOf({ platform, workspace }, cards);
  } catch (error) {
    slack.logger.error(caught(error), "slack.channels_not_known");
    return new Map();
  }
}

const nameOf = (to: ChatAddress, deliveryId: string): string =>
  `${to.workspace} ${"channel" in to ? to.channel : to.user} ${deliveryId}`;

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

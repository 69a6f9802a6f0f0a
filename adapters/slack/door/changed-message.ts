// A message in the bot's own chat that somebody edits or deletes afterwards. docs.slack.dev/reference/events/message/message_changed
import type { Incoming } from "#src/bot/declare/incoming";
import { identity, platform } from "../slack.ts";
import { changeEvent } from "./parse.ts";

/** The key of what somebody said, by which it is found again when they change it. */
export const saidKey = (workspace: string, channel: string, ts: string): string =>
  `${platform}:said:${workspace}:${channel}:${ts}`;

/**
 * Null where nobody changed what they said: a link that unfurled, the bot's own cards, other messages. One with answers in its thread is
 * not deleted but replaced by a tombstone.
 */
export function changedMessage(
  workspace: string,
  botUser: string,
  event: unknown,
): Extract<Incoming, { kind: "messageChanged" }> | null {
  const read = changeEvent.safeParse(event);
  if (!read.success) return null;
  const { subtype, channel, message, previous_message: before, ts: at } = read.data;
  if (before.bot_id || before.user === botUser) return null;
  const changed = (change: "edited" | "deleted", key: string) =>
    ({
      kind: "messageChanged",
      dedupeKey: `slack:${change}:${workspace}:${channel}:${key}`,
      from: identity(workspace, before.user),
      said: saidKey(workspace, channel, before.ts),
      change,
    }) as const;
  if (subtype === "message_deleted" || message?.subtype === "tombstone")
    return changed("deleted", before.ts);
  if (message?.user !== before.user || words(message.text) === words(before.text)) return null;
  return changed("edited", `${before.ts}:${message.edited?.ts ?? at}`);
}

const words = (text: string): string => text.trim().replaceAll(/\s+/gu, " ");

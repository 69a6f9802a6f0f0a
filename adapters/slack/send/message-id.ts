// How a message of ours is named towards the core.

/** A message is named by its channel and its time together: a time alone is unique within a channel only. */
export const messageIdOf = (channel: string, ts: string): string => `${channel}/${ts}`;

export function placeOf(messageId: string): { readonly channel: string; readonly ts: string } {
  const [channel = "", ts = ""] = messageId.split("/");
  return { channel, ts };
}

// The transcript in memory, for the adapter's own tests only; conversations run over the real one in db.
import type { Channel, Persona, Transcript, TranscriptMessage } from "#src/ports/chat/transcript";

export function createMemoryTranscript(
  people: readonly Omit<Persona, "unread">[],
  channels: readonly Omit<Channel, "unread">[] = [],
): Transcript {
  const messages: TranscriptMessage[] = [];
  /** How many of a room's messages somebody has seen. */
  const seen = new Map<string, number>();
  const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  const own = (user: string): TranscriptMessage[] =>
    messages.filter((each) => each.channel === null && each.user === user);
  const room = (user: string, channel: string | null): TranscriptMessage[] =>
    channel === null ? own(user) : messages.filter((each) => each.channel === channel);
  const unread = (user: string, channel: string | null): number =>
    room(user, channel)
      .slice(seen.get(`${user} ${channel ?? ""}`) ?? 0)
      .filter((each) => each.by === "bot" || each.user !== user).length;
  const change = (
    id: string,
    changed: (old: TranscriptMessage) => Partial<TranscriptMessage>,
  ): void => {
    const at = messages.findIndex((each) => each.id === id);
    const old = messages[at];
    if (old !== undefined) messages[at] = { ...old, ...changed(old), version: old.version + 1 };
  };
  return {
    personas: async () => people.map((each) => ({ ...each, unread: unread(each.user, null) })),
    channels: async () =>
      channels.map((each) => ({
        ...each,
        unread: Object.fromEntries(people.map(({ user }) => [user, unread(user, each.channel)])),
      })),
    latest: async (where, most) =>
      ("channel" in where ? room("", where.channel) : own(where.user)).slice(-most),
    message: async (id) => messages.find((each) => each.id === id) ?? null,
    async add(message) {
      if (
        messages.some(
          (each) =>
            each.id === message.id ||
            (message.deliveryId !== null && each.deliveryId === message.deliveryId),
        )
      )
        return false;
      messages.push({ ...message, cards: kept(message.cards), version: 1, receipt: false });
      return true;
    },
    byDelivery: async (deliveryId) =>
      messages.find((each) => each.deliveryId === deliveryId) ?? null,
    replace: async (id, cards) => change(id, () => ({ cards: kept(cards) })),
    acknowledge: async (id) => change(id, () => ({ receipt: true })),
    markRead: async (user, channel) =>
      void seen.set(`${user} ${channel ?? ""}`, room(user, channel).length),
  };
}

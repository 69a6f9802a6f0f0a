// The transcript in memory, for the adapter's own tests only; conversations run over the real one in db.
import type { Persona, Transcript, TranscriptMessage } from "#src/ports/transcript";

export function createMemoryTranscript(people: readonly Omit<Persona, "unread">[]): Transcript {
  const messages: TranscriptMessage[] = [];
  const unread = new Map<string, number>();
  const kept = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
  return {
    personas: async () => people.map((each) => ({ ...each, unread: unread.get(each.user) ?? 0 })),
    latest: async (user, most) => messages.filter((each) => each.user === user).slice(-most),
    message: async (id) => messages.find((each) => each.id === id) ?? null,
    async add(message) {
      if (messages.some((each) => each.id === message.id || (message.deliveryId !== null && each.deliveryId === message.deliveryId))) return false;
      messages.push({ ...message, cards: kept(message.cards), version: 1 });
      if (message.by === "bot") unread.set(message.user, (unread.get(message.user) ?? 0) + 1);
      return true;
    },
    byDelivery: async (deliveryId) => messages.find((each) => each.deliveryId === deliveryId) ?? null,
    async replace(id, cards) {
      const at = messages.findIndex((each) => each.id === id);
      const old = messages[at];
      if (old !== undefined) messages[at] = { ...old, cards: kept(cards), version: old.version + 1 };
    },
    markRead: async (user) => void unread.set(user, 0),
  };
}

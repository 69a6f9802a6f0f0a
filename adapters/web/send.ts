// The Chat port over the transcript: a delivery is in somebody's chat once it is stored there, and only once.
import type { Chat, ChatAddress, OutgoingMessage, PostResult } from "#src/ports/chat";
import { showStored } from "./live.ts";
import { personaOf, platform, workspace, type Web } from "./web.ts";

export function createChat(web: Web): Chat {
  return {
    platform,
    post: (to, message) => post(web, to, message),
    async find(to, deliveryId) {
      const found = await web.transcript.byDelivery(deliveryId);
      return found !== null && found.user === to.user ? found.id : null;
    },
  };
}

async function post(web: Web, to: ChatAddress, message: OutgoingMessage): Promise<PostResult> {
  const persona = to.platform === platform && to.workspace === workspace ? await personaOf(web, to.user) : null;
  if (persona === null) return { result: "final", stops: "person", why: "no such persona in the playground" };
  const id = web.chance.id();
  const { deliveryId, at, cards } = message;
  if (await web.transcript.add({ id, user: to.user, by: "bot", at, text: "", cards, deliveryId })) {
    await showStored(web, persona, id);
    return { result: "sent", messageId: id };
  }
  const earlier = await web.transcript.byDelivery(deliveryId);
  return earlier === null ? { result: "unknown" } : { result: "sent", messageId: earlier.id };
}

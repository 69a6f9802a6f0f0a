// The Chat port over the transcript: a delivery is in its room once it is stored there, and only once.
import {
  withoutDirectory,
  type Chat,
  type ChatAddress,
  type OutgoingMessage,
  type PostResult,
} from "#src/ports/chat/chat";
import type { Room, TranscriptMessage } from "#src/ports/chat/transcript";
import { showStored } from "./live.ts";
import { fetchDropped, offerFile } from "./dropped.ts";
import { channelOf, personaOf, platform, workspace, type Web } from "../web.ts";

export function createChat(web: Web): Chat {
  return {
    platform,
    // Here nobody is in the way.
    pace: { destination: null, installation: null },
    post: (to, message) => post(web, to, message),
    edit: (to, messageId, message) => edit(web, to, messageId, message),
    ...withoutDirectory,
    sendFile: ({ user }, name, bytes) => offerFile(web, user, name, bytes),
    fetchFile: async ({ user }, ref) => fetchDropped(web, user, ref),
    async find(to, deliveryId) {
      const found = await web.transcript.byDelivery(deliveryId);
      return found !== null && isIn(found, to)
        ? { found: "there", messageId: found.id }
        : { found: "absent" };
    },
  };
}

const isIn = (message: TranscriptMessage, room: Room): boolean =>
  "channel" in room
    ? message.channel === room.channel
    : message.channel === null && message.user === room.user;

async function isThere(web: Web, to: ChatAddress): Promise<boolean> {
  if (to.platform !== platform || to.workspace !== workspace) return false;
  return "channel" in to
    ? (await channelOf(web, to.channel)) !== null
    : (await personaOf(web, to.user)) !== null;
}

async function edit(
  web: Web,
  to: ChatAddress,
  messageId: string,
  message: OutgoingMessage,
): Promise<PostResult> {
  const known = await web.transcript.message(messageId);
  if (known === null || !isIn(known, to))
    return { result: "final", stops: "content", why: "the message to edit is not there" };
  await web.transcript.replace(messageId, message.cards);
  await showStored(web, messageId);
  return { result: "sent", messageId };
}

async function post(web: Web, to: ChatAddress, message: OutgoingMessage): Promise<PostResult> {
  if (!(await isThere(web, to)))
    return {
      result: "final",
      stops: "person",
      why: "no such persona or channel in the playground",
    };
  const id = web.chance.id();
  const { deliveryId, at, cards } = message;
  const where =
    "channel" in to ? { user: "", channel: to.channel } : { user: to.user, channel: null };
  if (await web.transcript.add({ id, ...where, by: "bot", at, text: "", cards, deliveryId })) {
    await showStored(web, id);
    return { result: "sent", messageId: id };
  }
  const earlier = await web.transcript.byDelivery(deliveryId);
  return earlier === null ? { result: "unknown" } : { result: "sent", messageId: earlier.id };
}

// Files of the page: those that were dropped, held until they are fetched, and the bot's own, held until they are taken.
import type { Fetched, FileSent } from "#src/ports/chat/files";
import { limits } from "../render/limits.ts";
import { showStored } from "./live.ts";
import type { Web } from "../web.ts";

export function holdDropped({ dropped }: Web, ref: string, user: string, bytes: Uint8Array): void {
  dropped.set(ref, { user, bytes });
  letOldestGo(dropped);
}

function letOldestGo(held: Map<string, unknown>): void {
  for (const oldest of held.keys()) {
    if (held.size <= limits.filesHeld) break;
    held.delete(oldest);
  }
}

/** Its message has its name as text, and the file under its own id. */
export async function offerFile(
  web: Web,
  user: string,
  name: string,
  bytes: Uint8Array,
): Promise<FileSent> {
  const id = web.chance.id();
  web.ready.set(id, { user, name, bytes });
  letOldestGo(web.ready);
  const at = web.clock.now();
  const message = { id, user, channel: null, by: "bot", at, text: name, cards: [] } as const;
  if (!(await web.transcript.add({ ...message, deliveryId: id }))) return { sent: "not now" };
  await showStored(web, id);
  return { sent: "there" };
}

export function fetchDropped({ dropped }: Web, user: string, ref: string): Fetched {
  const held = dropped.get(ref);
  if (held?.user !== user) return { fetched: "gone" };
  return {
    fetched: "there",
    bytes: (async function* () {
      yield held.bytes;
      dropped.delete(ref);
    })(),
  };
}

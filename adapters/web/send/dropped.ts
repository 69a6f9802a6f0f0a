// Files dropped on the page, held until they are fetched: whoever reads them keeps them from then on.
import type { Fetched } from "#src/ports/chat/files";
import { limits } from "../render/limits.ts";
import type { Web } from "../web.ts";

export function holdDropped({ dropped }: Web, ref: string, user: string, bytes: Uint8Array): void {
  dropped.set(ref, { user, bytes });
  for (const oldest of dropped.keys()) {
    if (dropped.size <= limits.filesHeld) break;
    dropped.delete(oldest);
  }
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

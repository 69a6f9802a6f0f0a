// What a chat platform permits, and what it says to whoever goes faster: the other end of the pace.
import type { Rate } from "#src/ports/chat/chat";

export interface Permit {
  /** False: too fast, and not counted. */
  take(key: string, rate: Rate, atMs: number): boolean;
}

/** So many a second, and so many at once after a rest; a message that is refused costs nothing. */
export function createPermit(): Permit {
  const next = new Map<string, number>();
  return {
    take(key, { perSecond, burst }, at) {
      const from = Math.max(next.get(key) ?? 0, at);
      if (from - at > ((burst - 1) * 1000) / perSecond + 0.001) return false;
      next.set(key, from + 1000 / perSecond);
      return true;
    },
  };
}

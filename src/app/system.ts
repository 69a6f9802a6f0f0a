// The real clock and real chance.
import { randomBytes } from "node:crypto";
import type { Chance, Clock } from "#src/ports/process/clock";

export const systemClock: Clock = { now: () => new Date() };

/**
 * Ids are UUID version 7 by the machine's clock, not by business time: the playground's clock stands still, and ids of
 * one millisecond must still sort in the order they were made, hence the counter in their 12 middle bits.
 */
export function createChance(
  clock: Clock = systemClock,
  bytes: (count: number) => Uint8Array = drawn(),
): Chance {
  let last = 0;
  let count = 0;
  return {
    id() {
      const now = Math.max(last, clock.now().getTime());
      count = now === last ? count + 1 : 0;
      last = count > 0xfff ? now + 1 : now;
      if (count > 0xfff) count = 0;
      const random = bytes(8);
      // Eight bytes were asked for; the first two bits of the first name the variant of RFC 9562.
      random[0] = ((random[0] ?? 0) & 0x3f) | 0x80;
      const hex = `${last.toString(16).padStart(12, "0")}7${count.toString(16).padStart(3, "0")}${Buffer.from(random).toString("hex")}`;
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
    share: () => Buffer.from(bytes(4)).readUInt32BE() / 2 ** 32,
    code: () => Buffer.from(bytes(3)).toString("hex").toUpperCase(),
  };
}

/** Random bytes fetched a page at a time, since one request of the system costs more than an id; none is given out twice. */
function drawn(): (count: number) => Uint8Array {
  let page = Buffer.alloc(0);
  let at = 0;
  return (count) => {
    if (at + count > page.length) {
      page = randomBytes(Math.max(4096, count));
      at = 0;
    }
    return page.subarray(at, (at += count));
  };
}

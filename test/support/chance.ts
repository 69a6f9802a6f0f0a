// Chance that repeats itself: the same seed gives the same story.

export interface Draw {
  /** From 0 to below 1. */
  share(): number;
  below(count: number): number;
  pick<T>(from: readonly T[]): T;
}

/** Mulberry32. */
export function drawing(seed: number): Draw {
  let state = seed;
  const share = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(share() * count);
  return { share, below, pick: (from) => from[below(from.length)]! };
}

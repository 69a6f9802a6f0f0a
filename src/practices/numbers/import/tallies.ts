// Numbers by a digest of what they count: a million of them take some thirty megabytes, and no text is kept.

/** Twelve bytes of a digest as three words; one in 10^17 of a million pairs is alike. */
const words = 3;
const slot = words + 1;

export interface Tallies {
  /** What stands under it; null where nothing does. Counts from 0 to 4,000,000,000. */
  get(key: Uint8Array): number | null;
  set(key: Uint8Array, value: number): void;
}

export function createTallies(): Tallies {
  let room = 1024;
  let kept = 0;
  let table = new Uint32Array(room * slot);

  const wordOf = (key: Uint8Array, n: number): number =>
    ((key[n * 4] ?? 0) |
      ((key[n * 4 + 1] ?? 0) << 8) |
      ((key[n * 4 + 2] ?? 0) << 16) |
      ((key[n * 4 + 3] ?? 0) << 24)) >>>
    0;

  /** Where it stands, or would; the value is kept one higher, so that 0 is an empty place. */
  function placeOf(a: number, b: number, c: number): number {
    for (let n = a % room; ; n = (n + 1) % room) {
      const at = n * slot;
      if (table[at + words] === 0) return at;
      if (table[at] === a && table[at + 1] === b && table[at + 2] === c) return at;
    }
  }

  function grow(): void {
    const before = table;
    room *= 2;
    table = new Uint32Array(room * slot);
    for (let from = 0; from < before.length; from += slot)
      if (before[from + words] !== 0) {
        const at = placeOf(before[from] ?? 0, before[from + 1] ?? 0, before[from + 2] ?? 0);
        table.set(before.subarray(from, from + slot), at);
      }
  }

  return {
    get(key) {
      const found = table[placeOf(wordOf(key, 0), wordOf(key, 1), wordOf(key, 2)) + words] ?? 0;
      return found === 0 ? null : found - 1;
    },
    set(key, value) {
      if ((kept + 1) * 3 > room * 2) grow();
      const [a, b, c] = [wordOf(key, 0), wordOf(key, 1), wordOf(key, 2)];
      const at = placeOf(a, b, c);
      if (table[at + words] === 0) kept++;
      table.set([a, b, c, value + 1], at);
    },
  };
}

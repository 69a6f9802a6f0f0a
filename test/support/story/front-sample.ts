// Which conversations are told over which front in one run of the gate: every file once, over a front that turns with the seed.
export const platformFronts = [
  "slack http",
  "slack socket",
  "lark webhook",
  "lark socket",
] as const;
export type PlatformFront = (typeof platformFronts)[number];

/** Without a seed all of them. Four seeds in a row tell every file over every front. */
export function storiesOver(
  front: PlatformFront,
  files: readonly string[],
  seed: number | null,
): readonly string[] {
  if (seed === null) return files;
  const turn = platformFronts.indexOf(front) + seed;
  return files.toSorted().filter((_, i) => (i + turn) % platformFronts.length === 0);
}

/** Null where none was given; what is no whole number from 0 up is said. */
export function readSeed(given: string | undefined): number | null {
  if (given === undefined || given === "") return null;
  const seed = Number(given);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Error(`SEED is ${given}; it is a whole number, as in SEED=3`);
  return seed;
}

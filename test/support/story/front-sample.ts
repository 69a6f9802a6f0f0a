// Which conversations are told over which front in one run of the gate: every other file once, over a front that turns with the seed.
export const platformFronts = [
  "slack http",
  "slack socket",
  "lark webhook",
  "lark socket",
] as const;
export type PlatformFront = (typeof platformFronts)[number];

/** A run tells an eighth of the files over each front: the gate has to end in time. */
const runs = 2 * platformFronts.length;

/** Without a seed all of them. Eight seeds in a row tell every file over every front. */
export function storiesOver(
  front: PlatformFront,
  files: readonly string[],
  seed: number | null,
): readonly string[] {
  if (seed === null) return files;
  const turn = 2 * platformFronts.indexOf(front) + seed;
  return files.toSorted().filter((_, i) => (i + turn) % runs === 0);
}

/** Null where none was given; what is no whole number from 0 up is said. */
export function readSeed(given: string | undefined): number | null {
  if (given === undefined || given === "") return null;
  const seed = Number(given);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Error(`SEED is ${given}; it is a whole number, as in SEED=3`);
  return seed;
}

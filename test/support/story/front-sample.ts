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

export interface Round {
  readonly front: "web" | PlatformFront;
  readonly files: readonly string[];
}

/** What brings a platform of its own is told once, with the browser. */
const ownPlatform = /\/(?:slack|lark|two-clouds)\//;

/** One run a front; a front that has nothing to tell is said, since then what was looked for does not exist. */
export function rounds(
  fronts: readonly Round["front"][],
  files: readonly string[],
  seed: number | null,
): readonly Round[] {
  const anywhere = files.filter((each) => !ownPlatform.test(each));
  return fronts.map((front) => {
    const told = front === "web" ? files : storiesOver(front, anywhere, seed);
    if (told.length === 0) throw new Error(`no conversation for ${front}`);
    return { front, files: told };
  });
}

/** Null where none was given; what is no whole number from 0 up is said. */
export function readSeed(given: string | undefined): number | null {
  if (given === undefined || given === "") return null;
  const seed = Number(given);
  if (!Number.isSafeInteger(seed) || seed < 0)
    throw new Error(`SEED is ${given}; it is a whole number, as in SEED=3`);
  return seed;
}

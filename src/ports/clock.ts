// Time and chance, as arguments: nobody in the house calls Date.now() or Math.random() on their own.

export interface Clock {
  /** Business time: the wall clock in production, a stored and moved one in the playground. */
  now(): Date;
}

/** How long to wait after that many tries that failed: it doubles, and never gets longer than `mostMs`. */
export const backOffMs = (firstMs: number, failed: number, mostMs: number): number =>
  Math.min(mostMs, firstMs * 2 ** (failed - 1));

export interface Chance {
  /** A fresh id: UUID version 7, so that ids made later sort later. */
  id(): string;
  /** From 0 to below 1: so that those who failed together do not come again together. */
  share(): number;
  /** A short code for an error that somebody may read out to an admin. */
  code(): string;
}

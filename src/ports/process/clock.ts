// Time and chance, as arguments: nobody in the house calls Date.now() or Math.random() on their own.

export interface Clock {
  /** Business time: the wall clock in production, a stored and moved one in the playground. */
  now(): Date;
}

/** How long to wait after that many tries that failed: it doubles, and never gets longer than `mostMs`. */
export const backOffMs = (firstMs: number, failed: number, mostMs: number): number =>
  Math.min(mostMs, firstMs * 2 ** (failed - 1));

/** What the work comes to, or `late` where it takes longer than `ms`; it goes on then. Waiting keeps no process alive. */
export async function inTime<T, Late>(work: Promise<T>, ms: number, late: Late): Promise<T | Late> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Late>((resolve) => {
    timer = setTimeout(resolve, ms, late).unref();
  });
  return await Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}

export interface Chance {
  /** A fresh id: UUID version 7, so that ids made later sort later. */
  id(): string;
  /** From 0 to below 1: so that those who failed together do not come again together. */
  share(): number;
  /** A short code for an error that somebody may read out to an admin. */
  code(): string;
}

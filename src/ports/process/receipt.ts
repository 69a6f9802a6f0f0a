// One deadline over the whole receipt of an act, counted from when it came: by then it is done, kept, or not taken, and what is not taken
// is never carried out afterwards.

/** Platforms show an error after three seconds; people are answered within two, and the way there and back takes its part. */
const patienceMs = 1_900;
/** By then it is kept, or it is not taken at all: before it would be said that it is still worked on. */
const usualTakenWithinMs = 1_700;

export interface Receipt {
  /** What comes first: the work, or the end of the time in which an act may be taken. */
  readonly taking: <T>(work: Promise<T>) => Promise<T | null>;
  /** What comes first: the work, or the moment at which people are answered in any case. */
  readonly answering: <T, Late>(work: Promise<T>, late: Late) => Promise<T | Late>;
  /** Whether the time to take it is over. */
  readonly isOver: () => boolean;
  /** It is heard from now on: false where that comes too late, and it was said already that it is not taken. */
  readonly begins: () => boolean;
  /** The time to take it is over, and nobody began to hear it: the database did not even say whose it is. */
  readonly unheard: Promise<void>;
}

export function createReceipt(takenWithinMs = usualTakenWithinMs): Receipt {
  let isOver = false;
  let isHeard = false;
  const over = after(takenWithinMs).then(() => void (isOver = true));
  const late = after(patienceMs);
  return {
    taking: (work) => Promise.race([work, over.then(() => null)]),
    answering: (work, instead) => Promise.race([work, late.then(() => instead)]),
    isOver: () => isOver,
    begins() {
      isHeard = !isOver;
      return isHeard;
    },
    unheard: over.then(() => (isHeard ? new Promise(() => {}) : undefined)),
  };
}

const after = (ms: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, ms).unref());

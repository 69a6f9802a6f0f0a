// The pulse of this process: it writes to the database at most every ten seconds, and remembers how that went for whoever asks
// whether it is ready.
import { inTime } from "#src/ports/process/clock";
import type { Logger } from "#src/ports/process/logger";
import type { PulseStore } from "#src/ports/process/pulse";

export interface PulseState {
  /** Since something was committed last. */
  readonly silentMs: number;
  /** Why the last attempt failed; null where it did not. */
  readonly error: string | null;
  /** How far this machine's clock is ahead of the database's; null before the first commit. */
  readonly offsetMs: number | null;
}

export interface Pulse {
  state(): PulseState;
  stop(): Promise<void>;
}

export interface PulseParts {
  readonly store: PulseStore;
  readonly logger: Logger;
  /** A clock that only goes forward, in milliseconds. */
  readonly steady?: () => number;
  /** How long after an attempt the next one begins: after one that was committed, and after one that failed. */
  readonly everyMs?: number;
  readonly againMs?: number;
}

/** Resolves when the first attempt is over, or after a while. */
export async function startPulse({
  store,
  logger,
  steady = () => performance.now(),
  everyMs = 10_000,
  againMs = 3_000,
}: PulseParts): Promise<Pulse> {
  let committedAt = steady();
  let error: string | null = null;
  let offsetMs: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  async function attempt(): Promise<void> {
    const renewal = await store.renew();
    if (renewal.committed) {
      if (error !== null) logger.info({}, "the database takes what is written again");
      committedAt = steady();
      offsetMs = renewal.offsetMs;
      error = null;
    } else {
      if (error !== renewal.why) logger.error({ why: renewal.why }, "the database takes nothing");
      error = renewal.why;
    }
    if (!stopped)
      timer = setTimeout(
        () => void (renewing = attempt()),
        error === null ? everyMs : againMs,
      ).unref();
  }

  let renewing = attempt();
  await soon(renewing);
  return {
    state: () => ({ silentMs: steady() - committedAt, error, offsetMs }),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await soon(renewing.then(() => store.end()).catch(() => {}));
    },
  };
}

/** A database that does not answer holds up neither the start nor the stop. */
const soon = (work: Promise<void>): Promise<void> => inTime(work, 2_000, undefined);

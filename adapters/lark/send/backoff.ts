// Trying again, later and later, until it goes well or nobody wants it any more.
import { backOffMs } from "#src/ports/process/clock";

export interface Backoff {
  /** One at a time: what is waiting already is enough. */
  later(work: () => Promise<void>): void;
  /** It went well: the next time begins from the start. */
  reset(): void;
  stop(): void;
}

const longestMs = 5 * 60_000;

export function backoff(firstMs: number): Backoff {
  let tries = 0;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  return {
    later(work) {
      if (stopped || timer !== null) return;
      timer = setTimeout(
        () => {
          timer = null;
          if (!stopped) void work();
        },
        backOffMs(firstMs, tries + 1, longestMs),
      );
      tries += 1;
      timer.unref();
    },
    reset() {
      tries = 0;
    },
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
    },
  };
}

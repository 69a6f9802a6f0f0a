// Work that is done outside the act that asked for it, organisation by organisation: files that were dropped, CRMs that are pulled from. One piece after the
// other, begun again where a process ended.
import type { Logger } from "#src/ports/process/logger";

export interface WorkLoop {
  /** From now on it looks for work, also for what another process left. */
  start(): void;
  /** There is something to do in this organisation. */
  wake(organisation: string): void;
  /** Does what is to be done where it was woken; for tests, and for the clock of the playground. */
  drain(): Promise<void>;
  /** The same in every organisation: what time alone made due. */
  all(): Promise<void>;
  /** What is in hand is begun again by whoever comes next. */
  stop(): void;
}

export interface WorkLoopPorts {
  /** One piece of work there; false where there is none. */
  readonly workAt: (organisation: string) => Promise<boolean>;
  readonly organisations: () => Promise<readonly string[]>;
  /** For the log. */
  readonly called: string;
  readonly logger: Logger;
  readonly pollMs?: number;
}

/** For so long after it was woken it looks there often: work that has to wait for other work is put off for some seconds. */
const awakeMs = 30_000;
const oftenMs = 1_000;
const usualPollMs = 60_000;

export function createWorkLoop({
  workAt,
  organisations,
  called,
  logger,
  pollMs = usualPollMs,
}: WorkLoopPorts): WorkLoop {
  const awake = new Map<string, number>();
  let started = false;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const timers: NodeJS.Timeout[] = [];

  async function workIn(ids: readonly string[]): Promise<void> {
    for (const id of ids)
      while (!stopped && (await workAt(id))) awake.set(id, performance.now() + awakeMs);
  }

  function run(ids: () => Promise<readonly string[]>): Promise<void> {
    running = running
      .then(async () => (stopped ? undefined : workIn(await ids())))
      .catch((error: unknown) => logger.error({ error }, `${called} loop failed`));
    return running;
  }

  async function whereAwake(): Promise<readonly string[]> {
    for (const [id, until] of awake) if (until < performance.now()) awake.delete(id);
    return [...awake.keys()];
  }

  return {
    start() {
      started = true;
      timers.push(setInterval(() => void (awake.size > 0 && run(whereAwake)), oftenMs).unref());
      timers.push(setInterval(() => void run(organisations), pollMs).unref());
      void run(organisations);
    },
    wake(organisation) {
      awake.set(organisation, performance.now() + awakeMs);
      if (started) void run(whereAwake);
    },
    all: () => run(organisations),
    drain: () => (awake.size === 0 ? running : run(whereAwake)),
    stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
    },
  };
}

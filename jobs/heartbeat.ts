// The cron of this process; the only file that knows node-cron. So far it only keeps house, once an hour.
import { schedule } from "node-cron";
import type { Clock } from "#src/ports/clock";
import type { Housekeeping } from "#src/ports/housekeeping";
import type { Logger } from "#src/ports/logger";

export interface Heartbeat {
  stop(): void;
}

export function startHeartbeat(housekeeping: Housekeeping, clock: Clock, logger: Logger): Heartbeat {
  const task = schedule("17 * * * *", () => keepHouse(housekeeping, clock, logger), { noOverlap: true });
  return { stop: () => void task.stop() };
}

export async function keepHouse(housekeeping: Housekeeping, clock: Clock, logger: Logger): Promise<void> {
  try {
    const rows = await housekeeping.prune(clock.now());
    if (rows > 0) logger.info({ rows }, "kept house");
  } catch (error) {
    logger.error({ cause: String(error) }, "housekeeping failed");
  }
}

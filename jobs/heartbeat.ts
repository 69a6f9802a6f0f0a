// The cron of this process; the only file that knows node-cron. So far it only keeps house, once an hour.
import { schedule } from "node-cron";
import type { Bot } from "#src/bot/api";
import type { Clock } from "#src/ports/clock";
import type { Housekeeping } from "#src/ports/housekeeping";
import { causeOf, type Logger } from "#src/ports/logger";

export interface Heartbeat {
  stop(): void;
}

export function startHeartbeat(bot: Pick<Bot, "keepHouse">, housekeeping: Housekeeping, clock: Clock, logger: Logger): Heartbeat {
  const task = schedule("17 * * * *", () => keepHouse(bot, housekeeping, clock, logger), { noOverlap: true });
  return { stop: () => void task.stop() };
}

async function keepHouse(bot: Pick<Bot, "keepHouse">, housekeeping: Housekeeping, clock: Clock, logger: Logger): Promise<void> {
  try {
    await bot.keepHouse();
    const rows = await housekeeping.prune(clock.now());
    if (rows > 0) logger.info({ rows }, "kept house");
  } catch (error) {
    logger.error({ cause: causeOf(error) }, "housekeeping failed");
  }
}

// The cron of this process; the only file that knows node-cron. A beat a minute rings what is due and looks after what a
// crash left; once an hour it keeps house.
import { schedule } from "node-cron";
import type { Bot } from "#src/bot/api";
import type { Clock } from "#src/ports/clock";
import type { Housekeeping } from "#src/ports/housekeeping";
import type { Inbox } from "#src/ports/inbox";
import { causeOf, type Logger } from "#src/ports/logger";
import type { Meter } from "#src/ports/meter";
import { replay } from "./inbox.ts";

export interface Heartbeat {
  /** No further beat; resolves when what had begun is done. */
  stop(): Promise<void>;
}

export interface HeartbeatPorts {
  /** Rings what is due. */
  readonly beat: () => Promise<number>;
  readonly bot: Pick<Bot, "keepHouse" | "lookOver" | "receive" | "tellRequests" | "tellStopped">;
  readonly inbox: Inbox;
  readonly housekeeping: Housekeeping;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly meter: Meter;
}

/** Plans are looked over once a day, a share each hour. */
const shares = 24;

export function startHeartbeat(ports: HeartbeatPorts): Heartbeat {
  const { logger } = ports;
  const begun = new Set<Promise<unknown>>();
  const guarded = (what: string, work: () => Promise<unknown>) => () => {
    const run: Promise<unknown> = work()
      .catch((error: unknown) => logger.error({ cause: causeOf(error) }, `${what} failed`))
      .finally(() => begun.delete(run));
    begun.add(run);
    return run;
  };
  const tasks = [
    schedule("* * * * *", guarded("beat", ports.beat), { noOverlap: true }),
    schedule(
      "* * * * *",
      guarded("replay", () => replay(ports.inbox, ports.bot, logger, ports.meter)),
      { noOverlap: true },
    ),
    schedule(
      "* * * * *",
      guarded("telling what stopped", () => ports.bot.tellStopped()),
      { noOverlap: true },
    ),
    schedule(
      "* * * * *",
      guarded("asking who may join", () => ports.bot.tellRequests()),
      { noOverlap: true },
    ),
    schedule(
      "17 * * * *",
      guarded("housekeeping", () => keepHouse(ports)),
      { noOverlap: true },
    ),
  ];
  return {
    async stop() {
      for (const task of tasks) await task.stop();
      await Promise.all(begun);
    },
  };
}

async function keepHouse({ bot, housekeeping, clock, logger }: HeartbeatPorts): Promise<void> {
  await bot.keepHouse();
  const drift = await bot.lookOver(clock.now().getUTCHours() % shares, shares);
  const rows = await housekeeping.prune(clock.now());
  if (rows > 0 || drift > 0) logger.info({ rows, drift }, "kept house");
}

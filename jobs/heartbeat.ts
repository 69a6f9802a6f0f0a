// The cron of this process; the only file that knows node-cron. A beat a minute rings what is due and looks after what a
// crash left; once an hour it keeps house.
import { schedule, type ScheduledTask, type TaskOptions } from "node-cron";
import type { Bot } from "#src/bot/api";
import type { Clock } from "#src/ports/process/clock";
import type { Housekeeping } from "#src/ports/process/housekeeping";
import type { Inbox } from "#src/ports/delivery/inbox";
import type { Logger } from "#src/ports/process/logger";
import type { Meter } from "#src/ports/process/meter";
import { replay } from "./inbox.ts";

export interface Heartbeat {
  /** No further beat; resolves when what had begun is done. */
  stop(): Promise<void>;
}

export interface HeartbeatPorts {
  /** Rings what is due. */
  readonly beat: () => Promise<number>;
  readonly bot: Pick<
    Bot,
    "keepHouse" | "finishRights" | "lookOver" | "receive" | "tellRequests" | "tellStopped"
  >;
  readonly inbox: Inbox;
  readonly housekeeping: Housekeeping;
  /** Makes the backup of the day, if it is time. */
  readonly backUp: () => Promise<void>;
  readonly clock: Clock;
  /** Whether this machine's clock is the database's: by a wrong one nothing is thrown away. */
  readonly isClockRight: () => boolean;
  readonly logger: Logger;
  readonly meter: Meter;
}

/** Plans are looked over once a day, a share each hour. */
const shares = 24;

export function startHeartbeat(ports: HeartbeatPorts): Heartbeat {
  const { logger } = ports;
  const options: TaskOptions = { noOverlap: true, logger: cronLogger(logger) };
  const begun = new Set<Promise<unknown>>();
  const every = (when: string, what: string, work: () => Promise<unknown>): ScheduledTask =>
    schedule(
      when,
      () => {
        const run: Promise<unknown> = work()
          .catch((error: unknown) => logger.error({ error }, `${what} failed`))
          .finally(() => begun.delete(run));
        begun.add(run);
        return run;
      },
      options,
    );
  const tasks = [
    every("* * * * *", "beat", ports.beat),
    every("* * * * *", "replay", () => replay(ports.inbox, ports.bot, logger, ports.meter)),
    every("* * * * *", "telling what stopped", () => ports.bot.tellStopped()),
    every("* * * * *", "asking who may join", () => ports.bot.tellRequests()),
    every("* * * * *", "telling who sees what", () => ports.bot.finishRights()),
    every("17 * * * *", "housekeeping", () => keepHouse(ports)),
    every("3-59/10 * * * *", "backup", () => ports.backUp()),
  ];
  return {
    async stop() {
      for (const task of tasks) await task.stop();
      await Promise.all(begun);
    },
  };
}

/** The library prints lines of its own where it is given nothing else. */
function cronLogger(logger: Logger): NonNullable<TaskOptions["logger"]> {
  return {
    info: () => {},
    debug: () => {},
    warn: (said) =>
      logger.warn(
        {
          says: said.startsWith("missed execution")
            ? "a beat was missed"
            : "a beat was left out: the one before was not over",
        },
        "cron.late",
      ),
    error: (said, error) => logger.error({ error: error ?? said }, "cron.failed"),
  };
}

async function keepHouse({
  bot,
  housekeeping,
  clock,
  isClockRight,
  logger,
}: HeartbeatPorts): Promise<void> {
  await bot.keepHouse();
  const drift = await bot.lookOver(clock.now().getUTCHours() % shares, shares);
  const rows = isClockRight() ? await housekeeping.prune(clock.now()) : 0;
  if (rows > 0 || drift > 0) logger.info({ rows, drift }, "kept house");
}

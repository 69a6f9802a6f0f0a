// The running bot's own backups: one a day into BACKUP_DIR, proved every so many days, in a process of its own so that nobody waits.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { createBackupLog } from "#db/backup/events";
import type { Database } from "#db/client";
import type { Config } from "#src/config";
import type { Logger } from "#src/ports/process/logger";
import { backupCommand } from "./program.ts";
import { backupName } from "./where.ts";

const dayMs = 24 * 3_600_000;

export interface ScheduledBackups {
  /** Makes the one of this day, if it is time and nobody made it yet. Never throws. */
  run(now: Date): Promise<void>;
  stop(): void;
}

export function createScheduledBackups(
  config: Config,
  database: Database,
  logger: Logger,
): ScheduledBackups {
  const log = createBackupLog(database);
  let stopping: (() => void) | null = null;

  async function carryOut(turn: string, prove: boolean): Promise<string | null> {
    const child = spawn(
      process.execPath,
      [...backupCommand(), "--turn", turn, ...(prove ? ["--prove"] : [])],
      { stdio: ["ignore", "ignore", "pipe"] },
    );
    stopping = () => void child.kill();
    const complained: Buffer[] = [];
    child.stderr.on("data", (part: Buffer) => complained.push(part));
    const [code] = (await once(child, "close")) as [number | null];
    stopping = null;
    if (code === 0) return null;
    return Buffer.concat(complained).toString("utf8").trim().split("\n").at(-1) ?? "it was ended";
  }

  return {
    async run(now) {
      if (config.BACKUP_DIR === undefined || config.BACKUP_KEY === undefined) return;
      try {
        const turn = turnOf(now, config.BACKUP_HOUR);
        if (!(await log.begin(turn, "backup"))) return;
        const { provedAt } = await log.state();
        const prove =
          provedAt === null ||
          now.getTime() - provedAt.getTime() > (config.BACKUP_PROVE_DAYS - 0.5) * dayMs;
        const wrong = await carryOut(turn, prove);
        if (wrong === null) {
          await removeOld(config.BACKUP_DIR, config.BACKUP_KEEP);
          logger.info({ proved: prove }, "backed up");
        } else logger.error({ says: wrong }, "backup failed");
      } catch (error) {
        logger.error({ error }, "backup failed");
      }
    },
    stop: () => stopping?.(),
  };
}

/** A day begins at that hour, in UTC; one that was missed is made up for as soon as the bot runs. */
const turnOf = (now: Date, hour: number): string =>
  `backup ${new Date(now.getTime() - hour * 3_600_000).toISOString().slice(0, 10)}`;

/** Only what the bot named itself. */
async function removeOld(folder: string, keep: number): Promise<void> {
  const old = (await readdir(folder))
    .filter((name) => backupName.test(name))
    .toSorted()
    .slice(0, -keep);
  for (const name of old) await rm(join(folder, name));
}

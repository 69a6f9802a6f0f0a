// What doctor says of backups: when the last one was made and when one was proved, and what waits since the database came back from one.
import { createBackupLog, type BackupState } from "#db/backup/events";
import { heldBack } from "#db/backup/held-back";
import type { Database } from "#db/client";
import { odd, well, type Finding } from "#src/cli/doctor/finding";
import type { Config } from "#src/config";
import { isPlaygroundAlone } from "../open.ts";

const dayMs = 24 * 3_600_000;
const overdueDays = 8;

export async function examineBackups(
  config: Config,
  database: Database,
  now: Date,
): Promise<readonly Finding[]> {
  const { messages, reminders } = await heldBack(database);
  return [
    ...(messages + reminders === 0
      ? []
      : [
          odd(
            "restored",
            `${messages} messages and ${reminders} reminders from before the backup are held back: npm run restore -- --resume sends them, with --drop they are let go`,
          ),
        ]),
    ...found(config, await createBackupLog(database).state(), now),
  ];
}

function found(config: Config, state: BackupState, now: Date): readonly Finding[] {
  const { backedUpAt, provedAt, failed } = state;
  if (config.BACKUP_KEY === undefined && backedUpAt === null)
    return isPlaygroundAlone(config)
      ? []
      : [odd("backups", "none: set BACKUP_KEY and BACKUP_DIR, or back up by yourself")];
  const last = (what: string, at: Date | null): string =>
    at === null ? `never ${what}` : `${what} ${ago(at, now)}`;
  const overdue = provedAt === null || now.getTime() - provedAt.getTime() > overdueDays * dayMs;
  const says = `last ${last("made", backedUpAt)}, ${last("proved to come back", provedAt)}`;
  return [
    overdue ? odd("backups", `${says}: npm run backup -- --prove`) : well("backups", says),
    ...failed.map(({ what, says: why }) => odd(`the last ${what}`, `failed: ${why}`)),
  ];
}

const ago = (at: Date, now: Date): string => {
  const days = Math.floor((now.getTime() - at.getTime()) / dayMs);
  return `${at.toISOString()} (${days === 0 ? "within a day" : `${days} days ago`})`;
};

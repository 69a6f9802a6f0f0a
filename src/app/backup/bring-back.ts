// npm run restore: a backup brought back into an empty database, and what it held back let out when somebody says so.
import { existsSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { clearScratch, lookInto, restoreFile, scratchFolder } from "#db/backup/file";
import { resume } from "#db/backup/held-back";
import { tablesThere, type Restored } from "#db/backup/restore";
import { BackupRefused, openDatabase } from "#db/client";
import { keyIdOf } from "#db/seal";
import type { Config } from "#src/config";
import { dataFolder, openConfigured } from "../open.ts";
import { systemClock } from "../system.ts";
import { askRunning, socketIn } from "../tools/socket.ts";
import { resumed } from "./answer.ts";
import { counted } from "./make.ts";
import { backupKeyOf, scratchPlace } from "./where.ts";

/** Says what would come back and whether there is room for it; changes nothing. */
export async function lookAtBackup(config: Config, file: string): Promise<readonly string[]> {
  const restored = await lookInto(file, backupKeyOf(config));
  await refuseFull(config);
  return [
    told(restored, file),
    `It would come back into ${target(config)}, which is empty. Nothing was changed; add --yes to do it.`,
  ];
}

export async function bringBack(config: Config, file: string): Promise<readonly string[]> {
  const key = backupKeyOf(config);
  await refuseFull(config);
  const restored =
    config.DATABASE_URL === undefined
      ? await intoFolder(config, file, key)
      : await intoServer(config, file, key);
  return [
    told(restored, file),
    `It is in ${target(config)} now.`,
    ...keyBack(config, restored.head.encryptionKey),
    "What was due before now is held back, since it may have been sent: after the start, npm run restore -- --resume sends it, npm run restore -- --resume --drop lets it go.",
  ];
}

const target = (config: Config): string =>
  config.DATABASE_URL === undefined
    ? resolve(dataFolder(config))
    : "the database that DATABASE_URL names";

const told = ({ head, manifest }: Restored, file: string): string =>
  `${file}: ${counted(manifest.tables)}, as of ${head.at}, written by Pacer ${head.version} on ${head.kind === "postgres" ? "PostgreSQL" : "the embedded database"}.`;

async function refuseFull(config: Config): Promise<void> {
  if (config.DATABASE_URL === undefined) {
    const folder = dataFolder(config);
    if (existsSync(join(folder, "database")))
      throw new BackupRefused(
        `There is a database in ${folder} already: a backup comes back into an empty place. Set DATA_DIR to another folder, or move this one away.`,
      );
    return;
  }
  const database = await openConfigured(config);
  const there = await tablesThere(database).finally(() => database.close());
  if (there > 0)
    throw new BackupRefused(
      `The database that DATABASE_URL names is not empty (${there} tables): a backup comes back into an empty one. Make another, or empty it yourself.`,
    );
}

async function intoServer(config: Config, file: string, key: string): Promise<Restored> {
  const database = await openConfigured(config);
  try {
    return await restoreFile(database, file, key, { holdBackUntil: systemClock.now() });
  } finally {
    await database.close();
  }
}

/** Beside its place first, so that a restore that is killed leaves nothing there. */
async function intoFolder(config: Config, file: string, key: string): Promise<Restored> {
  const place = scratchPlace(config);
  await clearScratch(place);
  const scratch = await scratchFolder(place);
  try {
    const database = await openDatabase({ dataDir: scratch });
    const restored = await restoreFile(database, file, key, {
      holdBackUntil: systemClock.now(),
    }).finally(() => database.close());
    await mkdir(dataFolder(config), { recursive: true, mode: 0o700 });
    await rename(join(scratch, "database"), join(dataFolder(config), "database"));
    return restored;
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The key that what is sealed in it was sealed with comes along, unless it is there already. */
function keyBack({ DATA_DIR, ENCRYPTION_KEY }: Config, key: string): readonly string[] {
  if (key === "" || key === ENCRYPTION_KEY) return [];
  const file = join(resolve(DATA_DIR), `encryption-key-${keyIdOf(key)}`);
  if (!existsSync(file)) writeFileSync(file, `${key}\n`, { mode: 0o600, flag: "wx" });
  return [
    ENCRYPTION_KEY === undefined
      ? `The ENCRYPTION_KEY of the backup is in ${file}: set ENCRYPTION_KEY_FILE=${file} before the start.`
      : `The backup was made with another ENCRYPTION_KEY than the one that is set here; that one is in ${file}: set ENCRYPTION_KEY_FILE=${file} instead, or what is sealed does not open.`,
  ];
}

export async function letGoOn(config: Config, how: "send" | "drop"): Promise<string> {
  const running =
    config.DATABASE_URL === undefined
      ? await askRunning(socketIn(config.DATA_DIR), { ask: "resume", how })
      : null;
  if (running) return running.text;
  const database = await openConfigured(config);
  try {
    return resumed(await resume(database, how), how);
  } finally {
    await database.close();
  }
}

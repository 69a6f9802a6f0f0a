// npm run backup: one backup, made beside the running bot or without it, and proved where that is asked for.
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { createBackupLog, type BackupEvent } from "#db/backup/events";
import { clearScratch, proveFile, scratchFolder, writeBackup, type Proof } from "#db/backup/file";
import { BackupRefused, openDatabase, type Database } from "#db/client";
import { migrationState } from "#db/migrate";
import { SettingWrong, type Config } from "#src/config";
import { reasonOf } from "../log/reason.ts";
import { dataFolder, openConfigured } from "../open.ts";
import { programVersion } from "./program.ts";
import { systemClock } from "../system.ts";
import { askRunning, socketIn } from "../tools/socket.ts";
import { backupFile, backupKeyApart, scratchPlace } from "./where.ts";

export interface BackupAsked {
  /** Null: BACKUP_DIR. */
  readonly out: string | null;
  readonly prove: boolean;
  /** A backup that is there, only to be proved. */
  readonly file: string | null;
  /** Which turn of the running bot's this is; null: somebody asked for it. */
  readonly turn: string | null;
}

/** What is read, and where it is noted. */
interface Source {
  readonly database: Database;
  note(event: BackupEvent, turn: string | null): Promise<void>;
  close(): Promise<void>;
}

/** Answers with lines for the terminal. Throws a sentence. */
export async function runBackup(config: Config, asked: BackupAsked): Promise<readonly string[]> {
  const key = backupKeyApart(config);
  const source = await openSource(config, asked.file === null);
  try {
    const says: string[] = [];
    const file = asked.file ?? backupFile(config, asked.out, systemClock.now());
    if (asked.file === null)
      says.push(await noted(source, "backup", asked.turn, () => make(config, source, file, key)));
    if (asked.prove) says.push(await noted(source, "proof", null, () => prove(config, file, key)));
    return says;
  } finally {
    await source.close();
  }
}

interface Done {
  readonly says: string;
  readonly of: Date;
  readonly file: string;
}

async function noted(
  source: Source,
  what: BackupEvent["what"],
  turn: string | null,
  work: () => Promise<Done>,
): Promise<string> {
  try {
    const { says, of, file } = await work();
    await source.note({ what, went: true, of, says: file }, turn);
    return says;
  } catch (error) {
    await source.note({ what, went: false, of: null, says: reasonOf(error) }, turn).catch(() => {}); // what went wrong first is what is told
    throw error;
  }
}

async function make(config: Config, source: Source, file: string, key: string): Promise<Done> {
  if (existsSync(file)) throw new SettingWrong(`${file} is there already: name another file.`);
  const { head, manifest } = await writeBackup(source.database, file, {
    key,
    version: programVersion(),
    encryptionKey: config.ENCRYPTION_KEY ?? "",
  });
  return {
    says: `${file}: ${counted(manifest.tables)}, as of ${head.at}.`,
    of: new Date(head.at),
    file,
  };
}

async function prove(config: Config, file: string, key: string): Promise<Done> {
  const proof: Proof = await proveFile(file, key, scratchPlace(config));
  if (proof.differ.length > 0)
    throw new BackupRefused(
      `${file} came back otherwise than it was (${proof.differ.join(", ")}): do not rely on it; make another and keep the older ones.`,
    );
  return {
    says: `Proved: brought back into a scratch database and compared, ${counted(proof.manifest.tables)}.`,
    of: new Date(proof.head.at),
    file,
  };
}

export const counted = (tables: readonly { readonly rows: number }[]): string =>
  `${tables.reduce((sum, each) => sum + each.rows, 0)} rows of ${tables.length} tables`;

async function openSource(config: Config, toRead: boolean): Promise<Source> {
  if (config.DATABASE_URL === undefined) {
    const running = await openBesideRunning(config, toRead);
    if (running !== null) return running;
    if (!existsSync(dataFolder(config)))
      throw new SettingWrong(`There is nothing in ${dataFolder(config)} yet: npm start makes it.`);
  }
  const database = await openConfigured(config);
  const { applied } = await migrationState(database);
  if (applied.length === 0) {
    await database.close();
    throw new SettingWrong("There is nothing in this database yet: npm start makes it.");
  }
  return {
    database,
    // A database of a version before has no place for it yet.
    note: async (event, turn) => {
      if ((await migrationState(database)).pending.length === 0)
        await createBackupLog(database).note(event, turn ?? undefined);
    },
    close: () => database.close(),
  };
}

/** The running bot holds its folder: it copies its files between two transactions, and the copy is read here. */
async function openBesideRunning(config: Config, toRead: boolean): Promise<Source | null> {
  const path = socketIn(config.DATA_DIR);
  const place = scratchPlace(config);
  await clearScratch(place);
  const scratch = await scratchFolder(place);
  const tidy = () => rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  try {
    const copied = await askRunning(path, {
      ask: "copy",
      to: toRead ? join(scratch, "copy") : null,
    });
    if (copied === null) {
      await tidy();
      return null;
    }
    if (!copied.ok || copied.text !== "copied") throw new BackupRefused(copied.text);
    const database = await openDatabase(
      toRead ? { dataDir: join(scratch, "copy") } : { memory: true },
    );
    return {
      database,
      note: async (event, turn) =>
        void (await askRunning(path, { ask: "noteBackup", turn, ...event })),
      async close() {
        await database.close();
        await tidy();
      },
    };
  } catch (error) {
    await tidy();
    throw error;
  }
}

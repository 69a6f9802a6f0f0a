// A backup as a file: rows packed, sealed under BACKUP_KEY, and under its own name only once it is whole.
import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, open, readdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { openDatabase, type Database } from "../client.ts";
import { BackupRefused } from "../errors.ts";
import { readContents, type BackupHead, type Counted, type Manifest } from "./contents.ts";
import { atOneMoment, dump, measure } from "./dump.ts";
import { restoreInto, type Restored, type RestoreOptions } from "./restore.ts";
import { sealed, unsealed } from "./sealed-file.ts";

export interface BackupParts {
  /** BACKUP_KEY: base64 of 32 bytes. */
  readonly key: string;
  /** The program's version. */
  readonly version: string;
  /** Comes along, so that the backup and its key are enough; empty where nothing is sealed. */
  readonly encryptionKey: string;
}

const draftOf = (file: string): string =>
  join(dirname(file), `.${basename(file)}.${process.pid}.part`);
const isDraft = /^\..+\.(\d+)\.part$/;

/** Throws BackupRefused where there is no room or no right; nothing is left of it then. */
export async function writeBackup(
  database: Database,
  file: string,
  parts: BackupParts,
): Promise<Restored> {
  await clearDrafts(dirname(file));
  const draft = draftOf(file);
  try {
    const told = await atOneMoment(database, async (tx) => {
      const heard: Restored[] = [];
      const { version, encryptionKey } = parts; // its own key does not go into it
      const rows = dump(tx, { version, encryptionKey, kind: database.kind }, (head, manifest) =>
        heard.push({ head, manifest }),
      );
      await pipeline(
        rows,
        createGzip({ level: 1 }),
        (packed: AsyncIterable<Buffer>) => sealed(packed, parts.key),
        createWriteStream(draft, { flags: "wx", mode: 0o600 }),
      );
      return heard[0];
    });
    if (!told) throw new Error("a backup that is whole says what it holds");
    await settle(draft, file);
    return told;
  } catch (error) {
    await rm(draft, { force: true });
    throw asRefusal(error, dirname(file));
  }
}

/** On the disk, and then under its name: what has that name is whole. */
async function settle(draft: string, file: string): Promise<void> {
  const written = await open(draft, "r+");
  await written.sync();
  await written.close();
  await rename(draft, file);
}

/** What a process left that was killed in the middle. */
async function clearDrafts(folder: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    throw asRefusal(error, folder);
  });
  for (const name of names) {
    const [, pid] = isDraft.exec(name) ?? [];
    if (pid !== undefined && !runs(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

const reasons: Readonly<Record<string, (where: string) => string>> = {
  ENOSPC: (where) => `There is no room left in ${where}: no backup was written.`,
  EDQUOT: (where) => `There is no room left in ${where}: no backup was written.`,
  EACCES: (where) => `Nothing may be written in ${where}: let this login write there.`,
  EROFS: (where) => `Nothing may be written in ${where}: it can only be read.`,
  ENOENT: (where) => `There is no folder ${where}: make it, or name another.`,
  ENOTDIR: (where) => `${where} is no folder: name another.`,
  EIO: (where) => `The disk of ${where} does not work: no backup was written.`,
};

export function asRefusal(error: unknown, where: string): unknown {
  const says = reasons[(error as NodeJS.ErrnoException | null)?.code ?? ""];
  return says === undefined ? error : new BackupRefused(says(where), { cause: error });
}

/** Its contents, while `read` reads them; damage is a BackupRefused, in whatever way it shows. */
async function reading<T>(
  file: string,
  key: string,
  read: (contents: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
  const contents = new PassThrough({ highWaterMark: 1_048_576 });
  const unpacking = pipeline(
    createReadStream(file, { highWaterMark: 1_048_576 }),
    (raw: AsyncIterable<Buffer>) => unsealed(raw, key),
    createGunzip({ chunkSize: 262_144 }),
    contents,
  );
  const broken = unpacking.then(
    () => null,
    (error: unknown) => ({ error: readingRefusal(error, file) }),
  );
  try {
    return await read(contents);
  } catch (error) {
    contents.destroy();
    // Where the file itself was wrong, that is what is said.
    const first = await broken;
    throw first !== null && first.error instanceof BackupRefused ? first.error : error;
  }
}

function readingRefusal(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (code === "ENOENT") return new BackupRefused(`There is no file ${file}.`);
  if (code === "EISDIR")
    return new BackupRefused(`${file} is a folder: name the file of a backup.`);
  return code.startsWith("Z_") ? new BackupRefused("This backup is damaged.") : error;
}

/** Reads all of it and says what it holds; nothing is written. */
export async function lookInto(file: string, key: string): Promise<Restored> {
  const heads: BackupHead[] = [];
  const manifest = await reading(file, key, (contents) =>
    readContents(contents, {
      head: async (head) => void heads.push(head),
      async table(_, rows) {
        for await (const block of rows) void block;
      },
    }),
  );
  const [head] = heads;
  if (!head) throw new Error("contents begin with a head");
  return { head, manifest };
}

export const restoreFile = (
  database: Database,
  file: string,
  key: string,
  options: RestoreOptions,
): Promise<Restored> => reading(file, key, (contents) => restoreInto(database, contents, options));

export interface Proof extends Restored {
  /** Tables that came back otherwise than they were; empty: it is proved. */
  readonly differ: readonly string[];
}

/** Brings it back into a scratch database in that folder, counts everything anew, and takes the scratch away again. */
export async function proveFile(file: string, key: string, scratchIn: string): Promise<Proof> {
  await clearScratch(scratchIn);
  const folder = await scratchFolder(scratchIn);
  try {
    const database = await openDatabase({ dataDir: folder });
    try {
      const restored = await restoreFile(database, file, key, { holdBackUntil: null });
      const { tables } = restored.manifest;
      const found = await atOneMoment(database, (tx) => measure(tx, tables));
      return { ...restored, differ: differing(tables, found) };
    } finally {
      await database.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const differing = (said: Manifest["tables"], found: readonly Counted[]): string[] =>
  said
    .filter((each, at) => found[at]?.digest !== each.digest || found[at].rows !== each.rows)
    .map((each) => each.table);

const scratchName = /^scratch-(\d+)-/;

/** A folder for a while, which says whose it is; only this login may look into it. */
export async function scratchFolder(inside: string): Promise<string> {
  try {
    return await mkdtemp(join(inside, `scratch-${process.pid}-`));
  } catch (error) {
    throw asRefusal(error, inside);
  }
}

/** What a process left that was killed in the middle. */
export async function clearScratch(inside: string): Promise<void> {
  for (const name of await readdir(inside).catch((): string[] => [])) {
    const [, pid] = scratchName.exec(name) ?? [];
    if (pid !== undefined && !runs(Number(pid)))
      await rm(join(inside, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

// Where backups go and under which key: never the key beside the data it is to save.
import { mkdirSync, readdirSync, readFileSync, realpathSync, statSync } from "node:fs";
import { dirname, join, resolve, sep } from "node:path";
import { SettingWrong, type Config } from "#src/config";

const smallBytes = 65_536;
const deep = 3;

export function backupKeyOf({ BACKUP_KEY: key }: Config): string {
  if (key === undefined)
    throw new SettingWrong(
      "BACKUP_KEY is missing: backups are sealed under it. Make one with openssl rand -base64 32, and keep it where the data are not.",
    );
  return key;
}

/** The key, once it is sure that it does not lie in DATA_DIR, where it would be lost with what it is for. */
export function backupKeyApart(config: Config): string {
  const key = backupKeyOf(config);
  const found = findText(config.DATA_DIR, key, deep);
  if (found !== null)
    throw new SettingWrong(
      `BACKUP_KEY stands in ${found}, inside DATA_DIR: it would be lost with the data. Keep it elsewhere, and then back up.`,
    );
  return key;
}

/** A small file that holds it. The database's own files are not looked through. */
function findText(folder: string, text: string, levels: number): string | null {
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const found =
        levels > 1 && entry.name !== "database" ? findText(path, text, levels - 1) : null;
      if (found !== null) return found;
    } else if (entry.isFile() && statSync(path).size <= smallBytes && holds(path, text))
      return path;
  }
  return null;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path, "utf8").includes(text);
  } catch {
    return false;
  }
}

const endsInFile = /\.backup$/;
/** What the running bot makes and removes again. */
export const backupName = /^pacer-\d{8}-\d{6}\.backup$/;

/** A file that is not there yet; `asked`: a folder that is, or a file's name. */
export function backupFile(config: Config, asked: string | null, now: Date): string {
  const where = asked ?? config.BACKUP_DIR;
  if (where === undefined)
    throw new SettingWrong(
      "Say where the backup goes: --out FOLDER, or BACKUP_DIR in .env. Not in DATA_DIR, with which it would be lost.",
    );
  const stamp = now
    .toISOString()
    .replaceAll(/[-:]|\..*/g, "")
    .replace("T", "-");
  const file = resolve(endsInFile.test(where) ? where : join(where, `pacer-${stamp}.backup`));
  const data = real(config.DATA_DIR);
  if (`${real(dirname(file))}${sep}`.startsWith(`${data}${sep}`))
    throw new SettingWrong(
      `${file} lies inside DATA_DIR: a backup there is lost with the data. Name a folder on another disk.`,
    );
  return file;
}

function real(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}

/** Where scratch databases lie for a while: beside the data, which are no better protected. */
export function scratchPlace({ DATA_DIR }: Config): string {
  mkdirSync(DATA_DIR, { recursive: true, mode: 0o700 });
  return resolve(DATA_DIR);
}

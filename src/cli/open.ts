// The database as the settings name it: Postgres by DATABASE_URL, else the playground's folder in DATA_DIR.
import { join } from "node:path";
import { openDatabase, type Database } from "#db/client";
import type { Config } from "#src/config";

export const playgroundFolder = (config: Config): string => join(config.DATA_DIR, "playground");

export function openConfigured(config: Config): Promise<Database> {
  return openDatabase(config.DATABASE_URL === undefined ? { dataDir: playgroundFolder(config) } : { url: config.DATABASE_URL });
}

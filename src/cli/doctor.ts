// npm run doctor: checks what the bot stands on, says what is wrong and how to mend it. Prints no secret.
import { existsSync } from "node:fs";
import { FolderTaken, type Database } from "#db/client";
import { migrationState } from "#db/migrate";
import { readConfig, type Config } from "#src/config";
import { openConfigured, playgroundFolder } from "./open.ts";

interface Finding {
  readonly what: string;
  readonly well: boolean;
  readonly says: string;
}

const well = (what: string, says: string): Finding => ({ what, well: true, says });
const ill = (what: string, says: string): Finding => ({ what, well: false, says });
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function examine(): Promise<Finding[]> {
  let config: Config;
  try {
    if (existsSync(".env")) process.loadEnvFile(".env");
    config = readConfig();
  } catch (error) {
    return [ill("settings", reason(error))];
  }
  const findings = [well("settings", "all readable")];
  if (config.PUBLIC_URL === undefined) findings.push(well("PUBLIC_URL", "not set: no links to web pages are offered in chats"));
  if (config.DATABASE_URL === undefined && !existsSync(playgroundFolder(config))) return [...findings, well("database", `nothing in ${playgroundFolder(config)} yet; npm start makes it`)];
  let database: Database;
  try {
    database = await openConfigured(config);
  } catch (error) {
    // A bot that is running holds its folder: that is how it should be.
    return [...findings, error instanceof FolderTaken ? well("folder", `in use by the running bot (process ${error.pid}); stop it to look inside`) : ill("database", reason(error))];
  }
  try {
    return [...findings, well("database", database.kind === "embedded" ? `opened in ${playgroundFolder(config)}, safe against kill, not against power loss` : "reachable"), await migrations(database)];
  } finally {
    await database.close();
  }
}

async function migrations(database: Database): Promise<Finding> {
  const state = await migrationState(database);
  if (state.unknown.length > 0) return ill("migrations", `the database is newer than this program (${state.unknown.join(", ")}): update the program`);
  if (state.changed.length > 0) return ill("migrations", `${state.changed.join(", ")} was changed after it was applied: restore the file`);
  return well("migrations", state.pending.length === 0 ? `${state.applied.length} applied` : `${state.pending.length} to come; npm start applies them`);
}

const findings = await examine();
for (const { what, well: fine, says } of findings) process.stdout.write(`${fine ? "ok  " : "BAD "} ${what}: ${says}\n`);
process.exitCode = findings.every((each) => each.well) ? 0 : 1;

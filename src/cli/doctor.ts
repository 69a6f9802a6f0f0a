// npm run doctor: checks what the bot stands on, says what is wrong and how to mend it. Prints no secret. With --retry <id> or
// --drop <id> it decides about a message that was given up.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import { FolderTaken, type Database } from "#db/client";
import { migrationState } from "#db/migrate";
import { createInbox } from "#db/stores/inbox";
import { createOutbox } from "#db/stores/outbox";
import { readConfig, type Config } from "#src/config";
import { endWithReader } from "./closed-pipe.ts";
import { examineChats } from "./doctor-chats.ts";
import { examineLark } from "./doctor-lark.ts";
import { finding, ill, odd, well, type Finding } from "./finding.ts";
import { openConfigured, dataFolder } from "./open.ts";
import { answerAboutDead } from "./questions.ts";
import { createChance } from "./system.ts";
import { asked, askRunning, socketIn, type Asked } from "./socket.ts";

endWithReader();

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
  findings.push(...(await examineLark(config)));
  if (config.PUBLIC_URL === undefined) findings.push(well("PUBLIC_URL", "not set: no links to web pages are offered in chats"));
  if (config.DATABASE_URL === undefined && !existsSync(dataFolder(config))) return [...findings, ...(await examineChats(config, null)), well("database", `nothing in ${dataFolder(config)} yet; npm start makes it`)];
  let database: Database;
  try {
    database = await openConfigured(config);
  } catch (error) {
    // A bot that is running holds its folder: that is how it should be.
    if (!(error instanceof FolderTaken)) return [...findings, ill("database", reason(error))];
    const running = await askRunning(socketIn(config.DATA_DIR), { ask: "dead" });
    return [...findings, ...(await chatsOfRunning(config)), well("folder", `in use by the running bot (process ${error.pid})`), ...(running?.ok ? [givenUp(running.text)] : [])];
  }
  try {
    return [
      ...findings,
      well("database", database.kind === "embedded" ? `opened in ${dataFolder(config)}, safe against kill, not against power loss` : "reachable"),
      ...(await inside(database)),
      ...(await examineChats(config, database)),
    ];
  } finally {
    await database.close();
  }
}

/** The running bot holds the database, so it looks itself; without an answer only the settings are looked at. */
async function chatsOfRunning(config: Config): Promise<readonly Finding[]> {
  const running = await askRunning(socketIn(config.DATA_DIR), { ask: "chats" });
  return running?.ok ? z.array(finding).parse(JSON.parse(running.text)) : examineChats(config, null);
}

async function inside(database: Database): Promise<Finding[]> {
  const state = await migrationState(database);
  if (state.unknown.length > 0) return [ill("migrations", `the database is newer than this program (${state.unknown.join(", ")}): update the program`)];
  if (state.changed.length > 0) return [ill("migrations", `${state.changed.join(", ")} was changed after it was applied: restore the file`)];
  if (state.pending.length > 0) return [well("migrations", `${state.pending.length} to come; npm start applies them`)];
  return [well("migrations", `${state.applied.length} applied`), givenUp(await answerAboutDead({ ask: "dead" }, deadIn(database)))];
}

const deadIn = (database: Database) => ({ outbox: createOutbox(database), inbox: createInbox(database, createChance()) });

function givenUp(letters: string): Finding {
  if (letters === "") return well("messages", "none was given up");
  return odd("messages", `given up; npm run doctor -- --retry <id> tries one once more, --drop <id> lets it go\n${letters.replaceAll(/^/gm, "     ")}`);
}

/** Decides about one message, by the running bot or in the database. Null: nothing was to be decided. */
async function decide(): Promise<string | null> {
  const { values } = parseArgs({ options: { retry: { type: "string" }, drop: { type: "string" } } });
  if (values.retry === undefined && values.drop === undefined) return null;
  const question = asked.safeParse(values.retry === undefined ? { ask: "drop", id: values.drop } : { ask: "retry", id: values.retry });
  if (!question.success || question.data.ask === "tick" || question.data.ask === "chats" || question.data.ask === "join") return "That is no id of a message; npm run doctor lists them.";
  return tell(question.data);
}

async function tell(question: Extract<Asked, { readonly ask: "dead" | "retry" | "drop" }>): Promise<string> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const running = config.DATABASE_URL === undefined ? await askRunning(socketIn(config.DATA_DIR), question) : null;
  if (running) return running.text;
  const database = await openConfigured(config);
  try {
    return await answerAboutDead(question, deadIn(database));
  } finally {
    await database.close();
  }
}

const decided = await decide();
if (decided !== null) {
  process.stdout.write(`${decided}\n`);
  process.exit(0);
}
const findings = await examine();
for (const { what, well: fine, warns, says } of findings) process.stdout.write(`${!fine ? "BAD " : warns ? "note" : "ok  "} ${what}: ${says}\n`);
process.exitCode = findings.every((each) => each.well) ? 0 : 1;

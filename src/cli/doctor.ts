// npm run doctor: checks what the bot stands on, says what is wrong and how to mend it. Prints no secret. With --retry <id> or
// --drop <id> it decides about a message that was given up. What it prints is published: it names nobody but with --names.
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { FolderTaken, type Database } from "#db/client";
import { migrationState } from "#db/migrate";
import { createInbox } from "#db/stores/delivery/inbox";
import { createOutbox } from "#db/stores/delivery/outbox";
import { processesOn } from "#db/stores/delivery/pulse";
import { readConfig, type Config } from "#src/config";
import { endWithReader } from "#src/app/log/closed-pipe";
import { examineCalendar } from "./doctor/calendar.ts";
import { examineChats } from "./doctor/chats.ts";
import { examineLark } from "./doctor/lark.ts";
import { finding, ill, odd, well, type Finding, type Shown } from "./doctor/finding.ts";
import { openConfigured, dataFolder } from "#src/app/open";
import { answerAboutDead } from "#src/app/tools/questions";
import { clockSentence } from "#src/app/readiness";
import { examineBackups } from "#src/app/backup/examine";
import { reasonOf } from "#src/app/log/reason";
import { forgetSealed } from "#src/app/tools/sealed-tokens";
import { createChance, systemClock } from "#src/app/system";
import { asked, askRunning, socketIn, type Asked } from "#src/app/tools/socket";

endWithReader();

/** Why the database could not be opened, without the host, the login and the database it names: they say whose it is. */
function withoutAddress(says: string, url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return says;
  const { host, hostname, username, pathname } = new URL(url);
  const told = [
    host,
    hostname,
    decodeURIComponent(username),
    decodeURIComponent(pathname.slice(1)),
  ].filter((each) => each !== "");
  return told
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, each) => text.replaceAll(each, "…"), says);
}

async function examine(shown: Shown): Promise<Finding[]> {
  let config: Config;
  try {
    if (existsSync(".env")) process.loadEnvFile(".env");
    config = readConfig();
  } catch (error) {
    return [ill("settings", reasonOf(error))];
  }
  const findings = [well("settings", "all readable")];
  const folder = shown.names ? dataFolder(config) : join("DATA_DIR", basename(dataFolder(config)));
  findings.push(...(await examineLark(config, shown)));
  if (config.PUBLIC_URL === undefined)
    findings.push(well("PUBLIC_URL", "not set: no links to web pages are offered in chats"));
  if (config.DATABASE_URL === undefined && !existsSync(dataFolder(config)))
    return [
      ...findings,
      ...(await examineChats(config, null, shown)),
      well("database", `nothing in ${folder} yet; npm start makes it`),
    ];
  let database: Database;
  try {
    database = await openConfigured(config);
  } catch (error) {
    // A bot that is running holds its folder: that is how it should be.
    if (!(error instanceof FolderTaken))
      return [
        ...findings,
        ill(
          "database",
          shown.names ? reasonOf(error) : withoutAddress(reasonOf(error), config.DATABASE_URL),
        ),
      ];
    const running = await askRunning(socketIn(config.DATA_DIR), { ask: "dead", ...shown });
    return [
      ...findings,
      ...(await chatsOfRunning(config, shown)),
      ...(await backupsOfRunning(config)),
      well("folder", `in use by the running bot (process ${error.pid})`),
      ...(running?.ok ? [givenUp(running.text)] : []),
    ];
  }
  try {
    return [
      ...findings,
      well(
        "database",
        database.kind === "embedded"
          ? `opened in ${folder}, safe against kill, not against power loss`
          : "reachable",
      ),
      ...(await inside(database, shown, config)),
      ...(await examineChats(config, database, shown)),
    ];
  } catch (error) {
    return [...findings, ill("database", reasonOf(error))];
  } finally {
    await database.close();
  }
}

/** The running bot holds the database, so it looks itself; without an answer only the settings are looked at. */
async function chatsOfRunning(config: Config, shown: Shown): Promise<readonly Finding[]> {
  const running = await askRunning(socketIn(config.DATA_DIR), { ask: "chats", ...shown });
  return running?.ok
    ? z.array(finding).parse(JSON.parse(running.text))
    : examineChats(config, null, shown);
}

async function backupsOfRunning(config: Config): Promise<readonly Finding[]> {
  const running = await askRunning(socketIn(config.DATA_DIR), { ask: "backups" });
  return running?.ok ? z.array(finding).parse(JSON.parse(running.text)) : [];
}

async function inside(database: Database, shown: Shown, config: Config): Promise<Finding[]> {
  const state = await migrationState(database);
  if (state.unknown.length > 0)
    return [
      ill(
        "migrations",
        `the database is newer than this program (${state.unknown.join(", ")}): update the program`,
      ),
    ];
  if (state.changed.length > 0)
    return [
      ill(
        "migrations",
        `${state.changed.join(", ")} was changed after it was applied: restore the file`,
      ),
    ];
  if (state.pending.length > 0)
    return [well("migrations", `${state.pending.length} to come; npm start applies them`)];
  return [
    well("migrations", `${state.applied.length} applied`),
    ...(await examineClocks(database)),
    await examineCalendar(database, systemClock.now()),
    givenUp(await answerAboutDead({ ask: "dead", ...shown }, deadIn(database))),
    ...(await examineBackups(config, database, systemClock.now())),
  ];
}

/** This machine's clock and those of the machines the bot runs on, against the database's. */
async function examineClocks(database: Database): Promise<Finding[]> {
  const { offsetMs, processes } = await processesOn(database, systemClock);
  const found = (what: string, ms: number, fine: string): Finding => {
    const off = clockSentence(ms);
    return off === null ? well(what, fine) : (off.isOff ? ill : odd)(what, off.says);
  };
  return [
    found("clock", offsetMs, "this machine's agrees with the database's"),
    ...processes.map(({ id, startedAt, silentSeconds, offsetMs: ms }) =>
      found(
        `process ${id}`,
        ms,
        `runs since ${startedAt.toISOString()}, wrote ${silentSeconds} s ago, its machine's clock agrees with the database's`,
      ),
    ),
  ];
}

const deadIn = (database: Database) => ({
  outbox: createOutbox(database),
  inbox: createInbox(database, createChance()),
  now: () => systemClock.now(),
});

function givenUp(letters: string): Finding {
  if (letters === "") return well("messages", "none was given up");
  return odd(
    "messages",
    `given up; npm run doctor -- --retry <id> tries one once more, --drop <id> lets it go\n${letters.replaceAll(/^/gm, "     ")}`,
  );
}

/** Decides about one message, by the running bot or in the database. Null: nothing was to be decided. */
async function decide(): Promise<string | null> {
  if (values["forget-sealed"]) return tell({ ask: "forget" });
  if (values.retry === undefined && values.drop === undefined) return null;
  const question = asked.safeParse(
    values.retry === undefined
      ? { ask: "drop", id: values.drop }
      : { ask: "retry", id: values.retry },
  );
  if (!question.success || (question.data.ask !== "retry" && question.data.ask !== "drop"))
    return "That is no id of a message; npm run doctor lists them.";
  return tell(question.data);
}

async function tell(
  question: Extract<Asked, { readonly ask: "retry" | "drop" | "forget" }>,
): Promise<string> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const running =
    config.DATABASE_URL === undefined
      ? await askRunning(socketIn(config.DATA_DIR), question)
      : null;
  if (running) return running.text;
  const database = await openConfigured(config);
  try {
    return question.ask === "forget"
      ? await forgetSealed(config, database)
      : await answerAboutDead(question, deadIn(database));
  } finally {
    await database.close();
  }
}

const { values } = parseArgs({
  options: {
    retry: { type: "string" },
    drop: { type: "string" },
    "forget-sealed": { type: "boolean", default: false },
    names: { type: "boolean", default: false },
  },
});
const decided = await decide();
if (decided !== null) {
  process.stdout.write(`${decided}\n`);
  process.exit(0);
}
const findings = await examine({ names: values.names });
for (const { what, well: fine, warns, says } of findings) {
  const passed = warns ? "note" : "ok  ";
  process.stdout.write(`${fine ? passed : "BAD "} ${what}: ${says}\n`);
}
process.exitCode = findings.every((each) => each.well) ? 0 : 1;

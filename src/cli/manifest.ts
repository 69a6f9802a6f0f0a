// npm run manifest -- slack [--command /coach] [--name Pacer] [--socket]: the app's manifest for this version, from the declarations.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { manifestOf } from "#adapters/slack/manifest";
import { readConfig } from "#src/config";
import { practices } from "#src/practices/index";
import { shortcuts } from "./shortcuts.ts";

const usage = "npm run manifest -- slack [--command /coach] [--name Pacer] [--socket]";

/** What a rep types most, first. */
const daily = ["log", "goals", "checkin", "praise", "undo", "history"];

function run(): string {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { positionals, values } = parseArgs({ allowPositionals: true, options: { command: { type: "string", default: "/coach" }, name: { type: "string" }, socket: { type: "boolean", default: false } } });
  if (positionals[0] !== "slack" || positionals.length > 1) throw new Error(usage);
  const { command } = values;
  if (!/^\/[a-z0-9_-]{1,31}$/.test(command)) throw new Error(`--command ${command} is none Slack takes: a slash and at most 31 small letters, digits, - and _.`);
  const config = readConfig();
  const url = config.PUBLIC_URL;
  if (!values.socket && url !== undefined && !url.startsWith("https:")) throw new Error(`PUBLIC_URL ${url} does not begin with https: Slack reaches no other; use --socket to do without.`);
  const all = practices.flatMap((practice) => practice.commands.map((each) => each.words.en[0]));
  const verbs = [...daily.filter((each) => all.includes(each)), ...all.filter((each) => !daily.includes(each))];
  return JSON.stringify(manifestOf({ name: values.name ?? config.BOT_NAME_EN, command, publicUrl: values.socket ? null : (url ?? null), shortcuts, verbs }), null, 2);
}

try {
  process.stdout.write(`${run()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

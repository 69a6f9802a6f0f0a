// npm run tick -- --at 2026-11-30T09:00:00+08:00 [--why @person] [--send]: what would be due at that moment, for whom and why.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { readConfig, SettingWrong } from "#src/config";
import { openHouse, openToLook } from "#src/app/open";
import { answerTool, momentIn } from "#src/app/tools/questions";
import { reasonOf } from "#src/app/log/reason";
import { askRunning, socketIn, type Asked } from "#src/app/tools/socket";

const usage = "npm run tick -- --at 2026-11-30T09:00:00+08:00 [--why @name] [--send]";

function question(): Extract<Asked, { readonly ask: "tick" }> {
  const { values } = parseArgs({
    options: {
      at: { type: "string" },
      why: { type: "string" },
      send: { type: "boolean", default: false },
    },
  });
  const at = values.at === undefined ? null : momentIn(values.at);
  if (values.at !== undefined && at === null)
    throw new SettingWrong(`--at is no moment with a zone: ${usage}`);
  return { ask: "tick", at, why: values.why ?? null, send: values.send };
}

async function run(): Promise<number> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const asked = question();
  const running =
    config.DATABASE_URL === undefined ? await askRunning(socketIn(config.DATA_DIR), asked) : null;
  if (running) {
    process.stdout.write(`${running.text}\n`);
    return running.ok ? 0 : 1;
  }
  const opened = await (asked.send ? openHouse(config) : openToLook(config));
  try {
    process.stdout.write(`${await answerTool(asked, opened)}\n`);
    return 0;
  } finally {
    await opened.close();
  }
}

run().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
  },
);

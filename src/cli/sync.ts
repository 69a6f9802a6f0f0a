// npm run sync -- zoho|fxiaoke [--once] [--full] [--since 2026-11-01] [--dry-run] [--describe] [--json]: one pull from a CRM, which is only read.
// Exit code 0: done, or nothing was due; 2: partly, some rows cannot be counted; 3: refused.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { answerSync, syncParts, type SyncAnswer } from "#src/app/crm/answer-sync";
import { syncAsked, type SyncAsked } from "#src/app/crm/sync-asked";
import { reasonOf } from "#src/app/log/reason";
import { openToLook } from "#src/app/open";
import { askRunning, socketIn } from "#src/app/tools/socket";
import { readConfig, SettingWrong } from "#src/config";

const usage =
  "npm run sync -- zoho|fxiaoke [--once] [--full] [--since 2026-11-01] [--dry-run] [--describe] [--json] [--organisation NAME]";
const flag = { type: "boolean", default: false } as const;

function question(): SyncAsked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      once: flag,
      full: flag,
      since: { type: "string" },
      "dry-run": flag,
      describe: flag,
      json: flag,
      organisation: { type: "string" },
    },
  });
  const asked = syncAsked.safeParse({
    ask: "sync",
    crm: positionals[0] ?? null,
    organisation: values.organisation ?? null,
    once: values.once,
    full: values.full,
    since: values.since ?? null,
    dryRun: values["dry-run"],
    describe: values.describe,
    json: values.json,
  });
  if (positionals.length > 1) throw new SettingWrong(usage);
  if (!asked.success) throw new SettingWrong(`--since takes a day such as 2026-11-01:\n${usage}`);
  return asked.data;
}

async function run(): Promise<SyncAnswer> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const asked = question();
  const running =
    config.DATABASE_URL === undefined ? await askRunning(socketIn(config.DATA_DIR), asked) : null;
  if (running)
    return running.ok ? (JSON.parse(running.text) as SyncAnswer) : { code: 3, says: running.text };
  const opened = await openToLook(config);
  try {
    return await answerSync(asked, syncParts(opened));
  } finally {
    await opened.close();
  }
}

run().then(
  ({ code, says }) => {
    process.stdout.write(`${says}\n`);
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 3;
  },
);

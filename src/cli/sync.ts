// npm run sync -- zoho|fxiaoke [--once] [--full] [--since 2026-11-01] [--dry-run] [--describe] [--json]: one pull from a CRM, which is only read.
// Exit code 0: done, or nothing was due; 2: partly, some rows cannot be counted; 3: refused.
import { parseArgs } from "node:util";
import { answerSync, syncParts } from "#src/app/crm/answer-sync";
import { syncAsked, type SyncAsked } from "#src/app/crm/sync-asked";
import { runTool } from "#src/app/tools/run-tool";
import { SettingWrong } from "#src/config";

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

await runTool(question, (asked, opened) => answerSync(asked, syncParts(opened)));

// npm run export -- [--out FILE] [--from DAY] [--to DAY] [--organisation NAME]: every figure that counts now, reported and imported, as
// CSV; to the terminal without --out. Exit code 0: done; 3: refused; 4: something is to be said first.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig, SettingWrong } from "#src/config";
import { openToLook } from "#src/app/open";
import { answerExport, exportAsked, type ExportAsked } from "#src/app/figures/export-figures";
import { importParts } from "#src/app/tools/import-file";
import type { ImportAnswer } from "#src/app/tools/import-parts";
import { reasonOf } from "#src/app/log/reason";
import { askRunning, socketIn } from "#src/app/tools/socket";

const usage =
  "npm run export -- [--out FILE] [--from 2026-10-01] [--to 2026-12-31] [--organisation NAME]";
const text = { type: "string" } as const;

function question(): ExportAsked {
  const { values } = parseArgs({
    options: { out: text, from: text, to: text, organisation: text },
  });
  const asked = exportAsked.safeParse({
    ask: "export",
    out: values.out === undefined ? null : resolve(values.out),
    organisation: values.organisation ?? null,
    from: values.from ?? null,
    to: values.to ?? null,
  });
  if (asked.success) return asked.data;
  throw new SettingWrong(`--${asked.error.issues[0]?.path.join(" ")} is no day:\n${usage}`);
}

async function run(): Promise<ImportAnswer> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const asked = question();
  const running =
    config.DATABASE_URL === undefined ? await askRunning(socketIn(config.DATA_DIR), asked) : null;
  if (running)
    return running.ok
      ? (JSON.parse(running.text) as ImportAnswer)
      : { code: 3, says: running.text };
  const opened = await openToLook(config);
  try {
    return await answerExport(asked, importParts(opened));
  } finally {
    await opened.close();
  }
}

run().then(
  ({ code, says }) => {
    process.stdout.write(says.endsWith("\n") ? says : `${says}\n`);
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 3;
  },
);

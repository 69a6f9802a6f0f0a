// npm run restore -- FILE [--yes]: says what a backup holds, and with --yes brings it back into an empty database. What was due before is
// held back until npm run restore -- --resume [--drop]. Exit code 0: done; 1: refused.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { bringBack, letGoOn, lookAtBackup } from "#src/app/backup/bring-back";
import { reasonOf } from "#src/app/log/reason";
import { readConfig, SettingWrong } from "#src/config";

const usage = "npm run restore -- FILE [--yes]\nnpm run restore -- --resume [--drop]";

async function run(): Promise<readonly string[]> {
  const flag = { type: "boolean", default: false } as const;
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { yes: flag, resume: flag, drop: flag },
  });
  const [file, ...more] = positionals;
  if (more.length > 0 || (file !== undefined) === values.resume || (values.drop && !values.resume))
    throw new SettingWrong(usage);
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig(undefined, true);
  if (file === undefined) return [await letGoOn(config, values.drop ? "drop" : "send")];
  return values.yes ? bringBack(config, file) : lookAtBackup(config, file);
}

run().then(
  (says) => void process.stdout.write(`${says.join("\n")}\n`),
  (error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
  },
);

// npm run backup -- [--out FOLDER] [--prove], or npm run backup -- --prove FILE: a sealed backup of everything, beside the running bot or
// without it; proved, it was brought back into a scratch database and compared. Exit code 0: done; 1: refused.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { runBackup } from "#src/app/backup/make";
import { reasonOf } from "#src/app/log/reason";
import { readConfig, SettingWrong } from "#src/config";

const usage = "npm run backup -- [--out FOLDER] [--prove]\nnpm run backup -- --prove FILE";

async function run(): Promise<readonly string[]> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: "string" },
      prove: { type: "boolean", default: false },
      turn: { type: "string" },
    },
  });
  const [file = null, ...more] = positionals;
  if (more.length > 0 || (file !== null && (!values.prove || values.out !== undefined)))
    throw new SettingWrong(usage);
  if (existsSync(".env")) process.loadEnvFile(".env");
  return runBackup(readConfig(), {
    out: values.out ?? null,
    prove: values.prove,
    file,
    turn: values.turn ?? null,
  });
}

run().then(
  (says) => void process.stdout.write(`${says.join("\n")}\n`),
  (error: unknown) => {
    process.stderr.write(`${reasonOf(error)}\n`);
    process.exitCode = 1;
  },
);

// npm run person -- export <id> [--out FILE.zip] | erase <id> [--yes]: all that is kept about one person. Without --out and --yes it says
// what would be given or deleted, and does neither. Exit code 0: done; 3: refused.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfig, SettingWrong } from "#src/config";
import { openToLook } from "#src/app/open";
import { reasonOf } from "#src/app/log/reason";
import { answerPerson } from "#src/app/tools/person";
import { personAsked, type PersonAnswer, type PersonAsked } from "#src/app/tools/person-asked";
import { askRunning, socketIn } from "#src/app/tools/socket";

const usage = "npm run person -- export <id> [--out FILE.zip] | erase <id> [--yes]";

function question(): PersonAsked {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { out: { type: "string" }, yes: { type: "boolean", default: false } },
  });
  const [verb, ...who] = positionals;
  const asked = personAsked.safeParse({
    ask: "person",
    verb,
    who: who.join(" "),
    out: values.out === undefined ? null : resolve(values.out),
    apply: values.yes,
  });
  if (asked.success) return asked.data;
  throw new SettingWrong(usage);
}

async function run(): Promise<PersonAnswer> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const asked = question();
  const running =
    config.DATABASE_URL === undefined ? await askRunning(socketIn(config.DATA_DIR), asked) : null;
  if (running)
    return running.ok
      ? (JSON.parse(running.text) as PersonAnswer)
      : { code: 3, says: running.text };
  const opened = await openToLook(config);
  try {
    return await answerPerson(asked, opened);
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

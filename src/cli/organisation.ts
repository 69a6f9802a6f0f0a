// npm run organisation -- join [<platform> <workspace> [organisation]] [--yes]: which workspaces wait to be let in, and consent to one.
// Without --yes it says what would come of it and changes nothing.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { migrationState } from "#db/migrate";
import { readConfig, SettingWrong } from "#src/config";
import {
  answerJoin,
  joinUsage,
  type JoinAnswer,
  type JoinQuestion,
} from "#src/app/tools/join-organisation";
import { dataFolder, openConfigured } from "#src/app/open";
import { reasonOf } from "#src/app/log/reason";
import { askRunning, socketIn } from "#src/app/tools/socket";
import { systemClock } from "#src/app/system";

function question(): JoinQuestion {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      yes: { type: "boolean", default: false },
      apply: { type: "boolean", default: false },
    },
  });
  const [verb = "join", platform, workspace, organisation, ...more] = positionals;
  if (verb !== "join" || more.length > 0 || (platform !== undefined && workspace === undefined))
    throw new SettingWrong(joinUsage);
  return {
    ask: "join",
    platform: platform ?? null,
    workspace: workspace ?? null,
    organisation: organisation ?? null,
    apply: values.yes || values.apply,
  };
}

async function answered(asked: JoinQuestion): Promise<JoinAnswer> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const config = readConfig();
  const running =
    config.DATABASE_URL === undefined ? await askRunning(socketIn(config.DATA_DIR), asked) : null;
  if (running)
    return running.ok
      ? (JSON.parse(running.text) as JoinAnswer)
      : { ok: false, says: running.text };
  if (config.DATABASE_URL === undefined && !existsSync(dataFolder(config)))
    return {
      ok: false,
      says: `There is nothing in ${dataFolder(config)} yet: npm start makes it.`,
    };
  const database = await openConfigured(config);
  try {
    const { applied, pending } = await migrationState(database);
    if (applied.length === 0 || pending.length > 0)
      return {
        ok: false,
        says: "The database is older than this program: npm start brings it up to date.",
      };
    return await answerJoin(asked, database, systemClock.now());
  } finally {
    await database.close();
  }
}

Promise.resolve()
  .then(() => answered(question()))
  .then(
    ({ ok, says }) => {
      process.stdout.write(`${says}\n`);
      process.exitCode = ok ? 0 : 1;
    },
    (error: unknown) => {
      process.stderr.write(`${reasonOf(error)}\n`);
      process.exitCode = 1;
    },
  );

// npm run prove -- slack [--configuration FILE] [--out FILE]: every card, form and Home before Slack's own judge, and with the token in FILE
// the manifest too. npm run prove -- lark [--out FILE]: the same before Lark's. Nothing is posted. Exit code 0 all taken, 2 some refused, 3 no verdict.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { endWithReader } from "#src/app/log/closed-pipe";
import { larkSettings } from "#src/app/lark";
import { reasonOf } from "#src/app/log/reason";
import { systemClock } from "#src/app/system";
import { localDateAt } from "#src/calendar/zones";
import { readConfig, type Config } from "#src/config";
import { createLanguage } from "#src/language/catalogue";
import { slackManifest } from "./manifest/slack.ts";
import { collectExhibits } from "./prove/exhibits.ts";
import { judgeByLark } from "./prove/lark.ts";
import { createSlackJudge } from "./prove/slack.ts";
import { NoJudge, verdictsSay, writeVerdicts, type Verdict } from "./prove/verdicts.ts";

const usage =
  "npm run prove -- slack [--configuration FILE] [--out FILE]\nnpm run prove -- lark [--out FILE]";

interface Proof {
  readonly verdicts: readonly Verdict[];
  readonly out: string;
}

async function prove(): Promise<Proof> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { configuration: { type: "string" }, out: { type: "string" } },
  });
  const [platform, ...more] = positionals;
  if (more.length > 0 || (platform !== "slack" && platform !== "lark")) throw new NoJudge(usage);
  if (platform === "lark" && values.configuration !== undefined) throw new NoJudge(usage);
  const config = readConfig();
  const day = localDateAt(systemClock.now(), "UTC");
  const verdicts =
    platform === "slack"
      ? await bySlack(config, values.configuration, day)
      : await byLark(config, day);
  return { verdicts, out: values.out ?? `verdicts-${platform}-${day}.jsonl` };
}

async function bySlack(
  config: Config,
  configuration: string | undefined,
  day: string,
): Promise<readonly Verdict[]> {
  const token = config.SLACK_BOT_TOKEN;
  if (token === undefined)
    throw new NoJudge(
      "SLACK_BOT_TOKEN is not set: any bot token will do, also one of an empty workspace; nothing is posted with it.",
    );
  const judge = createSlackJudge(config.SLACK_API_URL.replace(/\/?$/, "/"), { day });
  const language = createLanguage();
  const exhibits = await collectExhibits(language);
  const verdicts = await judge.blocks(token, exhibits, language);
  if (configuration === undefined) return verdicts;
  const manifest = slackManifest(
    {
      command: "/coach",
      socket: config.SLACK_APP_TOKEN !== undefined || config.PUBLIC_URL === undefined,
      org: false,
      "no-history": false,
    },
    config,
  );
  const ofConfiguration = (await readFile(configuration, "utf8")).trim();
  return [...verdicts, await judge.manifest(ofConfiguration, manifest)];
}

async function byLark(config: Config, day: string): Promise<readonly Verdict[]> {
  const app = larkSettings(config).find(({ type }) => type === "self");
  if (app === undefined)
    throw new NoJudge(
      "LARK_APP_ID and LARK_APP_SECRET of a self-built app are needed: a store app's token comes to the running bot alone. Cards are the same for both.",
    );
  return await judgeByLark(app, await collectExhibits(createLanguage()), { day });
}

endWithReader();
try {
  const { verdicts, out } = await prove();
  await writeVerdicts(out, verdicts);
  process.stdout.write(`${verdictsSay(verdicts)}Written down in ${out}\n`);
  process.exitCode = verdicts.every(({ taken }) => taken) ? 0 : 2;
} catch (error) {
  process.stderr.write(`${error instanceof NoJudge ? error.message : reasonOf(error)}\n`);
  process.exitCode = 3;
}

// npm run manifest -- slack [--command /coach] [--name Pacer] [--socket] [--org] [--no-history]: the app's manifest for this version, from the declarations.
// npm run manifest -- lark [--name Pacer] [--webhook]: the console's steps with exact names; --permissions: the JSON for its import alone.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { consoleSteps, permissionImport } from "#adapters/lark/install/manifest";
import { larkApps, readConfig, type Config } from "#src/config";
import { slackManifest, type ManifestAsked } from "./manifest/slack.ts";

const usage =
  "npm run manifest -- slack [--command /coach] [--name Pacer] [--socket] [--org] [--no-history]\nnpm run manifest -- lark [--name Pacer] [--socket | --webhook] [--permissions]";

interface Values extends ManifestAsked {
  readonly webhook: boolean;
  readonly permissions: boolean;
}

function run(): string {
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      command: { type: "string", default: "/coach" },
      name: { type: "string" },
      socket: { type: "boolean", default: false },
      org: { type: "boolean", default: false },
      "no-history": { type: "boolean", default: false },
      webhook: { type: "boolean", default: false },
      permissions: { type: "boolean", default: false },
    },
  });
  const [platform] = positionals;
  if (positionals.length !== 1 || (platform !== "slack" && platform !== "lark"))
    throw new Error(usage);
  return platform === "slack"
    ? JSON.stringify(slackManifest(values, readConfig()), null, 2)
    : ofLark(values, readConfig());
}

/** As the first app is set, self-built or of the store; without one, as Feishu's long connection wants it. */
function ofLark({ name, socket, webhook, permissions }: Values, config: Config): string {
  if (permissions) return permissionImport();
  const app = larkApps(config)[0];
  const type = app?.type ?? "self";
  if (type === "store" && socket)
    throw new Error(
      "A store app (LARK_APP_TYPE=store) hears over the webhook alone: leave --socket out.",
    );
  const url =
    config.PUBLIC_URL === undefined ? null : `${config.PUBLIC_URL.replace(/\/$/, "")}/lark/events`;
  const asSet = socket ? "socket" : (app?.events ?? "socket");
  return consoleSteps({
    name: name ?? `${config.BOT_NAME_ZH} ${config.BOT_NAME_EN}`,
    type,
    events: webhook ? "webhook" : asSet,
    url,
  });
}

try {
  process.stdout.write(`${run()}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

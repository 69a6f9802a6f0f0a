// Lark and Feishu as the settings describe them: one adapter for the apps that are set.
import {
  createLarkAdapter,
  larkPace,
  type LarkAdapter,
  type LarkOptions,
  type LarkSettings,
} from "#adapters/lark/index";
import { isOf, platform } from "#adapters/lark/lark";
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createInstallations } from "#db/stores/installations/installations";
import { createTurns } from "#db/stores/delivery/rate-limits";
import { createBoard, createShelf } from "#db/stores/delivery/overflow";
import { createSharedTokens } from "#db/stores/installations/access-tokens";
import { larkApps, type Config, type LarkSetting } from "#src/config";
import type { Chance } from "#src/ports/process/clock";
import type { SealedInstallations } from "#src/ports/chat/installations";
import type { Logger } from "#src/ports/process/logger";
import type { Secrets } from "#src/ports/process/secrets";
import { systemClock } from "./system.ts";

const clouds: Readonly<Record<string, string>> = {
  feishu: "https://open.feishu.cn",
  lark: "https://open.larksuite.com",
};

interface LarkParts {
  readonly chance: Chance;
  readonly logger: Logger;
  readonly refused: (why: string) => void;
}

/** Null where Lark is not configured. */
export async function openLark(
  config: Config,
  database: Database,
  parts: LarkParts,
): Promise<LarkAdapter | null> {
  const apps = larkSettings(config);
  if (apps.length === 0 || config.ENCRYPTION_KEY === undefined) return null;
  const secrets = createSecrets([config.ENCRYPTION_KEY]);
  await sealAnew(createInstallations(database, secrets, parts.chance), apps);
  return createLarkAdapter({
    ...parts,
    apps,
    wall: systemClock,
    ...larkStores(database, secrets, parts.chance),
    organisations: config.ORGANISATIONS,
  });
}

/** What stands in a token's place is the app's id, which is known: under another key it is sealed again, and nothing is missed. */
async function sealAnew(
  installations: SealedInstallations,
  apps: readonly LarkSettings[],
): Promise<void> {
  for (const workspace of (await installations.unopened(platform)).workspaces) {
    const app = apps.find((each) => isOf(each, workspace));
    if (app) await installations.reseal({ platform, workspace }, app.appId);
  }
}

/** What the adapter keeps in the database. */
export const larkStores = (
  database: Database,
  secrets: Secrets,
  chance: Chance,
): Pick<LarkOptions, "installations" | "shelf" | "board" | "tokens" | "turn"> => ({
  installations: createInstallations(database, secrets, chance),
  shelf: createShelf(database),
  board: createBoard(database),
  tokens: createSharedTokens(database, secrets),
  turn: createTurns(database, larkPace),
});

export const larkSettings = (config: Config): readonly LarkSettings[] =>
  larkApps(config).map(settingsOf);

function settingsOf({ domain, ...setting }: LarkSetting): LarkSettings {
  const baseUrl = clouds[domain] ?? domain.replace(/\/+$/, "");
  const brand = domain in clouds ? domain : new URL(domain).host;
  return {
    ...setting,
    brand,
    baseUrl,
    path: setting.name === "LARK" ? "/lark/events" : "/lark/2/events",
  };
}

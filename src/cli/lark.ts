// Lark and Feishu as the settings describe them: one adapter for the apps that are set.
import { createLarkAdapter, type LarkAdapter, type LarkSettings } from "#adapters/lark/index";
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createInstallations } from "#db/stores/installations";
import { larkApps, type Config, type LarkSetting } from "#src/config";
import type { Chance } from "#src/ports/clock";
import type { Logger } from "#src/ports/logger";
import { onlyOrganisation } from "./slack.ts";
import { systemClock } from "./system.ts";

const clouds: Readonly<Record<string, string>> = { feishu: "https://open.feishu.cn", lark: "https://open.larksuite.com" };

/** Null where Lark is not configured. */
export function openLark(config: Config, database: Database, { chance, logger }: { readonly chance: Chance; readonly logger: Logger }): LarkAdapter | null {
  const apps = larkApps(config).map(settingsOf);
  if (apps.length === 0 || config.ENCRYPTION_KEY === undefined) return null;
  const installations = createInstallations(database, createSecrets([config.ENCRYPTION_KEY]), chance);
  return createLarkAdapter({ apps, wall: systemClock, chance, logger, installations, joins: async () => (config.ORGANISATIONS === "one" ? await onlyOrganisation(database) : undefined) });
}

function settingsOf({ domain, ...setting }: LarkSetting): LarkSettings {
  const baseUrl = clouds[domain] ?? domain.replace(/\/+$/, "");
  const brand = domain in clouds ? domain : new URL(domain).host;
  return { ...setting, brand, baseUrl, path: setting.name === "LARK" ? "/lark/events" : "/lark/2/events" };
}

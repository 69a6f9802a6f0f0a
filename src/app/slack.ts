// Slack as the settings describe it: the adapter with its stores, and the one workspace of SLACK_BOT_TOKEN entered.
import { setTimeout as after } from "node:timers/promises";
import { isTokenRefused } from "#adapters/slack/send/errors";
import { createSlackAdapter, type SlackAdapter } from "#adapters/slack/index";
import { workspacesOf } from "#adapters/slack/install/org-wide";
import { installRoutes } from "#adapters/slack/install/install";
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createInstallations } from "#db/stores/installations/installations";
import { createShelf } from "#db/stores/delivery/overflow";
import { hasSlack, SettingWrong, type Config } from "#src/config";
import type { Language } from "#src/language/catalogue";
import type { Door } from "#src/people/admission";
import type { Chance } from "#src/ports/process/clock";
import { SeveralOrganisations, type Installations } from "#src/ports/chat/installations";
import type { Logger } from "#src/ports/process/logger";
import { reasonOf } from "./log/reason.ts";
import { shortcuts } from "./shortcuts.ts";
import { systemClock } from "./system.ts";

interface SlackParts {
  readonly chance: Chance;
  readonly logger: Logger;
  readonly language: Language;
  readonly refused?: (why: string) => void;
}

/** Null where Slack is not configured. */
export async function openSlack(
  config: Config,
  database: Database,
  parts: SlackParts,
): Promise<SlackAdapter | null> {
  if (!hasSlack(config) || config.ENCRYPTION_KEY === undefined) return null;
  const installations = createInstallations(
    database,
    createSecrets([config.ENCRYPTION_KEY]),
    parts.chance,
  );
  const slack = createSlackAdapter({
    ...parts,
    installations,
    shelf: createShelf(database),
    clock: systemClock,
    apiUrl: config.SLACK_API_URL.replace(/\/?$/, "/"),
    signingSecret: config.SLACK_SIGNING_SECRET,
    appToken: config.SLACK_APP_TOKEN,
    shortcuts,
    called: ["coach", config.BOT_NAME_EN, config.BOT_NAME_ZH],
  });
  const closing = new AbortController();
  if (config.SLACK_BOT_TOKEN !== undefined)
    await enterWorkspace(
      {
        slack,
        installations,
        token: config.SLACK_BOT_TOKEN,
        organisations: config.ORGANISATIONS,
        logger: parts.logger,
      },
      closing.signal,
    );
  const {
    SLACK_CLIENT_ID: clientId,
    SLACK_CLIENT_SECRET: clientSecret,
    SLACK_STATE_SECRET: stateSecret,
  } = config;
  if (clientId !== undefined && clientSecret !== undefined && stateSecret !== undefined) {
    slack.routes.route(
      "/",
      installRoutes({
        clientId,
        clientSecret,
        stateSecret,
        publicUrl: config.PUBLIC_URL,
        installations,
        clients: slack.clients,
        clock: systemClock,
        chance: parts.chance,
        logger: parts.logger,
        organisations: config.ORGANISATIONS,
        listed: config.SLACK_WORKSPACES.length === 0 ? null : config.SLACK_WORKSPACES,
        askAdmins: () => slack.askAdmins(),
        welcome: (workspace, user) => slack.welcome(workspace, user),
      }),
    );
  }
  return {
    ...slack,
    async close() {
      closing.abort();
      await slack.close();
    },
  };
}

interface Entering {
  readonly slack: SlackAdapter;
  readonly installations: Installations;
  readonly token: string;
  readonly organisations: Door["organisations"];
  readonly logger: Logger;
}

const retryMs = 15_000;

/** At each start: whose token it is, so that what Slack sends finds its organisation. While Slack is away what was stored serves, and it is asked again. */
async function enterWorkspace(entering: Entering, closing: AbortSignal): Promise<void> {
  if (await enter(entering)) return;
  void (async () => {
    for (let entered = false; !entered && !closing.aborted;) {
      await after(retryMs, undefined, { signal: closing, ref: false }).catch(() => {});
      if (!closing.aborted) entered = await enter(entering);
    }
  })().catch((error: unknown) => entering.logger.error({ error }, "slack.not_entered"));
}

/** False when Slack gave no answer. Throws a SettingWrong when it refuses the token. */
async function enter({
  slack,
  installations,
  token,
  organisations,
  logger,
}: Entering): Promise<boolean> {
  try {
    const found = await slack.clients.bare().auth.test({ token });
    const scopes = found.response_metadata?.scopes ?? [];
    const isOrgWide = found.is_enterprise_install === true && found.enterprise_id !== undefined;
    const workspace = (isOrgWide ? found.enterprise_id : found.team_id) ?? "";
    const replaces = isOrgWide ? await workspacesOf(slack.clients.with(token)) : [];
    const door = { way: "configured", organisations } as const;
    await installations.save(
      { platform: "slack", workspace },
      { name: found.team ?? "", token, botUser: found.user_id ?? "", scopes, installedBy: null },
      systemClock.now(),
      door,
      replaces,
    );
    return true;
  } catch (error) {
    if (error instanceof SeveralOrganisations) {
      if (!(await installations.list("slack")).some((each) => each.token === token))
        throw new SettingWrong(
          "SLACK_BOT_TOKEN is for a whole Enterprise, of which several workspaces use this bot each on its own: remove the app from all of them but one.",
        );
      // It serves as it did; what those workspaces had stays with them.
      logger.error({}, "slack.several_organisations");
      return true;
    }
    if (isTokenRefused(error))
      throw new SettingWrong(
        `SLACK_BOT_TOKEN was not accepted by Slack (${reasonOf(error)}): copy it again from the app's page OAuth & Permissions.`,
      );
    const isKnown = (await installations.list("slack")).some((each) => each.token === token);
    logger.error(
      {
        error,
        serves: isKnown
          ? "what was stored of the workspace"
          : "nothing yet: no workspace is known by this token",
      },
      "slack.away_at_start",
    );
    return false;
  }
}

// What doctor says of Slack: whether each workspace lets the bot in, and with every scope it needs, named where one is missing.
import { createClients, type Client } from "#adapters/slack/send/clients";
import { fileScopes, historyScopes, scopes } from "#adapters/slack/install/manifest";
import type { Database } from "#db/client";
import { createSecrets } from "#db/seal";
import { createInstallations } from "#db/stores/installations/installations";
import { hasSlack, type Config } from "#src/config";
import { reasonOf } from "#src/app/log/reason";
import { createChance } from "#src/app/system";
import { called, ill, well, type Finding, type Shown } from "./finding.ts";

const quiet = { info: () => {}, warn: () => {}, error: () => {} };

export async function examineSlack(
  config: Config,
  database: Database | null,
  shown: Shown,
): Promise<Finding[]> {
  if (!hasSlack(config) || config.ENCRYPTION_KEY === undefined) return [];
  const findings = [heard(config, shown)];
  const clients = createClients(
    { find: async () => null },
    config.SLACK_API_URL.replace(/\/?$/, "/"),
    quiet,
  );
  if (config.SLACK_APP_TOKEN !== undefined)
    findings.push(await socketToken(clients.bare(), config.SLACK_APP_TOKEN));
  if (config.SLACK_BOT_TOKEN !== undefined)
    findings.push(
      await token("slack SLACK_BOT_TOKEN", clients.bare(), config.SLACK_BOT_TOKEN, shown),
    );
  if (database) {
    // Those that another key sealed are told of apart from these (app/tools/sealed-tokens.ts).
    const installed = await createInstallations(
      database,
      createSecrets([config.ENCRYPTION_KEY]),
      createChance(),
    ).list("slack");
    for (const each of installed.filter(({ token: kept }) => kept !== config.SLACK_BOT_TOKEN))
      findings.push(
        await token(
          `slack ${called(each.name, each.workspace, shown)}`,
          clients.bare(),
          each.token,
          shown,
        ),
      );
  }
  return findings;
}

function heard({ SLACK_APP_TOKEN: app, PUBLIC_URL: url }: Config, { names }: Shown): Finding {
  if (app !== undefined) return well("slack", "Socket Mode: no public address needed");
  if (url === undefined)
    return ill(
      "slack",
      "PUBLIC_URL is not set: set it to the https address Slack reaches, or SLACK_APP_TOKEN for Socket Mode",
    );
  return url.startsWith("https:")
    ? well("slack", `Slack sends to ${names ? url.replace(/\/$/, "") : "PUBLIC_URL"}/slack/events`)
    : ill("slack", "PUBLIC_URL does not begin with https: Slack reaches no other");
}

/** Asks for an address and connects to none: whether Slack would let the bot listen. */
async function socketToken(client: Client, given: string): Promise<Finding> {
  const what = "slack SLACK_APP_TOKEN";
  try {
    await client.apiCall("apps.connections.open", { token: given });
    return well(what, "lets the bot listen");
  } catch (error) {
    return ill(
      what,
      `${reasonOf(error)}: make an app-level token (xapp-...) with the scope connections:write under Basic Information`,
    );
  }
}

async function token(what: string, client: Client, given: string, shown: Shown): Promise<Finding> {
  try {
    const found = await client.auth.test({ token: given });
    const granted = found.response_metadata?.scopes ?? [];
    // Where Slack does not say which scopes there are nothing is claimed about them.
    const missing = granted.length === 0 ? [] : scopes.filter((each) => !granted.includes(each));
    if (missing.length > 0)
      return ill(
        what,
        `is missing ${missing.join(", ")}: add ${missing.length === 1 ? "it" : "them"} under OAuth & Permissions and reinstall the app`,
      );
    const lacks = (wanted: readonly string[]) => wanted.filter((each) => !granted.includes(each));
    const looks = lacks(historyScopes).length === 0;
    const files = granted.length === 0 ? [] : lacks(fileScopes);
    return well(
      what,
      `lets in as ${called(found.user, found.user_id ?? "the bot", shown)} of ${called(found.team, found.team_id ?? found.enterprise_id ?? "?", shown)}${looks ? "" : "; without history scopes a channel message that may have arrived is asked about, not looked for"}${files.length === 0 ? "" : `; without ${files.join(" and ")} ${files.includes("files:read") ? "files dropped into its chat are not read" : "figures are not put there as a file"} (optional: add under OAuth & Permissions and reinstall the app)`}`,
    );
  } catch (error) {
    return ill(
      what,
      `${reasonOf(error)}: copy the token again from OAuth & Permissions, or reinstall the app`,
    );
  }
}

// What doctor says of the chats whose tokens the database keeps: Slack's workspaces, the companies of a store app on Lark, and, on any platform, workspaces and places nothing
// goes out to.
import type { Database } from "#db/client";
import { createStores } from "#db/stores/index";
import { stoppedSince } from "#db/stores/delivery/stopped/disconnected";
import type { Config } from "#src/config";
import { examineStoreApps } from "./lark.ts";
import { examineSlack } from "./slack.ts";
import { examineSources } from "./sources.ts";
import { examineWorkspaces } from "./workspaces.ts";
import { called, ill, odd, type Finding, type Shown } from "./finding.ts";
import { examineSealed } from "#src/app/tools/sealed-tokens";

/** Null: there is no database yet. */
export async function examineChats(
  config: Config,
  database: Database | null,
  shown: Shown = {},
): Promise<Finding[]> {
  const kept = database
    ? [
        ...(await examineWorkspaces(database, shown)),
        ...(await examineSealed(config, database)),
        ...(await examineStopped(database, shown)),
        ...(await examineSources(config, database, shown)),
      ]
    : [];
  return [
    ...(await examineSlack(config, database, shown)),
    ...(await examineStoreApps(config, database, shown)),
    ...kept,
  ];
}

const mend: Readonly<Record<string, string>> = {
  slack: ". Reinstall the app; what waited goes out then",
  lark: ". An admin of the company lets the app in again (管理后台, 应用管理); what waited goes out within minutes of it",
};

export async function examineStopped(database: Database, shown: Shown = {}): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { platform, workspace, organisation, name, place, since, why } of await stoppedSince(
    database,
    null,
  )) {
    if (place === null)
      findings.push(
        ill(
          `${platform} ${called(name, workspace, shown)}`,
          `nothing goes out there since ${since.toISOString()}: ${why}${mend[platform] ?? ""}`,
        ),
      );
    else {
      const places = shown.names
        ? await createStores(database).inOrganisation(organisation, ({ people }) => people.places())
        : [];
      const known = places.find((each) => each.id === place);
      findings.push(
        odd(
          `${platform} ${called(known?.name, `place ${place}`, shown)}`,
          `nothing is posted there since ${since.toISOString()}: the bot is not in it, or it was archived. Invite it again, or choose another place for the team (setup)`,
        ),
      );
    }
  }
  return findings;
}

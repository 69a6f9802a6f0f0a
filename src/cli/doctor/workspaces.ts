// What doctor says of who belongs together: every workspace of each organisation, what waits to be let in, and whether anybody may set up.
import { playgroundOrganisation } from "#db/seed";
import type { Database } from "#db/client";
import { createStores } from "#db/stores/index";
import { workspaces, type Workspace } from "#db/stores/installations/join-organisation";
import { requests } from "#db/stores/installations/installation-requests";
import { called, odd, well, type Finding, type Shown } from "./finding.ts";

/** Ids alone, unless names are asked for: whoever gets help shows this to others. */
export async function examineWorkspaces(database: Database, shown: Shown = {}): Promise<Finding[]> {
  const findings: Finding[] = [];
  const all = await workspaces(database.db);
  const nameOf = (each: {
    readonly platform: string;
    readonly workspace: string;
    readonly name: string;
  }): string => `${each.platform} ${called(each.name, each.workspace, shown)}`;
  const stores = createStores(database);
  for (const organisation of (await stores.routing.organisations())
    .filter((each) => each !== playgroundOrganisation)
    .toSorted()) {
    const what = `organisation ${organisation}`;
    const its = all.filter((each) => each.organisation === organisation);
    findings.push(
      well(
        what,
        its.length === 0
          ? "no workspace is in it"
          : its.map((each) => `${nameOf(each)}, ${cameBy(each)}`).join("; "),
      ),
    );
    const { people, admins } = await stores.inOrganisation(organisation, async (own) => {
      const directory = await own.people.directory();
      return { people: directory.length, admins: directory.filter((each) => each.admin).length };
    });
    if (people > 0 && admins === 0)
      findings.push(
        odd(
          what,
          "nobody may set it up: name somebody in ADMIN_EMAILS, or let whoever runs its workspace write to the bot",
        ),
      );
  }
  for (const each of (await requests(database)).filter(({ state }) => state === "open"))
    findings.push(
      odd(
        nameOf(each),
        `waits since ${each.askedAt.toISOString()} to be let in to organisation ${each.organisation}. Its admins were asked in the chat; npm run organisation -- join ${each.platform} ${each.workspace} lets it in from here`,
      ),
    );
  return findings;
}

function cameBy({ founded, way, stopped }: Workspace): string {
  const later = way === "configured" ? "named by your settings" : "let in later";
  const how = founded ? "began with it" : later;
  return stopped ? `${how}, cut off` : how;
}

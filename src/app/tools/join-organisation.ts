// What the operator asks about workspaces that belong together: which ones wait, and one let in to an organisation.
import type { Database } from "#db/client";
import { playgroundOrganisation } from "#db/seed";
import { join, workspaces, type Joined } from "#db/stores/installations/join-organisation";
import { createStores } from "#db/stores/index";
import { requests } from "#db/stores/installations/installation-requests";
import type { OrganisationId } from "#src/people/person";
import type { Asked } from "./socket.ts";

export type JoinQuestion = Extract<Asked, { readonly ask: "join" }>;

export interface JoinAnswer {
  readonly ok: boolean;
  readonly says: string;
}

export const joinUsage =
  "npm run organisation -- join <platform> <workspace> [organisation] [--yes]";

export async function answerJoin(
  { platform, workspace, organisation, apply }: JoinQuestion,
  database: Database,
  now: Date,
): Promise<JoinAnswer> {
  if (platform === null || workspace === null) return { ok: true, says: await listed(database) };
  const what = `${platform} ${workspace}`;
  const open = (await requests(database)).find(
    (each) => each.platform === platform && each.workspace === workspace && each.state === "open",
  );
  const there = (await createStores(database).routing.organisations()).filter(
    (each) => each !== playgroundOrganisation,
  );
  const into = organisation ?? open?.organisation ?? null;
  if (into === null)
    return refused(
      `${what} waits for nobody's word. To move a workspace that is installed, name the organisation it is to join.\n${await listed(database)}`,
    );
  if (!there.some((each) => each === into))
    return refused(`There is no organisation ${into} here.\n${await listed(database)}`);
  const joined = await join(database, { platform, workspace }, into as OrganisationId, now, apply);
  return said(joined, what, into, apply);
}

const refused = (says: string): JoinAnswer => ({ ok: false, says });

function said({ joined }: Joined, what: string, into: string, apply: boolean): JoinAnswer {
  switch (joined) {
    case "yes":
      return {
        ok: true,
        says: apply
          ? `${what} belongs to organisation ${into} now; its admins are told.`
          : `${what} would belong to organisation ${into}: its members would be colleagues there, and none of them an admin by that. Nothing was changed; add --yes to do it.`,
      };
    case "there":
      return { ok: true, says: `${what} belongs to organisation ${into} already.` };
    case "unknown":
      return refused(`${what} is not known here: it has to install the app first.`);
    case "in use":
      return refused(
        `${what} stays where it is: something was set up or written in its own organisation already, and two organisations' records cannot be put together.`,
      );
  }
}

async function listed(database: Database): Promise<string> {
  const waiting = (await requests(database)).filter((each) => each.state === "open");
  const asks = waiting.map(
    (each) =>
      `waits  ${each.platform} ${each.workspace} (${each.name}), asked by ${each.askedBy ?? "nobody named"} since ${each.askedAt.toISOString()}, to join organisation ${each.organisation}`,
  );
  const known = (await workspaces(database.db)).map(
    (each) =>
      `is in  organisation ${each.organisation}: ${each.platform} ${each.workspace} (${each.name})`,
  );
  return [
    ...(asks.length === 0 ? ["No workspace waits to be let in."] : asks),
    ...known,
    `To let one in: ${joinUsage}`,
  ].join("\n");
}

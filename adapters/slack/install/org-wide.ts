// An app installed for a whole Enterprise: one token for all of its workspaces the app was added to.
// docs.slack.dev/enterprise/developing-for-enterprise-orgs
import type { Client } from "../send/clients.ts";

/** Ids of Enterprises begin so, those of workspaces with a T. */
export const isEnterprise = (workspace: string): boolean => workspace.startsWith("E");

/** As many as Slack gives at once; auth.teams.list is let in twenty times a minute. */
const pageSize = 1_000;
const mostPages = 5;

/** The workspaces an org-wide app was added to. Throws what the Web API throws. */
export async function workspacesOf(client: Client): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor = "";
  for (let page = 0; page < mostPages; page++) {
    const answer = await client.auth.teams.list({
      limit: pageSize,
      ...(cursor === "" ? {} : { cursor }),
    });
    for (const { id } of answer.teams ?? []) if (id !== undefined) found.push(id);
    cursor = answer.response_metadata?.next_cursor ?? "";
    if (cursor === "") break;
  }
  return found;
}

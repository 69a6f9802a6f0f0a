// Who is in a channel the bot is in, as far as they may use it: asked only when an admin makes a team of one, and kept nowhere.
// docs.slack.dev/reference/methods/conversations.members
import type { PlaceIdentity } from "#src/people/place";
import type { FromDirectory, Member } from "#src/ports/chat/chat";
import { userObject, type UserObject } from "../door/parse.ts";
import { isEnterprise } from "../install/org-wide.ts";
import { caught, refusalOf } from "../send/errors.ts";
import type { Client } from "../send/clients.ts";
import type { Slack } from "../slack.ts";
import { isStranger, profileOf } from "./account.ts";

/** conversations.members gives up to 999 at once; nobody sets up a team of more. */
const mostMembers = 999;
/** So many are asked for one by one; of more the workspace's list is read, a thousand a page. */
const mostOneByOne = 20;
const pageSize = 1_000;
const mostPages = 20;

export async function membersOf(
  slack: Pick<Slack, "clients" | "logger">,
  { workspace, channel }: PlaceIdentity,
): Promise<FromDirectory<readonly Member[]>> {
  const client = await slack.clients.of(workspace);
  if (!client) return { directory: "none" };
  try {
    const { members = [] } = await client.conversations.members({ channel, limit: mostMembers });
    const users =
      members.length > mostOneByOne && !isEnterprise(workspace)
        ? await listed(client, new Set(members))
        : await Promise.all(members.map((user) => one(client, user)));
    return {
      directory: "there",
      found: users
        .filter((user) => user.deleted !== true && !isStranger(user, workspace))
        .map((user) => ({ user: user.id, profile: profileOf(user) })),
    };
  } catch (error) {
    slack.logger.warn({ workspace, ...caught(error) }, "slack.members_not_read");
    return { directory: "refused", why: refusalOf(error) ?? "unheard" };
  }
}

/** Somebody by their account, as far as they may use the bot. docs.slack.dev/reference/methods/users.info */
export async function memberOf(
  slack: Pick<Slack, "clients" | "logger">,
  workspace: string,
  account: string,
): Promise<FromDirectory<Member>> {
  const client = await slack.clients.of(workspace);
  if (!client) return { directory: "none" };
  try {
    const user = await one(client, account);
    const profile = profileOf(user);
    return {
      directory: "there",
      found: {
        user: account,
        profile: { ...profile, active: profile.active && !isStranger(user, workspace) },
      },
    };
  } catch (error) {
    slack.logger.warn({ workspace, ...caught(error) }, "slack.member_not_read");
    return { directory: "refused", why: refusalOf(error) ?? "unheard" };
  }
}

const one = async (client: Client, user: string): Promise<UserObject> =>
  userObject.parse((await client.users.info({ user, include_locale: true })).user);

async function listed(client: Client, wanted: ReadonlySet<string>): Promise<UserObject[]> {
  const found: UserObject[] = [];
  let cursor = "";
  for (let page = 0; page < mostPages && found.length < wanted.size; page++) {
    const answer = await client.users.list({
      limit: pageSize,
      include_locale: true,
      ...(cursor === "" ? {} : { cursor }),
    });
    for (const member of answer.members ?? [])
      if (wanted.has(member.id ?? "")) found.push(userObject.parse(member));
    cursor = answer.response_metadata?.next_cursor ?? "";
    if (cursor === "") break;
  }
  return found;
}

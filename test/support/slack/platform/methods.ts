// A Slack of our own: the methods of its Web API that the bot may call with a workspace's token.
import { refusalOfView, type FakeBlock } from "./blocks.ts";
import { judgeBlocks } from "./judges.ts";
import { noChatWith, post, update, type Ids } from "./posting.ts";
import { dmOf, refuse, textOf, type Args, type FakeUser, type FakeWorkspace } from "./workspace.ts";

export type Method = (workspace: FakeWorkspace, args: Args) => object;

interface Trigger {
  readonly team: string;
  readonly user: string;
  readonly at: number;
  used: boolean;
}

/** By their ids: what lets a modal be opened, once and within three seconds. */
export type Triggers = Map<string, Trigger>;

const userShown = (workspace: FakeWorkspace, user: FakeUser, withLocale: boolean) => ({
  id: user.id,
  team_id: user.team ?? (workspace.teams === null ? workspace.team : [...workspace.teams][0]),
  ...(workspace.teams === null || user.team?.startsWith("TX")
    ? {}
    : {
        enterprise_user: {
          id: user.id,
          enterprise_id: workspace.team,
          enterprise_name: "Org",
          is_admin: user.admin === true,
          is_owner: false,
          teams: user.teams ?? [...workspace.teams],
        },
      }),
  name: user.name.toLowerCase(),
  real_name: user.name,
  deleted: user.deleted === true,
  is_bot: user.bot === true,
  is_admin: user.admin === true,
  is_owner: false,
  // Slack Connect: docs.slack.dev/apis/slack-connect
  is_stranger: workspace.teams === null && user.team !== undefined && user.team !== workspace.team,
  is_restricted: user.guest === true,
  is_ultra_restricted: false,
  tz: user.tz ?? "Europe/Berlin",
  ...(withLocale ? { locale: user.locale ?? "en-US" } : {}),
  profile: {
    real_name: user.name,
    display_name: "",
    ...(workspace.scopes.has("users:read.email") && user.email ? { email: user.email } : {}),
  },
});

function openView(ids: Ids, triggers: Triggers, workspace: FakeWorkspace, args: Args): object {
  const trigger = triggers.get(String(args["trigger_id"]));
  if (!trigger || trigger.team !== workspace.team) return refuse("invalid_trigger_id");
  if (trigger.used) return refuse("exchanged_trigger_id");
  if (performance.now() - trigger.at > 3_000) return refuse("expired_trigger_id");
  const view = args["view"] as Args;
  const wrong = refusalOfView(view);
  if (wrong !== null) return refuse(wrong.split(":")[0]!, { detail: wrong });
  trigger.used = true;
  const id = `V${ids.next()}`;
  workspace.views.set(id, { id, user: trigger.user, view });
  return { ok: true, view: { id } };
}

export function createMethods(ids: Ids, triggers: Triggers): Readonly<Record<string, Method>> {
  return {
    "auth.test": ({ team, teams, botUser }) => ({
      ok: true,
      team_id: team,
      team: `${teams ? "Org" : "Team"} ${team}`,
      user_id: botUser,
      bot_id: "B1",
      ...(teams ? { enterprise_id: team } : {}),
      is_enterprise_install: teams !== null,
    }),
    "auth.revoke": (workspace) => {
      workspace.revoked = true;
      return { ok: true, revoked: true };
    },
    "auth.teams.list": ({ team, teams }, args) => {
      const all = [...(teams ?? [team])];
      const from = Number(args["cursor"] || 0);
      const most = Number(args["limit"] ?? 100);
      return {
        ok: true,
        teams: all.slice(from, from + most).map((id) => ({ id, name: `Team ${id}` })),
        response_metadata: { next_cursor: from + most < all.length ? String(from + most) : "" },
      };
    },
    "chat.postMessage": (workspace, args) => post(ids, workspace, args, null),
    "chat.postEphemeral": (workspace, args) => post(ids, workspace, args, String(args["user"])),
    "chat.update": update,
    "conversations.open": (workspace, args) => {
      const user = String(args["users"]);
      const wrong = noChatWith(workspace, user);
      if (wrong !== null) return refuse(wrong);
      return { ok: true, channel: { id: dmOf(workspace, user) } };
    },
    "conversations.info": (workspace, args) => {
      const found = workspace.channels.get(String(args["channel"]));
      // docs.slack.dev/reference/methods/conversations.info: by the kind of conversation.
      const needed = found?.private === true ? "groups:read" : "channels:read";
      if (found?.im === null && !workspace.scopes.has(needed))
        return refuse("missing_scope", { needed, provided: [...workspace.scopes].join(",") });
      return found
        ? {
            ok: true,
            channel: {
              id: args["channel"],
              name: found.name,
              is_archived: found.archived,
              is_member: found.members.has(workspace.botUser),
            },
          }
        : refuse("channel_not_found");
    },
    "conversations.members": (workspace, args) => {
      const found = workspace.channels.get(String(args["channel"]));
      if (!found) return refuse("channel_not_found");
      const most = Number(args["limit"] ?? 100);
      if (most < 1 || most > 999) return refuse("invalid_limit");
      const all = [...found.members];
      const from = Number(args["cursor"] || 0);
      return {
        ok: true,
        members: all.slice(from, from + most),
        response_metadata: { next_cursor: from + most < all.length ? String(from + most) : "" },
      };
    },
    "conversations.history": (workspace, args) => {
      const channel = String(args["channel"]);
      const at = workspace.channels.get(channel);
      if (!at) return refuse("channel_not_found");
      const needed = at.im === null ? "channels:history" : "im:history";
      if (!workspace.scopes.has(needed))
        return refuse("missing_scope", { needed, provided: [...workspace.scopes].join(",") });
      const messages = workspace.messages
        .filter((each) => each.channel === channel && each.ephemeralTo === null)
        .toReversed();
      const withMetadata = String(args["include_all_metadata"]) === "true";
      return {
        ok: true,
        messages: messages.slice(0, Number(args["limit"] ?? 100)).map((each) => ({
          type: "message",
          ts: each.ts,
          user: each.by,
          text: each.text,
          ...(withMetadata && each.metadata ? { metadata: each.metadata } : {}),
        })),
        has_more: false,
      };
    },
    "blocks.validate": (_workspace, args) => judgeBlocks(args),
    "views.open": (workspace, args) => openView(ids, triggers, workspace, args),
    "views.update": (workspace, args) => {
      const known = workspace.views.get(String(args["view_id"]));
      if (!known) return refuse("not_found");
      const wrong = refusalOfView(args["view"] as Args);
      if (wrong !== null) return refuse(wrong.split(":")[0]!, { detail: wrong });
      known.view = args["view"] as Args;
      return { ok: true, view: { id: known.id } };
    },
    "views.publish": (workspace, args) => {
      const view = args["view"] as Args;
      const wrong = refusalOfView(view);
      if (wrong !== null) return refuse(wrong.split(":")[0]!, { detail: wrong });
      workspace.homes.set(String(args["user_id"]), view["blocks"] as FakeBlock[]);
      return { ok: true, view: { id: "VH" } };
    },
    "users.info": (workspace, args) => {
      const user = workspace.users.get(String(args["user"]));
      return user
        ? { ok: true, user: userShown(workspace, user, String(args["include_locale"]) === "true") }
        : refuse("user_not_found");
    },
    "users.list": (workspace, args) => {
      const { teams } = workspace;
      // An org-wide token lists one workspace at a time: docs.slack.dev/reference/methods/users.list
      const team = textOf(args["team_id"]) || null;
      if (teams !== null && team === null) return refuse("missing_argument");
      if (teams !== null && !teams.has(team!)) return refuse("team_access_not_granted");
      const all = [...workspace.users.values()].filter(
        (each) => teams === null || (each.teams ?? [...teams]).includes(team!),
      );
      const from = Number(args["cursor"] || 0);
      const most = Number(args["limit"] ?? 200);
      const next = from + most < all.length ? String(from + most) : "";
      return {
        ok: true,
        members: all.slice(from, from + most).map((each) => userShown(workspace, each, false)),
        response_metadata: { next_cursor: next },
      };
    },
    "users.lookupByEmail": (workspace, args) => {
      const user = [...workspace.users.values()].find((each) => each.email === args["email"]);
      return user
        ? { ok: true, user: userShown(workspace, user, false) }
        : refuse("users_not_found");
    },
  };
}

// The app's manifest, from the same declarations the adapter works by. github.com/slackapi/manifest-schema, version 2; platforms.md A4.
import type { Shortcut } from "./shortcuts.ts";

/** What the bot asks for, and what it does with it. Nothing reads channels: it hears what is said to it. */
export const scopeReasons: Readonly<Record<string, string>> = {
  "app_mentions:read": "hears a message in a channel that mentions it",
  "channels:read":
    "knows the name of a public channel it is in, and who is in it when an admin makes a team of one",
  "chat:write": "answers and posts",
  commands: "its slash command and shortcuts",
  "groups:read":
    "knows the name of a private channel it is in, and who is in it when an admin makes a team of one",
  "im:history": "reads its own chats with people; nothing else",
  "im:write": "opens a chat with somebody it has something to tell",
  "reactions:read": "counts a reaction to a shout-out as +1",
  "users:read":
    "knows name, zone and language of who uses it, who is a guest, and finds a colleague named by name",
  "users:read.email":
    "recognises who may set things up (ADMIN_EMAILS), and finds a colleague named by e-mail",
};

export const scopes: readonly string[] = Object.keys(scopeReasons);

/** What a workspace may add: only with it may the bot look whether a message in a channel arrived. */
export const historyScopes: readonly string[] = ["channels:history", "groups:history"];
/** What it may add for files: read one that is dropped into its own chat, and put one there. */
export const fileScopes: readonly string[] = ["files:read", "files:write"];
export const optionalScopes: readonly string[] = [...historyScopes, ...fileScopes];

/** Everything the bot asks to be told, by what hears it: what is listened to and what is subscribed are one list. */
export const subscriptions = {
  said: ["message.im", "app_mention"],
  reacted: ["reaction_added", "reaction_removed"],
  home: ["app_home_opened"],
  people: ["user_change", "team_join"],
  membership: ["member_joined_channel", "member_left_channel"],
  places: [
    "channel_rename",
    "group_rename",
    "channel_archive",
    "group_archive",
    "channel_unarchive",
    "group_unarchive",
    "channel_left",
    "group_left",
    "channel_deleted",
    "group_deleted",
  ],
  installation: ["app_uninstalled", "tokens_revoked"],
  granted: ["team_access_granted"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What the event itself is called: messages are subscribed by where they are said. */
export const eventName = (subscription: string): string =>
  subscription.replace(/^message\..+$/, "message");

/** The scope each method needs that is called anywhere in this adapter; null: none. docs.slack.dev/reference/methods */
export const methodScopes: Readonly<Record<string, string | null>> = {
  "auth.revoke": null,
  "auth.teams.list": null,
  "auth.test": null,
  "chat.postEphemeral": "chat:write",
  "chat.postMessage": "chat:write",
  "chat.update": "chat:write",
  "conversations.history": "im:history",
  "conversations.info": "channels:read",
  "conversations.members": "channels:read",
  "conversations.open": "im:write",
  "files.completeUploadExternal": "files:write",
  "files.getUploadURLExternal": "files:write",
  "oauth.v2.access": null,
  "users.info": "users:read",
  "users.list": "users:read",
  "users.lookupByEmail": "users:read.email",
  "views.open": null,
  "views.publish": null,
};

export interface ManifestOptions {
  readonly name: string;
  /** With its slash. */
  readonly command: string;
  /** Where Slack reaches us; null: Socket Mode. */
  readonly publicUrl: string | null;
  /** Whether an Enterprise may install it for all its workspaces at once; Slack does not let one take that back. */
  readonly orgWide?: boolean;
  /** Whether the optional scopes are offered at all. */
  readonly history?: boolean;
  readonly shortcuts: readonly Shortcut[];
  /** Verbs a line may begin with, for the hint of the command: the first ones first. */
  readonly verbs: readonly string[];
}

export function manifestOf({
  name,
  command,
  publicUrl,
  orgWide = false,
  history = true,
  shortcuts,
  verbs,
}: ManifestOptions) {
  const url = publicUrl === null ? null : `${publicUrl.replace(/\/$/, "")}/slack/events`;
  const at = url === null ? {} : { url };
  const asked = url === null ? {} : { request_url: url };
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: name.slice(0, 35),
      description: "The coach in your sales centre's chat: goals, progress, check-ins, praise",
      background_color: "#1d4d4f",
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: name.slice(0, 80), always_online: true },
      shortcuts: shortcuts.map((each) => ({
        name: each.name,
        type: each.on === "message" ? "message" : "global",
        callback_id: each.callback,
        description: each.description,
      })),
      slash_commands: [
        {
          command,
          description: "Goals, progress, praise: everything the bot does",
          usage_hint: verbs.slice(0, 6).join(" | ").slice(0, 1000),
          should_escape: true,
          ...at,
        },
      ],
    },
    oauth_config: {
      scopes: {
        // A scope that may be declined stands in both lists (docs.slack.dev/reference/app-manifest; vellum-assistant#39141).
        bot: history ? [...scopes, ...optionalScopes] : [...scopes],
        bot_optional: history ? [...optionalScopes] : [],
      },
      ...(publicUrl === null
        ? {}
        : { redirect_urls: [`${publicUrl.replace(/\/$/, "")}/slack/oauth_redirect`] }),
    },
    settings: {
      event_subscriptions: { ...asked, bot_events: Object.values(subscriptions).flat().toSorted() },
      interactivity: {
        is_enabled: true,
        ...asked,
        ...(url === null ? {} : { message_menu_options_url: url }),
      },
      org_deploy_enabled: orgWide,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}

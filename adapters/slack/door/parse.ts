// Slack's payloads, as much of them as is used. What does not look like this is not acted on.
import { z } from "zod";

const id = z.string().min(1).max(100);
const reference = z.object({ id });

/** docs.slack.dev/reference/objects/file-object */
const droppedFile = z.object({
  id,
  name: z.string().max(300).nullish(),
  size: z.number().int().nonnegative().nullish(),
  url_private_download: z.url().max(1_900).nullish(),
});

export const messageEvent = z.object({
  type: z.enum(["message", "app_mention"]),
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  user: id,
  text: z.string().default(""),
  channel: id,
  channel_type: z.string().optional(),
  ts: z.string().max(30),
  thread_ts: z.string().max(30).optional(),
  files: z.array(droppedFile).max(20).optional().catch([]),
});

const saidBefore = z.object({
  subtype: z.string().optional(),
  bot_id: z.string().nullish(),
  user: id,
  text: z.string().default(""),
  ts: z.string().max(30),
  edited: z.object({ ts: z.string().max(30) }).optional(),
});

/** In the bot's own chat alone. */
export const changeEvent = z.object({
  type: z.literal("message"),
  subtype: z.enum(["message_changed", "message_deleted"]),
  channel: id,
  channel_type: z.literal("im"),
  ts: z.string().max(30),
  message: saidBefore.optional(),
  previous_message: saidBefore,
});

export const reactionEvent = z.object({
  type: z.enum(["reaction_added", "reaction_removed"]),
  user: id,
  reaction: z.string().max(100),
  item_user: z.string().nullish(),
  item: z.object({ type: z.literal("message"), channel: id, ts: z.string().max(30) }),
  event_ts: z.string().max(30).optional(),
});

export const homeEvent = z.object({
  type: z.literal("app_home_opened"),
  user: id,
  tab: z.string(),
});
export const membershipEvent = z.object({
  type: z.enum(["member_joined_channel", "member_left_channel"]),
  user: id,
  channel: id,
  /** Not there where the bot came by itself. */
  inviter: id.optional(),
});
export const channelEvent = z.object({
  type: z.string(),
  channel: z.union([id, z.object({ id, name: z.string().max(200).optional() })]),
});

const endEvent = z.object({
  type: z.enum(["app_uninstalled", "tokens_revoked"]),
  tokens: z.object({ bot: z.array(z.string()).default([]) }).optional(),
});

/** Whether the bot is there no more: also tokens of people are told of, which it has none of. */
export function endsInstall(raw: unknown): boolean {
  const read = endEvent.safeParse(raw);
  return (
    read.success &&
    (read.data.type === "app_uninstalled" || (read.data.tokens?.bot ?? []).length > 0)
  );
}

export const grantedEvent = z.object({ team_ids: z.array(id).max(1_000) });

/** users.info and user_change: docs.slack.dev/reference/objects/user-object */
export const userObject = z.object({
  id,
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().nullish(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_admin: z.boolean().optional(),
  is_owner: z.boolean().optional(),
  /** Of an account of an Enterprise: which one, and the workspaces it is in. */
  enterprise_user: z
    .object({
      enterprise_id: z.string(),
      teams: z.array(z.string()).default([]),
      is_admin: z.boolean().optional(),
      is_owner: z.boolean().optional(),
    })
    .nullish(),
  tz: z.string().nullish(),
  locale: z.string().nullish(),
  profile: z
    .object({
      real_name: z.string().nullish(),
      display_name: z.string().nullish(),
      email: z.string().nullish(),
    })
    .default({}),
});
export type UserObject = z.infer<typeof userObject>;

export const eventEnvelope = z.object({
  team_id: z.string().optional(),
  context_team_id: z.string().nullish(),
  authorizations: z
    .array(
      z.object({
        team_id: z.string().nullish(),
        enterprise_id: z.string().nullish(),
        user_id: z.string().nullish(),
        is_enterprise_install: z.boolean().nullish(),
      }),
    )
    .nullish(),
  event_id: id,
  /** Seconds: when it happened. */
  event_time: z.number().optional(),
  event: z.looseObject({ type: z.string() }),
});
export type EventEnvelope = z.infer<typeof eventEnvelope>;

/** A command is a form, whose values are text. */
const orgWide = {
  is_enterprise_install: z.union([z.boolean(), z.stringbool()]).nullish().catch(false),
};

export const commandBody = z.object({
  command: z.string(),
  text: z.string().default(""),
  team_id: id,
  enterprise_id: z.string().nullish(),
  ...orgWide,
  user_id: id,
  channel_id: id,
  channel_name: z.string().default(""),
  trigger_id: id,
  response_url: z.string(),
});
export type CommandBody = z.infer<typeof commandBody>;

const block = z.looseObject({ type: z.string(), block_id: z.string().optional() });
const user = z.object({ id, team_id: z.string().optional() });
const whose = {
  team: z.object({ id, enterprise_id: z.string().nullish() }).nullish(),
  enterprise: reference.nullish(),
  ...orgWide,
  user,
};

export const actionBody = z.object({
  ...whose,
  trigger_id: id.optional(),
  response_url: z.string().optional(),
  channel: reference.nullish(),
  container: z
    .looseObject({
      type: z.string(),
      message_ts: z.string().optional(),
      channel_id: z.string().optional(),
      is_ephemeral: z.boolean().optional(),
    })
    .optional(),
  actions: z
    .array(
      z.looseObject({
        action_id: z.string(),
        block_id: z.string().default(""),
        value: z.string().optional().catch(undefined),
        selected_option: z.object({ value: z.string() }).optional().catch(undefined),
      }),
    )
    .min(1),
});
export type ActionBody = z.infer<typeof actionBody>;

const state = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
      selected_options: z.array(z.object({ value: z.string() })).nullish(),
      selected_user: z.string().nullish(),
      selected_date: z.string().nullish(),
      selected_users: z.array(z.string()).nullish(),
    }),
  ),
);
export const viewBody = z.object({
  ...whose,
  trigger_id: id.optional(),
  view: z.object({
    id,
    private_metadata: z.string(),
    callback_id: z.string(),
    app_installed_team_id: z.string().nullish(),
    title: z.unknown(),
    submit: z.unknown(),
    close: z.unknown(),
    blocks: z.array(block),
    state: z.object({ values: state }),
  }),
});
export type ViewBody = z.infer<typeof viewBody>;

export const optionsBody = z.object({
  ...whose,
  value: z.string().default(""),
  block_id: z.string(),
  view: z.object({ private_metadata: z.string() }),
});

export const shortcutBody = z.object({
  type: z.enum(["shortcut", "message_action"]),
  ...whose,
  callback_id: z.string(),
  trigger_id: id,
  response_url: z.string().optional(),
  channel: reference.nullish(),
  message: z
    .object({
      user: z.string().optional(),
      bot_id: z.string().nullish(),
      ts: z.string().optional(),
    })
    .optional(),
});
export type ShortcutBody = z.infer<typeof shortcutBody>;

interface Sent {
  readonly team?:
    | { readonly id: string; readonly enterprise_id?: string | null | undefined }
    | null
    | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
  readonly is_enterprise_install?: boolean | null | undefined;
  readonly user: { readonly team_id?: string | undefined };
  readonly view?: object;
}

/**
 * Whose a payload is: the workspace the app is installed in, not the one a connected person comes from. An org-wide install is one
 * installation for all workspaces of an Enterprise, and people's and channels' ids are the same in all of them: it is named by the
 * Enterprise's id. docs.slack.dev/enterprise/developing-for-enterprise-orgs
 */
export function workspaceOf({
  team,
  enterprise,
  is_enterprise_install: isOrgWide,
  user: by,
  view,
}: Sent): string {
  const all = enterprise?.id ?? team?.enterprise_id;
  if (isOrgWide && all) return all;
  const installedIn =
    view !== undefined &&
    "app_installed_team_id" in view &&
    typeof view.app_installed_team_id === "string"
      ? view.app_installed_team_id
      : "";
  return installedIn || team?.id || by.team_id || "";
}

/** No event, but that some were not sent. */
export const rateLimited = z.object({
  team_id: id.optional().catch(undefined),
  minute_rate_limited: z.number().optional().catch(undefined),
});

export const workspaceOfCommand = (body: CommandBody): string =>
  (body.is_enterprise_install && body.enterprise_id) || body.team_id;

export function workspaceOfEvent(body: EventEnvelope): string {
  const [installed] = body.authorizations ?? [];
  return (
    (installed?.is_enterprise_install && installed.enterprise_id) ||
    installed?.team_id ||
    body.context_team_id ||
    body.team_id ||
    ""
  );
}

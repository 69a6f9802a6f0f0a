// Slack's payloads, as much of them as is used. What does not look like this is not acted on.
import { z } from "zod";

const id = z.string().min(1).max(100);
const reference = z.object({ id });

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
});

export const reactionEvent = z.object({
  type: z.enum(["reaction_added", "reaction_removed"]),
  user: id,
  reaction: z.string().max(100),
  item_user: z.string().nullish(),
  item: z.object({ type: z.literal("message"), channel: id, ts: z.string().max(30) }),
  event_ts: z.string().max(30).optional(),
});

export const homeEvent = z.object({ type: z.literal("app_home_opened"), user: id, tab: z.string() });
export const membershipEvent = z.object({ type: z.enum(["member_joined_channel", "member_left_channel"]), user: id, channel: id });
export const channelEvent = z.object({ type: z.string(), channel: z.union([id, z.object({ id, name: z.string().max(200).optional() })]) });

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
  tz: z.string().nullish(),
  locale: z.string().nullish(),
  profile: z.object({ real_name: z.string().nullish(), display_name: z.string().nullish(), email: z.string().nullish() }).default({}),
});
export type UserObject = z.infer<typeof userObject>;

export const eventEnvelope = z.object({
  team_id: z.string().optional(),
  context_team_id: z.string().nullish(),
  authorizations: z.array(z.object({ team_id: z.string().nullish(), user_id: z.string().nullish() })).nullish(),
  event_id: id,
  /** Seconds: when it happened. */
  event_time: z.number().optional(),
  event: z.looseObject({ type: z.string() }),
});
export type EventEnvelope = z.infer<typeof eventEnvelope>;

export const commandBody = z.object({ command: z.string(), text: z.string().default(""), team_id: id, user_id: id, channel_id: id, channel_name: z.string().default(""), trigger_id: id, response_url: z.string() });

const block = z.looseObject({ type: z.string(), block_id: z.string().optional() });
const user = z.object({ id, team_id: z.string().optional() });
const team = reference.nullish();

export const actionBody = z.object({
  team,
  user,
  trigger_id: id.optional(),
  response_url: z.string().optional(),
  channel: reference.nullish(),
  container: z.looseObject({ type: z.string(), message_ts: z.string().optional(), channel_id: z.string().optional(), is_ephemeral: z.boolean().optional() }).optional(),
  actions: z
    .array(z.looseObject({ action_id: z.string(), block_id: z.string().default(""), value: z.string().optional().catch(undefined), selected_option: z.object({ value: z.string() }).optional().catch(undefined) }))
    .min(1),
});
export type ActionBody = z.infer<typeof actionBody>;

const state = z.record(
  z.string(),
  z.record(z.string(), z.object({ value: z.string().nullish(), selected_option: z.object({ value: z.string() }).nullish(), selected_options: z.array(z.object({ value: z.string() })).nullish() })),
);
export const viewBody = z.object({
  team,
  user,
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

export const optionsBody = z.object({ team, user, value: z.string().default(""), block_id: z.string(), view: z.object({ private_metadata: z.string() }) });

export const shortcutBody = z.object({
  type: z.enum(["shortcut", "message_action"]),
  team,
  user,
  callback_id: z.string(),
  trigger_id: id,
  response_url: z.string().optional(),
  channel: reference.nullish(),
  message: z.object({ user: z.string().optional(), bot_id: z.string().nullish(), ts: z.string().optional() }).optional(),
});

/** Whose workspace a payload is about: the one the app is installed in, not the one a connected person comes from. */
export const workspaceOf = (body: { readonly team?: { readonly id: string } | null | undefined; readonly user: { readonly team_id?: string | undefined } }): string => body.team?.id ?? body.user.team_id ?? "";
export const workspaceOfEvent = (body: EventEnvelope): string => body.authorizations?.[0]?.team_id ?? body.context_team_id ?? body.team_id ?? "";

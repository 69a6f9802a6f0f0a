// Slack's events: what people write and react to, who they are, and where the bot is. Each is stored before it is acknowledged.
import type { App } from "@slack/bolt";
import type { Incoming } from "#src/bot/incoming";
import type { Answerer } from "./answer.ts";
import { sayAgain } from "./answer.ts";
import type { EventContext } from "./receive.ts";
import { channelEvent, eventEnvelope, homeEvent, membershipEvent, messageEvent, reactionEvent, userObject, workspaceOfEvent } from "./parse.ts";
import { arrive, isStranger, meetNamed, profileOf } from "./people.ts";
import { identity, platform, wordsIn, type Slack } from "./slack.ts";
import { readTyped } from "./typed.ts";

/** What a person may add to a shout-out by reacting with it. */
const cheers = new Set(["+1", "thumbsup", "clap", "tada", "raised_hands", "heart", "fire", "100", "star", "muscle", "rocket", "trophy", "heavy_plus_sign"]);

interface Heard {
  readonly workspace: string;
  readonly botUser: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly eventId: string;
  readonly received: () => void;
}

export function listenToEvents(app: App, slack: Slack, answerer: Answerer): void {
  const on = (names: readonly string[], hear: (heard: Heard) => Promise<void>): void => {
    for (const name of names) {
      app.event(name, async ({ body, context }) => {
        const { event, event_id: eventId, ...rest } = eventEnvelope.parse(body);
        const { received } = context as unknown as EventContext;
        await hear({ workspace: workspaceOfEvent({ event, event_id: eventId, ...rest }), botUser: context.botUserId ?? "", event, eventId, received });
        received();
      });
    }
  };

  on(["message", "app_mention"], (heard) => hearMessage(slack, answerer, heard));
  on(["reaction_added", "reaction_removed"], (heard) => hearReaction(slack, heard));
  on(["app_home_opened"], async ({ workspace, event, received }) => {
    const { user, tab } = homeEvent.parse(event);
    received();
    if (tab === "home" && (await arrive(slack, workspace, user)) === "known") await answerer.orLog("slack.home_failed", () => answerer.publishHome(workspace, user));
  });
  on(["user_change", "team_join"], (heard) => hearPerson(slack, heard));
  on(["member_joined_channel", "member_left_channel"], async (heard) => {
    const { type, user, channel } = membershipEvent.parse(heard.event);
    if (user === heard.botUser) await tellPlace(slack, heard, channel, type === "member_joined_channel", null);
  });
  on(["channel_rename", "group_rename", "channel_archive", "group_archive", "channel_unarchive", "group_unarchive", "channel_left", "group_left", "channel_deleted"], async (heard) => {
    const { type, channel } = channelEvent.parse(heard.event);
    const at = typeof channel === "string" ? { id: channel, name: undefined } : channel;
    // A rename is told of channels the bot is not in as well.
    if ((await known(slack, heard.workspace, at.id)) || type.endsWith("_left")) await tellPlace(slack, heard, at.id, !/_(archive|left|deleted)$/.test(type), at.name ?? null);
  });
  on(["app_uninstalled", "tokens_revoked"], async ({ workspace, event }) => {
    const revoked = event["tokens"] as { bot?: readonly string[] } | undefined;
    if (event["type"] === "tokens_revoked" && (revoked?.bot ?? []).length === 0) return;
    slack.logger.warn({ workspace }, `slack.${String(event["type"])}`);
    await slack.installations.stop({ platform, workspace }, event["type"] === "app_uninstalled" ? "the app was removed" : "its token was revoked");
  });
}

/** Channels known to be ours; kept in memory only, asked for again after a restart. */
const places = new WeakMap<Slack, Set<string>>();
async function known(slack: Slack, workspace: string, channel: string): Promise<boolean> {
  return places.get(slack)?.has(`${workspace} ${channel}`) ?? false;
}

async function tellPlace(slack: Slack, heard: Pick<Heard, "workspace" | "eventId">, channel: string, member: boolean, name: string | null): Promise<void> {
  const found = name ?? (member ? await nameOf(slack, heard.workspace, channel) : "");
  const seen = places.get(slack) ?? new Set<string>();
  places.set(slack, seen);
  if (member) seen.add(`${heard.workspace} ${channel}`);
  else seen.delete(`${heard.workspace} ${channel}`);
  await slack.bot().receive({ kind: "placeChanged", dedupeKey: `slack:event:${heard.workspace}:${heard.eventId}`, place: { platform, workspace: heard.workspace, channel }, name: found ?? channel, member });
}

async function nameOf(slack: Slack, workspace: string, channel: string): Promise<string | null> {
  const client = await slack.clients.of(workspace);
  const info = await client?.conversations.info({ channel }).catch(() => null);
  return info?.channel?.name ?? null;
}

async function hearMessage(slack: Slack, answerer: Answerer, heard: Heard): Promise<void> {
  const message = messageEvent.safeParse(heard.event);
  // Edits, joins and the bot's own messages come as messages too.
  if (!message.success || message.data.bot_id || !["", "file_share", "thread_broadcast"].includes(message.data.subtype ?? "")) return;
  const { type, user, channel, ts, text: raw } = message.data;
  const isOwn = type === "message" && message.data.channel_type === "im";
  if (!isOwn && type !== "app_mention") return;
  const { workspace } = heard;
  const asked = { workspace, user, origin: isOwn ? { channel } : {}, again: null };
  const arrived = await arrive(slack, workspace, user);
  if (arrived !== "known") {
    heard.received();
    if (arrived === "stranger") return answerer.orLog("slack.stranger", () => answerer.answer(asked, { outcome: "stranger" }));
    return answerer.orLog("slack.unreachable", () => answerer.answer(asked, { outcome: "toast", line: [wordsIn(slack, "en").notReached()], locale: "en", tone: "bad" }));
  }
  const typed = readTyped(raw, heard.botUser);
  const words = await withChannelNames(slack, workspace, typed.text, typed.channels);
  await meetNamed(
    slack,
    identity(workspace, user),
    typed.mentions.map((each) => each.user),
  );
  if (!isOwn && !(await known(slack, workspace, channel))) await tellPlace(slack, heard, channel, true, null);
  const incoming: Incoming = {
    kind: "said",
    // A mention may be told of twice, as a message and as a mention: it is one.
    dedupeKey: `slack:said:${workspace}:${channel}:${ts}`,
    from: identity(workspace, user),
    text: words,
    ...(isOwn ? {} : { place: { platform, workspace, channel }, addressed: true as const }),
    ...(typed.mentions.length > 0 ? { mentions: typed.mentions } : {}),
  };
  const work = await slack.bot().accept(incoming);
  heard.received();
  if (work === null) return;
  const outcome = await work();
  await answerer.orLog("slack.answer_failed", () => answerer.answer({ ...asked, again: sayAgain(words) }, outcome));
  if (!isOwn && outcome.outcome !== "ignored") await answerer.orLog("slack.receipt_failed", () => receipt(slack, workspace, channel, ts));
}

/** Typing # on Slack opens the picker of channels, so `#G7` may come as a channel: it is read by its name. */
async function withChannelNames(slack: Slack, workspace: string, text: string, channels: readonly string[]): Promise<string> {
  let words = text;
  for (const channel of new Set(channels)) words = words.replaceAll(`<#${channel}>`, `#${(await nameOf(slack, workspace, channel)) ?? channel}`);
  return words;
}

/** In a channel the answer goes to the person's own chat; here they only see that it was taken. */
async function receipt(slack: Slack, workspace: string, channel: string, ts: string): Promise<void> {
  const client = await slack.clients.of(workspace);
  await client?.reactions.add({ channel, timestamp: ts, name: "white_check_mark" });
}

async function hearReaction(slack: Slack, { workspace, event, eventId, botUser, received }: Heard): Promise<void> {
  const read = reactionEvent.safeParse(event);
  if (!read.success || read.data.item_user !== botUser || read.data.user === botUser || !cheers.has(read.data.reaction.replace(/::skin-tone-\d$/, ""))) return;
  const { user, type, item } = read.data;
  if ((await arrive(slack, workspace, user)) !== "known") return;
  const place = item.channel.startsWith("D") ? {} : { place: { platform, workspace, channel: item.channel } };
  const work = await slack
    .bot()
    .accept({ kind: "reacted", dedupeKey: `slack:event:${workspace}:${eventId}`, from: identity(workspace, user), messageId: `${item.channel}/${item.ts}`, added: type === "reaction_added", ...place });
  received();
  await work?.();
}

/** Only people who are here already: nobody becomes known by having an account alone. */
async function hearPerson(slack: Slack, { workspace, event, eventId }: Heard): Promise<void> {
  const user = userObject.parse(event["user"]);
  const from = identity(workspace, user.id);
  if (user.is_bot === true || (isStranger(user, workspace) && user.deleted !== true) || !(await slack.bot().knows(from))) return;
  await slack.bot().receive({ kind: "personChanged", dedupeKey: `slack:event:${workspace}:${eventId}`, from, profile: profileOf(user) });
}

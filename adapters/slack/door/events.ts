// Slack's events: what people write and react to, who they are, and where the bot is. Each is stored before it is acknowledged.
import { isLonger, longestLine } from "#src/language/text";
import type { App } from "@slack/bolt";
import type { Incoming, Outcome, Stranger } from "#src/bot/declare/incoming";
import type { ChatIdentity } from "#src/people/person";
import { isTaken } from "#src/ports/chat/chat";
import { inTime } from "#src/ports/process/clock";
import { card } from "#src/view/card";
import type { Answerer } from "../send/answer.ts";
import { sayAgain } from "../send/answer.ts";
import { eventName, subscriptions } from "../install/manifest.ts";
import type { EventContext } from "./receive.ts";
import { changedMessage, saidKey } from "./changed-message.ts";
import { filesIn, hearFiles } from "../files/dropped.ts";
import {
  channelEvent,
  endsInstall,
  eventEnvelope,
  grantedEvent,
  homeEvent,
  membershipEvent,
  messageEvent,
  reactionEvent,
  userObject,
  workspaceOfEvent,
} from "./parse.ts";
import { isEnterprise } from "../install/org-wide.ts";
import { isGuest, isStranger, profileOf } from "../people/account.ts";
import { arrive, meetNamed } from "../people/people.ts";
import type { Receipts } from "../send/receipts.ts";
import { identity, platform, wordsIn, type Slack } from "../slack.ts";
import { readTyped, withoutName } from "./typed/typed-text.ts";
import { takeIn } from "../install/waiting.ts";

/** What a person may add to a shout-out by reacting with it. */
const cheers = new Set([
  "+1",
  "thumbsup",
  "clap",
  "tada",
  "raised_hands",
  "heart",
  "fire",
  "100",
  "star",
  "muscle",
  "rocket",
  "trophy",
  "heavy_plus_sign",
]);

export interface Heard {
  readonly workspace: string;
  readonly botUser: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly eventId: string;
  /** When it happened, as far as Slack says. */
  readonly at: Date | null;
  /** Which time it comes, from 0. */
  readonly retry: number;
  readonly received: () => void;
}

/** After this time Slack does not send it again: docs.slack.dev/apis/events-api */
const lastRetry = 3;

export function listenToEvents(
  app: App,
  slack: Slack,
  answerer: Answerer,
  receipts: Receipts,
): void {
  const on = (names: readonly string[], hear: (heard: Heard) => Promise<void>): void => {
    for (const name of new Set(names.map(eventName))) {
      app.event(name, async ({ body, context }) => {
        const { event, event_id: eventId, ...rest } = eventEnvelope.parse(body);
        const at = rest.event_time === undefined ? null : new Date(rest.event_time * 1000);
        // door/receive.ts puts it into the context of every event it hands to the library, whose type knows nothing of it.
        const { received } = context as unknown as EventContext;
        await hear({
          workspace: workspaceOfEvent({ event, event_id: eventId, ...rest }),
          botUser: context.botUserId ?? "",
          event,
          eventId,
          at,
          retry: context.retryNum ?? 0,
          received,
        });
        received();
      });
    }
  };

  on(subscriptions.said, (heard) => hearMessage(slack, answerer, receipts, heard));
  on(subscriptions.reacted, (heard) => hearReaction(slack, answerer, heard));
  on(subscriptions.home, async ({ workspace, event, received }) => {
    const { user, tab } = homeEvent.parse(event);
    received();
    if (tab === "home")
      await answerer.orLog("slack.home_failed", async () =>
        answerer.homes.publish(workspace, user, await arrive(slack, workspace, user)),
      );
  });
  on(subscriptions.people, (heard) => hearPerson(slack, heard));
  on(subscriptions.membership, async (heard) => {
    const { type, user, channel, inviter } = membershipEvent.parse(heard.event);
    if (user !== heard.botUser) return;
    if (inviter !== undefined) await arrive(slack, heard.workspace, inviter);
    await tellPlace(slack, heard, channel, type === "member_joined_channel", null, inviter);
  });
  on(subscriptions.places, async (heard) => {
    const { type, channel } = channelEvent.parse(heard.event);
    const at = typeof channel === "string" ? { id: channel, name: undefined } : channel;
    if (type.endsWith("_left")) return tellPlace(slack, heard, at.id, false, null);
    // Of public channels Slack tells also where the bot is not; only what is ours is looked at.
    if (await slack.bot().knowsPlace({ platform, workspace: heard.workspace, channel: at.id }))
      await followPlace(slack, heard, type, at.id);
  });
  // An org-wide app is in no workspace until an admin adds it there: docs.slack.dev/reference/events/team_access_granted
  on(subscriptions.granted, async ({ workspace, event }) => {
    const { team_ids: teams } = grantedEvent.parse(event);
    if (isEnterprise(workspace)) await takeIn(slack, workspace, teams);
  });
  on(subscriptions.installation, async ({ workspace, event, at }) => {
    if (!endsInstall(event)) return;
    const isRemoved = event["type"] === "app_uninstalled";
    slack.logger.warn({ workspace }, isRemoved ? "slack.app_uninstalled" : "slack.tokens_revoked");
    // One that waits to be let in asks no more.
    await slack.installations.withdraw({ platform, workspace }, at);
    await slack.installations.stop(
      { platform, workspace },
      isRemoved ? "the app was removed" : "its token was revoked",
      at,
    );
  });
}

/** A channel of ours was renamed, archived, opened again or removed: whether the bot is in it now, and how it is called. */
async function followPlace(
  slack: Slack,
  heard: Heard,
  type: string,
  channel: string,
): Promise<void> {
  if (/_(archive|deleted)$/.test(type)) return tellPlace(slack, heard, channel, false, null);
  const client = await slack.clients.of(heard.workspace);
  const info = await client?.conversations.info({ channel });
  if (info?.channel?.is_member === true && info.channel.is_archived !== true)
    await tellPlace(slack, heard, channel, true, info.channel.name ?? null);
}

async function tellPlace(
  slack: Slack,
  heard: Pick<Heard, "workspace" | "eventId">,
  channel: string,
  member: boolean,
  name: string | null,
  by?: string,
): Promise<void> {
  const found = name ?? (member ? await nameOf(slack, heard.workspace, channel) : "");
  await slack.bot().receive({
    kind: "placeChanged",
    dedupeKey: `slack:event:${heard.workspace}:${heard.eventId}`,
    place: { platform, workspace: heard.workspace, channel },
    name: found ?? channel,
    member,
    ...(by === undefined ? {} : { by }),
  });
}

async function nameOf(slack: Slack, workspace: string, channel: string): Promise<string | null> {
  const client = await slack.clients.of(workspace);
  const info = await client?.conversations.info({ channel }).catch(() => null);
  return info?.channel?.name ?? null;
}

async function hearMessage(
  slack: Slack,
  answerer: Answerer,
  receipts: Receipts,
  heard: Heard,
): Promise<void> {
  const change = changedMessage(heard.workspace, heard.botUser, heard.event);
  if (change !== null) {
    const work = await slack.bot().accept(change);
    heard.received();
    await work?.();
    return;
  }
  const message = messageToUs(heard);
  if (message === null) return;
  const { isOwn, user, channel, ts, text: raw } = message;
  const { workspace } = heard;
  const asked = { workspace, user, origin: isOwn ? { channel } : {}, again: null };
  const arrived = await arrive(slack, workspace, user);
  // Not known and not to be looked up just now: Slack keeps it and sends it again; only after the last time they have to.
  if (arrived === "unreachable" && heard.retry < lastRetry)
    throw new Error("somebody could not be looked up");
  if (arrived !== "known") {
    heard.received();
    if (arrived === "stranger")
      return answerer.orLog("slack.stranger", () =>
        answerer.answer(asked, { outcome: "stranger" }),
      );
    return answerer.orLog("slack.unreachable", () => answerer.answer(asked, notReached(slack)));
  }
  const read = readTyped(raw, heard.botUser);
  const { text: line, slashed } = withoutName(read.text, slack.called);
  const files = filesIn(message, line);
  if (files.length > 0) return hearFiles(slack, answerer, heard, { ...message, asked, files });
  const typed = { ...read, text: line };
  // The bot refuses it: nobody named in it is looked up for that.
  const isRead = !isLonger(line, longestLine);
  const words = isRead
    ? await withChannelNames(slack, workspace, typed.text, typed.channels)
    : typed.text;
  const place = { platform, workspace, channel };
  const from = identity(workspace, user);
  // A mention may be told of twice, as a message and as a mention: it is one.
  const dedupeKey = saidKey(workspace, channel, ts);
  const incoming: Incoming = {
    kind: "said",
    dedupeKey,
    from,
    text: words,
    ...(isOwn ? {} : { place, addressed: true as const }),
    ...(typed.mentions.length > 0 ? { mentions: typed.mentions } : {}),
  };
  const work = await slack.bot().accept(incoming);
  heard.received();
  if (work === null) return;
  // What has to be asked of Slack is asked now that nothing can be lost by it.
  const strangers = new Map<string, Stranger>();
  if (isRead)
    await answerer.orLog("slack.not_met", async () => {
      const met = await meetNamed(slack, from, { ...typed, text: words });
      for (const [account, stranger] of met) strangers.set(account, stranger);
    });
  if (!isOwn && !(await slack.bot().knowsPlace(place)))
    await answerer.orLog("slack.place_not_met", () => tellPlace(slack, heard, channel, true, null));
  const outcome = await work(strangers);
  // By the act's key: an event that comes again after its work was done is not answered twice.
  await answerer.orLog("slack.answer_failed", () =>
    answerer.finishLater({ ...asked, again: sayAgain(words) }, dedupeKey, outcome),
  );
  await afterSaid(slack, answerer, receipts, { ...message, from, dedupeKey, slashed, outcome });
}

interface Answered extends NonNullable<ReturnType<typeof messageToUs>> {
  readonly from: ChatIdentity;
  readonly dedupeKey: string;
  readonly slashed: string | null;
  readonly outcome: Outcome;
}

/** What is shown beside the answer itself: the Home tab, a word in a thread, a mark that it was taken. */
async function afterSaid(
  slack: Slack,
  answerer: Answerer,
  receipts: Receipts,
  { from, channel, thread_ts: thread, isOwn, dedupeKey, slashed, outcome }: Answered,
): Promise<void> {
  const { workspace, user } = from;
  await answerer.homes.acted(workspace, user);
  // The answer comes below, in the chat itself: whoever looks at the thread reads so there.
  if (isOwn && thread !== undefined && slashed === null && isTaken(outcome))
    await answerer.orLog("slack.thread_not_answered", () =>
      answerer.answerThread(workspace, user, { channel, thread }),
    );
  if (slashed !== null && thread !== undefined)
    await hintAtSlash(slack, answerer, { from, dedupeKey, slashed });
  // In a channel the answer goes to the person's own chat; here they alone are told so.
  if (!isOwn && isTaken(outcome))
    await answerer.orLog("slack.receipt_failed", async () => {
      const reads = await slack.bot().vocabulary(from);
      await receipts.give({ workspace, channel, user, thread }, reads?.locale ?? "en");
    });
}

/** What a person wrote to the bot; null for everything else that comes as a message too: edits, joins, the bot's own. */
function messageToUs({ event }: Heard) {
  const read = messageEvent.safeParse(event);
  if (
    !read.success ||
    read.data.bot_id ||
    !["", "file_share", "thread_broadcast"].includes(read.data.subtype ?? "")
  )
    return null;
  const isOwn = read.data.type === "message" && read.data.channel_type === "im";
  return isOwn || read.data.type === "app_mention" ? { ...read.data, isOwn } : null;
}

const notReached = (slack: Slack): Outcome => ({
  outcome: "toast",
  line: [wordsIn(slack, "en").notReached()],
  locale: "en",
  tone: "bad",
});

/** In a thread Slack has no slash commands: whoever typed one learns that it was taken as a message. */
async function hintAtSlash(
  slack: Slack,
  answerer: Answerer,
  said: { readonly from: ChatIdentity; readonly dedupeKey: string; readonly slashed: string },
): Promise<void> {
  const { locale } = (await slack.bot().vocabulary(said.from)) ?? { locale: "en" as const };
  const hint = card({ title: wordsIn(slack, locale).noSlashHere(said.slashed), quiet: true });
  await answerer.orLog("slack.hint_failed", () =>
    slack.bot().answerLater(said.from, `${said.dedupeKey}:slash`, [hint]),
  );
}

/** Typing # on Slack opens the picker of channels, so `#G7` may come as a channel: it is read by its name. */
async function withChannelNames(
  slack: Slack,
  workspace: string,
  text: string,
  channels: readonly string[],
): Promise<string> {
  const soon = <T>(work: Promise<T>): Promise<T | null> => inTime(work, nameMs, null);
  const names = await Promise.all(
    [...new Set(channels)]
      .slice(0, mostChannels)
      .map(async (channel) => [channel, await soon(nameOf(slack, workspace, channel))] as const),
  );
  return names.reduce(
    (words, [channel, name]) => words.replaceAll(`<#${channel}>`, `#${name ?? channel}`),
    text,
  );
}

const mostChannels = 20;
/** Nothing is stored yet, and Slack waits. */
const nameMs = 1_000;

async function hearReaction(
  slack: Slack,
  answerer: Answerer,
  { workspace, event, eventId, botUser, retry, received }: Heard,
): Promise<void> {
  const read = reactionEvent.safeParse(event);
  if (
    !read.success ||
    read.data.item_user !== botUser ||
    read.data.user === botUser ||
    !cheers.has(read.data.reaction.replace(/::skin-tone-\d$/, ""))
  )
    return;
  const { user, type, item } = read.data;
  const place = item.channel.startsWith("D")
    ? {}
    : { place: { platform, workspace, channel: item.channel } };
  const mark = {
    kind: "reacted",
    dedupeKey: `slack:event:${workspace}:${eventId}`,
    from: identity(workspace, user),
    messageId: `${item.channel}/${item.ts}`,
    added: type === "reaction_added",
    ...place,
  } as const;
  // Before anybody is met: whoever marks something else is nobody's business.
  if (!(await slack.bot().heeds(mark))) return;
  const arrived = await arrive(slack, workspace, user);
  if (arrived === "unreachable" && retry < lastRetry)
    throw new Error("somebody could not be looked up");
  if (arrived !== "known") return;
  const work = await slack.bot().accept(mark);
  received();
  await work?.();
  await answerer.homes.acted(workspace, user);
}

/** Only people who are here already: nobody becomes known by having an account alone. */
async function hearPerson(slack: Slack, { workspace, event, eventId }: Heard): Promise<void> {
  const user = userObject.parse(event["user"]);
  const from = identity(workspace, user.id);
  slack.directory.learn(workspace, user);
  // A member who becomes a guest is told of like one who left; an account of another company's is none of theirs.
  const isOther = isStranger(user, workspace) && !isGuest(user) && user.deleted !== true;
  if (user.is_bot === true || isOther || (await slack.bot().personOf(from)) === null) return;
  await slack.bot().receive({
    kind: "personChanged",
    dedupeKey: `slack:event:${workspace}:${eventId}`,
    from,
    profile: profileOf(user),
  });
}

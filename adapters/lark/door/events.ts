// What people do in Lark, as the bot knows it. An event is kept by the bot before it is acknowledged, and nothing is asked of Lark before
// that but who a newcomer is; what it brings about comes behind the acknowledgement. Presses and forms: interactions.ts.
import { entryOf } from "#src/language/lookup";
import type { Incoming, Outcome } from "#src/bot/declare/incoming";
import { isTaken } from "#src/ports/chat/chat";
import { localeOfWords } from "#src/language/text";
import { postSurely, react, type Acting } from "../send/answer.ts";
import { isForeign, localeOfApp, nameOf } from "./event-meta.ts";
import { identity, platform, remember, workspaceOf, type Lark, type LarkApp } from "../lark.ts";
import { wordsIn } from "../messages/index.ts";
import {
  parseChanged,
  parseEntered,
  parseMenu,
  parseMessage,
  parsePerson,
  parsePlace,
  parseReaction,
  wordsOf,
  type MessageEvent,
} from "./parse.ts";
import { saidKey } from "./recalled-message.ts";
import { fileIn } from "../files/dropped.ts";
import { introduce, introduceAndRetry, meet, patience, profileOf } from "../people/people.ts";
import { cameTo, leavePlace, tellPlace } from "../people/places.ts";
import { renderNotice } from "../render/card.ts";
import { plainText } from "../render/card-json.ts";

/** What the bot's menu says, by the event keys that docs/lark.md asks for. Every verb is known in every language. */
export const menuWords: Readonly<Record<string, string>> = {
  log: "log",
  checkin: "checkin",
  praise: "praise",
  home: "home",
  help: "help",
};

/** Signs that mean "me too". https://open.feishu.cn/document/server-docs/im-v1/message-reaction/emojis-introduce */
export const meToo: ReadonlySet<string> = new Set([
  "THUMBSUP",
  "JIAYI",
  "APPLAUSE",
  "MUSCLE",
  "FISTBUMP",
  "HEART",
  "PRAISE",
  "Fire",
]);

type Said = Extract<Incoming, { kind: "said" }>;

export async function hearMessage(lark: Lark, app: LarkApp, raw: unknown): Promise<void> {
  const event = parseMessage(raw);
  // Bots hear themselves and other bots.
  if (event === null || event.sender.sender_type !== "user") return;
  const workspace = workspaceOf(app, event.tenant_key);
  const user = event.sender.sender_id.open_id;
  const group = event.message.chat_type !== "p2p";
  const acting: Acting = { workspace, user, group, message: null, filled: null };
  const uuid = nameOf("said", event.message.message_id);
  const notice = (sentence: string): void =>
    lark.later("notice", () =>
      postSurely(lark, app, acting, renderNotice(sentence, "plain"), uuid),
    );
  const words = wordsOf(event, app.botId());
  if (group && words?.toUs !== true) return;
  if (isForeign(event.sender.tenant_key, event.tenant_key))
    return group ? undefined : notice(wordsIn(localeOfApp(app)).stranger());
  const file = fileIn(event);
  if (words === null && file === null) {
    const reads = await lark.bot().vocabulary(identity(workspace, user));
    return notice(wordsIn(reads?.locale ?? localeOfApp(app)).textOnly());
  }
  const incoming =
    words === null ? said(event, fileWords, workspace, file) : said(event, words, workspace);
  const run = await acceptFrom(lark, app, workspace, user, incoming);
  if (run === null) return;
  lark.later("said", async () => {
    const [strangers] = await Promise.all([
      meet(lark, app, workspace, words?.mentions ?? []),
      group ? tellPlace(lark, app, workspace, event.message.chat_id) : null,
    ]);
    if (lark.bot().asksHome(incoming.text)) await lark.homes.expects(workspace, user);
    const outcome = await carryOut(lark, app, acting, () => run(strangers), incoming, uuid);
    await lark.homes.acted(workspace, user);
    const { message_id: message, thread_id: thread } = event.message;
    if (!group && thread !== undefined && isTaken(outcome))
      await answerThread(lark, app, acting, message);
    if (group && isTaken(outcome)) await sayWhere(lark, app, acting, event.message.chat_id);
  });
}

/**
 * Only for whoever said it: that the answer is in their own chat. No figure stands in it and nobody is notified; where Lark does not take it (a
 * group of topics) nothing is lost. https://open.feishu.cn/document/ukTMukTMukTM/uETOyYjLxkjM24SM5IjN
 */
async function sayWhere(
  lark: Lark,
  app: LarkApp,
  { workspace, user }: Pick<Acting, "workspace" | "user">,
  chat: string,
): Promise<void> {
  const reads = await lark.bot().vocabulary(identity(workspace, user));
  const content = wordsIn(reads?.locale ?? localeOfApp(app)).inOwnChat();
  await app.api.call({
    method: "POST",
    path: "/open-apis/ephemeral/v1/send",
    body: {
      chat_id: chat,
      open_id: user,
      msg_type: "interactive",
      // Whether it takes version 2.0 nobody says; a line of text is the same in both.
      card: { elements: [{ tag: "div", text: plainText(content) }] },
    },
  });
}

/** The answer comes below, in the chat itself: whoever looks at the thread reads so there. https://open.feishu.cn/document/server-docs/im-v1/message/reply */
async function answerThread(
  lark: Lark,
  app: LarkApp,
  { workspace, user }: Pick<Acting, "workspace" | "user">,
  message: string,
): Promise<void> {
  const reads = await lark.bot().vocabulary(identity(workspace, user));
  const text = wordsIn(reads?.locale ?? localeOfApp(app)).answeredBelow();
  await app.api.call({
    method: "POST",
    path: `/open-apis/im/v1/messages/${encodeURIComponent(message)}/reply`,
    body: {
      msg_type: "text",
      content: JSON.stringify({ text }),
      reply_in_thread: true,
      uuid: nameOf("thread", message),
    },
  });
}
/** A file comes without a word. */
const fileWords: NonNullable<ReturnType<typeof wordsOf>> = { text: "", mentions: [], toUs: false };

function said(
  event: MessageEvent,
  words: NonNullable<ReturnType<typeof wordsOf>>,
  workspace: string,
  file: ReturnType<typeof fileIn> = null,
): Said {
  const { message_id: message, chat_type: kind, chat_id: channel } = event.message;
  return {
    kind: "said",
    dedupeKey: saidKey(message),
    from: identity(workspace, event.sender.sender_id.open_id),
    // The bot's name alone asks for what the person has.
    text: words.text === "" && words.toUs ? "home" : words.text,
    ...(words.text === "" && words.toUs ? { chosen: true as const } : {}),
    ...(file === null ? {} : { file }),
    ...(kind === "p2p"
      ? {}
      : { place: { platform, workspace, channel }, addressed: true as const }),
    ...(words.mentions.length > 0
      ? { mentions: words.mentions.map(({ name: _name, ...each }) => each) }
      : {}),
  };
}

/** A newcomer is met first, so that their first words are kept like everybody's; but not for longer than Lark waits. */
async function acceptFrom(
  lark: Lark,
  app: LarkApp,
  workspace: string,
  user: string,
  incoming: Said,
): ReturnType<ReturnType<Lark["bot"]>["accept"]> {
  const key = `${workspace}/${user}`;
  if (!lark.known.has(key)) {
    if (await lark.bot().knows(identity(workspace, user))) remember(lark.known, key, true);
    else await introduce(lark, app, workspace, user, patience.press);
  }
  return await lark.bot().accept(incoming);
}

/** After the acknowledgement: cards come as deliveries of the bot's own; a form, and a word to a stranger, from here. */
async function carryOut(
  lark: Lark,
  app: LarkApp,
  acting: Acting,
  run: () => Promise<Outcome>,
  incoming: Said,
  uuid: string,
): Promise<Outcome> {
  const outcome = await introduceAndRetry(lark, app, acting, await run(), incoming, patience.said);
  const { inPlace, inOwnChat } = react(lark, { ...acting, group: false }, outcome);
  const card =
    outcome.outcome === "stranger"
      ? renderNotice(
          wordsIn(
            localeOfWords(incoming.chosen === true ? "" : incoming.text) ?? localeOfApp(app),
          ).stranger(),
          "plain",
        )
      : (inPlace ?? inOwnChat);
  if (card !== undefined) await postSurely(lark, app, acting, card, uuid);
  return outcome;
}

export async function chooseMenu(lark: Lark, app: LarkApp, raw: unknown): Promise<void> {
  const event = parseMenu(raw);
  const text = event === null ? undefined : entryOf(menuWords, event.event_key);
  if (event === null || text === undefined) return;
  await sayChosen(
    lark,
    app,
    { workspace: workspaceOf(app, event.tenant_key), user: event.operator.operator_id.open_id },
    text,
    event.event_id,
  );
}

async function sayChosen(
  lark: Lark,
  app: LarkApp,
  { workspace, user }: Pick<Acting, "workspace" | "user">,
  text: string,
  key: string,
): Promise<void> {
  const incoming = {
    kind: "said",
    dedupeKey: `lark:menu:${key}`,
    from: identity(workspace, user),
    text,
    chosen: true,
  } as const;
  const run = await acceptFrom(lark, app, workspace, user, incoming);
  if (run === null) return;
  lark.later("menu", async () => {
    if (lark.bot().asksHome(text)) await lark.homes.expects(workspace, user);
    const acting = { workspace, user, group: false, message: null, filled: null };
    await carryOut(lark, app, acting, run, incoming, nameOf("menu", key));
    await lark.homes.acted(workspace, user);
  });
}

/** As if they had asked what it can do: whoever may set it up is told so below. Nobody can be greeted before Lark says who they are. */
export async function greetInstaller(
  lark: Lark,
  app: LarkApp,
  tenant: string,
  user: string,
): Promise<void> {
  const workspace = workspaceOf(app, tenant);
  if (await introduce(lark, app, workspace, user, patience.said))
    await sayChosen(lark, app, { workspace, user }, "help", `installed:${workspace}:${user}`);
}

/** The event does not say in which chat the message stands: https://open.feishu.cn/document/server-docs/im-v1/message-reaction/events/created */
export async function hearReaction(
  lark: Lark,
  app: LarkApp,
  raw: unknown,
  added: boolean,
): Promise<void> {
  const event = parseReaction(raw);
  if (event === null || event.operator_type === "app" || !meToo.has(event.reaction_type.emoji_type))
    return;
  const from = identity(workspaceOf(app, event.tenant_key), event.user_id.open_id);
  const run = await lark.bot().accept({
    kind: "reacted",
    dedupeKey: `lark:reaction:${event.event_id}`,
    from,
    messageId: event.message_id,
    anywhere: true,
    added,
  });
  if (run !== null) lark.later("reacted", run);
}

/** Somebody opened the chat with the bot: fires each time they do, before they typed anything. */
export async function hearChatOpened(lark: Lark, app: LarkApp, raw: unknown): Promise<void> {
  const event = parseEntered(raw);
  if (event === null) return;
  const workspace = workspaceOf(app, event.tenant_key);
  const user = event.operator_id.open_id;
  if (event.chat_id !== undefined) lark.ownChats.set(`${workspace}/${user}`, event.chat_id);
  const met = `${workspace}/${user}`;
  if (lark.met.has(met)) return;
  lark.met.add(met);
  lark.later("introduction", async () => {
    if (await introduce(lark, app, workspace, user, patience.said))
      await lark.bot().welcome(identity(workspace, user));
    else lark.met.delete(met);
  });
}

export async function hearPlace(
  lark: Lark,
  app: LarkApp,
  raw: unknown,
  member: boolean,
): Promise<void> {
  const event = parsePlace(raw);
  if (event === null) return;
  const name = event.after_change === undefined ? (event.name ?? "") : event.after_change.name;
  // Changed, but not its name.
  if (name === undefined) return;
  const workspace = workspaceOf(app, event.tenant_key);
  const by = await inviterOf(lark, app, workspace, event, member);
  await takeIn(lark, {
    kind: "placeChanged",
    dedupeKey: `lark:place:${event.event_id}`,
    place: { platform, workspace, channel: event.chat_id },
    name,
    member,
    ...(by === undefined ? {} : { by }),
  });
  if (!member) leavePlace(lark, workspace, event.chat_id);
  else if (name !== "") cameTo(lark, workspace, event.chat_id);
}

/** Who brought the bot into a group; a group that only changed its name says who did that. */
async function inviterOf(
  lark: Lark,
  app: LarkApp,
  workspace: string,
  event: NonNullable<ReturnType<typeof parsePlace>>,
  member: boolean,
): Promise<string | undefined> {
  const user = event.operator_id?.open_id;
  if (!member || user === undefined || event.after_change !== undefined) return undefined;
  if (!(await lark.bot().knows(identity(workspace, user))))
    await introduce(lark, app, workspace, user, patience.press);
  return user;
}

/** Somebody new in the company, or a department that changed: nobody is taken in by that, and what follows the directory looks at it. */
export async function hearColleague(lark: Lark, app: LarkApp, raw: unknown): Promise<void> {
  const event = parseChanged(raw);
  if (event !== null)
    await lark.bot().directoryChanged({ platform, workspace: workspaceOf(app, event.tenant_key) });
}

/** What of somebody tells where they are in the company. …/contact-v3/user/events/updated */
const placed = ["department_ids", "leader_user_id", "status"];

/** Of people the bot knows: whoever never had to do with it is not taken into its directory because the company's has them. */
export async function hearPerson(
  lark: Lark,
  app: LarkApp,
  raw: unknown,
  here: boolean,
): Promise<void> {
  const event = parsePerson(raw);
  if (event === null) return;
  const workspace = workspaceOf(app, event.tenant_key);
  if (!here || placed.some((each) => each in (event.old_object ?? {})))
    await lark.bot().directoryChanged({ platform, workspace });
  const from = identity(workspace, event.object.open_id);
  if ((await lark.bot().personOf(from)) === null) return;
  const profile = profileOf(event.object, app);
  await takeIn(lark, {
    kind: "personChanged",
    dedupeKey: `lark:person:${event.event_id}`,
    from,
    profile: { ...profile, active: profile.active && here },
  });
}

/** Acknowledged only when it is written: nothing keeps it otherwise, and Lark tells it again where it was not. */
async function takeIn(
  lark: Lark,
  incoming: Extract<Incoming, { kind: "personChanged" | "placeChanged" }>,
): Promise<void> {
  await (
    await lark.bot().accept(incoming)
  )?.();
}

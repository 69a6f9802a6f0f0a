// What people do in Lark, as the bot knows it. An event is kept by the bot before it is acknowledged; what it brings about comes behind
// the acknowledgement, but for presses, whose answer Lark waits for.
import { createHash } from "node:crypto";
import type { Incoming, Outcome } from "#src/bot/incoming";
import type { Locale } from "#src/language/text";
import { answerLate, answerNow, postSurely, react, type Acting, type Answer } from "./answer.ts";
import { parsePress, parseSubmissionValue } from "./buttons.ts";
import { identity, platform, workspaceOf, type Lark, type LarkApp } from "./lark.ts";
import { limits } from "./limits.ts";
import { wordsIn } from "./messages/index.ts";
import { parseAction, parseEntered, parseMenu, parseMessage, parsePerson, parsePlace, parseReaction, wordsOf, type ActionEvent, type MessageEvent } from "./parse.ts";
import { introduce, patience, profileOf } from "./people.ts";
import { renderNotice } from "./render-card.ts";
import { readValues, unpackForm } from "./render-form.ts";

/** What the bot's menu says, by the event keys that docs/install-lark.md asks for. Every verb is known in every language. */
export const menuWords: Readonly<Record<string, string>> = { log: "log", checkin: "checkin", praise: "praise", home: "home", help: "help" };

/** Signs that mean "me too". https://open.feishu.cn/document/server-docs/im-v1/message-reaction/emojis-introduce */
export const meToo: ReadonlySet<string> = new Set(["THUMBSUP", "JIAYI", "APPLAUSE", "MUSCLE", "FISTBUMP", "HEART", "PRAISE", "Fire"]);

const receipt = "OK";

export async function heardMessage(lark: Lark, app: LarkApp, raw: unknown): Promise<void> {
  const event = parseMessage(raw);
  // Bots hear themselves and other bots.
  if (event === null || event.sender.sender_type !== "user") return;
  const workspace = workspaceOf(app, event.tenant_key);
  const user = event.sender.sender_id.open_id;
  const group = event.message.chat_type !== "p2p";
  const acting: Acting = { workspace, user, group, filled: null };
  const uuid = nameOf("said", event.message.message_id);
  const notice = (sentence: string): void => lark.later("notice", () => postSurely(lark, app, acting, renderNotice(sentence, "plain"), uuid));
  const words = wordsOf(event, event.message.mentions.length > 0 ? await app.botId() : null);
  if (group && words?.toUs !== true) return;
  if (isForeign(event.sender.tenant_key, event.tenant_key)) return group ? undefined : notice(wordsIn(localeOfApp(app)).stranger());
  if (words === null) return notice(wordsIn(localeOfApp(app)).textOnly());
  const run = await lark.bot().accept(said(event, words, workspace));
  if (run === null) return;
  if (group) lark.later("receipt", () => app.api.call({ method: "POST", path: `/open-apis/im/v1/messages/${encodeURIComponent(event.message.message_id)}/reactions`, body: { reaction_type: { emoji_type: receipt } } }));
  lark.later("said", () => carryOut(lark, app, acting, run, said(event, words, workspace), uuid));
}

function said(event: MessageEvent, words: NonNullable<ReturnType<typeof wordsOf>>, workspace: string): Extract<Incoming, { kind: "said" }> {
  const { message_id: message, chat_type: kind, chat_id: channel } = event.message;
  return {
    kind: "said",
    dedupeKey: `lark:said:${message}`,
    from: identity(workspace, event.sender.sender_id.open_id),
    // The bot's name alone asks for what the person has.
    text: words.text === "" && words.toUs ? "home" : words.text,
    ...(kind === "p2p" ? {} : { place: { platform, workspace, channel }, addressed: true as const }),
    ...(words.mentions.length > 0 ? { mentions: words.mentions } : {}),
  };
}

/** After the acknowledgement: cards come as deliveries of the bot's own; a form, and a word to a stranger, from here. */
async function carryOut(lark: Lark, app: LarkApp, acting: Acting, run: () => Promise<Outcome>, incoming: Extract<Incoming, { kind: "said" }>, uuid: string): Promise<void> {
  const outcome = await known(lark, app, acting, await run(), incoming, incoming.text);
  if (outcome.outcome === "stranger") return await postSurely(lark, app, acting, renderNotice(wordsIn(localeOfWords(incoming.text)).stranger(), "plain"), uuid);
  const { inPlace, inOwnChat } = react(lark, { ...acting, group: false }, outcome);
  const card = inPlace ?? inOwnChat;
  if (card !== undefined) await postSurely(lark, app, acting, card, uuid);
}

/** Whoever the bot does not know is introduced, and what they did is done again. */
async function known(lark: Lark, app: LarkApp, acting: Acting, outcome: Outcome, incoming: Incoming, words: string | null): Promise<Outcome> {
  if (outcome.outcome !== "stranger" || !(await introduce(lark, app, acting.workspace, acting.user, words, words === null ? patience.press : patience.said))) return outcome;
  return await lark.bot().receive(incoming);
}

export async function pressed(lark: Lark, app: LarkApp, raw: unknown): Promise<Answer> {
  const t = wordsIn(localeOfApp(app));
  const event = parseAction(raw);
  const act = event === null ? null : actOf(app, event);
  if (event === null || act === null) return { toast: { type: "error", content: t.tooOld() } };
  if (isForeign(event.operator.tenant_key, event.tenant_key)) return { toast: { type: "error", content: t.stranger() } };
  const { incoming, acting } = act;
  const run = await lark.bot().accept(incoming);
  // Somebody is carrying out this very press.
  if (run === null) return {};
  const uuid = nameOf("press", `${incoming.dedupeKey}:${Math.floor(lark.wall.now().getTime() / doubleMs)}`);
  const work = run()
    .then((outcome) => known(lark, app, acting, outcome, incoming, null))
    .then((outcome) => react(lark, acting, outcome));
  const inTime = await within(work, limits.answerMs);
  if (inTime.heard === "done") return answerNow(lark, app, acting, inTime.value, uuid);
  if (inTime.heard === "failed") {
    lark.logger.error({ app: app.appId, cause: String(inTime.error) }, "lark.press_failed");
    return { toast: { type: "error", content: t.failed() } };
  }
  lark.later("late answer", async () => {
    const reaction = await work;
    // Whatever changes the card before Lark has our answer would be undone by it.
    await new Promise((resolve) => setTimeout(resolve, afterAnswerMs));
    await answerLate(lark, app, acting, reaction, event.context.open_message_id, uuid);
  });
  return { toast: { type: "info", content: t.working() } };
}

/** One click may come under two event ids, moments apart: what it shows is shown once. */
const doubleMs = 3_000;
const afterAnswerMs = 700;

interface Act {
  readonly incoming: Extract<Incoming, { kind: "pressed" | "submitted" }>;
  readonly acting: Acting;
}

function actOf(app: LarkApp, event: ActionEvent): Act | null {
  const workspace = workspaceOf(app, event.tenant_key);
  const user = event.operator.open_id;
  const from = identity(workspace, user);
  const { value, form_value: given } = event.action;
  const submission = given === undefined ? null : parseSubmissionValue(value);
  const form = submission === null ? null : unpackForm(submission.form, submission.act);
  if (submission !== null && form !== null) {
    const values = readValues(form, given ?? {});
    const incoming = { kind: "submitted", dedupeKey: `lark:form:${submission.attempt}`, from, ...submission.act, values } as const;
    return { incoming, acting: { workspace, user, group: false, filled: { form, values, attempt: submission.attempt } } };
  }
  const press = parsePress(value);
  if (press === null) return null;
  const { open_message_id: message, open_chat_id: channel } = event.context;
  const dedupeKey = `lark:press:${message}:${press.rendering}:${press.path}`;
  const incoming = { kind: "pressed", dedupeKey, from, ...press.act, ...(press.group && channel !== "" ? { place: { platform, workspace, channel } } : {}) } as const;
  return { incoming, acting: { workspace, user, group: press.group, filled: null } };
}

type Heard<T> = { readonly heard: "done"; readonly value: T } | { readonly heard: "failed"; readonly error: unknown } | { readonly heard: "not yet" };

async function within<T>(work: Promise<T>, ms: number): Promise<Heard<T>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Heard<T>>((resolve) => {
    timer = setTimeout(() => resolve({ heard: "not yet" }), ms);
  });
  const done = work.then(
    (value): Heard<T> => ({ heard: "done", value }),
    (error: unknown): Heard<T> => ({ heard: "failed", error }),
  );
  const first = await Promise.race([done, late]);
  clearTimeout(timer);
  return first;
}

export async function choseMenu(lark: Lark, app: LarkApp, raw: unknown): Promise<void> {
  const event = parseMenu(raw);
  const text = event === null ? undefined : menuWords[event.event_key];
  if (event === null || text === undefined) return;
  const workspace = workspaceOf(app, event.tenant_key);
  const user = event.operator.operator_id.open_id;
  const incoming = { kind: "said", dedupeKey: `lark:menu:${event.event_id}`, from: identity(workspace, user), text } as const;
  const run = await lark.bot().accept(incoming);
  if (run !== null) lark.later("menu", () => carryOut(lark, app, { workspace, user, group: false, filled: null }, run, incoming, nameOf("menu", event.event_id)));
}

export async function reacted(lark: Lark, app: LarkApp, raw: unknown, added: boolean): Promise<void> {
  const event = parseReaction(raw);
  if (event === null || event.operator_type === "app" || !meToo.has(event.reaction_type.emoji_type)) return;
  const from = identity(workspaceOf(app, event.tenant_key), event.user_id.open_id);
  await keep(lark, { kind: "reacted", dedupeKey: `lark:reaction:${event.event_id}`, from, messageId: event.message_id, added });
}

/** Somebody opened the chat with the bot: fires each time they do. */
export async function entered(lark: Lark, app: LarkApp, raw: unknown): Promise<void> {
  const event = parseEntered(raw);
  if (event === null) return;
  const workspace = workspaceOf(app, event.tenant_key);
  const user = event.operator_id.open_id;
  if (event.chat_id !== undefined) lark.ownChats.set(`${app.appId}/${user}`, event.chat_id);
  const met = `${workspace}/${user}`;
  if (lark.met.has(met)) return;
  lark.met.add(met);
  lark.later("introduction", async () => {
    if (!(await introduce(lark, app, workspace, user, null, patience.said))) lark.met.delete(met);
  });
}

export async function placeChanged(lark: Lark, app: LarkApp, raw: unknown, member: boolean): Promise<void> {
  const event = parsePlace(raw);
  if (event === null) return;
  const name = event.after_change === undefined ? (event.name ?? "") : event.after_change.name;
  // Changed, but not its name.
  if (name === undefined) return;
  await keep(lark, { kind: "placeChanged", dedupeKey: `lark:place:${event.event_id}`, place: { platform, workspace: workspaceOf(app, event.tenant_key), channel: event.chat_id }, name, member });
}

export async function personChanged(lark: Lark, app: LarkApp, raw: unknown, here: boolean): Promise<void> {
  const event = parsePerson(raw);
  if (event === null) return;
  const profile = profileOf(event.object, null);
  const from = identity(workspaceOf(app, event.tenant_key), event.object.open_id);
  await keep(lark, { kind: "personChanged", dedupeKey: `lark:person:${event.event_id}`, from, profile: { ...profile, active: profile.active && here } });
}

async function keep(lark: Lark, incoming: Incoming): Promise<void> {
  const run = await lark.bot().accept(incoming);
  if (run !== null) lark.later(incoming.kind, run);
}

/** A person of another company, in a chat that spans both. */
const isForeign = (theirs: string | undefined, ours: string): boolean => theirs !== undefined && theirs !== "" && ours !== "" && theirs !== ours;

const localeOfWords = (words: string): Locale => (/\p{Script=Han}/u.test(words) ? "zh" : "en");
/** Before anybody said a word: what most people of that cloud read. */
const localeOfApp = (app: LarkApp): Locale => (app.brand === "feishu" ? "zh" : "en");

/** Lark's `uuid` is at most 50 characters. */
const nameOf = (what: string, key: string): string => `${what}-${createHash("sha256").update(key).digest("hex").slice(0, 40)}`;

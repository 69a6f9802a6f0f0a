// What open pages hear by themselves: new and replaced messages, unread counts, the clock, a changed home.
import { entryOf } from "#src/language/lookup";
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import { streamSSE } from "hono/streaming";
import type { TranscriptMessage } from "#src/ports/chat/transcript";
import type { LiveEvent } from "./open-pages.ts";
import { limits } from "../render/limits.ts";
import { asViewer } from "../pages/routes.ts";
import { renderMessage, renderMessages } from "../render/message.ts";
import { renderToast } from "../render/toast.ts";
import { channelDot, renderClock, renderUnread } from "../pages/frame.ts";
import { wordsFor, type Markup, personasOf, type ShownPersona, type Web } from "../web.ts";

/** So that proxies keep the connection open; the clock comes with it. */
const beatMs = 20_000;

export function liveRoutes(web: Web): Hono {
  return new Hono()
    .get("/as/:user/events", async (c) => await listen(web, c))
    .get("/as/:user/in/:channel/events", async (c) => await listen(web, c));
}

async function listen(web: Web, c: Context): Promise<Response> {
  return await asViewer(web, c, async ({ persona, channel: shown, people }) => {
    const channel = shown?.channel ?? null;
    return streamSSE(c, async (stream) => {
      let end = (): void => {};
      const ended = new Promise<void>((resolve) => (end = resolve));
      const send = (event: LiveEvent): void => {
        stream
          .writeSSE({ event: event.event, data: event.event === "home" ? "" : event.html })
          .catch(end);
      };
      const giveWay = (): void =>
        void fragment(renderToast(wordsFor(web, persona).openTooOften(), "info"))
          .then(({ html }) => send({ event: "over", html }))
          .then(end, end);
      const leave = web.hub.join({ user: persona.user, channel, send, end, giveWay });
      const beat = setInterval(() => void clockFor(web, persona).then(send, end), beatMs);
      stream.onAbort(end);
      try {
        await web.transcript.markRead(persona.user, channel);
        // What was just marked is read; the rest is as it was when the page asked.
        const now =
          channel !== null
            ? people
            : people.map((each) => (each.user === persona.user ? { ...each, unread: 0 } : each));
        await showUnreadOf(web, now);
        send(await catchUp(web, persona, channel, now));
        await ended;
      } finally {
        clearInterval(beat);
        leave();
      }
    });
  });
}

/** Puts a message that is in the transcript on the open pages. It is stored: a page that fails now gets it later. */
export async function showStored(web: Web, id: string): Promise<void> {
  if (web.hub.users().size === 0) return;
  try {
    const message = await web.transcript.message(id);
    if (message === null) return;
    const { channel, user } = message;
    const people = await personasOf(web);
    const open = web.hub.usersIn(channel);
    for (const reader of people.filter(
      (each) => open.has(each.user) && (channel !== null || each.user === user),
    )) {
      web.hub.toRoom(
        reader.user,
        channel,
        await fragment(renderMessage(web, reader, message, people)),
      );
      await web.transcript.markRead(reader.user, channel);
    }
    if (channel === null) web.hub.toUser(user, { event: "home" });
    await showUnread(web);
  } catch (error) {
    web.logger.error({ message: id, error }, "web.push_failed");
  }
}

/** After the clock moved or data changed from outside: everything in the frame, for everybody. */
export async function pokeAll(web: Web): Promise<void> {
  if (web.hub.users().size === 0) return;
  for (const persona of await personasOf(web)) {
    if (!web.hub.users().has(persona.user)) continue;
    web.hub.toUser(persona.user, await clockFor(web, persona));
    web.hub.toUser(persona.user, { event: "home" });
  }
  await showUnread(web);
}

/** While the clock is on its way: how far it has come. */
export async function showClock(web: Web): Promise<void> {
  if (web.hub.users().size === 0) return;
  const open = web.hub.users();
  for (const persona of await personasOf(web))
    if (open.has(persona.user)) web.hub.toUser(persona.user, await clockFor(web, persona));
}

async function showUnread(web: Web): Promise<void> {
  if (web.hub.users().size > 0) await showUnreadOf(web, await personasOf(web));
}

async function showUnreadOf(web: Web, personas: readonly ShownPersona[]): Promise<void> {
  const channels = await web.transcript.channels();
  for (const reader of personas) {
    if (!web.hub.users().has(reader.user)) continue;
    const t = wordsFor(web, reader);
    web.hub.toUser(
      reader.user,
      await fragment(
        html`${personas.map((each) => renderUnread(each.user, each.unread, t))}${channels.map((each) => renderUnread(channelDot(each), entryOf(each.unread, reader.user) ?? 0, t))}`,
      ),
    );
  }
}

/** The newest messages: a page leaves what it already has in that version, so coming back heals what was missed. */
async function catchUp(
  web: Web,
  persona: ShownPersona,
  channel: string | null,
  people: readonly ShownPersona[],
): Promise<LiveEvent> {
  const messages: readonly TranscriptMessage[] = await web.transcript.latest(
    channel === null ? { user: persona.user } : { channel },
    limits.messages,
  );
  return await fragment(
    html`${renderMessages(web, persona, messages, people)}${renderClock(web, persona)}`,
  );
}

async function clockFor(web: Web, persona: ShownPersona): Promise<LiveEvent> {
  return await fragment(renderClock(web, persona));
}

async function fragment(
  markup: Markup,
): Promise<Extract<LiveEvent, { readonly event: "fragment" }>> {
  return { event: "fragment", html: String(await markup) };
}

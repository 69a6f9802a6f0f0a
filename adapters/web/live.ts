// What open pages hear by themselves: new and replaced messages, unread counts, the clock, a changed home.
import { Hono } from "hono";
import { html } from "hono/html";
import { streamSSE } from "hono/streaming";
import type { TranscriptMessage } from "#src/ports/transcript";
import { refuse } from "./errors.ts";
import type { LiveEvent } from "./hub.ts";
import { limits } from "./limits.ts";
import { renderMessage, renderMessages } from "./render-message.ts";
import { renderClock, renderUnread } from "./render-frame.ts";
import { personaOf, wordsFor, type Markup, personasOf, type ShownPersona, type Web } from "./web.ts";

/** So that proxies keep the connection open; the clock comes with it. */
const beatMs = 20_000;

export function liveRoutes(web: Web): Hono {
  return new Hono().get("/as/:user/events", async (c) => {
    const persona = await personaOf(web, c.req.param("user"));
    if (persona === null) return refuse(web, c, 404, (t) => t.stranger());
    return streamSSE(c, async (stream) => {
      let end = (): void => {};
      const ended = new Promise<void>((resolve) => (end = resolve));
      const send = (event: LiveEvent): void => {
        stream.writeSSE({ event: event.event, data: event.event === "fragment" ? event.html : "" }).catch(end);
      };
      const leave = web.hub.join({ user: persona.user, send, end });
      const beat = setInterval(() => void clockFor(web, persona).then(send, end), beatMs);
      stream.onAbort(end);
      try {
        await web.transcript.markRead(persona.user);
        await showUnread(web);
        send(await catchUp(web, persona));
        await ended;
      } finally {
        clearInterval(beat);
        leave();
      }
    });
  });
}

/** Puts a message that is in the transcript on the open pages. It is stored: a page that fails now gets it later. */
export async function showStored(web: Web, persona: ShownPersona, id: string): Promise<void> {
  try {
    const message = await web.transcript.message(id);
    if (message === null) return;
    web.hub.toUser(persona.user, await fragment(renderMessage(web, persona, message)));
    web.hub.toUser(persona.user, { event: "home" });
    if (web.hub.users().has(persona.user)) await web.transcript.markRead(persona.user);
    await showUnread(web);
  } catch (error) {
    web.logger.error({ message: id, cause: String(error) }, "web.push_failed");
  }
}

/** After the clock moved or data changed from outside: everything in the frame, for everybody. */
export async function pokeAll(web: Web): Promise<void> {
  for (const persona of await personasOf(web)) {
    if (!web.hub.users().has(persona.user)) continue;
    web.hub.toUser(persona.user, await clockFor(web, persona));
    web.hub.toUser(persona.user, { event: "home" });
  }
  await showUnread(web);
}

async function showUnread(web: Web): Promise<void> {
  const personas = await personasOf(web);
  for (const reader of personas) {
    if (!web.hub.users().has(reader.user)) continue;
    const t = wordsFor(web, reader);
    web.hub.toUser(reader.user, await fragment(html`${personas.map((each) => renderUnread(each, t))}`));
  }
}

/** The newest messages: a page leaves what it already has in that version, so coming back heals what was missed. */
async function catchUp(web: Web, persona: ShownPersona): Promise<LiveEvent> {
  const messages: readonly TranscriptMessage[] = await web.transcript.latest(persona.user, limits.messages);
  return await fragment(html`${renderMessages(web, persona, messages)}${renderClock(web, persona)}`);
}

async function clockFor(web: Web, persona: ShownPersona): Promise<LiveEvent> {
  return await fragment(renderClock(web, persona));
}

async function fragment(markup: Markup): Promise<LiveEvent> {
  return { event: "fragment", html: String(await markup) };
}

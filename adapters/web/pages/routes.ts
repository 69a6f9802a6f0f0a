// What is read: the playground as somebody, a person's home, the words for completion.
import { Hono, type Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { preferred, refuse, wantsFragment } from "../door/errors.ts";
import { html } from "hono/html";
import type { Channel } from "#src/ports/chat/transcript";
import { cookies } from "../door/guard.ts";
import { limits } from "../render/limits.ts";
import { renderHomePage, renderNotice, renderPlayground } from "./page.ts";
import { renderHome } from "./frame.ts";
import { renderNext, renderOutlook } from "./upcoming.ts";
import { channelOf, identity, wordsFor, personasOf, type ShownPersona, type Web } from "../web.ts";

const personaCookie = "pacer_as";
/** So many commands are offered under the message box. */
const mostWords = 5;

export function pageRoutes(web: Web): Hono {
  return new Hono()
    .get("/", async (c) => await toPersona(web, c, ""))
    .get("/me", async (c) => await toPersona(web, c, "/home"))
    .get(
      "/as/:user",
      async (c) =>
        await asPersona(
          web,
          c,
          async (persona, people) => await playground(web, c, { persona, channel: null, people }),
        ),
    )
    .get(
      "/as/:user/in/:channel",
      async (c) => await asViewer(web, c, async (viewer) => await playground(web, c, viewer)),
    )
    .get(
      "/as/:user/home",
      async (c) => await asPersona(web, c, async (persona) => await home(web, c, persona)),
    )
    .get(
      "/as/:user/vocabulary",
      async (c) =>
        await asPersona(web, c, async (persona) => {
          const words = await web.bot().vocabulary(identity(persona.user));
          return c.json({ verbs: words?.verbs ?? [], names: words?.names ?? [] });
        }),
    );
}

/** Runs with the persona of the path, or says that nobody of that name is here. */
export async function asPersona(
  web: Web,
  c: Context,
  work: (persona: ShownPersona, people: readonly ShownPersona[]) => Promise<Response>,
): Promise<Response> {
  const people = await personasOf(web);
  const persona = people.find((each) => each.user === c.req.param("user"));
  if (persona !== undefined) return await work(persona, people);
  return await refuse(
    web,
    c,
    404,
    (t) => t.stranger(),
    (t) => t.strangerMore(),
  );
}

/** Who looks, and at which channel; null for their own chat. */
export interface Viewer {
  readonly persona: ShownPersona;
  readonly channel: Channel | null;
  /** Everybody, as they were when the request came. */
  readonly people: readonly ShownPersona[];
}

/** The same in the room of the path. */
export async function asViewer(
  web: Web,
  c: Context,
  work: (viewer: Viewer) => Promise<Response>,
): Promise<Response> {
  return await asPersona(web, c, async (persona, people) => {
    const name = c.req.param("channel");
    const channel = name === undefined ? null : await channelOf(web, name);
    return name !== undefined && channel === null
      ? await refuse(web, c, 404, (t) => t.noSuchChannel())
      : await work({ persona, channel, people });
  });
}

/**
 * Whoever looks for the first time sees a rep at work, and in a centre that nobody set up, who may do so; in the browser's own language
 * where one speaks it.
 */
function firstSeen(personas: readonly ShownPersona[], c: Context): ShownPersona | undefined {
  const locale = preferred(c);
  const wanted = personas.some((each) => each.role === "manager") ? "rep" : "admin";
  const reps = personas.filter((each) => each.role === wanted);
  return reps.find((each) => each.locale === locale) ?? reps[0] ?? personas[0];
}

/** To whom this browser was last, or to whoever a newcomer sees first. */
async function toPersona(web: Web, c: Context, then: string): Promise<Response> {
  const personas = await personasOf(web);
  const wanted = c.req.query("as") ?? getCookie(c, personaCookie);
  const persona = personas.find((each) => each.user === wanted) ?? firstSeen(personas, c);
  if (persona !== undefined) return c.redirect(`/as/${encodeURIComponent(persona.user)}${then}`);
  const t = wordsFor(web, { locale: preferred(c), zone: "UTC" });
  return await c.html(renderNotice(web, t, t.nobody()), 404);
}

async function playground(web: Web, c: Context, { persona, channel }: Viewer): Promise<Response> {
  await web.transcript.markRead(persona.user, channel?.channel ?? null);
  const viewer = identity(persona.user);
  const room = channel === null ? { user: persona.user } : { channel: channel.channel };
  const [personas, channels, messages, cards, outlook, vocabulary] = await Promise.all([
    personasOf(web),
    web.transcript.channels(),
    web.transcript.latest(room, limits.messages),
    web.bot().home(viewer),
    web.bot().outlook(viewer),
    web.bot().vocabulary(viewer),
  ]);
  const words = (vocabulary?.verbs ?? [])
    .filter((verb) => verb.shown)
    .map((verb) => verb.word)
    .slice(0, mostWords);
  setCookie(c, personaCookie, persona.user, { ...cookies(web), maxAge: 30 * 24 * 3600 });
  return await c.html(
    renderPlayground(web, {
      persona,
      channel,
      personas,
      channels,
      messages,
      home: cards,
      outlook,
      rendering: web.chance.id(),
      words,
    }),
  );
}

async function home(web: Web, c: Context, persona: ShownPersona): Promise<Response> {
  const viewer = identity(persona.user);
  // All that stands beside the stream, since it changes together.
  const [cards, outlook] = await Promise.all([web.bot().home(viewer), web.bot().outlook(viewer)]);
  const rendering = web.chance.id();
  if (!wantsFragment(c)) {
    const teams = await web.bot().ledTeams(viewer);
    return await c.html(renderHomePage(web, { persona, home: cards, outlook, rendering, teams }));
  }
  return await c.html(
    html`${renderHome(cards, rendering, wordsFor(web, persona))}${renderNext(web, persona, outlook)}${renderOutlook(web, persona, outlook)}`,
  );
}

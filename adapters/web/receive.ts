// What people do here, as the bot knows it: said, pressed, submitted. What is pressed is read from what was stored or
// composed again, so that what is not on the screen cannot be pressed.
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import { countGraphemes } from "#src/language/text";
import { answer, keepOnce, shown } from "./answer.ts";
import { buttonAt, printOf } from "./buttons.ts";
import { longestStepMs, stepFrom } from "./clock.ts";
import { refuse, wantsFragment } from "./errors.ts";
import { limits } from "./limits.ts";
import { pokeAll } from "./live.ts";
import type { WebMessages } from "./messages/index.ts";
import { asPersona } from "./pages.ts";
import { parseClock, parsePress, parseSaid, parseSubmission, text, type Press } from "./parse.ts";
import { renderClock, renderHome } from "./render-frame.ts";
import { renderMessage } from "./render-message.ts";
import { renderToast } from "./render-toast.ts";
import { identity, personaOf, wordsFor, type Markup, personasOf, type ShownPersona, type Web } from "./web.ts";

type Acted = (web: Web, persona: ShownPersona, body: FormData) => Promise<Markup | null>;

export function receiveRoutes(web: Web): Hono {
  return new Hono()
    .post("/as/:user/say", async (c) => await act(web, c, say))
    .post("/as/:user/press", async (c) => await act(web, c, press))
    .post("/as/:user/submit", async (c) => await act(web, c, submit))
    .post("/clock", async (c) => {
      const body = await bodyOf(c);
      if (body === null) return await refuse(web, c, 400, (t) => t.unreadable());
      const persona = (await personaOf(web, text(body, "as") ?? "")) ?? (await personasOf(web))[0];
      if (persona === undefined) return await refuse(web, c, 404, (t) => t.stranger());
      return await reply(c, persona, await moveClock(web, persona, body));
    });
}

async function act(web: Web, c: Context, acted: Acted): Promise<Response> {
  return await asPersona(web, c, async (persona) => {
    const body = await bodyOf(c);
    const fragment = body === null ? null : await acted(web, persona, body);
    return fragment === null ? await refuse(web, c, 400, (t) => t.unreadable()) : await reply(c, persona, fragment);
  });
}

/** Null for what is no form. */
async function bodyOf(c: Context): Promise<FormData | null> {
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(c.req.header("content-type") ?? "");
  return isForm ? await c.req.formData().catch(() => null) : null;
}

/** A page whose script did not load still works for what needs no dialog: it is sent back to look. */
async function reply(c: Context, persona: ShownPersona, fragment: Markup): Promise<Response> {
  return wantsFragment(c) ? await c.html(fragment) : c.redirect(`/as/${encodeURIComponent(persona.user)}`, 303);
}

async function say(web: Web, persona: ShownPersona, body: FormData): Promise<Markup | null> {
  const said = parseSaid(body, () => web.chance.id());
  if (said === null) return null;
  const t = wordsFor(web, persona);
  if (countGraphemes(said.text) > limits.said) return renderToast(t.tooLong(limits.said), "bad");
  const id = await keepOnce(web, { user: persona.user, by: "person", text: said.text, cards: [] }, said.id);
  if (id === null) return null;
  const mine = await shown(web, persona, id);
  const dedupeKey = `web:said:${said.id}`;
  const outcome = await web.bot().receive({ kind: "said", dedupeKey, from: identity(persona.user), text: said.text });
  return html`${mine}${await answer(web, { persona, key: dedupeKey, origin: null, fromForm: false }, outcome)}`;
}

async function press(web: Web, persona: ShownPersona, body: FormData): Promise<Markup | null> {
  const pressed = parsePress(body);
  if (pressed === null) return null;
  return pressed.message === "home" ? await pressHome(web, persona, pressed) : await pressMessage(web, persona, pressed, wordsFor(web, persona));
}

async function pressMessage(web: Web, persona: ShownPersona, pressed: Press, t: WebMessages): Promise<Markup> {
  const message = await web.transcript.message(pressed.message);
  if (message === null || message.user !== persona.user) return renderToast(t.cardGone(), "bad");
  const button = buttonAt(message.cards, pressed.button);
  if (button === null || String(message.version) !== pressed.version) {
    return html`${renderMessage(web, persona, message)}${renderToast(t.cardChanged(), "info")}`;
  }
  const dedupeKey = `web:${message.id}:${message.version}:${pressed.button}`;
  const outcome = await web.bot().receive({ kind: "pressed", dedupeKey, from: identity(persona.user), ...button.act });
  return await answer(web, { persona, key: `${dedupeKey}:${pressed.click}`, origin: message, fromForm: false }, outcome);
}

/** The home is not stored but composed again: its button must still be the one that was seen. */
async function pressHome(web: Web, persona: ShownPersona, pressed: Press): Promise<Markup> {
  const from = identity(persona.user);
  const t = wordsFor(web, persona);
  const cards = await web.bot().home(from);
  const button = buttonAt(cards, pressed.button);
  if (button === null || printOf(button.act) !== pressed.print) {
    return html`${renderHome(cards, web.chance.id(), t)}${renderToast(t.cardChanged(), "info")}`;
  }
  const dedupeKey = `web:home:${pressed.version}:${pressed.button}`;
  const outcome = await web.bot().receive({ kind: "pressed", dedupeKey, from, ...button.act });
  const said = await answer(web, { persona, key: `${dedupeKey}:${pressed.click}`, origin: null, fromForm: false }, outcome);
  return html`${said}${renderHome(await web.bot().home(from), web.chance.id(), t)}`;
}

async function submit(web: Web, persona: ShownPersona, body: FormData): Promise<Markup | null> {
  const submission = parseSubmission(body);
  if (submission === null) return null;
  const { act: bound, attempt, values } = submission;
  const found = submission.origin === "" ? null : await web.transcript.message(submission.origin);
  const origin = found?.user === persona.user && found.by === "bot" ? found : null;
  const dedupeKey = `web:form:${attempt}`;
  const outcome = await web.bot().receive({ kind: "submitted", dedupeKey, from: identity(persona.user), ...bound, values });
  return await answer(web, { persona, key: dedupeKey, origin, fromForm: true }, outcome);
}

async function moveClock(web: Web, persona: ShownPersona, body: FormData): Promise<Markup> {
  const t = wordsFor(web, persona);
  const step = parseClock(body);
  if (step === null) return renderToast(t.clockUnclear(), "bad");
  const now = web.clock.now();
  const then = stepFrom(now, step, persona.zone);
  if (then.getTime() - now.getTime() > longestStepMs) return renderToast(t.clockTooFar(), "bad");
  if (!(await web.clock.moveTo(then))) return renderToast(t.clockOnlyForward(), "bad");
  await pokeAll(web);
  return html`${renderClock(web, persona)}${renderToast(t.clockMoved(web.clock.now()), "info")}`;
}

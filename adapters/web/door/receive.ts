// What people do here, as the bot knows it: said, pressed, submitted. What is pressed is read from what was stored or
// composed again, so that what is not on the screen cannot be pressed.
import { Hono, type Context } from "hono";
import { html } from "hono/html";
import { isTaken } from "#src/ports/chat/chat";
import { isLonger } from "#src/language/text";
import { readAddressed } from "./addressed.ts";
import { answer, keepOnce, shown } from "../send/answer.ts";
import { buttonAt, printOf } from "./action-codec.ts";
import { longestStepMs, stepFrom } from "./move-clock.ts";
import { refuse, wantsFragment } from "./errors.ts";
import { giveFile, takeFile } from "./take-file.ts";
import { limits } from "../render/limits.ts";
import { pokeAll, showClock } from "../send/live.ts";
import { asViewer, type Viewer } from "../pages/routes.ts";
import { parseClock, parsePress, parseSaid, parseSubmission, text, type Press } from "./parse.ts";
import { renderClock, renderHome } from "../pages/frame.ts";
import { renderMessage } from "../render/message.ts";
import { renderToast } from "../render/toast.ts";
import {
  authorsOf,
  identity,
  placeIdentity,
  roomPath,
  wordsFor,
  type Markup,
  personasOf,
  type ShownPersona,
  type Web,
} from "../web.ts";

/** Null for what cannot be read. */
type CarryOut = (web: Web, viewer: Viewer, body: FormData) => Promise<Markup | null>;

/** By the last word of its path. */
const acts: Readonly<Record<string, CarryOut>> = {
  say: hearMessage,
  drop: takeFile,
  press: pressButton,
  submit: submitForm,
};

export function receiveRoutes(web: Web): Hono {
  const moving = { now: false };
  const routes = new Hono();
  for (const [verb, carryOut] of Object.entries(acts)) {
    routes.post(`/as/:user/${verb}`, async (c) => await act(web, c, carryOut));
    routes.post(`/as/:user/in/:channel/${verb}`, async (c) => await act(web, c, carryOut));
  }
  routes.get("/as/:user/file/:id", (c) => giveFile(web, c));
  return routes.post("/clock", async (c) => {
    const body = await bodyOf(c);
    if (body === null) return await refuse(web, c, 400, (t) => t.unreadable());
    const people = await personasOf(web);
    const persona = people.find((each) => each.user === text(body, "as")) ?? people[0];
    if (persona === undefined) return await refuse(web, c, 404, (t) => t.stranger());
    return await reply(
      c,
      { persona, channel: null, people },
      await moveClock(web, persona, body, moving),
    );
  });
}

async function act(web: Web, c: Context, carryOut: CarryOut): Promise<Response> {
  return await asViewer(web, c, async (viewer) => {
    const body = await bodyOf(c);
    const fragment = body === null ? null : await carryOut(web, viewer, body);
    return fragment === null
      ? await refuse(web, c, 400, (t) => t.unreadable())
      : await reply(c, viewer, fragment);
  });
}

/** Null for what is no form. */
async function bodyOf(c: Context): Promise<FormData | null> {
  const isForm = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(
    c.req.header("content-type") ?? "",
  );
  return isForm ? await c.req.formData().catch(() => null) : null;
}

/** A page whose script did not load still works for what needs no dialog: it is sent back to look. */
async function reply(
  c: Context,
  { persona, channel }: Viewer,
  fragment: Markup,
): Promise<Response> {
  return wantsFragment(c)
    ? await c.html(fragment)
    : c.redirect(roomPath(persona.user, channel?.channel ?? null), 303);
}

async function hearMessage(
  web: Web,
  { persona, channel: shownChannel }: Viewer,
  body: FormData,
): Promise<Markup | null> {
  const channel = shownChannel?.channel ?? null;
  const said = parseSaid(body, () => web.chance.id());
  if (said === null) return null;
  const t = wordsFor(web, persona);
  if (isLonger(said.text, limits.said)) return renderToast(t.tooLong(limits.said), "bad");
  const id = await keepOnce(
    web,
    { user: persona.user, channel, by: "person", text: said.text, cards: [] },
    said.id,
  );
  if (id === null) return null;
  const mine = await shown(web, persona, id);
  const dedupeKey = `web:said:${said.id}`;
  const from = identity(persona.user);
  const words =
    channel === null
      ? { text: said.text }
      : { ...readAddressed(said.text, Object.values(web.botName)), place: placeIdentity(channel) };
  const outcome = await web.bot().receive({ kind: "said", dedupeKey, from, ...words });
  const answered = await answer(
    web,
    { persona, channel, key: dedupeKey, origin: null, fromForm: false, fromSaid: true },
    outcome,
  );
  if (channel === null || !isTaken(outcome)) return html`${mine}${answered}`;
  await web.transcript.acknowledge(id);
  return html`${await shown(web, persona, id)}${answered}`;
}

async function pressButton(web: Web, viewer: Viewer, body: FormData): Promise<Markup | null> {
  const pressed = parsePress(body);
  if (pressed === null) return null;
  return pressed.message === "home"
    ? await pressHome(web, viewer, pressed)
    : await pressMessage(web, viewer, pressed);
}

async function pressMessage(
  web: Web,
  { persona, channel }: Viewer,
  pressed: Press,
): Promise<Markup> {
  const t = wordsFor(web, persona);
  const message = await web.transcript.message(pressed.message);
  // In a channel everybody may press what stands there.
  if (
    message === null ||
    (message.channel === null
      ? message.user !== persona.user
      : message.channel !== channel?.channel)
  )
    return renderToast(t.cardGone(), "bad");
  const button = buttonAt(message.cards, pressed.button);
  if (button === null || String(message.version) !== pressed.version) {
    return html`${renderMessage(web, persona, message, await authorsOf(web, persona, message))}${renderToast(t.cardChanged(), "info")}`;
  }
  const dedupeKey = `web:${message.id}:${message.version}:${pressed.button}`;
  const where =
    message.channel === null
      ? { messageId: message.id }
      : { place: placeIdentity(message.channel) };
  const outcome = await web
    .bot()
    .receive({ kind: "pressed", dedupeKey, from: identity(persona.user), ...where, ...button.act });
  const origin = message.channel === null ? message : null;
  return await answer(
    web,
    {
      persona,
      channel: channel?.channel ?? null,
      key: `${persona.user}:${dedupeKey}:${pressed.click}`,
      origin,
      fromForm: false,
    },
    outcome,
  );
}

/** The home is not stored but composed again: its button must still be the one that was seen. */
async function pressHome(web: Web, { persona, channel }: Viewer, pressed: Press): Promise<Markup> {
  const from = identity(persona.user);
  const t = wordsFor(web, persona);
  const cards = await web.bot().home(from);
  const button = buttonAt(cards, pressed.button);
  if (button === null || printOf(button.act) !== pressed.print) {
    return html`${renderHome(cards, web.chance.id(), t)}${renderToast(t.cardChanged(), "info")}`;
  }
  const dedupeKey = `web:home:${pressed.version}:${pressed.button}`;
  const outcome = await web.bot().receive({ kind: "pressed", dedupeKey, from, ...button.act });
  const said = await answer(
    web,
    {
      persona,
      channel: channel?.channel ?? null,
      key: `${dedupeKey}:${pressed.click}`,
      origin: null,
      fromForm: false,
    },
    outcome,
  );
  return html`${said}${renderHome(await web.bot().home(from), web.chance.id(), t)}`;
}

async function submitForm(
  web: Web,
  { persona, channel }: Viewer,
  body: FormData,
): Promise<Markup | null> {
  const submission = parseSubmission(body);
  if (submission === null) return null;
  const { act: bound, attempt, values } = submission;
  const found = submission.origin === "" ? null : await web.transcript.message(submission.origin);
  const origin =
    found?.channel === null && found.user === persona.user && found.by === "bot" ? found : null;
  const dedupeKey = `web:form:${attempt}`;
  const outcome = await web.bot().receive({
    kind: "submitted",
    dedupeKey,
    from: identity(persona.user),
    ...bound,
    values,
    ...(origin === null ? {} : { messageId: origin.id }),
  });
  return await answer(
    web,
    { persona, channel: channel?.channel ?? null, key: dedupeKey, origin, fromForm: true },
    outcome,
  );
}

/** A long way takes a while: open pages see how far it has come, and nobody moves it a second time meanwhile. */
async function moveClock(
  web: Web,
  persona: ShownPersona,
  body: FormData,
  moving: { now: boolean },
): Promise<Markup> {
  const t = wordsFor(web, persona);
  const step = parseClock(body);
  if (step === null) return renderToast(t.clockUnclear(), "bad");
  if (moving.now) return renderToast(t.clockMoving(), "info");
  const now = web.clock.now();
  const then = stepFrom(now, step, persona.zone);
  if (then.getTime() - now.getTime() > longestStepMs) return renderToast(t.clockTooFar(), "bad");
  moving.now = true;
  const showing = setInterval(
    () =>
      void showClock(web).catch((error: unknown) => web.logger.error({ error }, "web.push_failed")),
    showClockMs,
  );
  try {
    if (!(await web.clock.moveTo(then))) return renderToast(t.clockOnlyForward(), "bad");
  } finally {
    clearInterval(showing);
    moving.now = false;
  }
  await pokeAll(web);
  return html`${renderClock(web, persona)}${renderToast(t.clockMoved(web.clock.now()), "info")}`;
}

const showClockMs = 400;

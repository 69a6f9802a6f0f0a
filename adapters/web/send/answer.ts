// The bot's outcome as what the browser gets back: a fragment whose elements know their places on the page.
import { createHash } from "node:crypto";
import { html } from "hono/html";
import type { Outcome } from "#src/bot/declare/incoming";
import type { TranscriptMessage } from "#src/ports/chat/transcript";
import type { Card } from "#src/view/card";
import { plainLine } from "#src/view/line";
import { showStored } from "./live.ts";
import type { WebMessages } from "../messages/index.ts";
import { renderError, renderForm, general } from "../render/form.ts";
import { plainLabel, renderLine } from "../render/line.ts";
import { renderMessage } from "../render/message.ts";
import { renderToast } from "../render/toast.ts";
import { authorsOf, roomPath, wordsFor, type Markup, type ShownPersona, type Web } from "../web.ts";

export interface Acting {
  readonly persona: ShownPersona;
  /** The channel whose page it was done on; null on the page of the own chat. Answers stand in the own chat either way. */
  readonly channel: string | null;
  /** Names this very request, also when it is sent again: its answer is shown once. */
  readonly key: string;
  /** The message that was pressed, if one was: what `replace` replaces. */
  readonly origin: TranscriptMessage | null;
  /** Whether a form is open, which a refusal must not close: what was typed would be lost. */
  readonly fromForm: boolean;
  /** Whether it was said: then a receipt tells that it was done. */
  readonly fromSaid?: true;
}

export async function answer(web: Web, acting: Acting, outcome: Outcome): Promise<Markup> {
  const t = wordsFor(web, acting.persona);
  switch (outcome.outcome) {
    case "show":
      return await show(web, acting, outcome.cards);
    case "replace":
      return acting.origin === null
        ? await show(web, acting, outcome.cards)
        : await replace(web, acting, acting.origin, outcome.cards);
    case "ask":
      return renderForm(
        outcome.form,
        {
          action: `${roomPath(acting.persona.user, acting.channel)}/submit`,
          attempt: web.chance.id(),
          origin: acting.origin?.id ?? "",
        },
        t,
      );
    case "correct":
      return renderErrors(outcome.errors, t);
    case "toast":
      if (plainLine(outcome.line) === "") return html``;
      if (acting.fromForm && outcome.tone === "bad") return renderError(general, outcome.line, t);
      return renderToast(renderLine(outcome.line, t), outcome.tone);
    case "delivered":
      return acting.channel === null || acting.fromSaid
        ? html``
        : renderToast(t.answeredInChat(), "info");
    case "ignored":
      return html``;
    case "stranger":
      return renderToast(t.stranger(), "bad");
  }
}

async function show(web: Web, acting: Acting, cards: readonly Card[]): Promise<Markup> {
  if (cards.length === 0) return html``;
  const id = await keepOnce(
    web,
    { user: acting.persona.user, channel: null, by: "bot", text: "", cards },
    onceFrom(acting.key),
  );
  return id === null ? html`` : await answered(web, acting, id);
}

/**
 * Stores a message unless the same `once` was stored before; its id either way, or null if that is somebody else's. The
 * id itself is always ours, since messages of one moment are read in the order of their ids.
 */
export async function keepOnce(
  web: Web,
  message: Pick<TranscriptMessage, "user" | "channel" | "by" | "text" | "cards">,
  once: string,
): Promise<string | null> {
  const id = web.chance.id();
  if (await web.transcript.add({ ...message, id, at: web.clock.now(), deliveryId: once }))
    return id;
  const earlier = await web.transcript.byDelivery(once);
  return earlier?.user === message.user &&
    earlier.channel === message.channel &&
    earlier.by === message.by
    ? earlier.id
    : null;
}

/** On the page of a channel only that there is an answer. */
async function answered(web: Web, acting: Acting, id: string): Promise<Markup> {
  const there = await shown(web, acting.persona, id);
  return acting.channel === null
    ? there
    : renderToast(wordsFor(web, acting.persona).answeredInChat(), "info");
}

async function replace(
  web: Web,
  acting: Acting,
  origin: TranscriptMessage,
  cards: readonly Card[],
): Promise<Markup> {
  await web.transcript.replace(origin.id, cards);
  return await answered(web, acting, origin.id);
}

/** On every open page of that person by itself, and in this answer, in case the page's connection is down. */
export async function shown(web: Web, persona: ShownPersona, id: string): Promise<Markup> {
  await showStored(web, id);
  const message = await web.transcript.message(id);
  return message === null
    ? html``
    : renderMessage(web, persona, message, await authorsOf(web, persona, message));
}

export function renderErrors(
  errors: Extract<Outcome, { outcome: "correct" }>["errors"],
  t: WebMessages,
): Markup {
  const fields = Object.entries(errors).filter(([, line]) => plainLabel(line) !== "");
  return html`${fields.map(([field, line]) => renderError(field, line, t))}${renderError(general, [t.mendForm()], t)}`;
}

/** The same request gives the same name, so that sent twice it is shown once. A UUID of version 8: made by us. */
function onceFrom(key: string): string {
  const hex = createHash("sha256").update(`pacer web answer\n${key}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

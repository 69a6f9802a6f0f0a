// One message of the stream: who, when, and what was typed or the bot's cards. Its day stands before it, known by an
// id, so that the page keeps the first of each day and drops the rest.
import { html } from "hono/html";
import { localDateAt } from "#src/calendar/zones";
import type { Persona, TranscriptMessage } from "#src/ports/transcript";
import { said } from "#src/view/line";
import { limits } from "./limits.ts";
import { renderBotFace, renderFace } from "./render-frame.ts";
import { renderCards } from "./render-card.ts";
import { renderLine } from "./render-line.ts";
import { wordsFor, type Markup, type Web } from "./web.ts";

export function renderMessage(web: Web, persona: Persona, message: TranscriptMessage): Markup {
  const t = wordsFor(web, persona);
  const mine = message.by === "person";
  const name = mine ? persona.name : web.botName[persona.locale];
  const day = localDateAt(message.at, persona.zone);
  return html`<div class="day" id="day-${day}" data-place="stream"><span>${t.day(day)}</span></div>
<article class="msg ${message.by}" id="m-${message.id}" data-place="stream" data-message="${message.id}" data-version="${message.version}">${
    mine ? renderFace(persona) : renderBotFace(web)
  }<div class="body"><p class="who"><b>${name}</b><time datetime="${message.at.toISOString()}">${t.time(message.at)}</time></p>${
    mine ? html`<p class="text typed">${renderLine([said(message.text)], t, limits.said)}</p>` : renderCards(message.cards, t)
  }</div></article>`;
}

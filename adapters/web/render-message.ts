// Messages of the stream: who, when, and what was typed or the bot's cards. A day is known by an id, so that a page
// keeps the first of each and drops the rest.
import { html } from "hono/html";
import { localDateAt } from "#src/calendar/zones";
import type { TranscriptMessage } from "#src/ports/transcript";
import { said } from "#src/view/line";
import { limits } from "./limits.ts";
import { renderBotFace, renderFace } from "./render-frame.ts";
import { renderCards } from "./render-card.ts";
import { renderLine } from "./render-line.ts";
import { wordsFor, type Markup, type ShownPersona, type Web } from "./web.ts";

/** Each day once, before its first message. */
export function renderMessages(web: Web, persona: ShownPersona, messages: readonly TranscriptMessage[]): Markup {
  const days = messages.map((message) => localDateAt(message.at, persona.zone));
  return html`${messages.map((message, i) => [days.indexOf(days[i]!) === i ? renderDay(web, persona, message) : "", renderArticle(web, persona, message)])}`;
}

/** A message that comes by itself: the page drops the day if it has it. */
export function renderMessage(web: Web, persona: ShownPersona, message: TranscriptMessage): Markup {
  return renderMessages(web, persona, [message]);
}

function renderDay(web: Web, persona: ShownPersona, message: TranscriptMessage): Markup {
  const day = localDateAt(message.at, persona.zone);
  return html`<div class="day" id="day-${day}" data-place="stream"><span>${wordsFor(web, persona).day(day)}</span></div>`;
}

function renderArticle(web: Web, persona: ShownPersona, message: TranscriptMessage): Markup {
  const t = wordsFor(web, persona);
  const mine = message.by === "person";
  const name = mine ? persona.name : web.botName[persona.locale];
  return html`<article class="msg by-${message.by}" id="m-${message.id}" data-place="stream" data-message="${message.id}" data-version="${message.version}">
    ${mine ? renderFace(persona) : renderBotFace(web)}
    <div class="body">
      <p class="who"><b>${name}</b><time datetime="${message.at.toISOString()}">${t.time(message.at)}</time></p>
      ${mine ? html`<p class="text typed">${renderLine([said(message.text)], t, limits.said)}</p>` : renderCards(message.cards, t)}
    </div>
  </article>`;
}

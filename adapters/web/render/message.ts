// Messages of the stream: who, when, and what was typed or the bot's cards. A day is known by an id, so that a page
// keeps the first of each and drops the rest.
import { zip } from "#src/language/lists";
import { html } from "hono/html";
import { localDateAt } from "#src/calendar/zones";
import type { TranscriptMessage } from "#src/ports/chat/transcript";
import { withPage } from "#src/view/card";
import { said } from "#src/view/line";
import { limits } from "./limits.ts";
import { renderBotFace } from "../pages/frame.ts";
import { renderFace } from "./face.ts";
import { renderCards } from "./card.ts";
import { renderLine } from "./line.ts";
import { roomPath, wordsFor, type Markup, type ShownPersona, type Web } from "../web.ts";

/** Each day once, before its first message. */
export function renderMessages(
  web: Web,
  persona: ShownPersona,
  messages: readonly TranscriptMessage[],
  people: readonly ShownPersona[],
): Markup {
  const days = messages.map((message) => localDateAt(message.at, persona.zone));
  return html`${zip(messages, days).map(([message, day], i) => [days.indexOf(day) === i ? renderDay(web, persona, message) : "", renderArticle(web, persona, message, people)])}`;
}

/** A message that comes by itself: the page drops the day if it has it. */
export function renderMessage(
  web: Web,
  persona: ShownPersona,
  message: TranscriptMessage,
  people: readonly ShownPersona[],
): Markup {
  return renderMessages(web, persona, [message], people);
}

function renderDay(web: Web, persona: ShownPersona, message: TranscriptMessage): Markup {
  const day = localDateAt(message.at, persona.zone);
  return html`<div class="day" id="day-${day}" data-place="stream"><span>${wordsFor(web, persona).day(day)}</span></div>`;
}

/** A file of the bot's stands under the id of its message. */
const renderFile = ({ id, text }: TranscriptMessage, persona: ShownPersona): Markup =>
  html`<p class="text"><a class="btn" href="${roomPath(persona.user, null)}/file/${id}" download="${text}">📎 ${text}</a></p>`;

/** `persona` reads; in a channel somebody else may have said it. */
function renderArticle(
  web: Web,
  persona: ShownPersona,
  message: TranscriptMessage,
  people: readonly ShownPersona[],
): Markup {
  const t = wordsFor(web, persona);
  const bot = web.botName[persona.locale];
  const author =
    message.by === "bot" ? null : (people.find((each) => each.user === message.user) ?? persona);
  const mine = author?.user === persona.user;
  return html`<article class="msg by-${message.by}${mine ? " mine" : ""}" id="m-${message.id}" data-place="stream" data-message="${message.id}" data-version="${message.version}">
    ${author ? renderFace(author) : renderBotFace(web)}
    <div class="body">
      <p class="who"><b>${author?.name ?? bot}</b><time datetime="${message.at.toISOString()}">${t.time(message.at)}</time></p>
      ${
        author
          ? html`<p class="text typed">${renderLine([said(message.text)], t, limits.said)}</p>`
          : html`${message.text === "" ? "" : renderFile(message, persona)}${renderCards(
              message.cards.map((each) => withPage(each, web.bot().pathOf)),
              t,
            )}`
      }${message.receipt ? html`<p class="receipt"><span aria-hidden="true">✓</span> ${bot}<span class="unseen">${t.receipt()}</span></p>` : ""}
    </div>
  </article>`;
}

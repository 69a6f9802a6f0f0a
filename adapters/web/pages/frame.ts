// The frame around the stream: the clock, the personas with what they have not read, faces, and the home at the side.
import { html } from "hono/html";
import type { Channel, Persona } from "#src/ports/chat/transcript";
import type { Card } from "#src/view/card";
import { charactersOf } from "../render/limits.ts";
import type { WebMessages } from "../messages/index.ts";
import { renderCards } from "../render/card.ts";
import { wordsFor, type Markup, type Web } from "../web.ts";

export function renderClock(web: Web, persona: Persona): Markup {
  const t = wordsFor(web, persona);
  const now = web.clock.now();
  return html`<time id="clock" datetime="${now.toISOString()}">${t.moment(now)} <span class="city">${t.city(persona.zone)}</span></time>`;
}

/** `of`: a persona, or a channel by its own name for it. */
export function renderUnread(of: string, count: number, t: WebMessages): Markup {
  const id = `unread-${of}`;
  if (count === 0) return html`<span class="dot" id="${id}" hidden></span>`;
  return html`<span class="dot" id="${id}"><span aria-hidden="true">${count}</span><span class="unseen">${t.unread(count)}</span></span>`;
}

/** So that a channel and a persona of one name are not taken for each other. */
export const channelDot = ({ channel }: Channel): string => `in-${channel}`;

export function renderBotFace(web: Web): Markup {
  return html`<span class="face bot" aria-hidden="true">${charactersOf(web.botName.en)[0] ?? "P"}</span>`;
}

/** `rendering` is this very picture of the home: pressing twice on one picture is one act. */
export function renderHome(
  cards: readonly Card[],
  rendering: string,
  t: WebMessages,
  kept: "kept" | "not kept" = "kept",
): Markup {
  const inside =
    cards.length === 0 ? html`<p class="soft">${t.homeEmpty()}</p>` : renderCards(cards, t, kept);
  return html`<div id="home" class="home" data-message="home" data-version="${rendering}">${inside}</div>`;
}

/** Patterns that drawings on the page are filled with: what is off track differs by more than its colour. */
export const renderPatterns = (): Markup =>
  html`<svg class="patterns" width="0" height="0" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="hatch-ground" width="6" height="6" /><rect class="hatch-line" width="2" height="6" />
      </pattern>
    </defs>
  </svg>`;

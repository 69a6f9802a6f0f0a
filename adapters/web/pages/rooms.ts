// Who one can be, and where: the personas with what they have not read, the home, the channels.
import { isolated } from "#src/language/bidi";
import { entryOf } from "#src/language/lookup";
import { html } from "hono/html";
import type { Channel } from "#src/ports/chat/transcript";
import { channelDot, renderUnread } from "./frame.ts";
import { renderFace } from "../render/face.ts";
import type { WebMessages } from "../messages/index.ts";
import { roomPath, type Markup, type ShownPersona } from "../web.ts";

export interface Rooms {
  readonly persona: ShownPersona;
  /** The channel that is shown; null for the own chat. */
  readonly channel: Channel | null;
  readonly personas: readonly ShownPersona[];
  readonly channels: readonly Channel[];
}

export function renderRooms(
  { persona, channel, personas, channels }: Rooms,
  t: WebMessages,
): Markup {
  const here = channel === null ? "page" : "true";
  return html`<nav aria-label="${t.whoAndWhere()}">
    <div class="people">
      <h2>${t.youAre()}</h2>
      ${personas.map((each) => renderPersona(each, each.user === persona.user ? here : null, t))}
    </div>
    <div class="places">
    <a class="person to-home" href="/as/${encodeURIComponent(persona.user)}/home"><span class="face shade-home" aria-hidden="true">⌂</span><span class="name">${t.home()}</span></a>
    <h2>${t.channels()}</h2>
    ${channels.length === 0 ? html`<p class="none">${t.noChannels()}</p>` : channels.map((each) => renderChannel(each, persona, each.channel === channel?.channel, t))}
    </div>
  </nav>`;
}

function renderPersona(
  persona: ShownPersona,
  current: "page" | "true" | null,
  t: WebMessages,
): Markup {
  const about = [t.role(persona.role), t.city(persona.zone), t.spoken(persona.locale)].join(" · ");
  return html`<a class="person" href="${roomPath(persona.user, null)}" ${current ? html` aria-current="${current}"` : ""}
    >${renderFace(persona)}<span class="name">${isolated(persona.name)}<small>${about}</small></span
    >${renderUnread(persona.user, persona.unread, t)}</a
  >`;
}

function renderChannel(
  channel: Channel,
  persona: ShownPersona,
  current: boolean,
  t: WebMessages,
): Markup {
  return html`<a class="person channel" href="${roomPath(persona.user, channel.channel)}" ${current ? html` aria-current="page"` : ""}
    ><span class="face hash" aria-hidden="true">#</span><span class="name">${isolated(channel.name)}</span>${renderUnread(channelDot(channel), entryOf(channel.unread, persona.user) ?? 0, t)}</a
  >`;
}

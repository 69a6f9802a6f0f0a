// The playground's page, a person's home as a page, and the small pages that say one thing.
import { isolated } from "#src/language/bidi";
import { html, raw } from "hono/html";
import type { Outlook } from "#src/bot/api";
import type { TranscriptMessage } from "#src/ports/chat/transcript";
import type { Team } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { WebMessages } from "../messages/index.ts";
import { renderClock, renderHome, renderPatterns } from "./frame.ts";
import { renderMessages } from "../render/message.ts";
import { renderNext, renderOutlook, type OutlookReader } from "./upcoming.ts";
import { renderRooms, type Rooms } from "./rooms.ts";
import { roomPath, wordsFor, type Markup, type ShownPersona, type Site, type Web } from "../web.ts";

export interface PlaygroundPage extends Rooms {
  readonly messages: readonly TranscriptMessage[];
  readonly home: readonly Card[];
  /** What comes by itself; null where nobody knows. */
  readonly outlook: Outlook | null;
  /** This very picture of the home. */
  readonly rendering: string;
  /** Commands to try, in the persona's language. */
  readonly words: readonly string[];
}

export function renderPlayground(web: Web, page: PlaygroundPage): Markup {
  const { persona, channel } = page;
  const t = wordsFor(web, persona);
  const room = roomPath(persona.user, channel?.channel ?? null);
  const label =
    channel === null
      ? t.conversation(web.botName[persona.locale])
      : t.channel(isolated(channel.name));
  return document(
    t,
    t.title(nameOf(web)),
    html`<body class="playground" data-user="${persona.user}" data-room="${room}" ${channel === null ? "" : html`data-bot="${web.botName[persona.locale]}"`} data-failed="${t.notReached()}">
      <a class="skip" href="#composer">${t.skipToComposer()}</a>${renderPatterns()}
      ${renderHeader(web, persona, t)} ${renderRooms(page, t)}
      <main>
        <h1 class="unseen">${t.title(nameOf(web))}</h1>
        <h2 class="unseen">${label}</h2>
        <div class="stream" id="scroller" tabindex="0" aria-label="${label}">
          <div class="in" id="stream" role="log" aria-live="polite">${page.messages.length === 0 ? renderEmpty(page, t) : renderMessages(web, persona, page.messages, page.personas)}</div>
        </div>
        <button type="button" class="btn newest" id="newest" hidden>${t.newest()}</button>${renderComposer(web, page, room, t)}
      </main>
      <aside aria-label="${t.beside()}">
        ${renderComing(web, page, t)}
        <h2 id="home-title">${t.home()}</h2>
        ${renderHome(page.home, page.rendering, t)}
      </aside>
      ${renderEnd(t)}
    </body>`,
    faces,
  );
}

export function renderHomePage(
  web: Web,
  page: Pick<PlaygroundPage, "persona" | "home" | "outlook" | "rendering"> & {
    readonly teams: readonly Team[];
  },
): Markup {
  const { persona } = page;
  const t = wordsFor(web, persona);
  const title = t.homeOf(isolated(persona.name));
  return document(
    t,
    title,
    html`<body class="home-page${lookOf(page.home)}" data-user="${persona.user}" data-failed="${t.notReached()}">
      ${renderPatterns()}${renderHeader(web, persona, t)}
      <main>
        <h1>${title}</h1>
        <p><a href="/as/${encodeURIComponent(persona.user)}" id="to-chat">${t.backToChat()}</a></p>
        ${renderTabs(page.teams, null, { base: `/as/${encodeURIComponent(persona.user)}`, own: "/home" }, "below", t)}
        <h2 class="unseen">${t.home()}</h2>
        ${renderHome(page.home, page.rendering, t)} ${renderComing(web, page, t)}
      </main>
      ${renderEnd(t)}
    </body>`,
    faces,
  );
}

/** The pages somebody has: their own, and one for each team they lead. `own`: where their own is, below the base. */
export function renderTabs(
  teams: readonly Team[],
  shown: Team | null,
  { base, own }: { readonly base: string; readonly own: string },
  look: "" | "below",
  t: WebMessages,
): Markup | "" {
  if (teams.length === 0) return "";
  const tab = (to: Team | null, path: string, name: string): Markup =>
    html`<a class="tab" href="${base}${path}" ${to?.id === shown?.id ? html` aria-current="page"` : ""}>${name}</a>`;
  return html`<nav class="tabs ${look}" aria-label="${t.pages()}">
    ${tab(null, own, t.me())}${teams.map((each) => tab(each, `/team/${each.id}`, isolated(each.name)))}
  </nav>`;
}

/** Of whoever leads nobody: what is theirs has the room. */
export const lookOf = (cards: readonly Card[]): string =>
  cards.some(({ body }) => body.some(({ element }) => element === "groups" || element === "chart"))
    ? ""
    : " own";

/** Unfolded beside the stream, folded to one line where there is less room. */
export function renderComing(
  web: Site,
  { persona, outlook }: { readonly persona: OutlookReader; readonly outlook: Outlook | null },
  t: WebMessages,
): Markup {
  return html`<details class="outlook" open>
    <summary><h2>${t.coming()}</h2>${renderNext(web, persona, outlook)}</summary>
    ${renderOutlook(web, persona, outlook)}
  </details>`;
}

export function renderNotice(
  web: Site,
  t: WebMessages,
  content: string,
  more?: string,
  onwards: string | null = "/",
): Markup {
  return document(
    t,
    nameOf(web),
    html`<body class="notice">
      <main>
        ${renderBrand(web)}
        <h1 class="said">${content}</h1>
        ${more === undefined ? "" : html`<p>${more}</p>`}
        ${onwards === null ? "" : html`<p><a href="${onwards}">${onwards === "/me" ? t.toMyPage() : t.toStart()}</a></p>`}
      </main>
    </body>`,
  );
}

/** Goes on by itself, or by the link: a step of our own site, so that the new cookie is sent with it. */
export function renderSignedIn(web: Site, t: WebMessages, next: string): Markup {
  const onwards = html`<meta http-equiv="refresh" content="0; url=${next}" />`;
  return document(
    t,
    nameOf(web),
    html`<body class="notice">
      <main>
        ${renderBrand(web)}
        <h1 class="said">${t.signedIn()}</h1>
        <p><a href="${next}">${t.onwards()}</a></p>
      </main>
    </body>`,
    onwards,
  );
}

/** In the playground each face has a colour of its own. */
const faces = html`<link rel="stylesheet" href="/faces.css" />`;

export function document(
  t: WebMessages,
  title: string,
  body: Markup,
  head: Markup | "" = "",
): Markup {
  return html`<!doctype html>
    <html lang="${t.lang()}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/playground.css" />
        <link rel="stylesheet" href="/assets/card.css" />
        <link rel="stylesheet" href="/assets/visit.css" />
        <script src="/assets/early.js"></script>
        <script type="module" src="/assets/playground.js"></script>
        ${head}
      </head>
      ${body}
    </html>`;
}

function renderHeader(web: Web, persona: ShownPersona, t: WebMessages): Markup {
  return html`<header class="top">
    ${renderBrand(web)}<span class="tag">${t.tag()}</span>
    <form class="clock" method="post" action="/clock" aria-label="${t.clock()}">
      <input type="hidden" name="as" value="${persona.user}" />${renderClock(web, persona)} <button class="btn" name="to" value="day">${t.oneDay()}</button
      ><button class="btn primary" name="to" value="monday">${t.toMonday()}</button>
    </form>
    <details class="farther"><summary class="btn" aria-label="${t.farther()}" title="${t.farther()}">⋯</summary>
      <form method="post" action="/clock" aria-label="${t.clock()}">
        <input type="hidden" name="as" value="${persona.user}" /><label>${t.toDay()} <input type="date" name="on" required /></label>
        <button class="btn">${t.go()}</button><button class="btn" name="to" value="quarter" formnovalidate>${t.toQuarterEnd()}</button>
      </form>
    </details>
  </header>`;
}

export function renderBrand(web: Site): Markup {
  return html`<a class="brand" href="/"
    ><span class="logo" aria-hidden="true"
      ><svg width="18" height="18" viewBox="0 0 18 18" fill="none" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round"><path d="M3 14 8 8l3 3 4-7" /></svg></span
    ><b>${nameOf(web)}</b></a
  >`;
}

function renderEmpty({ persona, channel }: PlaygroundPage, t: WebMessages): Markup {
  const [before, after] = t.emptyTry();
  if (channel !== null) {
    return html`<div class="empty" id="empty">
      <p class="first">${t.emptyChannel()}</p>
      <p>${t.channelRule()}</p>
    </div>`;
  }
  return html`<div class="empty" id="empty">
    <p class="first">${t.emptyTitle(isolated(persona.name))}</p>
    <p>${before}<button type="button" class="word" data-word="${t.emptyWord()}">${t.emptyWord()}</button>${after}</p>
  </div>`;
}

/** Drawn, since not every machine has a font with a paperclip. */
const paperclip = raw(
  '<svg aria-hidden="true" width="18" height="18" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round"><path d="M20 11.5 11.8 19.7a5 5 0 0 1-7.1-7.1l8.6-8.6a3.4 3.4 0 0 1 4.8 4.8l-8.5 8.5a1.7 1.7 0 0 1-2.4-2.4l7.7-7.7"/></svg>',
);

/** Outside the form: it is sent by itself, as soon as it is chosen. A file may as well be dropped anywhere on the page. */
const renderFileField = (room: string, t: WebMessages): Markup =>
  html`<label class="btn file" title="${t.dropFile()}"><input type="file" id="file" data-drop="${room}/drop" accept=".csv,.tsv,.txt,.xlsx,.xls" aria-label="${t.dropFile()}" />${paperclip}</label>`;

function renderComposer(web: Web, page: PlaygroundPage, room: string, t: WebMessages): Markup {
  const bot = web.botName[page.persona.locale];
  const to = page.channel?.name ?? null;
  return html`<form class="compose" id="compose" method="post" action="${room}/say">
    <ul id="completions" class="completions" role="listbox" aria-label="${t.completions()}" hidden></ul>
    <div class="in">
      <textarea
        id="composer"
        name="text"
        rows="1"
        enterkeyhint="send"
        autocomplete="off"
        aria-label="${t.composer(to ?? bot)}"
        aria-autocomplete="list"
        aria-controls="completions"
        placeholder="${to === null ? t.placeholder(bot) : t.placeholderIn(bot)}"
      ></textarea
      >${to === null ? renderFileField(room, t) : html``}<button class="btn primary" type="submit">${t.send()}</button>
    </div>
    <p class="hints">${page.words.map((word) => html`<button type="button" class="word" data-word="${word}">${word}</button>`)}<span class="keys">${t.keys()}</span></p>
  </form>`;
}

/** Where short words appear, and the question asked before what cannot be taken back. */
export function renderEnd(t: WebMessages): Markup {
  return html`<div class="toasts" id="toasts" role="status"></div>
    <div id="dialogs"></div>
    <dialog id="confirm" aria-labelledby="confirm-title" aria-describedby="confirm-words">
      <form method="dialog">
        <h2 id="confirm-title">${t.sure()}</h2>
        <p id="confirm-words"></p>
        <div class="acts"><button class="btn primary" value="yes"></button><button class="btn quiet" value="no" autofocus>${t.cancel()}</button></div>
      </form>
    </dialog>`;
}

export function nameOf(web: Site): string {
  const { en, zh } = web.botName;
  return en === zh ? en : `${en} ${zh}`;
}

// A visitor's page: who they are, which pages they have, the cards of their home or of a team, and what comes by itself; and the page of a
// link, with one button.
import { isolated } from "#src/language/bidi";
import { html } from "hono/html";
import type { LinkState, Outlook } from "#src/bot/api";
import type { Locale } from "#src/language/text";
import type { Team } from "#src/people/person";
import type { Card } from "#src/view/card";
import type { WebMessages } from "../messages/index.ts";
import { renderHome, renderPatterns } from "../pages/frame.ts";
import {
  document,
  lookOf,
  nameOf,
  renderBrand,
  renderComing,
  renderEnd,
  renderNotice,
  renderTabs,
} from "../pages/page.ts";
import { renderNext, renderOutlook, type OutlookReader } from "../pages/upcoming.ts";
import { renderFace } from "../render/face.ts";
import { wordsFor, type Markup, type Site } from "../web.ts";
import { renderAnswer } from "./acts.ts";
import { tokenFor } from "./sessions.ts";

/** Who reads a page: somebody who signed in, or a persona of the playground. */
export interface Reader extends OutlookReader {
  readonly name: string;
}

export interface Looked {
  readonly reader: Reader;
  /** Below which their pages are, and where their own is there. */
  readonly at: { readonly base: string; readonly own: string };
  /** Those they lead: each has a page. */
  readonly teams: readonly Team[];
  /** Whose page this is; null for their own. */
  readonly team: Team | null;
  readonly cards: readonly Card[];
  /** What comes by itself; not on a team's page. */
  readonly outlook: Outlook | null;
  /** Where they enter the settings of their CRM; null for whoever does not. */
  readonly crm: string | null;
  /** This very picture of the page. */
  readonly rendering: string;
}

/** `cookie`: of whoever signed in; null in the playground, whose guard knows its own pages. */
export function renderPage(site: Site, looked: Looked, cookie: string | null): Markup {
  const { reader, team, outlook, at } = looked;
  const t = wordsFor(site, reader);
  const title = team === null ? t.myPage() : isolated(team.name);
  const token = cookie === null ? null : tokenFor(cookie);
  const here = `${at.base}${team === null ? at.own : `/team/${team.id}`}`;
  return document(
    t,
    `${title} · ${nameOf(site)}`,
    html`<body class="home-page visit${lookOf(looked.cards)}" data-base="${here}" data-token="${token ?? ""}" data-failed="${t.notReached()}">
      <a class="skip" href="#home">${t.skipToPage()}</a>${renderPatterns()}${renderTop(site, looked, token, t)}
      <main>
        <h1>${title}</h1>
        <p class="soft">${t.asOf(site.clock.now())}</p>
        ${renderAnswer(site, [], looked.rendering, t)}
        <h2 class="unseen">${t.home()}</h2>
        ${renderHome(looked.cards, looked.rendering, t, "not kept")}
        ${team === null ? renderComing(site, { persona: reader, outlook }, t) : ""}
      </main>
      ${renderEnd(t)}
    </body>`,
  );
}

/** What a page fetches anew of itself after something was done. */
export function renderParts(
  site: Site,
  { reader, team, cards, outlook, rendering }: Looked,
): Markup {
  const t = wordsFor(site, reader);
  const coming =
    team === null
      ? html`${renderNext(site, reader, outlook)}${renderOutlook(site, reader, outlook)}`
      : "";
  return html`${renderHome(cards, rendering, t, "not kept")}${coming}`;
}

function renderTop(
  site: Site,
  { reader, teams, team, at, crm }: Looked,
  token: string | null,
  t: WebMessages,
): Markup {
  const leave = (path: string, words: string): Markup =>
    html`<form method="post" action="${path}"><input type="hidden" name="token" value="${token}" /><button class="btn">${words}</button></form>`;
  return html`<header class="top">
    ${renderBrand(site)} ${renderTabs(teams, team, at, "", t)}
    ${
      token === null
        ? ""
        : html`<details class="farther account">
      <summary class="btn">${renderFace(reader)}<span>${isolated(reader.name)}</span></summary>
      <div class="leave">${crm === null ? "" : html`<a class="btn" href="${crm}">CRM</a>`}${leave("/sign-out", t.signOut())}${leave("/sign-out-everywhere", t.signOutEverywhere())}</div>
    </details>`
    }
  </header>`;
}

/** One button, and nothing that says more than whose page it opens. */
export function renderLink(site: Site, link: LinkState, nonce: string, locale: Locale): Markup {
  const reader = link.state === "unknown" ? { locale, zone: "UTC" } : link.reader;
  const t = wordsFor(site, reader);
  if (link.state !== "open")
    return renderNotice(
      site,
      t,
      whyNot(link, t),
      t.signInInChat(),
      link.state === "others" ? "/me" : null,
    );
  const name = isolated(link.reader.name);
  return document(
    t,
    nameOf(site),
    html`<body class="notice">
      <main>
        ${renderBrand(site)}
        <div class="sign-in">
          ${renderFace(link.reader)}
          <h1>${t.signInAs(name)}</h1>
          <p>${t.signInWhat()}</p>
          <form method="post"><input type="hidden" name="nonce" value="${nonce}" /><button class="btn primary">${t.signIn()}</button></form>
        </div>
      </main>
    </body>`,
  );
}

function whyNot(link: Exclude<LinkState, { state: "open" }>, t: WebMessages): string {
  switch (link.state) {
    case "spent":
      return t.linkSpent();
    case "over":
      return t.linkOver();
    case "others":
      return t.linkOfOthers(isolated(link.reader.name));
    case "unknown":
      return t.linkUnknown();
  }
}

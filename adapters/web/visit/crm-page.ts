// Where an admin of one of many organisations enters the settings of its CRM: over our own page and never in a chat. What is kept is never shown again,
// only that it is.
import type { Context, Hono } from "hono";
import { html } from "hono/html";
import type { Visitor } from "#src/bot/api";
import type { CrmEntered, CrmEntering, CrmEntry } from "#src/ports/crm";
import type { WebMessages } from "../messages/index.ts";
import { document, nameOf, renderBrand, renderEnd, renderNotice } from "../pages/page.ts";
import { wordsFor, type Markup, type Site } from "../web.ts";
import { tokenFor } from "./sessions.ts";

export const crmPath = "/me/crm";

/** Runs `work` for whoever is signed in, and on a POST only where it was sent from a page of ours. */
export type Signed = (
  c: Context,
  work: (visitor: Visitor, body: FormData | null, cookie: string) => Promise<Response>,
) => Promise<Response>;

export function addCrmRoutes(routes: Hono, site: Site, entry: CrmEntry, signed: Signed): void {
  const shown = async (
    c: Context,
    visitor: Visitor,
    cookie: string,
    came: Came | null = null,
    status: 200 | 422 = 200,
  ): Promise<Response> => {
    const markup = await page(site, entry, visitor, cookie, came);
    return c.html(markup, status);
  };
  routes.get(crmPath, (c) =>
    signed(c, (visitor, _body, cookie) =>
      visitor.person.admin ? shown(c, visitor, cookie) : nothingThere(site, c, visitor),
    ),
  );
  routes.post(crmPath, (c) =>
    signed(c, async (visitor, body, cookie) => {
      const crm = textOf(body?.get("crm"));
      if (!visitor.person.admin) return nothingThere(site, c, visitor);
      const came = await entry.enter(visitor.organisation, crm, valuesOf(body), {
        person: visitor.person.id,
        at: site.clock.now(),
      });
      if (came === null) return nothingThere(site, c, visitor);
      const isKept = came.missing.length === 0 && came.wrong.length === 0;
      return shown(c, visitor, cookie, { crm, came }, isKept ? 200 : 422);
    }),
  );
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** What was entered; a file, or a text longer than any setting, is none. */
const valuesOf = (body: FormData | null): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...(body ?? [])].map(([name, value]) => [name, textOf(value).slice(0, 2_000)]),
  );

async function nothingThere(site: Site, c: Context, { person }: Visitor): Promise<Response> {
  const t = wordsFor(site, person);
  return await c.html(renderNotice(site, t, t.noSuchPage(), undefined, "/me"), 404);
}

interface Came {
  readonly crm: string;
  readonly came: CrmEntering;
}

async function page(
  site: Site,
  entry: CrmEntry,
  { organisation, person }: Visitor,
  cookie: string,
  came: Came | null,
): Promise<Markup> {
  const t = wordsFor(site, person);
  const all = await entry.entered(organisation);
  return document(
    t,
    `CRM · ${nameOf(site)}`,
    html`<body class="notice">
      <main>
        ${renderBrand(site)}
        <h1>${t.crmTitle()}</h1>
        <p>${t.crmWhat()}</p>
        ${all.map((each) => renderCrm(each, person.locale, tokenFor(cookie), came?.crm === each.about.id ? came.came : null, t))}
        <p><a href="/me">${t.toMyPage()}</a></p>
      </main>
      ${renderEnd(t)}
    </body>`,
  );
}

function renderCrm(
  { about, kept }: CrmEntered,
  locale: "en" | "zh",
  token: string,
  came: CrmEntering | null,
  t: WebMessages,
): Markup {
  const isWrong = came !== null && came.missing.length + came.wrong.length > 0;
  return html`<form method="post" action="${crmPath}" class="card" autocomplete="off">
    <h2>${about.called[locale]}</h2>
    ${came === null ? "" : html`<p role="status" class="${isWrong ? "error" : "said"}">${isWrong ? t.crmNotKept() : t.crmKept()}</p>`}
    <input type="hidden" name="token" value="${token}" /><input type="hidden" name="crm" value="${about.id}" />
    ${about.settings.map(({ name, secret, where }) => {
      const wrong = whyWrong(name, came, t);
      return html`<div class="field">
        <label for="crm-${name}">${name}</label>
        <input type="${secret ? "password" : "text"}" id="crm-${name}" name="${name}" value="" autocomplete="off" spellcheck="false" aria-describedby="hint-${name}" placeholder="${kept.includes(name) ? t.crmIsKept() : ""}" ${wrong === null ? "" : html` aria-invalid="true"`} />
        <p class="hint" id="hint-${name}">${where[locale]}</p>
        ${wrong === null ? "" : html`<p class="error">${wrong}</p>`}
      </div>`;
    })}
    <p><button class="btn primary">${t.crmKeep()}</button></p>
  </form>`;
}

function whyWrong(name: string, came: CrmEntering | null, t: WebMessages): string | null {
  if (came?.missing.includes(name)) return t.crmMissing();
  return came?.wrong.includes(name) ? t.crmWrong() : null;
}

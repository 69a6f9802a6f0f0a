// Pages of whoever signed in by a link: the same cards as in their chat, and the same rights. What is pressed here goes to the bot as the
// account they asked with.
import { Hono, type Context, type Next } from "hono";
import type { Bot, Visitor } from "#src/bot/api";
import { signInPath } from "#src/ports/chat/pages";
import type { CrmEntry } from "#src/ports/crm";
import { failed, preferred, refuse } from "../door/errors.ts";
import { guardVisits } from "../door/guard.ts";
import { assetRoutes } from "../pages/assets.ts";
import { renderNotice } from "../pages/page.ts";
import { wordsFor, type Site, type SiteOptions } from "../web.ts";
import { pressed, submitted } from "./acts.ts";
import { addCrmRoutes, crmPath } from "./crm-page.ts";
import { answerAct, answerLook, baseOf, look } from "./look.ts";
import { renderLink } from "./page.ts";
import {
  dropSession,
  keepLink,
  keepSession,
  sentFromLink,
  sentFromPage,
  sessionIn,
} from "./sessions.ts";

export interface VisitPages {
  connect(bot: Bot): void;
  /** Mounted at "/", before the playground's: answers only its own paths, and `/` and `/me` only to those who signed in where there is a playground. */
  readonly routes: Hono;
}

export interface VisitOptions extends SiteOptions {
  /** Where each organisation enters its CRM itself; null: nowhere. */
  readonly crmEntry?: CrmEntry | null;
  /** Whoever is not signed in sees it at `/` and `/me`. */
  readonly playground: boolean;
}

const own = { base: "", own: "/me" };

export function createVisitPages(options: VisitOptions): VisitPages {
  let connected: Bot | null = null;
  const site: Site = {
    ...options,
    bot: () => {
      if (connected === null) throw new Error("the pages were used before connect(bot)");
      return connected;
    },
  };
  const routes = new Hono();
  const paths = ["/sign-in/*", "/sign-out", "/sign-out-everywhere", "/team/*", "/me/*"];
  for (const path of options.playground ? paths : [...paths, "/", "/me", "/assets/*"])
    routes.use(path, guardVisits(site));
  routes.onError((error, c) => failed(site, error, c));
  if (!options.playground) routes.route("/", assetRoutes());
  addLinkRoutes(routes, site);
  addPageRoutes(routes, site, options.playground, Boolean(options.crmEntry));
  if (options.crmEntry)
    addCrmRoutes(routes, site, options.crmEntry, async (c, work) =>
      c.req.method === "POST"
        ? await acting(site, c, work)
        : await looking(site, c, (visitor, cookie) => work(visitor, null, cookie)),
    );
  return {
    routes,
    connect: (bot) => {
      connected = bot;
    },
  };
}

/** A link is looked at as often as anybody likes, also by whatever makes previews; only its form spends it. */
function addLinkRoutes(routes: Hono, site: Site): void {
  routes.get(`${signInPath}:token`, async (c) => {
    const link = await site.bot().lookAtLink(c.req.param("token"), sessionIn(c));
    const nonce = site.chance.id();
    if (link.state === "open") keepLink(site, c, nonce);
    return await c.html(
      renderLink(site, link, nonce, preferred(c)),
      link.state === "open" ? 200 : 410,
    );
  });
  routes.post(`${signInPath}:token`, async (c) => {
    const token = c.req.param("token");
    const link = await site.bot().lookAtLink(token, sessionIn(c));
    if (link.state !== "open") return await c.html(renderLink(site, link, "", preferred(c)), 410);
    const body = await formOf(c);
    if (!sentFromLink(c, body.get("nonce")))
      return await refuse(site, c, 403, (t) => t.wrongOrigin());
    const done = await site.bot().signIn(token, sessionIn(c));
    if ("state" in done) return await c.html(renderLink(site, done, "", preferred(c)), 410);
    keepSession(site, c, done.cookie, done.visitor.until);
    return c.redirect("/me", 303);
  });
}

function addPageRoutes(routes: Hono, site: Site, playground: boolean, hasCrm: boolean): void {
  routes.get("/", async (c, next) => {
    const cookie = sessionIn(c);
    if (cookie !== null && (await site.bot().visitor(cookie))) return c.redirect("/me");
    return playground ? await next() : await askToSignIn(site, c);
  });
  routes.get(
    "/me",
    async (c, next) => await showPage(site, c, null, playground ? next : null, hasCrm),
  );
  routes.get("/me/home", async (c) => await showPage(site, c, null, null, hasCrm));
  routes.get(
    "/team/:team",
    async (c) => await showPage(site, c, c.req.param("team"), null, hasCrm),
  );
  routes.get(
    "/team/:team/home",
    async (c) => await showPage(site, c, c.req.param("team"), null, hasCrm),
  );
  for (const [verb, work] of [
    ["press", pressed],
    ["submit", submitted],
  ] as const)
    for (const base of ["/me", "/team/:team"])
      routes.post(`${base}/${verb}`, async (c) =>
        acting(site, c, async (visitor, body) => {
          const actor = { account: visitor.account, reader: visitor.person };
          return await answerAct(site, c, await work(site, actor, baseOf(c), body));
        }),
      );
  routes.post("/sign-out", async (c) =>
    acting(site, c, async (visitor, _body, cookie) => {
      await site.bot().signOut(cookie);
      return await signedOut(site, c, visitor);
    }),
  );
  routes.post("/sign-out-everywhere", async (c) =>
    acting(site, c, async (visitor, _body, cookie) => {
      await site.bot().signOutEverywhere(cookie);
      return await signedOut(site, c, visitor);
    }),
  );
}

/** `team`: null for one's own page. `orElse`: what is there for whoever is not signed in. */
async function showPage(
  site: Site,
  c: Context,
  team: string | null,
  orElse: Next | null,
  hasCrm: boolean,
): Promise<Response | void> {
  const cookie = sessionIn(c);
  const visitor = cookie === null ? null : await site.bot().visitor(cookie);
  if (cookie === null || visitor === null)
    return orElse === null ? await askToSignIn(site, c) : await orElse();
  const actor = { account: visitor.account, reader: visitor.person };
  const looked = await look(site, actor, team, own);
  const crm = hasCrm && visitor.person.admin ? crmPath : null;
  return await answerLook(site, c, looked && { ...looked, crm }, actor, cookie);
}

async function askToSignIn(site: Site, c: Context): Promise<Response> {
  return await refuse(
    site,
    c,
    401,
    (t) => t.notSignedIn(),
    (t) => t.signInInChat(),
  );
}

async function looking(
  site: Site,
  c: Context,
  work: (visitor: Visitor, cookie: string) => Promise<Response>,
): Promise<Response> {
  const cookie = sessionIn(c);
  const visitor = cookie === null ? null : await site.bot().visitor(cookie);
  return cookie === null || visitor === null
    ? await askToSignIn(site, c)
    : await work(visitor, cookie);
}

/** Whoever acts is signed in, and did it on a page of ours. */
async function acting(
  site: Site,
  c: Context,
  work: (visitor: Visitor, body: FormData, cookie: string) => Promise<Response>,
): Promise<Response> {
  const cookie = sessionIn(c);
  const visitor = cookie === null ? null : await site.bot().visitor(cookie);
  if (cookie === null || visitor === null) return await askToSignIn(site, c);
  const body = await formOf(c);
  return sentFromPage(cookie, c.req.header("x-pacer-token") ?? body.get("token"))
    ? await work(visitor, body, cookie)
    : await refuse(site, c, 403, (t) => t.wrongOrigin());
}

async function signedOut(site: Site, c: Context, { person }: Visitor): Promise<Response> {
  dropSession(site, c);
  const t = wordsFor(site, person);
  return await c.html(renderNotice(site, t, t.signedOut(), t.signInInChat(), null));
}

/** Empty for what is no form. */
const formOf = async (c: Context): Promise<FormData> =>
  await c.req.formData().catch(() => new FormData());

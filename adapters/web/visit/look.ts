// One look at a page, the same for whoever signed in and for a persona of the playground, and what a browser gets of it.
import type { Context } from "hono";
import { refuse, wantsFragment } from "../door/errors.ts";
import { renderNotice } from "../pages/page.ts";
import { wordsFor, type Markup, type Site } from "../web.ts";
import type { Actor } from "./acts.ts";
import { renderPage, renderParts, type Looked, type Reader } from "./page.ts";

/** Null for a team they do not lead, whether there is one or not. */
export async function look(
  site: Site,
  { account, reader }: Actor & { readonly reader: Reader },
  team: string | null,
  at: Looked["at"],
): Promise<Looked | null> {
  const bot = site.bot();
  const ofTeam = team === null ? null : await bot.teamPage(account, team);
  if (team !== null && ofTeam === null) return null;
  return {
    reader,
    at,
    teams: await bot.ledTeams(account),
    team: ofTeam?.team ?? null,
    cards: ofTeam?.cards ?? (await bot.page(account)),
    outlook: ofTeam ? null : await bot.outlook(account),
    crm: null,
    rendering: site.chance.id(),
  };
}

/** Of a page they may not see it is not even said that it is there. */
export async function answerLook(
  site: Site,
  c: Context,
  looked: Looked | null,
  { reader }: Pick<Actor, "reader">,
  cookie: string | null,
): Promise<Response> {
  if (looked === null) {
    const t = wordsFor(site, reader);
    return await c.html(renderNotice(site, t, t.noSuchPage(), undefined, "/me"), 404);
  }
  return await c.html(
    wantsFragment(c) ? renderParts(site, looked) : renderPage(site, looked, cookie),
  );
}

/** The page something was done on. */
export const baseOf = (c: Context): string => c.req.path.replace(/\/[a-z]+$/, "");

export const answerAct = async (
  site: Site,
  c: Context,
  fragment: Markup | null,
): Promise<Response> =>
  fragment === null ? await refuse(site, c, 400, (t) => t.unreadable()) : await c.html(fragment);

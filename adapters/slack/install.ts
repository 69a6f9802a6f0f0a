// Installing by many: /slack/install sends a browser to Slack, /slack/oauth_redirect takes the code it comes back with. The state is
// signed, good for ten minutes, and must come back in the browser that asked for it. docs.slack.dev/authentication/installing-with-oauth
import { createHmac, timingSafeEqual } from "node:crypto";
import { Hono, type Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import type { OrganisationId } from "#src/people/person";
import type { Chance, Clock } from "#src/ports/clock";
import type { Installations } from "#src/ports/installations";
import { causeOf, type Logger } from "#src/ports/logger";
import type { Clients } from "./clients.ts";
import { optionalScopes, scopes } from "./manifest.ts";
import { platform } from "./slack.ts";

export interface InstallOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** How browsers reach us; without it the address they asked with. */
  readonly publicUrl: string | undefined;
  readonly installations: Installations;
  readonly clients: Clients;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly logger: Logger;
  /** The organisation every install belongs to, where it is one. */
  readonly joins: () => Promise<OrganisationId | undefined>;
  readonly authorizeUrl?: string;
}

const cookie = "pacer_slack_state";
const goodForMs = 10 * 60_000;

const granted = z.object({
  access_token: z.string().startsWith("xoxb-"),
  scope: z.string().default(""),
  bot_user_id: z.string(),
  team: z.object({ id: z.string(), name: z.string().nullish() }).nullish(),
  is_enterprise_install: z.boolean().optional(),
  authed_user: z.object({ id: z.string() }).nullish(),
});

export function installRoutes(options: InstallOptions): Hono {
  const redirectUri = (c: Context): string => `${(options.publicUrl ?? new URL(c.req.url).origin).replace(/\/$/, "")}/slack/oauth_redirect`;
  return new Hono()
    .get("/slack/install", (c) => {
      const state = sealState(options, options.chance.id());
      setCookie(c, cookie, state, { httpOnly: true, sameSite: "Lax", path: "/slack", maxAge: goodForMs / 1000, secure: redirectUri(c).startsWith("https:") });
      const url = new URL(options.authorizeUrl ?? "https://slack.com/oauth/v2/authorize");
      url.search = new URLSearchParams({ client_id: options.clientId, scope: [...scopes, ...optionalScopes].join(","), redirect_uri: redirectUri(c), state }).toString();
      return c.redirect(url.href, 302);
    })
    .get("/slack/oauth_redirect", async (c) => {
      const { state, code, error } = c.req.query();
      if (error !== undefined) return page(c, 200, "Nothing was installed. 没有安装。", "You can come back at any time. 随时可以再来。");
      if (state === undefined || state !== getCookie(c, cookie) || !isOurs(options, state)) {
        return page(c, 400, "This link is too old, or it was opened in another browser. 链接已过期，或换了浏览器。", "Start again at /slack/install. 请从 /slack/install 重新开始。");
      }
      setCookie(c, cookie, "", { path: "/slack", maxAge: 0 });
      const done = code === undefined ? null : await install(options, code, redirectUri(c));
      if (done === null) return page(c, 400, "Slack did not confirm the install. Slack 没有确认安装。", "Start again at /slack/install. 请从 /slack/install 重新开始。");
      return page(c, 200, "Installed. 安装好了。", "Open the bot's chat in Slack and say hello. 在 Slack 里打开机器人的私聊，打个招呼吧。");
    });
}

async function install(options: InstallOptions, code: string, redirectUri: string): Promise<true | null> {
  try {
    const answer = await options.clients.bare().oauth.v2.access({ client_id: options.clientId, client_secret: options.clientSecret, code, redirect_uri: redirectUri });
    const grant = granted.parse(answer);
    // An install for a whole Enterprise Grid has no team: its requests would find no workspace.
    if (!grant.team || grant.is_enterprise_install === true) throw new Error("org-wide installs are not supported");
    const { id: workspace, name } = grant.team;
    await options.installations.save(
      { platform, workspace },
      { name: name ?? workspace, token: grant.access_token, botUser: grant.bot_user_id, scopes: grant.scope.split(","), installedBy: grant.authed_user?.id ?? null },
      options.clock.now(),
      await options.joins(),
    );
    options.logger.info({ workspace }, "slack.installed");
    return true;
  } catch (error) {
    options.logger.warn({ cause: causeOf(error) }, "slack.install_failed");
    return null;
  }
}

const signatureOf = ({ stateSecret }: InstallOptions, text: string): string => createHmac("sha256", stateSecret).update(text).digest("base64url");

function sealState(options: InstallOptions, nonce: string): string {
  const text = `${options.clock.now().getTime()}.${nonce}`;
  return `${text}.${signatureOf(options, text)}`;
}

function isOurs(options: InstallOptions, state: string): boolean {
  const [at = "", nonce = "", signature = ""] = state.split(".");
  const wanted = Buffer.from(signatureOf(options, `${at}.${nonce}`));
  const given = Buffer.from(signature);
  const age = options.clock.now().getTime() - Number(at);
  return wanted.length === given.length && timingSafeEqual(wanted, given) && age >= 0 && age <= goodForMs;
}

/** Two sentences of ours; nothing of what was sent is shown. */
function page(c: Context, status: 200 | 400, title: string, more: string): Response | Promise<Response> {
  c.header("Content-Security-Policy", "default-src 'none'");
  c.header("Cache-Control", "no-store");
  return c.html(`<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pacer</title><h1>${title}</h1><p>${more}</p>`, status);
}

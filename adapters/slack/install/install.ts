// Installing by many: /slack/install sends a browser to Slack, /slack/oauth_redirect takes the code it comes back with. The state is
// signed, good for ten minutes, and must come back in the browser that asked for it. docs.slack.dev/authentication/installing-with-oauth
import { createHmac, timingSafeEqual } from "node:crypto";
import { Hono, type Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import type { Door } from "#src/people/admission";
import type { Chance, Clock } from "#src/ports/process/clock";
import { SeveralOrganisations, type Installations } from "#src/ports/chat/installations";
import type { Logger } from "#src/ports/process/logger";
import type { Client, Clients } from "../send/clients.ts";
import { caught } from "../send/errors.ts";
import { optionalScopes, scopes } from "./manifest.ts";
import { workspacesOf } from "./org-wide.ts";
import { platform } from "../slack.ts";

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
  readonly organisations: Door["organisations"];
  /** The workspaces and Enterprises that may install it; null: whoever likes. */
  readonly listed: readonly string[] | null;
  /** Asks whoever can let one in that waits. */
  readonly askAdmins: () => Promise<void>;
  /** Says hello to whoever installed it. */
  readonly welcome: (workspace: string, user: string) => Promise<void>;
  readonly authorizeUrl?: string;
}

const cookie = "pacer_slack_state";
const goodForMs = 10 * 60_000;

const granted = z.object({
  access_token: z.string().startsWith("xoxb-"),
  scope: z.string().default(""),
  bot_user_id: z.string(),
  team: z.object({ id: z.string(), name: z.string().nullish() }).nullish(),
  enterprise: z.object({ id: z.string(), name: z.string().nullish() }).nullish(),
  is_enterprise_install: z.boolean().optional(),
  authed_user: z.object({ id: z.string() }).nullish(),
});

export function installRoutes(options: InstallOptions): Hono {
  const redirectUri = (c: Context): string =>
    `${(options.publicUrl ?? new URL(c.req.url).origin).replace(/\/$/, "")}/slack/oauth_redirect`;
  return new Hono()
    .get("/slack/install", (c) => {
      const state = sealState(options, options.chance.id());
      setCookie(c, cookie, state, {
        httpOnly: true,
        sameSite: "Lax",
        path: "/slack",
        maxAge: goodForMs / 1000,
        secure: redirectUri(c).startsWith("https:"),
      });
      const url = new URL(options.authorizeUrl ?? "https://slack.com/oauth/v2/authorize");
      url.search = new URLSearchParams({
        client_id: options.clientId,
        scope: [...scopes, ...optionalScopes].join(","),
        redirect_uri: redirectUri(c),
        state,
      }).toString();
      return c.redirect(url.href, 302);
    })
    .get("/slack/oauth_redirect", async (c) => {
      const { state, code, error } = c.req.query();
      if (error !== undefined)
        return page(
          c,
          200,
          "Nothing was installed. 没有安装。",
          "You can come back at any time. 随时可以再来。",
        );
      if (state === undefined || state !== getCookie(c, cookie) || !isOurs(options, state)) {
        return page(
          c,
          400,
          "This link is too old, or it was opened in another browser. 链接已过期，或换了浏览器。",
          "Start again at /slack/install. 请从 /slack/install 重新开始。",
        );
      }
      setCookie(c, cookie, "", { path: "/slack", maxAge: 0 });
      const done = code === undefined ? "refused" : await install(options, code, redirectUri(c));
      return page(c, ...ends[done]);
    });
}

type End = "one" | "orgWide" | "waits" | "unlisted" | "refusedLately" | "several" | "refused";

/** What the browser is told at the end of an install. */
const ends: Readonly<Record<End, readonly [200 | 202 | 400 | 403 | 409, string, string]>> = {
  one: [
    200,
    "Installed. 安装好了。",
    "Open the bot's chat in Slack and say hello. 在 Slack 里打开机器人的私聊，打个招呼吧。",
  ],
  orgWide: [
    200,
    "Installed for the whole company. 已为整个企业安装。",
    "One step is left: an org admin adds the app to the workspaces that will use it (organisation settings, Apps, this app, Add to workspaces). Then say hello in the bot's chat. 还差一步：请企业管理员把应用添加到要用它的工作区（组织设置 → 应用 → 本应用 → 添加到工作区），再到机器人的私聊里打个招呼。",
  ],
  waits: [
    202,
    "An admin has to agree first. 还需要管理员同意。",
    "Others use this bot already. Their admins were asked in the chat whether your workspace may join them; once one of them agrees, say hello in the bot's chat. 已经有人在用这个机器人，正在聊天里请那边的管理员确认你的工作区能否加入；同意之后，到机器人的私聊里打个招呼就行。",
  ],
  unlisted: [
    403,
    "This workspace may not install it. 这个工作区不能安装。",
    "Nothing was kept. Whoever runs this bot says which workspaces may: ask them to add yours to SLACK_WORKSPACES, then start again at /slack/install. 没有保存任何内容。哪些工作区可以安装由维护这个机器人的人决定：请对方把你的工作区加到 SLACK_WORKSPACES，再从 /slack/install 重新开始。",
  ],
  refusedLately: [
    403,
    "An admin said no to this workspace. 管理员没有同意这个工作区加入。",
    "Nothing was kept. Speak with them first; a day after their answer it can be asked again at /slack/install. 没有保存任何内容。请先和对方沟通；答复满一天后，可以从 /slack/install 再申请一次。",
  ],
  several: [
    409,
    "Several workspaces of this company already use the bot, each on its own. 这家企业有几个工作区已经各自在用这个机器人。",
    "Their records cannot be put together: remove the app from all of them but one, then start again at /slack/install. 各自的记录没法合到一起：请只保留一个工作区，在其他工作区移除应用，再从 /slack/install 重新开始。",
  ],
  refused: [
    400,
    "Slack did not confirm the install. Slack 没有确认安装。",
    "Start again at /slack/install. 请从 /slack/install 重新开始。",
  ],
};

async function install(options: InstallOptions, code: string, redirectUri: string): Promise<End> {
  try {
    const answer = await options.clients.bare().oauth.v2.access({
      client_id: options.clientId,
      client_secret: options.clientSecret,
      code,
      redirect_uri: redirectUri,
    });
    const grant = granted.parse(answer);
    const isOrgWide = grant.is_enterprise_install === true;
    // Of an install for a whole Enterprise there is no team.
    const where = isOrgWide ? grant.enterprise : grant.team;
    if (!where) throw new Error("the grant names no workspace");
    const { id: workspace, name } = where;
    const key = { platform, workspace };
    const known = (await options.installations.known(key)) !== null;
    const client = options.clients.with(grant.access_token);
    if (options.listed !== null && !isListed(grant, options.listed))
      return await turnAway(options, client, known, "unlisted");
    const installer = grant.authed_user?.id ?? null;
    const { admitted } = await options.installations.save(
      key,
      // Who installs it once more where it was is no first admin by that: on Slack a plain member may.
      {
        name: name ?? workspace,
        token: grant.access_token,
        botUser: grant.bot_user_id,
        scopes: grant.scope.split(","),
        installedBy: known ? null : installer,
      },
      options.clock.now(),
      { way: "link", organisations: options.organisations },
      isOrgWide ? await workspacesOf(client) : [],
      known || installer === null ? undefined : await nameOf(client, installer),
    );
    if (admitted === "no") return await turnAway(options, client, known, "refusedLately");
    if (admitted === "waits") {
      options.logger.warn({ workspace }, "slack.install_waits");
      await options
        .askAdmins()
        .catch((error: unknown) => options.logger.error(caught(error), "slack.admins_not_asked"));
      return "waits";
    }
    options.logger.info({ workspace }, "slack.installed");
    // The install stands, whatever becomes of the greeting. An org-wide one is in no workspace yet where it could be said.
    if (installer !== null && !isOrgWide)
      await options
        .welcome(workspace, installer)
        .catch((error: unknown) => options.logger.error(caught(error), "slack.not_welcomed"));
    return isOrgWide ? "orgWide" : "one";
  } catch (error) {
    if (error instanceof SeveralOrganisations) return "several";
    options.logger.warn(caught(error), "slack.install_failed");
    return "refused";
  }
}

/** An install for a whole Enterprise is the Enterprise's own: none of its workspaces speaks for the others. */
function isListed(grant: z.output<typeof granted>, listed: readonly string[]): boolean {
  const ids =
    grant.is_enterprise_install === true
      ? [grant.enterprise?.id]
      : [grant.team?.id, grant.enterprise?.id];
  return ids.some((id) => id !== undefined && listed.includes(id));
}

/** Nothing is kept, at Slack's end neither; but one token serves all installs of a workspace, and another one may be in use. */
async function turnAway(
  options: InstallOptions,
  client: Client,
  inUse: boolean,
  end: "unlisted" | "refusedLately",
): Promise<End> {
  options.logger.warn({ end }, "slack.install_turned_away");
  if (!inUse)
    await client.auth
      .revoke()
      .catch((error: unknown) => options.logger.warn(caught(error), "slack.not_revoked"));
  return end;
}

/** As whoever is asked reads it; without an answer the account's id serves. */
async function nameOf(client: Client, user: string): Promise<string | undefined> {
  const found = await client.users.info({ user }).catch(() => null);
  return found?.user?.real_name ?? found?.user?.name;
}

const signatureOf = ({ stateSecret }: InstallOptions, text: string): string =>
  createHmac("sha256", stateSecret).update(text).digest("base64url");

function sealState(options: InstallOptions, nonce: string): string {
  const text = `${options.clock.now().getTime()}.${nonce}`;
  return `${text}.${signatureOf(options, text)}`;
}

function isOurs(options: InstallOptions, state: string): boolean {
  const [at = "", nonce = "", signature = ""] = state.split(".");
  const wanted = Buffer.from(signatureOf(options, `${at}.${nonce}`));
  const given = Buffer.from(signature);
  const age = options.clock.now().getTime() - Number(at);
  return (
    wanted.length === given.length && timingSafeEqual(wanted, given) && age >= 0 && age <= goodForMs
  );
}

/** Two sentences of ours; nothing of what was sent is shown. */
function page(
  c: Context,
  status: 200 | 202 | 400 | 403 | 409,
  title: string,
  more: string,
): Response | Promise<Response> {
  c.header("Content-Security-Policy", "default-src 'none'");
  c.header("Cache-Control", "no-store");
  return c.html(
    `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pacer</title><h1>${title}</h1><p>${more}</p>`,
    status,
  );
}

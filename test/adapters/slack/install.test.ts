// Installing by many: the state, the code, and what is kept of it; and the manifest within the rules Slack publishes.
import { readdirSync, readFileSync } from "node:fs";
import { Hono } from "hono";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createSlackAdapter } from "#adapters/slack/index";
import { installRoutes } from "#adapters/slack/install/install";
import {
  manifestOf,
  methodScopes,
  optionalScopes,
  scopeReasons,
  scopes,
  subscriptions,
} from "#adapters/slack/install/manifest";
import { shortcuts } from "#src/app/shortcuts";
import { createLanguage } from "#src/language/catalogue";
import type { Installations } from "#src/ports/chat/installations";
import { memoryInstallations } from "#test/support/slack/fixture";
import { startFakeSlack } from "#test/support/slack/platform/server";
import type { FakeSlack } from "#test/support/slack/platform/workspace";

let slack: FakeSlack;
let now: Date;
let installations: Installations;
let routes: Hono;
const logged: string[] = [];
const welcomed: string[] = [];
const asked: string[] = [];

beforeEach(async () => {
  slack = await startFakeSlack();
  now = new Date("2026-11-11T02:00:00Z");
  installations = memoryInstallations();
  logged.length = 0;
  welcomed.length = 0;
  asked.length = 0;
  const note = (_fields: object, event: string): void => void logged.push(event);
  const logger = { info: note, warn: note, error: note };
  let count = 0;
  const chance = { id: () => `id${(count += 1)}`, share: () => 0.5, code: () => "E1" };
  const clock = { now: () => now };
  const adapter = createSlackAdapter({
    installations,
    shelf: { keep: async () => {}, find: async () => null },
    clock,
    chance,
    logger,
    language: createLanguage(),
    apiUrl: slack.url,
    shortcuts,
    called: [],
  });
  routes = new Hono().route(
    "/",
    installRoutes({
      clientId: "1.2",
      clientSecret: "client secret",
      stateSecret: "state secret of 16",
      publicUrl: "https://pacer.example.com/",
      installations,
      clients: adapter.clients,
      clock,
      chance,
      logger,
      organisations: "many",
      listed: null,
      askAdmins: async () => void asked.push("admins"),
      welcome: async (workspace, user) => void welcomed.push(`${workspace} ${user}`),
    }),
  );
});
afterEach(() => slack.close());

async function begin() {
  const response = await routes.request("https://pacer.example.com/slack/install");
  const url = new URL(response.headers.get("location") ?? "");
  return {
    url,
    state: url.searchParams.get("state") ?? "",
    cookie: (response.headers.get("set-cookie") ?? "").split(";")[0]!,
    attributes: response.headers.get("set-cookie") ?? "",
  };
}
const comeBack = (query: Record<string, string>, cookie = "") =>
  routes.request(
    `https://pacer.example.com/slack/oauth_redirect?${new URLSearchParams(query).toString()}`,
    { headers: { cookie } },
  );

describe("an install", () => {
  it("sends the browser to Slack with every scope, and a state bound to this browser", async () => {
    const { url, attributes } = await begin();
    expect(url.origin + url.pathname).toBe("https://slack.com/oauth/v2/authorize");
    expect(url.searchParams.get("scope")).toBe([...scopes, ...optionalScopes].join(","));
    expect(url.searchParams.get("redirect_uri")).toBe(
      "https://pacer.example.com/slack/oauth_redirect",
    );
    expect(attributes).toMatch(/HttpOnly/);
    expect(attributes).toMatch(/Secure/);
    expect(attributes).toMatch(/SameSite=Lax/);
  });

  it("greets whoever installed it", async () => {
    slack.workspace("T1", "xoxb-installed", []);
    slack.codes.set("good", { team: "T1", installer: "U1" });
    const { state, cookie } = await begin();
    expect((await comeBack({ code: "good", state }, cookie)).status).toBe(200);
    expect(welcomed).toEqual(["T1 U1"]);
  });

  it("keeps the workspace, its token and who installed it", async () => {
    slack.workspace("T5", "xoxb-five", []);
    slack.codes.set("good", { team: "T5", installer: "U1" });
    const { state, cookie } = await begin();
    const response = await comeBack({ code: "good", state }, cookie);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("Installed. 安装好了。");
    expect(await installations.find({ platform: "slack", workspace: "T5" })).toMatchObject({
      token: "xoxb-five",
      name: "Team T5",
      botUser: "UBOTT5",
      installedBy: "U1",
    });
    expect(slack.calls[0]?.args).toMatchObject({
      client_id: "1.2",
      redirect_uri: "https://pacer.example.com/slack/oauth_redirect",
    });
  });

  it("for a whole Enterprise is kept under the Enterprise's id, in the place of its workspaces, and says what is left to do", async () => {
    slack.enterprise("E1", "xoxb-all", ["T5", "T6"], [{ id: "U1", name: "Org admin" }]);
    await installations.save(
      { platform: "slack", workspace: "T5" },
      { name: "Five", token: "xoxb-five", botUser: "UBOTT5", scopes: [], installedBy: null },
      new Date(0),
      { way: "link", organisations: "many" },
    );
    slack.codes.set("good", { team: "E1", installer: "U1" });
    const { state, cookie } = await begin();
    const response = await comeBack({ code: "good", state }, cookie);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("One step is left");
    expect(await installations.list("slack")).toMatchObject([
      {
        workspace: "E1",
        token: "xoxb-all",
        name: "Org E1",
        organisation: "organisation of T5",
        installedBy: "U1",
      },
    ]);
    expect(slack.calls.find((each) => each.method === "auth.teams.list")).toMatchObject({
      token: "xoxb-all",
      error: null,
    });
  });

  it("for an Enterprise of which several workspaces use the bot each on its own is refused, and says what to do", async () => {
    slack.enterprise("E1", "xoxb-all", ["T5", "T6"], []);
    for (const workspace of ["T5", "T6"])
      await installations.save(
        { platform: "slack", workspace },
        {
          name: workspace,
          token: `xoxb-${workspace}`,
          botUser: "UB",
          scopes: [],
          installedBy: null,
        },
        new Date(0),
        { way: "link", organisations: "many" },
      );
    slack.codes.set("good", { team: "E1", installer: "U1" });
    const { state, cookie } = await begin();
    const response = await comeBack({ code: "good", state }, cookie);
    expect(response.status).toBe(409);
    expect(await response.text()).toContain("remove the app from all of them but one");
    expect((await installations.list("slack")).map((each) => each.workspace)).toEqual(["T5", "T6"]);
  });

  it.each([
    ["another browser's state", async () => ({ state: (await begin()).state, cookie: "" })],
    ["a state altered", async () => alter(await begin())],
    ["a state of ten minutes ago", async () => old(await begin())],
    ["no state", async () => ({ state: "", cookie: "pacer_slack_state=" })],
  ])("with %s is refused before Slack is asked", async (_what, make) => {
    slack.workspace("T5", "xoxb-five", []);
    slack.codes.set("good", { team: "T5", installer: "U1" });
    const { state, cookie } = await make();
    expect((await comeBack({ code: "good", state }, cookie)).status).toBe(400);
    expect(slack.calls).toEqual([]);
  });

  it("with a code Slack does not know, or that somebody cancelled, keeps nothing", async () => {
    const { state, cookie } = await begin();
    expect((await comeBack({ code: "bad", state }, cookie)).status).toBe(400);
    expect((await comeBack({ error: "access_denied", state }, cookie)).status).toBe(200);
    expect(await installations.list("slack")).toEqual([]);
    expect(logged).toContain("slack.install_failed");
  });
});

interface Begun {
  readonly state: string;
  readonly cookie: string;
}
const alter = ({ state }: Begun): Begun => ({
  state: `${state}x`,
  cookie: `pacer_slack_state=${state}x`,
});
function old({ state, cookie }: Begun): Begun {
  now = new Date(now.getTime() + 11 * 60_000);
  return { state, cookie };
}

describe("the manifest", () => {
  const made = (publicUrl: string | null) =>
    manifestOf({
      name: "领跑 Pacer",
      command: "/coach",
      publicUrl,
      shortcuts,
      verbs: ["log", "goals", "help"],
    });

  it("keeps the published limits of names and lists", () => {
    const {
      display_information: about,
      features,
      settings,
      oauth_config: oauth,
    } = made("https://pacer.example.com");
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description.length).toBeLessThanOrEqual(140);
    for (const each of features.shortcuts) {
      expect(each.name.length).toBeLessThanOrEqual(24);
      expect(each.description.length).toBeLessThanOrEqual(150);
      expect(each.callback_id).toMatch(/^pacer\.\w+$/);
    }
    expect(features.slash_commands[0]?.command).toMatch(/^\/\S{1,31}$/);
    expect(settings.event_subscriptions.bot_events.length).toBeLessThanOrEqual(100);
    expect(oauth.redirect_urls).toEqual(["https://pacer.example.com/slack/oauth_redirect"]);
  });

  it("names one address for everything, or none with Socket Mode", () => {
    expect(
      JSON.stringify(made("https://pacer.example.com")).match(
        /https:\/\/pacer\.example\.com\/slack\/events/g,
      ),
    ).toHaveLength(4);
    expect(JSON.stringify(made(null))).not.toContain("url");
    expect(made(null).settings.socket_mode_enabled).toBe(true);
  });

  it("lets an Enterprise install it for all its workspaces only where that was asked for", () => {
    expect(made(null).settings.org_deploy_enabled).toBe(false);
    expect(
      manifestOf({
        name: "Pacer",
        command: "/coach",
        publicUrl: null,
        orgWide: true,
        shortcuts,
        verbs: [],
      }).settings.org_deploy_enabled,
    ).toBe(true);
  });

  it("subscribes what is listened to and asks for the scope of every method that is called", () => {
    const { settings, oauth_config: oauth } = made(null);
    const folder = new URL("../../../adapters/slack/", import.meta.url);
    const own = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((each) =>
      each.endsWith(".ts"),
    );
    const source = own.map((each) => readFileSync(new URL(each, folder), "utf8")).join("\n");
    const called = new Set(
      [
        ...source.matchAll(
          /(?:client\??|bare\(\)|with\([\w.]+\))\s*\.((?:[a-z]\w*\s*\.)+[a-z]\w*)\(/g,
        ),
      ]
        .map(([, method]) => method!.replaceAll(/\s/g, ""))
        .filter((each) => !each.startsWith("on")),
    );
    expect([...called, "auth.test"].toSorted()).toEqual(Object.keys(methodScopes).toSorted());
    for (const scope of Object.values(methodScopes))
      if (scope !== null) expect(oauth.scopes.bot).toContain(scope);
    const listened = [...source.matchAll(/\bon\(\s*(\[|subscriptions\.(\w+))/g)].map(
      ([, , group]) => group,
    );
    expect(new Set(listened)).toEqual(new Set(Object.keys(subscriptions)));
    expect(settings.event_subscriptions.bot_events).toEqual(
      Object.values(subscriptions).flat().toSorted(),
    );
  });

  it("lists a scope that may be declined in both lists, and asks for it in the install", () => {
    const { bot, bot_optional: optional } = made(null).oauth_config.scopes;
    expect(optional.every((each) => bot.includes(each))).toBe(true);
    expect(bot.filter((each) => !optional.includes(each))).toEqual(scopes);
  });

  it("asks for no history at all where that was said", () => {
    const { bot, bot_optional: optional } = manifestOf({
      name: "Pacer",
      command: "/coach",
      publicUrl: null,
      history: false,
      shortcuts,
      verbs: [],
    }).oauth_config.scopes;
    expect([bot, optional]).toEqual([scopes, []]);
  });

  it("has every scope explained in the page for whoever installs it, and no other", () => {
    const rows =
      readFileSync(new URL("../../../docs/slack.md", import.meta.url), "utf8").match(
        /^\| `[a-z_.]+(?::[a-z_.]+)*`.*$/gm,
      ) ?? [];
    const named = rows.flatMap((row) =>
      [...row.split("|")[1]!.matchAll(/`([^`]+)`/g)].map(([, scope]) => scope!),
    );
    expect(named.toSorted()).toEqual(
      [...scopes, ...optionalScopes, "connections:write"].toSorted(),
    );
  });

  it("asks for no scope without a reason, and none that reads channels unless somebody adds it", () => {
    expect(Object.values(scopeReasons).every((each) => each.length > 5)).toBe(true);
    expect(scopes.filter((each) => /^(channels|groups|mpim):history$/.test(each))).toEqual([]);
    expect(optionalScopes).toEqual([
      "channels:history",
      "groups:history",
      "files:read",
      "files:write",
    ]);
    // Nobody talks to it in a group of several people.
    expect(scopes.filter((each) => each.startsWith("mpim:"))).toEqual([]);
  });
});

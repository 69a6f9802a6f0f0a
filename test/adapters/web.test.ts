// The bot in a browser: the contract of every surface, and what only this one has.
import { Hono } from "hono";
import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { buttonAt } from "#adapters/web/buttons";
import { elements, fields } from "#adapters/web/degradation";
import { stepFrom } from "#adapters/web/clock";
import { limits, shortenLine } from "#adapters/web/limits";
import { policy } from "#adapters/web/guard";
import { button, card, rows, text } from "#src/view/card";
import { said } from "#src/view/line";
import { createWebFixture, type WebFixture } from "#test/support/web-fixture";
import { visibleText } from "#test/support/web-reading";
import { adapterContract, type Made } from "./contract.ts";
import { everyElement, press } from "./samples.ts";

const at = new Date("2026-11-11T02:00:00Z");
const post = (web: WebFixture, path: string, body: Record<string, string>, headers: Record<string, string> = {}) =>
  web.adapter.routes.request(`http://localhost${path}`, {
    method: "POST",
    headers: { origin: "http://localhost", "x-pacer": "fragment", "content-type": "application/x-www-form-urlencoded", ...headers },
    body: new URLSearchParams(body).toString(),
  });
const get = (web: WebFixture, path: string, headers: Record<string, string> = {}) => web.adapter.routes.request(`http://localhost${path}`, { headers });
const id = (n: number): string => `0193aaaa-0000-7000-8000-${String(n).padStart(12, "0")}`;

async function make(): Promise<Made> {
  const web = createWebFixture();
  return {
    surface: web.surface,
    bot: web.bot,
    chat: web.adapter.chat,
    user: "renke",
    address: { platform: "web", workspace: "playground", user: "renke" },
    async shownAs(user, words) {
      const page = parse(await (await get(web, `/as/${user}`)).text());
      const found = page.querySelectorAll(".msg").at(-1)?.querySelectorAll(".text").find((each) => each.text === words);
      if (found === undefined) return "absent";
      return found.querySelectorAll("*").every((each) => each.rawTagName === "bdi" && each.rawAttrs === "") ? "text" : "markup";
    },
    stranger: async () => visibleText(parse(await (await get(web, "/as/nobody")).text()).querySelector("main")),
  };
}

adapterContract("web", { make, elements, fields, longestText: limits.text });

describe("web: what is pressed is what was stored", () => {
  test("an older version of a card is not pressed but shown as it is now", async () => {
    const web = createWebFixture();
    await web.transcript.add({ id: id(1), user: "renke", by: "bot", at, text: "", cards: [everyElement], deliveryId: null });
    await web.transcript.replace(id(1), [card({ title: "Now so", buttons: [button("Other", press({ what: "other" }))] })]);
    const response = await post(web, "/as/renke/press", { message: id(1), version: "1", button: "0-0", print: "x", click: id(9) });
    const html = await response.text();
    expect(html).toContain("Now so");
    expect(html).toContain("has changed since");
    expect(web.bot.received).toEqual([]);
  });

  test("another person's message cannot be pressed", async () => {
    const web = createWebFixture();
    await web.transcript.add({ id: id(1), user: "lan", by: "bot", at, text: "", cards: [everyElement], deliveryId: null });
    const response = await post(web, "/as/renke/press", { message: id(1), version: "1", button: "0-0", print: "x", click: id(9) });
    expect(await response.text()).toContain("no longer here");
    expect(web.bot.received).toEqual([]);
  });

  test("a button of the home is pressed only while it is the one that was seen", async () => {
    const web = createWebFixture();
    web.bot.showsAtHome([card({ title: "My goals", buttons: [button("Open", press({ what: "goal 1" }))] })]);
    const home = parse(await (await get(web, "/as/renke/home", { "x-pacer": "fragment" })).text()).querySelector("#home");
    const print = home?.querySelector("button")?.getAttribute("data-print") ?? "";
    const version = home?.getAttribute("data-version") ?? "";
    const body = { message: "home", version, button: "0-0", print, click: id(9) };
    await post(web, "/as/renke/press", body);
    expect(web.bot.received).toMatchObject([{ payload: { what: "goal 1" }, dedupeKey: `web:home:${version}:0-0` }]);
    web.bot.showsAtHome([card({ title: "My goals", buttons: [button("Open", press({ what: "goal 2" }))] })]);
    expect(await (await post(web, "/as/renke/press", body)).text()).toContain("has changed since");
    expect(web.bot.received).toHaveLength(1);
  });

  test.each(["", "0", "0-", "a-b", "0-0-0", "0-0-0-0-0", "-1-0", "1e9-0"])("the path %j names no button", async (path) => {
    const web = createWebFixture();
    const response = await post(web, "/as/renke/press", { message: id(1), version: "1", button: path, print: "x", click: id(9) });
    expect(response.status).toBe(400);
  });

  test("a path finds buttons of cards and of rows, and nothing beyond", () => {
    const cards = [card({ title: "t", body: [text("x"), rows([{ line: ["r"], buttons: [button("In row", press({ what: "r" }))] }])], buttons: [button("On card", press({ what: "c" }))] })];
    expect(buttonAt(cards, "0-0")?.label).toEqual(["On card"]);
    expect(buttonAt(cards, "0-1-0-0")?.label).toEqual(["In row"]);
    for (const path of ["1-0", "0-1", "0-0-0-0", "0-1-1-0", "0-1-0-1", "0-9-0-0"]) expect(buttonAt(cards, path)).toBeNull();
  });

  test("the same request sent again shows its card once", async () => {
    const web = createWebFixture();
    await web.transcript.add({ id: id(1), user: "renke", by: "bot", at, text: "", cards: [everyElement], deliveryId: null });
    for (let i = 0; i < 2; i += 1) {
      web.bot.next({ outcome: "show", cards: [card({ title: "Shown once" })], locale: "en" });
      await post(web, "/as/renke/press", { message: id(1), version: "1", button: "0-0", print: "x", click: id(9) });
    }
    expect(await web.transcript.latest("renke", 9)).toHaveLength(2);
  });

  test("a message sent again is one message and one act; somebody else's name for it is refused", async () => {
    const web = createWebFixture();
    await post(web, "/as/renke/say", { id: id(1), text: "log 12k" });
    await post(web, "/as/renke/say", { id: id(1), text: "log 12k" });
    expect((await post(web, "/as/lan/say", { id: id(1), text: "log 12k" })).status).toBe(400);
    expect(web.bot.received.map((each) => each.dedupeKey)).toEqual([`web:said:${id(1)}`, `web:said:${id(1)}`]);
    expect(await web.transcript.latest("renke", 9)).toHaveLength(1);
  });

  test("a form that was tampered with is not read", async () => {
    const web = createWebFixture();
    const good = { act: '{"name":"a","version":1,"payload":null}', attempt: id(1), origin: "", shape: "{}" };
    expect((await post(web, "/as/renke/submit", good)).status).toBe(200);
    for (const bad of [{ act: "{" }, { act: '{"name":"a"}' }, { attempt: "mine" }, { shape: '{"x":"all"}' }, { origin: "x" }]) {
      expect((await post(web, "/as/renke/submit", { ...good, ...bad })).status).toBe(400);
    }
  });
});

describe("web: who may talk to it", () => {
  test("every page forbids scripts and styles from elsewhere, frames and guessing of types", async () => {
    const response = await get(createWebFixture(), "/as/renke");
    expect(response.headers.get("content-security-policy")).toBe(policy);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    const page = parse(await response.text());
    expect(page.querySelectorAll("[style], style, script:not([src])")).toEqual([]);
    expect(page.querySelectorAll("*").flatMap((each) => Object.keys(each.attributes)).filter((name) => name.startsWith("on"))).toEqual([]);
  });

  test("answers only to its own names", async () => {
    const web = createWebFixture({ allowedHosts: ["localhost", "pacer.test:3000"], publicUrl: "https://pacer.example" });
    expect((await get(web, "/as/renke", { host: "evil.example" })).status).toBe(421);
    expect((await get(web, "/as/renke", { host: "pacer.test" })).status).toBe(421);
    expect((await get(web, "/as/renke", { host: "pacer.test:3000" })).status).toBe(200);
    expect((await get(web, "/as/renke", { host: "Pacer.Example" })).status).toBe(200);
    expect((await get(web, "/assets/playground.js", { host: "evil.example" })).status).toBe(421);
  });

  test("takes acts only from its own pages", async () => {
    const web = createWebFixture();
    const body = { id: id(1), text: "hello" };
    for (const origin of ["http://evil.example", "null", "http://localhost:81", "http://localhost.evil.example"]) {
      expect((await post(web, "/as/renke/say", body, { origin })).status).toBe(403);
      expect((await post(web, "/clock", { to: "day" }, { origin })).status).toBe(403);
    }
    const bare = (headers: Record<string, string>) =>
      web.adapter.routes.request("http://localhost/as/renke/say", { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded", ...headers }, body: new URLSearchParams(body).toString() });
    expect((await bare({})).status).toBe(403);
    expect((await bare({ "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect(web.bot.received).toEqual([]);
    expect((await bare({ "sec-fetch-site": "same-origin" })).status).toBe(303);
  });

  test("leaves all other paths of the server to others", async () => {
    const web = createWebFixture();
    const server = new Hono().route("/", web.adapter.routes).get("/healthz", (c) => c.text("fine"));
    expect(await (await server.request("http://elsewhere/healthz")).text()).toBe("fine");
    expect((await server.request("http://elsewhere/as/renke")).status).toBe(421);
    web.bot.home = () => Promise.reject(new Error("broken"));
    const broken = await server.request("http://localhost/as/renke");
    expect(broken.status).toBe(500);
    expect(broken.headers.get("content-security-policy")).toBe(policy);
  });

  test("takes at most 64 KB", async () => {
    const web = createWebFixture();
    const response = await post(web, "/as/renke/say", { id: id(1), text: "x".repeat(70_000) });
    expect(response.status).toBe(413);
    expect(await response.text()).toContain("too much");
    expect(web.bot.received).toEqual([]);
  });

  test("says so when a message is longer than one may be", async () => {
    const web = createWebFixture();
    const response = await post(web, "/as/renke/say", { id: id(1), text: "x".repeat(limits.said + 1) });
    expect(await response.text()).toContain("too long");
    expect(web.bot.received).toEqual([]);
  });

  test("asks for the access token once and keeps it in a cookie no script reads", async () => {
    const web = createWebFixture({ accessToken: "right-token" });
    expect((await get(web, "/as/renke")).status).toBe(401);
    expect((await get(web, "/as/renke?token=wrong-token")).status).toBe(401);
    expect((await get(web, "/assets/playground.js")).status).toBe(401);
    const entered = await get(web, "/as/renke?token=right-token");
    const cookie = entered.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain("right-token");
    expect(parse(await entered.text()).querySelector("meta[http-equiv=refresh]")?.getAttribute("content")).toBe("0; url=/as/renke");
    expect((await get(web, "/as/renke", { cookie: cookie.split(";")[0] ?? "" })).status).toBe(200);
    expect((await get(web, "/as/renke", { cookie: "pacer_access=right-token" })).status).toBe(401);
  });

  test("gives a short code for what broke, and the log the cause", async () => {
    const web = createWebFixture();
    web.bot.next(() => {
      throw new Error("secret detail");
    });
    const response = await post(web, "/as/renke/say", { id: id(1), text: "hello" });
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(html).toMatch(/code E\d+/);
    expect(html).not.toContain("secret detail");
    expect(web.logged).toEqual(["web.failed"]);
  });
});

describe("web: pages", () => {
  test("leads to the first persona, and then to the last one", async () => {
    const web = createWebFixture();
    expect((await get(web, "/")).headers.get("location")).toBe("/as/lan");
    expect((await get(web, "/", { cookie: "pacer_as=renke" })).headers.get("location")).toBe("/as/renke");
    expect((await get(web, "/", { cookie: "pacer_as=nobody" })).headers.get("location")).toBe("/as/lan");
    expect((await get(web, "/me?as=renke")).headers.get("location")).toBe("/as/renke/home");
    expect((await get(web, "/as/renke")).headers.get("set-cookie")).toMatch(/pacer_as=renke;.*HttpOnly.*SameSite=Strict/);
  });

  test("speaks the persona's language and shows their own time", async () => {
    const web = createWebFixture();
    const english = parse(await (await get(web, "/as/renke")).text());
    expect(english.querySelector("html")?.getAttribute("lang")).toBe("en");
    expect(english.querySelector("#clock")?.text).toBe("Wed 11 Nov 2026, 03:00 Berlin");
    const chinese = parse(await (await get(web, "/as/lan")).text());
    expect(chinese.querySelector("html")?.getAttribute("lang")).toBe("zh-CN");
    expect(chinese.querySelector("#clock")?.text).toBe("2026年11月11日 周三 10:00 上海");
    expect(chinese.querySelector("#compose button[type=submit]")?.text).toBe("发送");
  });

  test("counts what others have not read, until they look", async () => {
    const web = createWebFixture();
    const address = { platform: "web", workspace: "playground", user: "lan" };
    await web.adapter.chat.post(address, { deliveryId: "d1", at, cards: [card({ title: "For Lan" })] });
    expect(visibleText(parse(await (await get(web, "/as/renke")).text()).querySelector("#unread-lan"))).toMatch(/1 unread message/);
    await get(web, "/as/lan");
    expect(parse(await (await get(web, "/as/renke")).text()).querySelector("#unread-lan")?.hasAttribute("hidden")).toBe(true);
  });

  test("completes from the bot's own words and names", async () => {
    const words = (await (await get(createWebFixture(), "/as/renke/vocabulary")).json()) as { verbs: { word: string }[]; names: string[] };
    expect(words.verbs.map((each) => each.word)).toEqual(["log", "goals", "报"]);
    expect(words.names).toEqual(["周岚", "Renke"]);
  });

  test("counts the rows it does not show", async () => {
    const web = createWebFixture();
    const many = Array.from({ length: 62 }, (_, i) => ({ line: [`row ${i}`] }));
    await web.transcript.add({ id: id(1), user: "renke", by: "bot", at, text: "", cards: [card({ title: "t", body: [rows(many)] })], deliveryId: null });
    const shown = (await web.surface.screen("renke")).messages[0]?.text ?? "";
    expect(shown).toContain("row 49");
    expect(shown).not.toContain("row 50");
    expect(shown).toContain("and 12 more");
  });

  test("serves its own files with a tag, and no others", async () => {
    const web = createWebFixture();
    const script = await get(web, "/assets/playground.js");
    expect(script.headers.get("content-type")).toContain("text/javascript");
    expect((await get(web, "/assets/playground.js", { "if-none-match": script.headers.get("etag") ?? "" })).status).toBe(304);
    for (const path of ["/assets/index.ts", "/assets/../index.ts", "/assets/%2e%2e%2findex.ts", "/assets/nothing"]) expect((await get(web, path)).status).toBe(404);
  });
});

describe("web: the clock", () => {
  test("goes a day or to Monday in the persona's own zone, and says so", async () => {
    const web = createWebFixture();
    expect(await (await post(web, "/clock", { to: "day", as: "renke" })).text()).toContain("It is now Thu 12 Nov 2026, 03:00.");
    expect(await (await post(web, "/clock", { to: "monday", as: "lan" })).text()).toContain("2026年11月16日 周一 09:00");
    expect(web.clock.now().toISOString()).toBe("2026-11-16T01:00:00.000Z");
  });

  test("never goes back, nor further than a year, nor to what it cannot read", async () => {
    const web = createWebFixture();
    for (const to of ["2026-11-10T00:00:00Z", "9999-01-01T00:00:00Z", "tomorrow", ""]) {
      expect(parse(await (await post(web, "/clock", { to, as: "renke" })).text()).querySelector(".toast.bad")).not.toBeNull();
    }
    expect(web.clock.now()).toEqual(at);
  });

  test.each([
    ["2026-10-24T10:30:00+02:00", "day", "2026-10-25T10:30:00+01:00"],
    ["2026-03-28T02:30:00+01:00", "day", "2026-03-29T03:30:00+02:00"],
    ["2026-11-16T08:59:00+01:00", "monday", "2026-11-16T09:00:00+01:00"],
    ["2026-11-16T09:00:00+01:00", "monday", "2026-11-23T09:00:00+01:00"],
    ["2026-11-15T23:00:00+01:00", "monday", "2026-11-16T09:00:00+01:00"],
  ] as const)("from %s in Berlin, %s is %s", (now, step, then) => {
    expect(stepFrom(new Date(now), step, "Europe/Berlin")).toEqual(new Date(then));
  });
});

describe("web: what comes by itself", () => {
  test("an open page gets what was missed, then new messages, replacements, counts and the clock", async () => {
    const web = createWebFixture();
    await web.transcript.add({ id: id(1), user: "renke", by: "bot", at, text: "", cards: [card({ title: "Earlier" })], deliveryId: null });
    const stream = await get(web, "/as/renke/events");
    expect(stream.headers.get("content-type")).toContain("text/event-stream");
    const read = reader(stream);
    await read.until("Earlier");
    await web.adapter.chat.post({ platform: "web", workspace: "playground", user: "renke" }, { deliveryId: "d1", at, cards: [card({ title: "Just now" })] });
    await read.until("Just now");
    await read.until("event: home");
    await web.adapter.chat.post({ platform: "web", workspace: "playground", user: "lan" }, { deliveryId: "d2", at, cards: [card({ title: "For Lan" })] });
    await read.until("1 unread message");
    expect(read.text()).not.toContain("For Lan");
    await web.clock.moveTo(new Date("2026-11-20T09:00:00Z"));
    web.adapter.poke();
    await read.until("Fri 20 Nov 2026, 10:00 Berlin");
    web.adapter.close();
    await read.end();
    expect((await web.transcript.personas()).find((each) => each.user === "renke")?.unread).toBe(0);
  });

  test("there is no stream for a stranger", async () => {
    expect((await get(createWebFixture(), "/as/nobody/events")).status).toBe(404);
  });
});

describe("web: limits", () => {
  test("counts what readers see as one character, and never cuts inside one", () => {
    const family = "👩‍👩‍👧‍👦";
    expect(shortenLine([said(family.repeat(3))], 2)).toEqual({ line: [{ said: family.repeat(2) }], left: 1 });
    expect(shortenLine(["ab", { bold: ["cd"] }, "ef"], 3)).toEqual({ line: ["ab", { bold: ["c"] }, ""], left: 3 });
  });
});

/** Reads a stream of events until some words have come; the test's own time limit ends a wait in vain. */
function reader(response: Response) {
  const source = response.body!.getReader();
  const decoder = new TextDecoder();
  let seen = "";
  return {
    text: () => seen,
    async until(words: string): Promise<void> {
      while (!seen.includes(words)) {
        const { value, done } = await source.read();
        if (done) throw new Error(`the stream ended before ${words}:\n${seen}`);
        seen += decoder.decode(value, { stream: true });
      }
    },
    async end(): Promise<void> {
      while (!(await source.read()).done);
    },
  };
}

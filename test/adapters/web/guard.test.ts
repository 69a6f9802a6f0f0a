// Who may talk to the browser surface, and what it tells browsers never to do.
import { Hono } from "hono";
import { parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { policy } from "#adapters/web/door/guard";
import { limits } from "#adapters/web/render/limits";
import { createWebFixture, get, id, post } from "#test/support/web/fixture";

describe("web: who may talk to it", () => {
  test("every page forbids scripts and styles from elsewhere, frames and guessing of types", async () => {
    const response = await get(createWebFixture(), "/as/renke");
    expect(response.headers.get("content-security-policy")).toBe(policy);
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    const page = parse(await response.text());
    expect(page.querySelectorAll("[style], style, script:not([src])")).toEqual([]);
    expect(
      page
        .querySelectorAll("*")
        .flatMap((each) => Object.keys(each.attributes))
        .filter((name) => name.startsWith("on")),
    ).toEqual([]);
  });

  test("answers only to its own names", async () => {
    const web = createWebFixture({
      allowedHosts: ["localhost", "pacer.test:3000"],
      publicUrl: "https://pacer.example",
    });
    const refused = await get(web, "/as/renke", { host: "evil.example" });
    expect(refused.status).toBe(421);
    expect(await refused.text()).toContain("set PUBLIC_URL to it and restart");
    expect((await get(web, "/as/renke", { host: "pacer.test" })).status).toBe(421);
    expect((await get(web, "/as/renke", { host: "pacer.test:3000" })).status).toBe(200);
    expect((await get(web, "/as/renke", { host: "Pacer.Example" })).status).toBe(200);
    expect((await get(web, "/assets/playground.js", { host: "evil.example" })).status).toBe(421);
  });

  test("learns its own names when the server listens", async () => {
    const allowedHosts: string[] = [];
    const web = createWebFixture({ allowedHosts });
    expect((await get(web, "/as/renke")).status).toBe(421);
    allowedHosts.push("localhost");
    expect((await get(web, "/as/renke")).status).toBe(200);
  });

  test("takes acts only from its own pages", async () => {
    const web = createWebFixture();
    const body = { id: id(1), text: "hello" };
    for (const origin of [
      "http://evil.example",
      "null",
      "http://localhost:81",
      "http://localhost.evil.example",
    ]) {
      expect((await post(web, "/as/renke/say", body, { origin })).status).toBe(403);
      expect((await post(web, "/clock", { to: "day" }, { origin })).status).toBe(403);
    }
    const bare = (headers: Record<string, string>) =>
      web.adapter.routes.request("http://localhost/as/renke/say", {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
        body: new URLSearchParams(body).toString(),
      });
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
    const response = await post(web, "/as/renke/say", {
      id: id(1),
      text: "x".repeat(limits.said + 1),
    });
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
    expect(
      parse(await entered.text())
        .querySelector("meta[http-equiv=refresh]")
        ?.getAttribute("content"),
    ).toBe("0; url=/as/renke");
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

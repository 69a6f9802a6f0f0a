// Fxiaoke of our own refuses what Fxiaoke refuses: tokens of both styles, the app, limits, whatever writes. The page of each rule stands beside
// it in test/support/fxiaoke.
import { describe, expect, it } from "vitest";
import { fxWorld } from "#test/support/fxiaoke/world";
import {
  askOldToken,
  askToken,
  call,
  deal,
  fake,
  headersOf,
  later,
  openFxiaoke,
  post,
  query,
  rowsOf,
  searched,
  second,
} from "./fx-asked.ts";

openFxiaoke();

describe("a token", () => {
  it.each([
    ["another app", { appId: "x" }, 10006],
    ["a wrong secret", { appSecret: "x" }, 10006],
    ["no secret", { appSecret: undefined }, 10006],
    ["a wrong permanent code", { permanentCode: "x" }, 20015],
    ["no kind of grant", { grantType: undefined }, 32000],
  ])("of %s is refused in an HTTP 200", async (_, wrong, errorCode) => {
    expect(await askToken(wrong)).toMatchObject({ status: 200, errorCode });
    if (!("grantType" in wrong))
      expect(await askOldToken(wrong)).toMatchObject({ status: 200, errorCode });
  });

  it("is the same for 6,600 seconds, with what is left of it, then a new one beside the old, which ends at 7,200", async () => {
    const first = await askToken();
    expect(first).toMatchObject({ errorCode: 0, expiresIn: 7200, ea: "xinghe2026" });
    const old = await headersOf();
    later(6599 * second);
    expect(await askToken()).toMatchObject({ accessToken: first["accessToken"], expiresIn: 601 });
    later(second);
    expect((await askToken())["accessToken"]).not.toBe(first["accessToken"]);
    const list = async () => await post("/cgi/crm/v2/object/list", {}, old);
    expect(await list()).toMatchObject({ errorCode: 0 });
    later(600 * second);
    expect(await list()).toMatchObject({ errorCode: 20016 });
  });

  it("is one too many from the eleventh in a minute, and while another is asked for", async () => {
    for (let at = 0; at < 10; at += 1) expect(await askToken()).toMatchObject({ errorCode: 0 });
    expect(await askToken()).toMatchObject({ errorCode: 14001 });
    later(60 * second);
    fake.quirks.tokenTwice = -1;
    const release = fake.open.hold(/token/);
    const both = [askToken(), askToken()];
    await expect.poll(() => fake.open.asked.length).toBe(13);
    release();
    expect((await Promise.all(both)).map(({ errorCode }) => errorCode)).toContain(-1);
    expect(await askToken()).toMatchObject({ errorCode: 0 });
  });
});

describe("the way in", () => {
  const list = async (headers: Record<string, string>, body: object = {}) =>
    await post("/cgi/crm/v2/object/list", body, headers);

  it("is by three headers, or by three words in the body, and never by both", async () => {
    const headers = await headersOf();
    expect(await list(headers)).toMatchObject({ status: 200, errorCode: 0 });
    const old = await askOldToken();
    const inBody = {
      corpAccessToken: old["corpAccessToken"],
      corpId: old["corpId"],
      currentOpenUserId: "FSUID_1000",
    };
    expect(await list({}, inBody)).toMatchObject({ errorCode: 0 });
    expect(await list(headers, inBody)).toMatchObject({ errorCode: 20016 });
  });

  it.each([
    ["nothing", { authorization: "", "x-fs-ea": "", "x-fs-userid": "" }, 20016],
    ["a token that is none", { authorization: "Bearer x" }, 20016],
    ["another enterprise", { "x-fs-ea": "other" }, 20016],
    ["nobody", { "x-fs-userid": "" }, 10010],
    ["somebody unknown", { "x-fs-userid": "9" }, 20012],
  ])("with %s is refused in an HTTP 200", async (_, wrong, errorCode) => {
    expect(await list(await headersOf(wrong))).toMatchObject({ status: 200, errorCode });
  });

  it("without anything is 20017, on a path that is none 10006, and the secret is not what is wrong then", async () => {
    expect(await list({})).toMatchObject({ status: 200, errorCode: 20017 });
    const nowhere = await call("/cgi/crm/v9/data/query", {});
    expect(nowhere).toMatchObject({ status: 200, errorCode: 10006 });
    expect(nowhere["errorMessage"]).not.toContain("appSecret");
    expect((await askToken({ appSecret: "x" }))["errorMessage"]).toContain("appSecret");
  });

  it("ends when the app is stopped, the enterprise takes it back, the reader leaves, or the machine is not on the list", async () => {
    const headers = await headersOf();
    const { app } = fake.tokens;
    app.stopped = true;
    expect(await list(headers)).toMatchObject({ errorCode: 20021 });
    expect(await askToken()).toMatchObject({ errorCode: 20021 });
    app.stopped = false;
    app.authorised = false;
    expect(await list(headers)).toMatchObject({ errorCode: 20022 });
    app.authorised = true;
    app.welcome = false;
    expect((await list(headers))["errorMessage"]).toContain("白名单");
    app.welcome = true;
    Object.assign(fake.world.users.get("1000") ?? {}, { isStop: true });
    expect(await list(headers)).toMatchObject({ errorCode: 20014 });
    fake.tokens.end();
    expect(await list(headers)).toMatchObject({ errorCode: 20016 });
  });

  it("leads to another enterprise once the app was moved there, with another token", async () => {
    const headers = await headersOf();
    fake.world = fxWorld("other2026");
    expect(await list(headers)).toMatchObject({ errorCode: 20016 });
    expect(await askToken()).toMatchObject({ errorCode: 0, ea: "other2026" });
  });
});

describe("whatever writes", () => {
  it.each([
    "/cgi/crm/v2/data/create",
    "/cgi/crm/v2/data/update",
    "/cgi/crm/v2/data/invalid",
    "/cgi/crm/v2/data/delete",
    "/cgi/crm/v2/data/recover",
    "/cgi/crm/v2/data/changeOwner",
    "/cgi/crm/custom/v2/data/create",
    "/cgi/crm/v2/object/lock",
    "/cgi/crm/team/add",
  ])("%s is refused and stands in the log", async (path) => {
    deal(1);
    expect(await call(path, { data: { object_data: { _id: "1" } } })).toMatchObject({
      errorCode: 15003,
    });
    expect(fake.writes()).toHaveLength(1);
    expect(fake.world.objects.get("NewOpportunityObj")?.rows.size).toBe(1);
    await query();
    expect(fake.writes()).toHaveLength(1);
  });
});

describe("limits", () => {
  const ask = async (headers: Record<string, string>) =>
    await post(
      "/cgi/crm/v2/data/query",
      { data: { dataObjectApiName: "NewOpportunityObj", search_query_info: searched() } },
      headers,
    );

  it("let an interface be asked a hundred times in twenty seconds, each by itself", async () => {
    const headers = await headersOf();
    for (let at = 0; at < 100; at += 1) expect(await ask(headers)).toMatchObject({ errorCode: 0 });
    expect(await ask(headers)).toMatchObject({ status: 200, errorCode: 30004 });
    expect(await post("/cgi/crm/v2/object/list", {}, headers)).toMatchObject({ errorCode: 0 });
    later(20 * second);
    expect(await ask(headers)).toMatchObject({ errorCode: 0 });
    fake.limits.burst = 14001;
    for (let at = 0; at < 99; at += 1) await ask(headers);
    expect(await ask(headers)).toMatchObject({ errorCode: 14001 });
  });

  it("of the day end at midnight there; where none were bought nothing is answered", async () => {
    fake.limits.bought = 2;
    expect(await query()).toMatchObject({ errorCode: 0 });
    expect(await query()).toMatchObject({ errorCode: 0 });
    expect(await query()).toMatchObject({ errorCode: 30002 });
    later(4 * 3600 * second);
    expect(fake.limits.usedToday()).toBe(0);
    fake.limits.spend(1);
    expect(await query()).toMatchObject({ errorCode: 0 });
    fake.limits.bought = 0;
    expect(await query()).toMatchObject({ errorCode: 30003 });
  });
});

describe("a fault", () => {
  it("is met once, and its clock is told in the Date of each answer", async () => {
    fake.open.fault(/query/, { status: 200, body: { errorCode: 50009 } });
    expect(await query()).toMatchObject({ errorCode: 50009 });
    fake.open.fault(/query/, "html");
    await expect(query()).rejects.toThrow(SyntaxError);
    fake.open.fault(/query/, "cut");
    await expect(query()).rejects.toThrow(TypeError);
    expect(rowsOf(await query())).toEqual([]);
    fake.skewMs = 60_000;
    const response = await fetch(`${fake.open.url}/cgi/user/list`, { method: "POST", body: "{}" });
    expect(response.headers.get("date")).toBe("Wed, 11 Nov 2026 12:01:00 GMT");
  });
});

// Zoho CRM of our own refuses what Zoho refuses: tokens, scopes, credits, whatever writes. The page of each rule stands beside it in
// test/support/zoho.
import { describe, expect, it } from "vitest";
import {
  ask,
  askToken,
  call,
  deal,
  fake,
  later,
  minute,
  now,
  openZoho,
  token,
} from "./zoho-asked.ts";

openZoho();

describe("a token", () => {
  it.each([
    ["another client", { client_id: "1000.X" }, "invalid_client"],
    ["a wrong secret", { client_secret: "x" }, "invalid_client_secret"],
    ["a refresh token that was taken back", { refresh_token: "x" }, "invalid_code"],
    ["no kind of grant", { grant_type: "password" }, "unsupported_grant_type"],
  ])("of %s is refused in an HTTP 200", async (_, wrong, error) => {
    expect(await askToken(wrong)).toMatchObject({ status: 200, body: { error } });
  });

  it("comes with its host and is good there for an hour", async () => {
    const { body } = await askToken();
    expect(body).toMatchObject({ api_domain: fake.api.url, expires_in: 3600 });
    const bearer = String(body["access_token"]);
    expect(await call("org", { bearer })).toMatchObject({ status: 200 });
    later(60 * minute);
    expect(await call("org", { bearer })).toMatchObject({
      status: 401,
      body: { code: "INVALID_TOKEN" },
    });
  });

  it("of a grant code comes once and within three minutes, with a refresh token; the twenty-first ends the first", async () => {
    const grant = async (code: string) =>
      (await askToken({ grant_type: "authorization_code", code })).body;
    const code = fake.tokens.grant();
    expect(await grant(code)).toMatchObject({ refresh_token: expect.any(String) });
    expect(await grant(code)).toEqual({ error: "invalid_code" });
    const late = fake.tokens.grant();
    later(3 * minute);
    expect(await grant(late)).toEqual({ error: "invalid_code" });
    const [first] = fake.tokens.refresh;
    for (let at = 0; at < 19; at += 1) await grant(fake.tokens.grant());
    expect(await askToken({ refresh_token: first })).toMatchObject({
      body: { error: "invalid_code" },
    });
  });

  it("is one too many from the eleventh in ten minutes, in the words and with the status of the place", async () => {
    for (let at = 0; at < 10; at += 1)
      expect(await askToken()).toMatchObject({ body: { expires_in: 3600 } });
    expect(await askToken()).toMatchObject({
      status: 400,
      body: { error: "Access Denied", status: "failure" },
    });
    fake.tokens.throttled = { status: 200, language: "zh" };
    expect(await askToken()).toMatchObject({
      status: 200,
      body: { error: "拒绝访问", status: "failure" },
    });
    later(10 * minute);
    expect(await askToken()).toMatchObject({ body: { expires_in: 3600 } });
  });

  it("is one of fifteen that live: a sixteenth ends the oldest", async () => {
    const oldest = await token();
    for (let at = 0; at < 14; at += 1) {
      later(2 * minute);
      await token();
    }
    expect(await call("org", { bearer: oldest })).toMatchObject({ status: 200 });
    later(2 * minute);
    await token();
    expect(await call("org", { bearer: oldest })).toMatchObject({ status: 401 });
  });

  it("is of one data centre: elsewhere the client is unknown, or the refresh token where the client is of all", async () => {
    expect(await askToken({}, fake.elsewhere.url)).toMatchObject({
      body: { error: "invalid_client" },
    });
    fake.tokens.client.multiDc = true;
    expect(await askToken({}, fake.elsewhere.url)).toMatchObject({
      body: { error: "invalid_code" },
    });
  });
});

describe("the way in", () => {
  it("without a token is 401, with another kind of header too, and at once after all were ended", async () => {
    expect(await call("org", { bearer: null })).toMatchObject({
      status: 401,
      body: { code: "AUTHENTICATION_FAILURE" },
    });
    const bearer = await token();
    expect(
      await call("org", { bearer: null, headers: { authorization: `Bearer ${bearer}` } }),
    ).toMatchObject({ status: 401, body: { code: "INVALID_TOKEN" } });
    fake.tokens.endAccess();
    expect(await call("org", { bearer })).toMatchObject({ status: 401 });
  });

  it.each([
    ["ZohoCRM.coql.READ", "coql"],
    ["ZohoCRM.modules.deals.READ", "coql"],
    ["ZohoCRM.modules.deals.READ", "Deals/deleted"],
    ["ZohoCRM.users.READ", "users?type=AllUsers"],
    ["ZohoCRM.org.READ", "org"],
    ["ZohoCRM.settings.modules.READ", "settings/modules"],
    ["ZohoCRM.settings.fields.READ", "settings/fields?module=Deals"],
    ["ZohoCRM.settings.layouts.READ", "settings/layouts?module=Deals"],
    ["ZohoCRM.settings.pipeline.READ", "settings/pipeline?layout_id=554023000000091023"],
    ["ZohoCRM.settings.fiscal_year.READ", "settings/fiscal_year"],
    ["ZohoCRM.settings.currencies.READ", "org/currencies"],
  ])("without %s, %s is OAUTH_SCOPE_MISMATCH, and fine with it", async (scope, path) => {
    deal(1);
    const asked = async () =>
      path === "coql" ? await ask("select id from Deals where id is not null") : await call(path);
    expect((await asked()).status).toBe(path.endsWith("deleted") ? 204 : 200);
    fake.tokens.scopes.delete(scope);
    expect(await asked()).toMatchObject({ status: 401, body: { code: "OAUTH_SCOPE_MISMATCH" } });
  });

  it("to a module the reader's profile may not see is 403, to none there is 404", async () => {
    fake.forbidden.add("Deals");
    expect(await ask("select id from Deals where id is not null")).toMatchObject({
      status: 403,
      body: { code: "NO_PERMISSION" },
    });
    expect(await call("settings/nothing", {})).toMatchObject({ status: 401 });
    fake.tokens.scopes.add("ZohoCRM.settings.ALL");
    expect(await call("settings/nothing", {})).toMatchObject({
      status: 404,
      body: { code: "INVALID_URL_PATTERN" },
    });
  });

  it.each([
    ["POST", "Deals"],
    ["PUT", "Deals/554023000000800001"],
    ["PATCH", "settings/pipeline"],
    ["DELETE", "Deals?ids=554023000000800001"],
    ["POST", "actions/watch"],
  ])("%s %s is refused and stands in the log", async (method, path) => {
    deal(1);
    expect(await call(path, { method, body: "{}" })).toMatchObject({
      status: 401,
      body: { code: "OAUTH_SCOPE_MISMATCH" },
    });
    expect(fake.writes().map((each) => each.method)).toEqual([method]);
    expect(fake.world.modules.get("Deals")?.rows.size).toBe(1);
    await ask("select id from Deals where id is not null");
    expect(fake.writes()).toHaveLength(1);
  });
});

describe("credits", () => {
  it("of a rolling day are told from the half on, and beyond them all is refused", async () => {
    deal(1);
    fake.credits.limit = 10;
    const bearer = await token();
    const asked = async (limit: number) =>
      await ask(`select id from Deals where id is not null limit ${limit}`, bearer);
    expect((await asked(2000)).headers.get("x-api-credits-remaining")).toBeNull();
    expect((await asked(1000)).headers.get("x-api-credits-remaining")).toBe("5");
    expect((await call("Deals/deleted", { bearer })).headers.get("x-api-credits-remaining")).toBe(
      "3",
    );
    expect((await asked(200)).headers.get("x-api-credits-remaining")).toBe("2");
    expect(await asked(2000)).toMatchObject({ status: 429, body: { code: "TOO_MANY_REQUESTS" } });
    later(24 * 60 * minute);
    expect(await ask("select id from Deals where id is not null limit 2000")).toMatchObject({
      status: 200,
    });
  });

  it("allow ten queries at once, and the eleventh is 429 without a time to wait", async () => {
    deal(1);
    const bearer = await token();
    const release = fake.api.hold(/coql/);
    const all = Array.from({ length: 11 }, () =>
      ask("select id from Deals where id is not null", bearer),
    );
    await expect.poll(() => fake.api.asked.length).toBe(11);
    release();
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThan(0);
    const refused = (await Promise.all(all)).find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect(refused?.headers.get("retry-after")).toBeNull();
  });
});

describe("a fault", () => {
  it("is met once by what it was meant for", async () => {
    const bearer = await token();
    const raw = async () =>
      await fetch(`${fake.api.url}/crm/v8/org`, {
        headers: { authorization: `Zoho-oauthtoken ${bearer}` },
        signal: AbortSignal.timeout(80),
      }).then(async (response) => `${response.status} ${(await response.text()).slice(0, 9)}`);
    fake.api.fault(/org/, "html");
    expect(await raw()).toBe("200 <!doctype");
    fake.api.fault(/org/, "down");
    expect(await raw()).toBe("500 Internal ");
    fake.api.fault(/org/, "shape");
    expect(await raw()).toBe('200 {"data":"');
    for (const cut of ["cut", "half", "lost", "hang"] as const) {
      fake.api.fault(/org/, cut);
      await expect(raw()).rejects.toThrow(Error);
    }
    fake.api.fault(/org/, { status: 200, body: { code: "INTERNAL_ERROR", status: "error" } });
    expect(await raw()).toBe('200 {"code":"');
    expect(await raw()).toBe('200 {"org":[{');
  });

  it("of its clock is told in the Date of each answer", async () => {
    fake.skewMs = 7 * minute;
    expect((await call("org")).headers.get("date")).toBe(new Date(now + 7 * minute).toUTCString());
  });
});

// Zoho on the wire: what is asked, what is made of the answers, and what of the troubles.
import { describe, expect, it } from "vitest";
import { createZoho, readZoho } from "#adapters/crm/zoho/index";
import type { Crm } from "#src/ports/crm";
import {
  json,
  scriptedServer,
  settingsOf,
  testPorts,
  troubleOf,
  type Reply,
  type Request,
} from "./scripted.ts";

const choice = { object: "Deals", amount: "Amount", day: "Closing_Date" };
const secrets = { ZOHO_CLIENT_ID: "1000.client", ZOHO_CLIENT_SECRET: "hush-secret" };

type Answers = (request: Request) => Reply | undefined;

const fieldsReply = json({
  fields: [
    { api_name: "Amount", data_type: "currency", display_label: "金额" },
    { api_name: "Weighted", data_type: "formula", display_label: "Weighted" },
    { api_name: "Closing_Date", data_type: "date", display_label: "Closing Date" },
    { api_name: "Modified_Time", data_type: "datetime", display_label: "Modified" },
    {
      api_name: "Stage",
      data_type: "picklist",
      pick_list_values: [{ id: "99", display_value: "Old", actual_value: "Old" }],
    },
  ],
});
const stage = (id: string, display: string, actual: string, forecast_type: string) => ({
  id,
  display_value: display,
  actual_value: actual,
  forecast_type,
});
const pipelineReply = json({
  pipeline: [
    {
      display_value: "Standard",
      actual_value: "Standard",
      maps: [
        stage("11", "O'Hara", "O'Hara", "Open"),
        stage("12", "成交", "Closed Won", "Closed Won"),
        stage("13", "丢单", "Closed Lost", "Closed Lost"),
      ],
    },
  ],
});

const tokenReply = (url: string, token = "access-1", more = {}) =>
  json({ access_token: token, api_domain: url, token_type: "Bearer", expires_in: 3600, ...more });

async function zoho(answers: Answers, variables: Record<string, string> = {}) {
  let url = "";
  const server = await scriptedServer((request) => {
    const answer = answers(request);
    if (answer !== undefined) return answer;
    if (request.path === "/oauth/v2/token") return tokenReply(url);
    if (request.path === "/crm/v8/settings/layouts") return json({ layouts: [{ id: "1" }] });
    if (request.path === "/crm/v8/settings/fields")
      return request.query.get("module") === "Deals"
        ? fieldsReply
        : json({ code: "INVALID_MODULE", status: "error", details: {}, message: "" }, 400);
    if (request.path === "/crm/v8/settings/pipeline") return pipelineReply;
    return json("", 204);
  });
  url = server.url;
  const ports = testPorts();
  const settings = settingsOf(readZoho, {
    ZOHO_ACCOUNTS_URL: url,
    ...secrets,
    ZOHO_REFRESH_TOKEN: "hush-refresh",
    ...variables,
  });
  const crm: Crm = createZoho(settings, ports);
  return { crm, ports, url, log: server.log };
}

const error = (code: string, status: number, details = {}) =>
  json({ code, status: "error", details, message: "" }, status);
const queries = (log: readonly Request[]): readonly string[] =>
  log
    .filter(({ path }) => path === "/crm/v8/coql")
    .map(({ body }) => (JSON.parse(body) as { select_query: string }).select_query);
const row =
  '{"id":"4150868000009000001","Owner":{"name":"Zhou","id":"4150868000000001"},"Deal_Name":"Ж 合同","Stage":"成交","Pipeline":"Standard","Amount":120000.50,"Currency":"CNY","Closing_Date":"2026-10-31","Next_Step":null,"Probability":100,"Created_Time":"2026-09-01T09:00:00+08:00","Modified_Time":"2026-10-31T23:59:00+08:00","Last_Activity_Time":null}';
const pageOf = (rows: string, more = false) =>
  json(`{"data":[${rows}],"info":{"count":1,"more_records":${more}}}`);

describe("tokens of Zoho", () => {
  it("gives a grant code once, and its refresh token from then on", async () => {
    const grants: string[] = [];
    let expired = false;
    const { crm } = await zoho(
      (request) => {
        if (request.path === "/oauth/v2/token") {
          grants.push(new URLSearchParams(request.body).get("grant_type") ?? "");
          const host = `http://${request.headers.host}`;
          return grants.length === 1
            ? tokenReply(host, "access-1", { refresh_token: "hush-kept" })
            : tokenReply(host, `access-${grants.length}`);
        }
        if (!expired && request.path === "/crm/v8/users") {
          expired = true;
          return error("INVALID_TOKEN", 401);
        }
        return undefined;
      },
      { ZOHO_REFRESH_TOKEN: "", ZOHO_GRANT_CODE: "1000.grant" },
    );
    expect((await crm.users(null)).rows).toEqual([]);
    expect(grants).toEqual(["authorization_code", "refresh_token"]);
  });

  it.each([
    [
      200,
      {
        error: "Access Denied",
        error_description: "You have made too many requests continuously.",
      },
    ],
    [400, { error: "Access Denied", status: "failure" }],
    [400, { error: "拒绝访问", error_description: "您已连续提出过多请求", status: "failure" }],
  ])("reads from the body of HTTP %s that there were too many", async (status, body) => {
    const { crm } = await zoho((request) =>
      request.path === "/oauth/v2/token"
        ? { ...json(body, status), headers: { date: "Mon, 30 Nov 2026 08:00:30 GMT" } }
        : undefined,
    );
    expect(await troubleOf(crm.users(null))).toEqual({
      kind: "slow-down",
      until: new Date("2026-11-30T08:10:30Z"),
    });
  });

  it.each([
    ["invalid_code", "revoked"],
    ["invalid_client", "wrong-centre"],
    ["invalid_client_secret", "wrong-secret"],
  ])("%s is said as %s", async (said, kind) => {
    const { crm } = await zoho((request) =>
      request.path === "/oauth/v2/token" ? json({ error: said }) : undefined,
    );
    expect((await troubleOf(crm.users(null))).kind).toBe(kind);
  });

  it("is sent nowhere but to https or this machine, and renewed once alone", async () => {
    const elsewhere = await zoho((request) =>
      request.path === "/oauth/v2/token" ? tokenReply("http://api.example.com") : undefined,
    );
    expect((await troubleOf(elsewhere.crm.users(null))).kind).toBe("not-understood");
    const refusing = await zoho((request) =>
      request.path.startsWith("/crm") ? error("INVALID_TOKEN", 401) : undefined,
    );
    expect(await troubleOf(refusing.crm.users(null))).toEqual({ kind: "revoked" });
    expect(refusing.log.filter(({ path }) => path === "/oauth/v2/token")).toHaveLength(2);
  });
});

describe("deals of Zoho", () => {
  it("come with ids and amounts as they were written, and a stage by its id whatever it is called", async () => {
    const { crm } = await zoho((request) =>
      request.path === "/crm/v8/coql"
        ? pageOf(
            `${row},${row.replace("4150868000009000001", "9223372036854775807").replace("120000.50", "null").replace("成交", "Closed Won")}`,
          )
        : undefined,
    );
    const page = await crm.changed(choice, null, null);
    expect(page.rows).toEqual([
      {
        kind: "deal",
        id: "4150868000009000001",
        owner: "4150868000000001",
        name: "Ж 合同",
        link: null,
        state: "standing",
        stage: "12",
        stageSaid: "成交",
        amount: "120000.5",
        currency: "CNY",
        day: { day: "2026-10-31" },
        modified: new Date("2026-10-31T15:59:00Z"),
        opened: { at: new Date("2026-09-01T01:00:00Z") },
        close: { day: "2026-10-31" },
        stageSince: null,
        lastActivity: null,
        nextStep: "",
        probability: "100",
      },
      expect.objectContaining({ id: "9223372036854775807", amount: null, stage: "12" }),
    ]);
    expect(page.next).toBeNull();
  });

  it("are asked for by id, from the last one on, however many there are", async () => {
    const { crm, log } = await zoho((request) => {
      if (request.path !== "/crm/v8/coql") return undefined;
      return request.body.includes("id > ")
        ? pageOf(row.replace("9000001", "9000002"))
        : pageOf(row, true);
    });
    const since = new Date("2026-10-31T15:57:00.250Z");
    const first = await crm.changed(choice, since, null);
    const second = await crm.changed(choice, since, first.next);
    expect([first.rows.length, second.rows.length, second.next]).toEqual([1, 1, null]);
    const [one, two] = queries(log);
    expect(one).toContain(
      "where Modified_Time >= '2026-10-31T15:57:00+00:00' order by id asc limit 2000",
    );
    expect(two).toContain(
      "where (Modified_Time >= '2026-10-31T15:57:00+00:00' and id > '4150868000009000001') order by id asc limit 2000",
    );
  });

  it("are read without a column this organisation has not", async () => {
    const { crm, log } = await zoho((request) => {
      if (request.path !== "/crm/v8/coql") return undefined;
      return /Currency/.test(request.body)
        ? error("INVALID_QUERY", 400, { column_name: "Currency" })
        : pageOf(row.replace(',"Currency":"CNY"', ""));
    });
    expect((await crm.changed(choice, null, null)).rows[0]).toMatchObject({ currency: null });
    expect(queries(log)).toHaveLength(2);
  });

  it("name a chosen field that is not there any more", async () => {
    const { crm } = await zoho((request) =>
      request.path === "/crm/v8/coql"
        ? error("INVALID_QUERY", 400, { column_name: "Net__c" })
        : undefined,
    );
    expect(await troubleOf(crm.changed({ ...choice, amount: "Net__c" }, null, null))).toEqual({
      kind: "no-such",
      which: "Net__c",
    });
  });

  it("are none where nothing comes back, and what is in the bin is gone", async () => {
    const { crm, log } = await zoho((request) =>
      request.path === "/crm/v8/Deals/deleted"
        ? json(
            '{"data":[{"id":"77","deleted_time":"2026-11-30T10:00:00+08:00"}],"info":{"more_records":false}}',
          )
        : undefined,
    );
    expect((await crm.changed(choice, null, null)).rows).toEqual([]);
    const since = new Date("2026-11-29T00:00:00Z");
    expect((await crm.gone(choice, since, null)).rows).toEqual([{ kind: "gone", id: "77" }]);
    expect(log.at(-1)?.headers["if-modified-since"]).toBe("2026-11-29T00:00:00+00:00");
  });
});

describe("what Zoho says of itself", () => {
  it("proposes what counts by what it says of a field and a stage", async () => {
    const { crm } = await zoho((request) =>
      request.path === "/crm/v8/coql" ? pageOf('{"id":"1","Modified_Time":"x"}') : undefined,
    );
    expect(await crm.describe()).toEqual([
      {
        id: "Deals",
        said: "Deals",
        kind: "deal",
        active: true,
        stages: [
          { id: "11", said: "O'Hara", pipeline: "Standard", outcome: "open" },
          { id: "12", said: "成交", pipeline: "Standard", outcome: "won" },
          { id: "13", said: "丢单", pipeline: "Standard", outcome: "lost" },
          { id: "99", said: "Old", pipeline: null, outcome: null },
        ],
        amounts: [{ id: "Amount", said: "金额", proposed: true }],
        days: [{ id: "Closing_Date", said: "Closing Date", proposed: true }],
      },
    ]);
  });

  it("tells whose it is, what is left, and which scope is missing", async () => {
    const { crm } = await zoho(({ path, query }) => {
      if (path === "/crm/v8/org")
        return {
          ...json({ org: [{ id: "7", company_name: "启明", iso_code: "CNY" }] }),
          headers: { "x-api-credits-remaining": "4200" },
        };
      if (path === "/crm/v8/settings/fiscal_year")
        return json({ fiscal_year: { start_month: "APRIL" } });
      if (path === "/crm/v8/settings/pipeline") return error("OAUTH_SCOPE_MISMATCH", 401);
      if (path === "/crm/v8/users" && query.get("type") === "CurrentUser")
        return json({ users: [{ id: "5", full_name: "周岚", status: "active" }] });
      return undefined;
    });
    const health = await crm.health();
    expect(health).toMatchObject({
      organisation: { id: "7", name: "启明" },
      user: { id: "5", name: "周岚" },
      currency: "CNY",
      fiscalYearStart: 4,
      left: 4200,
    });
    expect(health.rights.filter(({ granted }) => !granted)).toEqual([
      { which: "ZohoCRM.settings.pipeline.READ", granted: false },
    ]);
  });

  it("knows who left, by e-mail and never by half a name, also whose account was deleted", async () => {
    const user = (id: string, status: string) => ({
      id,
      full_name: "Lan Zhou",
      email: "lan@example.com",
      status,
      mobile: "",
    });
    const { crm, log } = await zoho(({ path, query }) => {
      if (path !== "/crm/v8/users") return undefined;
      const isFirst = query.get("type") === "AllUsers" && query.get("page") === "1";
      return query.get("type") === "DeletedUsers"
        ? json({ users: [user("6", "deleted")] })
        : json({ users: isFirst ? [user("5", "disabled")] : [], info: { more_records: isFirst } });
    });
    const seen: unknown[] = [];
    let page: string | null = null;
    do {
      const read: Awaited<ReturnType<typeof crm.users>> = await crm.users(page);
      seen.push(...read.rows);
      page = read.next;
    } while (page !== null);
    const gone = { name: "Lan Zhou", email: "lan@example.com", mobile: null, number: null };
    expect(seen).toEqual([
      { id: "5", ...gone, active: false },
      { id: "6", ...gone, active: false },
    ]);
    expect(
      log.filter(({ path }) => path === "/crm/v8/users").map(({ query }) => query.toString()),
    ).toEqual([
      "type=AllUsers&page=1&per_page=200",
      "type=AllUsers&page=2&per_page=200",
      "type=DeletedUsers&page=1&per_page=200",
    ]);
  });
});

describe("too many calls of Zoho", () => {
  it("are waited out, longer each time, and end in a pause that says until when", async () => {
    let times = 0;
    const { crm, ports } = await zoho((request) => {
      if (request.path !== "/crm/v8/users") return undefined;
      times += 1;
      return times <= 3 ? error("TOO_MANY_REQUESTS", 429) : json("", 204);
    });
    await crm.users(null);
    expect(ports.waits).toEqual([2_000, 4_000, 8_000]);
    times = -1_000;
    expect((await troubleOf(crm.users(null))).kind).toBe("slow-down");
  });

  it("are a day's credits where none are left", async () => {
    const { crm } = await zoho((request) =>
      request.path === "/crm/v8/users"
        ? { ...error("TOO_MANY_REQUESTS", 429), headers: { "x-api-credits-remaining": "0" } }
        : undefined,
    );
    expect((await troubleOf(crm.users(null))).kind).toBe("quota-used");
  });
});

// Fxiaoke on the wire: always HTTP 200, and what is made of it.
import { describe, expect, it } from "vitest";
import { createFxiaoke, readFxiaoke } from "#adapters/crm/fxiaoke/index";
import {
  json,
  scriptedServer,
  settingsOf,
  testPorts,
  troubleOf,
  type Reply,
  type Request,
} from "./scripted.ts";

const choice = { object: "NewOpportunityObj", amount: "amount", day: "close_date" };
const secrets = {
  FXIAOKE_APP_ID: "FSAID_1",
  FXIAOKE_APP_SECRET: "hush-secret",
  FXIAOKE_PERMANENT_CODE: "hush-code",
};

const ok = (more: object): Reply => json({ errorCode: 0, errorMessage: "OK", ...more });
const refused = (errorCode: number, errorMessage = ""): Reply => json({ errorCode, errorMessage });

const fields = {
  amount: { type: "currency", label: "商机金额" },
  expected: { type: "formula", label: "预期" },
  close_date: { type: "date", label: "预计成交日期", time_zone: "GMT+8" },
  stg_changed_time: { type: "date_time", label: "阶段变更时间" },
  last_modified_time: { type: "date_time", label: "最后修改时间" },
  sales_status: {
    type: "select_one",
    label: "状态",
    options: [
      { label: "进行中", value: "1" },
      { label: "赢单", value: "2" },
    ],
  },
  sales_stage: { type: "select_one", options: [{ label: "方案报价", value: "s3" }] },
  is_hot: { type: "true_or_false", options: [{ label: "是", value: true }] },
};

type Answers = (request: Request, body: Record<string, unknown>) => Reply | undefined;

async function fxiaoke(answers: Answers, variables: Record<string, string> = {}) {
  const server = await scriptedServer((request) => {
    const answer = answers(request, JSON.parse(request.body) as Record<string, unknown>);
    if (answer !== undefined) return answer;
    switch (request.path) {
      case "/oauth2.0/token":
        return ok({ accessToken: "access-1", ea: "fx1", expiresIn: 7084 });
      case "/cgi/corpAccessToken/get/V2":
        return ok({ corpAccessToken: "corp-1", corpId: "FSCID_1", expiresIn: 7200 });
      case "/cgi/crm/v2/object/describe":
        return ok({ data: { describe: { api_name: "x", fields } } });
      default:
        return ok({ data: { dataList: [], total: 0 } });
    }
  });
  const ports = testPorts();
  const settings = settingsOf(readFxiaoke, {
    FXIAOKE_URL: server.url,
    ...secrets,
    FXIAOKE_USER_ID: "1000",
    ...variables,
  });
  return { crm: createFxiaoke(settings, ports), ports, log: server.log };
}

const isQuery = ({ path }: Request): boolean => path.endsWith("/data/query");
const rowOf = (n: number, more: object = {}) => ({
  _id: `id${String(n).padStart(6, "0")}`,
  last_modified_time: 1_790_000_000_000,
  ...more,
});

describe("being let in by Fxiaoke", () => {
  it("goes by headers, and nothing of them stands in the body", async () => {
    const { crm, log } = await fxiaoke(() => undefined);
    await crm.changed(choice, null, null);
    const last = log.at(-1);
    expect(last?.headers).toMatchObject({
      authorization: "Bearer access-1",
      "x-fs-ea": "fx1",
      "x-fs-userid": "1000",
    });
    expect(Object.keys(JSON.parse(last?.body ?? "") as object)).toEqual(["data"]);
    const traces = log.map(({ query }) => query.get("thirdTraceId"));
    expect(new Set(traces).size).toBe(log.length);
  });

  it("or by the body alone, as whoever has that mobile", async () => {
    const { crm, log } = await fxiaoke(
      ({ path }) =>
        path === "/cgi/user/getByMobile" ? ok({ empList: [{ openUserId: "FSUID_7" }] }) : undefined,
      { FXIAOKE_USER_ID: "", FXIAOKE_MOBILE: "+86-13800138000" },
    );
    await crm.changed(choice, null, null);
    expect(JSON.parse(log.at(-1)?.body ?? "")).toMatchObject({
      corpAccessToken: "corp-1",
      corpId: "FSCID_1",
      currentOpenUserId: "FSUID_7",
    });
    expect(log.at(-1)?.headers["authorization"]).toBeUndefined();
  });

  it("uses a token for what is left of it, and asks ten times a minute at most", async () => {
    const { crm, ports } = await fxiaoke(() => undefined);
    await crm.changed(choice, null, null);
    expect(ports.asks[0]?.most).toEqual({ fetches: 10, withinMs: 60_000 });
    expect((await ports.asks[0]?.fetch(null))?.forMs).toBe((7084 - 300) * 1000);
  });

  it("fetches a new token where one is over in the midst of it, once", async () => {
    let tokens = 0;
    const { crm } = await fxiaoke(({ path, headers }) => {
      if (path === "/oauth2.0/token")
        return ok({ accessToken: `access-${(tokens += 1)}`, ea: "fx1", expiresIn: 7200 });
      return headers.authorization === "Bearer access-1" && path.endsWith("/query")
        ? refused(20016, "the cropId,cropAccessToken or authorization is error")
        : undefined;
    });
    expect((await crm.changed(choice, null, null)).rows).toEqual([]);
    expect(tokens).toBe(2);
  });
});

describe("rows of Fxiaoke", () => {
  const one = {
    _id: "65a1",
    name: "启明 二期",
    owner: ["1001"],
    amount: "120000.50",
    sales_status: "2",
    sales_stage: "s3",
    close_date: 1_793_376_000_000,
    stg_changed_time: 1_793_460_000_000,
    probability: "95.0",
    life_status: "normal",
    create_time: 1_790_000_000_000,
    last_modified_time: 1_793_462_340_000,
  };

  it.each([
    ["a list in data", { data: { dataList: [one], total: 0 } }],
    ["a list at the top", { dataList: [one] }],
    ["one row as data", { data: one }],
  ])("come as %s", async (_shape, body) => {
    const { crm } = await fxiaoke((request) => (isQuery(request) ? ok(body) : undefined));
    expect((await crm.changed(choice, null, null)).rows).toEqual([
      {
        kind: "deal",
        id: "65a1",
        owner: "1001",
        name: "启明 二期",
        link: null,
        state: "standing",
        stage: "2",
        stageSaid: "方案报价",
        amount: "120000.5",
        currency: null,
        day: { day: "2026-10-31" },
        modified: new Date(1_793_462_340_000),
        opened: { at: new Date(1_790_000_000_000) },
        close: { day: "2026-10-31" },
        stageSince: { at: new Date(1_793_460_000_000) },
        lastActivity: null,
        nextStep: null,
        probability: "95",
      },
    ]);
  });

  it("whose fields are empty have none of them, and nobody owns them", async () => {
    const { crm } = await fxiaoke((request) =>
      isQuery(request) ? ok({ data: { dataList: [{ _id: "65a1" }] } }) : undefined,
    );
    expect((await crm.changed(choice, null, null)).rows[0]).toMatchObject({
      owner: null,
      amount: null,
      stage: null,
      day: null,
      name: "",
      state: "standing",
    });
  });

  it.each([
    ["normal", false, "standing"],
    ["in_change", false, "changing"],
    ["under_review", false, "pending"],
    ["ineffective", false, "pending"],
    ["invalid", false, "gone"],
    ["normal", true, "gone"],
  ])("%s (deleted: %s) are %s", async (life_status, is_deleted, state) => {
    const { crm } = await fxiaoke((request) =>
      isQuery(request) ? ok({ dataList: [{ ...one, life_status, is_deleted }] }) : undefined,
    );
    expect((await crm.changed(choice, null, null)).rows[0]).toMatchObject({ state });
  });

  it("are read behind the last one, 10,300 of them, and not too fast", async () => {
    const all = Array.from({ length: 10_300 }, (_, n) => rowOf(n));
    const { crm, ports } = await fxiaoke((request, body) => {
      if (!isQuery(request)) return undefined;
      const { search_query_info: asked } = body["data"] as {
        search_query_info: {
          offset: number;
          filters: { field_name: string; field_values: string[] }[];
        };
      };
      expect(asked.offset).toBe(0);
      const after =
        asked.filters.find(({ field_name }) => field_name === "_id")?.field_values[0] ?? "";
      const from = all.findIndex(({ _id }) => _id > after);
      return ok({ data: { dataList: from < 0 ? [] : all.slice(from, from + 100), total: 0 } });
    });
    const seen = new Set<string>();
    const began = ports.now().getTime();
    let page: string | null = null;
    do {
      const read: Awaited<ReturnType<typeof crm.changed>> = await crm.changed(choice, null, page);
      for (const { id } of read.rows) seen.add(id);
      page = read.next;
    } while (page !== null);
    expect(seen.size).toBe(10_300);
    // A hundred and four calls of one interface: a hundred in twenty seconds at most.
    expect(ports.now().getTime() - began).toBeGreaterThan(20_000);
  });

  it("of a shape nobody knows, or with an amount that is none, are refused as a whole", async () => {
    const shape = await fxiaoke((request) =>
      isQuery(request) ? ok({ data: { dataList: [{ name: "no id" }] } }) : undefined,
    );
    expect(await troubleOf(shape.crm.changed(choice, null, null))).toMatchObject({
      kind: "not-understood",
    });
    const amount = await fxiaoke((request) =>
      isQuery(request) ? ok({ dataList: [{ _id: "1", amount: "12万" }] }) : undefined,
    );
    expect(await troubleOf(amount.crm.changed(choice, null, null))).toEqual({
      kind: "not-understood",
      which: "data/query: amount of a row",
    });
  });

  it("of a field that is not described any more are not asked for", async () => {
    const { crm } = await fxiaoke(() => undefined);
    expect(await troubleOf(crm.changed({ ...choice, amount: "gone__c" }, null, null))).toEqual({
      kind: "no-such",
      which: "gone__c",
    });
  });
});

describe("what Fxiaoke says of itself", () => {
  it("proposes by type and state: what is only counted while it is shown is no amount", async () => {
    const { crm } = await fxiaoke(({ path }, body) => {
      if (path.endsWith("/object/list"))
        return ok({
          data: {
            objects: [
              {
                describeApiName: "NewOpportunityObj",
                describeDisplayName: "商机2.0",
                isActive: true,
              },
              { describeApiName: "OpportunityObj", describeDisplayName: "商机", isActive: false },
              { describeApiName: "PaymentObj", describeDisplayName: "回款", isActive: true },
              { describeApiName: "AccountObj", describeDisplayName: "客户", isActive: true },
            ],
          },
        });
      const { apiName } = (body["data"] ?? {}) as { apiName?: string };
      return apiName === "PaymentObj"
        ? ok({
            data: {
              describe: {
                fields: {
                  payment_amount: { type: "count", label: "回款金额" },
                  payment_time: { type: "date", label: "回款日期" },
                },
              },
            },
          })
        : undefined;
    });
    const objects = await crm.describe();
    expect(objects.map(({ id, active }) => [id, active])).toEqual([
      ["NewOpportunityObj", true],
      ["OpportunityObj", false],
      ["PaymentObj", true],
    ]);
    expect(objects[0]).toMatchObject({
      kind: "deal",
      stages: [
        { id: "1", said: "进行中", outcome: null },
        { id: "2", said: "赢单", outcome: null },
      ],
      amounts: [{ id: "amount", said: "商机金额", proposed: true }],
      days: [
        { id: "close_date", proposed: true },
        { id: "stg_changed_time", proposed: false },
      ],
    });
    expect(objects[2]).toMatchObject({
      amounts: [],
      days: [{ id: "payment_time", proposed: true }],
    });
  });

  it("knows everybody, also who was stopped, and an empty number is none", async () => {
    const { crm } = await fxiaoke(({ path }) =>
      path === "/cgi/user/list"
        ? ok({
            userList: [
              {
                openUserId: "1000",
                name: "周岚",
                email: "",
                mobile: "+86-13800138000",
                employeeNumber: "0007",
                isStop: false,
              },
              { openUserId: "1001", name: "林晓", employeeNumber: "", isStop: true },
            ],
          })
        : undefined,
    );
    expect((await crm.users(null)).rows).toEqual([
      {
        id: "1000",
        name: "周岚",
        email: null,
        mobile: "+86-13800138000",
        number: "0007",
        active: true,
      },
      { id: "1001", name: "林晓", email: null, mobile: null, number: null, active: false },
    ]);
  });
});

describe("troubles of Fxiaoke", () => {
  it.each([
    [10006, "the parameter appSecret is missing or illegal", { kind: "wrong-secret" }],
    [10006, "unknown path", { kind: "not-understood", which: "/oauth2.0/token: errorCode 10006" }],
    [20015, "", { kind: "revoked" }],
    [20021, "", { kind: "app-stopped" }],
    [15002, "ip 203.0.113.9 不在白名单", { kind: "address-refused", which: "203.0.113.9" }],
    [30003, "", { kind: "no-quota" }],
  ])("%s %j at the token", async (code, message, says) => {
    const { crm } = await fxiaoke(({ path }) =>
      path === "/oauth2.0/token" ? refused(code, message) : undefined,
    );
    expect(await troubleOf(crm.users(null))).toEqual(says);
  });

  it.each([
    [10013, "offset out of range 10000", { kind: "not-understood" }],
    [30002, "", { kind: "quota-used", until: new Date("2026-11-30T16:00:00Z") }],
    [30003, "", { kind: "no-quota" }],
    [32000, "没有商机2.0权限", { kind: "not-allowed", which: "NewOpportunityObj" }],
    [20014, "没有商机2.0查看列表权限", { kind: "not-allowed", which: "NewOpportunityObj" }],
    [20012, "", { kind: "wrong-user" }],
  ])("%s %j at a query renews no token", async (code, message, says) => {
    const { crm, log } = await fxiaoke((request) =>
      isQuery(request)
        ? { ...refused(code, message), headers: { date: "Mon, 30 Nov 2026 08:00:00 GMT" } }
        : undefined,
    );
    expect(await troubleOf(crm.changed(choice, null, null))).toMatchObject(says);
    expect(log.filter(({ path }) => path === "/oauth2.0/token")).toHaveLength(1);
  });

  it("too many within seconds are waited out, and what is busy is asked again", async () => {
    let times = 0;
    const { crm, ports } = await fxiaoke((request) => {
      if (!isQuery(request)) return undefined;
      times += 1;
      if (times === 1) return refused(30004, "秒频次超限");
      return times === 2 ? refused(-1, "系统繁忙") : undefined;
    });
    expect((await crm.changed(choice, null, null)).rows).toEqual([]);
    expect(ports.waits.filter((ms) => ms >= 1_000)).toEqual([5_000, 1_000]);
  });
});

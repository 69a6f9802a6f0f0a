// Zoho CRM of our own answers as Zoho does: queries, people, settings, what was deleted. The page of each rule stands beside it in
// test/support/zoho.
import { describe, expect, it } from "vitest";
import { zohoWorld } from "#test/support/zoho/world";
import { ask, call, deal, fake, idOf, later, minute, now, openZoho, rowsOf } from "./zoho-asked.ts";

openZoho();

const all = "select id from Deals where id is not null";

describe("a query", () => {
  it.each([
    ["without where", "select id from Deals", "SYNTAX_ERROR"],
    ["that would write", "update Deals set Amount = 1 where id is not null", "SYNTAX_ERROR"],
    [
      "of three conditions without brackets",
      "select id from Deals where id > 1 and id < 9 and Amount > 1",
      "SYNTAX_ERROR",
    ],
    ["that ends too early", "select id from Deals where (id > 1", "SYNTAX_ERROR"],
    ["of no module there is", "select id from Dealz where id > 1", "INVALID_MODULE"],
    ["of no column there is", "select Betrag from Deals where id > 1", "INVALID_QUERY"],
    [
      "of a column that is described and not queried",
      "select Stage_Modified_Time from Deals where id > 1",
      "INVALID_QUERY",
    ],
    ["of an owner without quotes", "select id from Deals where Owner = 1", "INVALID_QUERY"],
    [
      "of an instant without its offset",
      "select id from Deals where Modified_Time > '2026-11-11T00:00:00Z'",
      "INVALID_QUERY",
    ],
    ["of a day that is none", "select id from Deals where Closing_Date > 'now'", "INVALID_QUERY"],
    ["of a sum that is none", "select id from Deals where Amount > 'much'", "INVALID_QUERY"],
    ["of 2,001 rows", `${all} limit 2001`, "LIMIT_EXCEEDED"],
    ["beyond 100,000 rows", `${all} limit 2000 offset 98001`, "LIMIT_EXCEEDED"],
    ["of no rows", `${all} limit 0`, "INVALID_DATA"],
    [
      "of 51 values",
      `select id from Deals where Stage in (${Array(51).fill("'x'").join(", ")})`,
      "LIMIT_EXCEEDED",
    ],
    ["sorted by one column twice", `${all} order by id, id`, "DUPLICATE_DATA"],
    [
      "of an alias twice",
      "select Amount as a, Stage as a from Deals where id > 1",
      "DUPLICATE_ALIAS",
    ],
    ["of an alias that is none", "select Amount as 9 from Deals where id > 1", "INVALID_ALIAS"],
  ])("%s is refused", async (_, query, code) => {
    deal(1);
    fake.tokens.scopes.add("ZohoCRM.modules.READ");
    expect(await ask(query)).toMatchObject({
      status: 400,
      body: { code, status: "error" },
    });
  });

  it("that is none at all is refused", async () => {
    expect(await call("coql", { method: "POST", body: "{}" })).toMatchObject({
      status: 400,
      body: { code: "MANDATORY_NOT_FOUND" },
    });
    expect(await call("coql", { method: "POST", body: "<" })).toMatchObject({
      body: { code: "INVALID_DATA" },
    });
  });

  it.each([
    ["(id > 1 and Amount > 1) and Closing_Date >= '2026-11-01'"],
    ["id > 1 and (Amount > 1 and Closing_Date between '2026-11-01' and '2026-11-30')"],
    ["((id > 1 and Amount > 1) and (Stage in ('成交') or Stage like '成%'))"],
    ["Modified_Time >= '2026-11-11T10:00:00+08:00'"],
    ["Owner = '554023000000100001' and Next_Step is null"],
    ["Owner.email = 'reader@xinghe.example' and Stage not in ('丢单')"],
  ])("finds a deal where %s", async (where) => {
    deal(1);
    expect(rowsOf(await ask(`SELECT id FROM Deals WHERE ${where}`))).toEqual([{ id: idOf(1) }]);
  });

  it("says money as numbers, instants in the organisation's zone, an owner by the last name alone, nothing as null", async () => {
    deal(1, { Amount: null, Last_Activity_Time: Date.parse("2026-11-30T15:59:00Z") });
    const columns =
      "Deal_Name, Amount, Stage, Owner, Owner.email, Last_Activity_Time, Closing_Date";
    expect(rowsOf(await ask(`select ${columns} from Deals where id > 1`))).toEqual([
      {
        id: idOf(1),
        Deal_Name: "商机 1",
        Amount: null,
        Stage: "成交",
        Owner: { name: "专员", id: "554023000000100001" },
        "Owner.email": "reader@xinghe.example",
        Last_Activity_Time: "2026-11-30T23:59:00+08:00",
        Closing_Date: "2026-11-30",
      },
    ]);
    fake.hands.change("Deals", idOf(1), { Amount: "1200.50" });
    expect(rowsOf(await ask(`select Amount from Deals where id > 1`))).toEqual([
      { id: idOf(1), Amount: 1200.5 },
    ]);
  });

  it("doubles a quote, and says a renamed stage as it is called now or as it once was", async () => {
    const [stage] = fake.world.stages.values();
    deal(1, { Stage: stage?.id });
    Object.assign(stage ?? {}, { display: "O'Hara" });
    expect(await ask("select id from Deals where Stage = 'O''Hara'")).toMatchObject({
      status: 200,
    });
    expect(await ask("select id from Deals where Stage = 'O'Hara'")).toMatchObject({ status: 400 });
    expect(rowsOf(await ask("select Stage from Deals where id > 1"))[0]).toMatchObject({
      Stage: "O'Hara",
    });
    fake.quirks.stages = "actual";
    expect(rowsOf(await ask("select Stage from Deals where id > 1"))[0]).toMatchObject({
      Stage: "初步接触",
    });
  });

  it("gives 200 rows where it says nothing, 2,000 at most, by id, and says whether there are more; none is a 204", async () => {
    expect(await ask(all)).toMatchObject({ status: 204, body: {} });
    for (let at = 2100; at > 0; at -= 1) deal(at);
    const first = await ask(all);
    expect(rowsOf(first)).toHaveLength(200);
    expect(rowsOf(first)[0]).toEqual({ id: idOf(1) });
    expect(first.body["info"]).toEqual({ count: 200, more_records: true });
    const last = await ask(`select id from Deals where id > '${idOf(100)}' limit 2000`);
    expect(last.body["info"]).toEqual({ count: 2000, more_records: false });
    expect(await ask(`${all} limit 2000, 200`)).toMatchObject({ body: { info: { count: 100 } } });
  });

  it("by offset loses a row where one goes between two pages", async () => {
    for (let at = 1; at <= 5; at += 1) deal(at);
    fake.api.after(/coql/, 1, () => fake.hands.remove("Deals", idOf(1)));
    const pages = [await ask(`${all} limit 2`), await ask(`${all} limit 2 offset 2`)];
    expect(pages.flatMap(rowsOf).map(({ id }) => id)).toEqual([1, 2, 4, 5].map(idOf));
  });

  it("gives equals of another order in an order that changes", async () => {
    deal(1);
    deal(2);
    const asked = async () =>
      rowsOf(await ask("select id from Deals where id > 1 order by Modified_Time asc"));
    expect(await asked()).not.toEqual(await asked());
  });

  it("is behind what was written where the index lags, and shows the reader's own rows where no others are seen", async () => {
    deal(1);
    fake.world.lagMs = minute;
    fake.hands.change("Deals", idOf(1), { Amount: "7" });
    deal(2);
    expect(rowsOf(await ask("select Amount from Deals where id > 1"))).toEqual([
      { id: idOf(1), Amount: 1200.5 },
    ]);
    later(minute);
    expect(rowsOf(await ask("select Amount from Deals where id > 1"))).toMatchObject([
      { Amount: 7 },
      { Amount: 1200.5 },
    ]);
    fake.world.sees = ["nobody"];
    expect(await ask(all)).toMatchObject({ status: 204 });
  });

  it("tells a change from one nobody hears of", async () => {
    deal(1);
    later(minute);
    const since = "select id from Deals where Modified_Time > '2026-11-11T10:00:00+08:00'";
    fake.hands.change("Deals", idOf(1), { Amount: "7" }, "quiet");
    expect(await ask(since)).toMatchObject({ status: 204 });
    fake.hands.change("Deals", idOf(1), { Amount: "8" });
    expect(await ask(since)).toMatchObject({ status: 200 });
  });
});

describe("people", () => {
  it("who left are missed by ActiveUsers, who was deleted by AllUsers; the reader is CurrentUser", async () => {
    for (const [id, status] of [
      ["1", "disabled"],
      ["2", "deleted"],
    ] as const)
      fake.world.users.set(id, {
        id,
        first_name: null,
        last_name: "王磊",
        email: null,
        mobile: "+86-13800000000",
        status,
      });
    const counts = async (type: string) => rowsOf(await call(`users?type=${type}`)).length;
    expect(await counts("ActiveUsers")).toBe(1);
    expect(await counts("AllUsers")).toBe(2);
    expect(rowsOf(await call("users?type=DeletedUsers"))).toMatchObject([{ id: "2" }]);
    expect(rowsOf(await call("users?type=CurrentUser"))).toMatchObject([
      { id: fake.world.reader, full_name: "数据 专员" },
    ]);
    expect(await call("users?type=Everybody")).toMatchObject({ body: { code: "INVALID_DATA" } });
  });

  it("come 200 a page at most, and a page beyond is a 204", async () => {
    for (let at = 0; at < 200; at += 1)
      fake.world.users.set(`9${at}`, {
        id: `9${at}`,
        first_name: "A",
        last_name: `${at}`,
        email: `a${at}@xinghe.example`,
        mobile: null,
        status: "active",
      });
    expect((await call("users?type=AllUsers")).body["info"]).toMatchObject({ more_records: true });
    expect(rowsOf(await call("users?type=AllUsers&page=2"))).toHaveLength(1);
    expect(await call("users?type=AllUsers&page=3")).toMatchObject({ status: 204 });
    expect(await call("users?per_page=201")).toMatchObject({ body: { code: "INVALID_DATA" } });
  });
});

describe("settings", () => {
  it("tell the organisation, its modules, fields, fiscal year and currency", async () => {
    expect((await call("org")).body["org"]).toMatchObject([
      { company_name: "星河销售", iso_code: "CNY" },
    ]);
    expect((await call("settings/modules")).body["modules"]).toMatchObject([
      { api_name: "Deals" },
      { api_name: "Sales_Orders" },
    ]);
    expect((await call("settings/fields?module=Deals")).body["fields"]).toContainEqual(
      expect.objectContaining({ api_name: "Amount", data_type: "currency", visible: true }),
    );
    expect((await call("settings/fiscal_year")).body["fiscal_year"]).toMatchObject({
      start_month: "JANUARY",
    });
    expect((await call("org/currencies")).body["currencies"]).toMatchObject([{ is_base: true }]);
  });

  it.each([
    ["settings/fields", "REQUIRED_PARAM_MISSING"],
    ["settings/fields?module=Dealz", "INVALID_MODULE"],
    ["settings/layouts", "REQUIRED_PARAM_MISSING"],
    ["settings/layouts?module=Dealz", "INVALID_MODULE"],
    ["settings/pipeline", "REQUIRED_PARAM_MISSING"],
    ["settings/pipeline?layout_id=1", "INVALID_DATA"],
  ])("%s is refused", async (path, code) => {
    expect(await call(path)).toMatchObject({ status: 400, body: { code } });
  });

  it("say of each stage of each pipeline what it counts as, whatever it is called", async () => {
    const { body } = await call("settings/layouts?module=Deals");
    const [layout] = body["layouts"] as { readonly id: string }[];
    const { body: told } = await call(`settings/pipeline?layout_id=${layout?.id}`);
    const [pipeline] = told["pipeline"] as { readonly maps: Record<string, unknown>[] }[];
    expect(pipeline?.maps.map((each) => [each["display_value"], each["forecast_type"]])).toEqual([
      ["初步接触", "Open"],
      ["方案报价", "Open"],
      ["商务谈判", "Open"],
      ["成交", "Closed Won"],
      ["丢单", "Closed Lost"],
    ]);
  });

  it("are another organisation's once the account was switched to it", async () => {
    fake.world = zohoWorld("别家", "777023000000000001");
    expect((await call("org")).body["org"]).toMatchObject([
      { company_name: "别家", id: "777023000000000001" },
    ]);
    expect(await ask(all)).toMatchObject({ status: 204 });
  });
});

describe("what was deleted", () => {
  const deleted = async (path = "", since?: string) =>
    await call(`Deals/deleted${path}`, {
      headers: since === undefined ? {} : { "if-modified-since": since },
    });

  it("is listed since an instant, and a restored one is not any more; none is a 204", async () => {
    deal(1);
    deal(2);
    expect(await deleted()).toMatchObject({ status: 204 });
    fake.hands.remove("Deals", idOf(1));
    later(minute);
    fake.hands.purge("Deals", idOf(2));
    expect(rowsOf(await deleted())).toMatchObject([
      { id: idOf(1), type: "recycle", deleted_time: "2026-11-11T10:00:00+08:00" },
      { id: idOf(2), type: "permanent" },
    ]);
    expect(rowsOf(await deleted("?type=permanent"))).toMatchObject([{ id: idOf(2) }]);
    expect(rowsOf(await deleted("", "2026-11-11T10:00:30+08:00"))).toMatchObject([{ id: idOf(2) }]);
    fake.hands.restore("Deals", idOf(1));
    expect(rowsOf(await deleted())).toHaveLength(1);
    expect(rowsOf(await ask(all))).toEqual([{ id: idOf(1) }]);
  });

  it("is asked for in the form that is documented, of a module there is", async () => {
    expect(await deleted("", new Date(now).toUTCString())).toMatchObject({
      status: 400,
      body: { code: "INVALID_DATA" },
    });
    expect(await deleted("?type=both")).toMatchObject({ body: { code: "INVALID_DATA" } });
    expect(await deleted("?per_page=500")).toMatchObject({ body: { code: "INVALID_DATA" } });
    fake.tokens.scopes.add("ZohoCRM.modules.READ");
    expect(await call("Dealz/deleted")).toMatchObject({ body: { code: "INVALID_MODULE" } });
  });

  it("stays 60 days in the bin and 120 in the list, and is forgotten then", async () => {
    deal(1);
    fake.hands.remove("Deals", idOf(1));
    later(60 * 24 * 60 * minute);
    expect(rowsOf(await deleted())).toMatchObject([{ type: "permanent" }]);
    later(120 * 24 * 60 * minute);
    expect(await deleted()).toMatchObject({ status: 204 });
  });
});

// Fxiaoke of our own answers as Fxiaoke does: queries in three shapes, people, objects and their fields. The page of each rule stands beside it
// in test/support/fxiaoke.
import { describe, expect, it } from "vitest";
import {
  askOldToken,
  call,
  deal,
  fake,
  idOf,
  later,
  openFxiaoke,
  post,
  query,
  rowsOf,
  searched,
  second,
} from "./fx-asked.ts";

openFxiaoke();

const name = "NewOpportunityObj";
const filter = (field_name: string, operator: string, ...field_values: unknown[]): object => ({
  filters: [{ field_name, operator, field_values }],
});

describe("a query", () => {
  it.each([
    ["of 101 rows", { limit: 101 }, 32000],
    ["from within a page", { limit: 50, offset: 20 }, 32000],
    ["beyond 10,000", { offset: 10_100 }, 10013],
    ["without filters", { filters: {} }, 32000],
    ["of no field there is", filter("betrag", "EQ", "1"), 32000],
    ["of no operator there is", filter("amount", "NE", "1"), 32000],
    ["of a value that is no text", filter("create_time", "GT", 1), 32000],
    ["in no order there is", { orders: ["_id"] }, 32000],
    ["of fields that are no list", { fieldProjection: "_id" }, 32000],
  ])("%s is refused in an HTTP 200", async (_, more, errorCode) => {
    expect(await query(more)).toMatchObject({ status: 200, errorCode });
  });

  it("without its conditions, of no object, or of one on the other path is refused", async () => {
    const path = "/cgi/crm/v2/data/query";
    expect(await call(path, { data: { dataObjectApiName: name } })).toMatchObject({
      errorCode: 32000,
    });
    expect(await query({}, "DealObj")).toMatchObject({ errorCode: 32000 });
    const custom = { data: { apiName: name, search_query_info: searched() } };
    expect(await call(path, custom)).toMatchObject({ errorCode: 0 });
    expect(await call("/cgi/crm/custom/v2/data/query", custom)).toMatchObject({ errorCode: 32000 });
    fake.forbidden.add(name);
    expect(await query()).toMatchObject({ errorCode: 20014 });
  });

  it.each([
    ["amount", "EQ", ["1200.50"]],
    ["amount", "N", ["7"]],
    ["mc_currency", "N", ["USD"]],
    ["mc_currency", "IS", []],
    ["amount", "ISN", []],
    ["last_modified_time", "GTE", ["1794398400000"]],
    ["last_modified_time", "LTE", ["1794398400000"]],
    ["last_modified_time", "GT", ["1794398399999"]],
    ["last_modified_time", "LT", ["1794398400001"]],
    ["last_modified_time", "BETWEEN", ["1", "1794398400000"]],
    ["last_modified_time", "NBETWEEN", ["1", "2"]],
    ["_id", "GT", ["68fa"]],
    ["owner", "IN", ["1000", "1001"]],
    ["owner", "NIN", ["1001"]],
    ["owner", "HASANYOF", ["1000"]],
    ["owner", "NHASANYOF", ["1001"]],
    ["name", "LIKE", ["机"]],
    ["name", "NLIKE", ["x"]],
    ["name", "STARTWITH", ["商"]],
    ["name", "ENDWITH", ["1"]],
  ])("finds a deal by %s %s %j", async (field, operator, values) => {
    deal(1);
    expect(rowsOf(await query(filter(field, operator, ...values)))).toHaveLength(1);
  });

  it("writes money as text, instants in ms, an owner as a list, and leaves out what is empty", async () => {
    deal(1, { close_date: null });
    const fields = ["amount", "owner", "close_date", "last_modified_time", "name", "sales_status"];
    const asked = { fieldProjection: [...fields, "no_such_field"] };
    expect(rowsOf(await query(asked))).toEqual([
      {
        _id: idOf(1),
        amount: "1200.50",
        owner: ["1000"],
        last_modified_time: 1794398400000,
        name: "商机 1",
        sales_status: "2",
      },
    ]);
    const withNull = await call("/cgi/crm/v2/data/query", {
      includeNull: true,
      data: { dataObjectApiName: name, search_query_info: searched(asked) },
    });
    expect(rowsOf(withNull)[0]).toMatchObject({ close_date: null });
    expect(rowsOf(await query())[0]).toMatchObject({ owner__r: { name: "数据专员" } });
  });

  it("comes in three shapes, and its total is 0 where it was not asked for", async () => {
    deal(1);
    expect(await query()).toMatchObject({ data: { dataList: [{}], total: 1, offset: 0 } });
    fake.quirks.shape = "top";
    expect(await query()).toMatchObject({ dataList: [{ _id: idOf(1) }] });
    fake.quirks.shape = "single";
    expect(await query()).toMatchObject({ data: { _id: idOf(1) } });
    deal(2);
    expect(await query()).toMatchObject({ data: { dataList: [{}, {}] } });
    const uncounted = await call("/cgi/crm/v2/data/query", {
      data: {
        dataObjectApiName: name,
        find_explicit_total_num: false,
        search_query_info: searched(),
      },
    });
    expect(uncounted).toMatchObject({ data: { total: 0 } });
  });

  it("says ids the old way where it was asked the old way", async () => {
    deal(1);
    const token = await askOldToken();
    const old = {
      corpAccessToken: token["corpAccessToken"],
      corpId: token["corpId"],
      currentOpenUserId: "FSUID_1000",
      data: {
        dataObjectApiName: name,
        search_query_info: searched(filter("owner", "IN", "FSUID_1000")),
      },
    };
    expect(rowsOf(await post("/cgi/crm/v2/data/query", old))).toMatchObject([
      { owner: ["FSUID_1000"] },
    ]);
  });

  it("goes by pages of offsets, which lose a row that goes between them, or by the last id, which does not", async () => {
    for (let at = 1; at <= 5; at += 1) deal(at);
    fake.open.after(/query/, 1, () => {
      fake.hands.invalidate(name, idOf(1));
      fake.hands.remove(name, idOf(1));
    });
    const pages = [await query({ limit: 2 }), await query({ limit: 2, offset: 2 })];
    expect(pages.flatMap(rowsOf).map(({ _id }) => _id)).toEqual([1, 2, 4, 5].map(idOf));
    const after = await query({ limit: 2, ...filter("_id", "GT", idOf(2)) });
    expect(rowsOf(after).map(({ _id }) => _id)).toEqual([3, 4].map(idOf));
  });

  it("has no order of its own; isAsc may be text", async () => {
    deal(1);
    deal(2);
    expect(await query({ orders: [] })).not.toEqual(await query({ orders: [] }));
    const down = await query({ orders: [{ fieldName: "_id", isAsc: "false" }] });
    expect(rowsOf(down).map(({ _id }) => _id)).toEqual([2, 1].map(idOf));
  });

  it("shows what was voided or hides it, and a change that waits with the old value or the new", async () => {
    deal(1);
    fake.hands.propose(name, idOf(1), { amount: "9" });
    expect(rowsOf(await query())).toMatchObject([{ life_status: "in_change", amount: "1200.50" }]);
    fake.quirks.changing = "new";
    expect(rowsOf(await query())).toMatchObject([{ life_status: "in_change", amount: "9" }]);
    fake.hands.decide(name, idOf(1), true);
    expect(rowsOf(await query())).toMatchObject([{ life_status: "normal", amount: "9" }]);
    fake.hands.invalidate(name, idOf(1));
    expect(rowsOf(await query())).toMatchObject([{ life_status: "invalid", is_deleted: true }]);
    fake.quirks.voided = "hidden";
    expect(rowsOf(await query())).toEqual([]);
    fake.hands.recover(name, idOf(1));
    expect(rowsOf(await query())).toHaveLength(1);
  });

  it("is behind what was written where the index lags, tells no quiet change, and shows what the reader sees", async () => {
    deal(1);
    fake.world.lagMs = 60 * second;
    later(second);
    fake.hands.change(name, idOf(1), { amount: "7" }, "quiet");
    expect(rowsOf(await query())).toMatchObject([{ amount: "1200.50" }]);
    later(60 * second);
    expect(rowsOf(await query())).toMatchObject([
      { amount: "7", last_modified_time: 1794398400000 },
    ]);
    fake.world.sees.set("1000", ["1001"]);
    expect(rowsOf(await query())).toEqual([]);
  });

  it("without computing gives nothing for what is counted together", async () => {
    fake.hands.put("PaymentObj", { _id: idOf(1), owner: "1000", payment_amount: "80" });
    expect(rowsOf(await query({}, "PaymentObj"))).toMatchObject([{ payment_amount: "80" }]);
    const simple = await call("/cgi/crm/custom/v2/data/findSimple", {
      data: { dataObjectApiName: "PaymentObj", search_query_info: searched() },
    });
    expect(rowsOf(simple)).toMatchObject([{ payment_amount: "0" }]);
  });
});

describe("people", () => {
  const all = { departmentId: 999999, fetchChild: true, showDepartmentIdsDetail: true };

  it("are all there, also who was stopped, with what nobody wrote down as empty text", async () => {
    fake.world.users.set("1007", {
      id: "1007",
      fsuid: "FSUID_1007",
      name: "王磊",
      email: "",
      mobile: "+86-13800000000",
      employeeNumber: "0007",
      isStop: true,
    });
    expect(await call("/cgi/user/list", all)).toMatchObject({
      errorCode: 0,
      userList: [
        { openUserId: "1000", employeeNumber: "" },
        { openUserId: "1007", email: "", employeeNumber: "0007", isStop: true },
      ],
    });
  });

  it("are asked for at the top, and of the whole enterprise with its departments", async () => {
    expect(await call("/cgi/user/list", { data: all })).toMatchObject({ errorCode: 11009 });
    expect(await call("/cgi/user/list", { departmentId: 999999 })).toMatchObject({ userList: [] });
  });

  it("are found by their mobile, with or without +86", async () => {
    for (const mobile of ["13900001000", "+86-13900001000", "+8613900001000"])
      expect(await call("/cgi/user/getByMobile", { mobile })).toMatchObject({
        empList: [{ openUserId: "1000" }],
      });
    expect(await call("/cgi/user/getByMobile", { mobile: "1" })).toMatchObject({ empList: [] });
    const { corpAccessToken, corpId } = await askOldToken();
    const old = { corpAccessToken, corpId, mobile: "13900001000" };
    expect(await post("/cgi/user/getByMobile", old)).toMatchObject({
      empList: [{ openUserId: "FSUID_1000" }],
    });
    expect(await post("/cgi/user/list", { corpAccessToken, corpId })).toMatchObject({
      errorCode: 10010,
    });
    expect(await call("/cgi/user/getByMobile", {})).toMatchObject({ errorCode: 32000 });
  });
});

describe("objects", () => {
  it("are listed with whether they are used", async () => {
    const { data } = await call("/cgi/crm/v2/object/list", { includeNull: false });
    const { objects } = data as { objects: { describeApiName: string; isActive: boolean }[] };
    const used = objects.filter(({ isActive }) => isActive);
    expect(used.map(({ describeApiName }) => describeApiName)).toContain(name);
    expect(used.map(({ describeApiName }) => describeApiName)).not.toContain("OpportunityObj");
  });

  it("are described with the kind of each field and its options", async () => {
    const described = async (body: object) => await call("/cgi/crm/v2/object/describe", body);
    expect(await described({ includeDetail: false, data: { apiName: name } })).toMatchObject({
      data: {
        describe: {
          api_name: name,
          fields: {
            amount: { type: "currency", label: "商机金额" },
            sales_status: { type: "select_one", options: [{ value: "1" }, {}, {}, {}] },
          },
        },
      },
    });
    expect(await described({ data: { apiName: name } })).toMatchObject({ errorCode: 32000 });
    expect(await described({ includeDetail: false, data: {} })).toMatchObject({ errorCode: 32000 });
    fake.forbidden.add(name);
    expect(await described({ includeDetail: false, data: { apiName: name } })).toMatchObject({
      errorCode: 20014,
    });
  });
});

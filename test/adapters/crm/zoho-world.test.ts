// The adapter and the strict Zoho of our own, which knows nothing of it: whole worlds are read, exactly, and nothing is ever written.
import { describe, expect, it, onTestFinished } from "vitest";
import { createZoho, readZoho } from "#adapters/crm/zoho/index";
import type { Crm, CrmPage, CrmRecord } from "#src/ports/crm";
import { startFakeZoho, type FakeZoho } from "#test/support/zoho/fake";
import { settingsOf, testPorts, troubleOf } from "./scripted.ts";

const choice = { object: "Deals", amount: "Amount", day: "Closing_Date" };

async function world(variables: Record<string, string> = {}) {
  const ports = testPorts();
  const fake = await startFakeZoho({ now: () => ports.now().getTime() });
  onTestFinished(async () => {
    expect(fake.writes()).toEqual([]);
    await fake.close();
  });
  const settings = settingsOf(readZoho, {
    ZOHO_ACCOUNTS_URL: fake.accounts.url,
    ZOHO_CLIENT_ID: fake.tokens.client.id,
    ZOHO_CLIENT_SECRET: fake.tokens.client.secret,
    ZOHO_REFRESH_TOKEN: fake.tokens.refresh[0] ?? "",
    ...variables,
  });
  return { fake, ports, crm: createZoho(settings, ports) };
}

async function everything<T>(read: (page: string | null) => Promise<CrmPage<T>>): Promise<T[]> {
  const rows: T[] = [];
  let page: string | null = null;
  do {
    const found: CrmPage<T> = await read(page);
    rows.push(...found.rows);
    page = found.next;
  } while (page !== null);
  return rows;
}

const stageOf = (fake: FakeZoho, name: string): string =>
  [...fake.world.stages.values()].find(({ display }) => display === name)?.id ?? "";

function deal(fake: FakeZoho, n: number, more: Record<string, string | number | null> = {}) {
  const id = `5540230000${String(10_000_000 + n)}`;
  fake.hands.put("Deals", {
    id,
    Deal_Name: `合同 ${n}`,
    Owner: fake.world.reader,
    Amount: "100.10",
    Currency: "CNY",
    Stage: stageOf(fake, "成交"),
    Pipeline: "标准销售流程",
    Closing_Date: "2026-11-30",
    Probability: 100,
    Next_Step: null,
    Last_Activity_Time: null,
    ...more,
  });
  return id;
}

const changed = (crm: Crm, since: Date | null = null): Promise<CrmRecord[]> =>
  everything((page) => crm.changed(choice, since, page));
const cents = (rows: readonly CrmRecord[]): number =>
  rows.reduce(
    (sum, row) => sum + ("amount" in row ? Math.round(Number(row.amount ?? 0) * 100) : 0),
    0,
  );

describe("a world of Zoho", () => {
  it("of 4,500 deals comes whole, once each, though one goes and one is won while it is read", async () => {
    const { fake, crm } = await world();
    const ids = Array.from({ length: 4_500 }, (_, n) => deal(fake, n));
    fake.api.after(/coql/, 1, () => {
      fake.hands.remove("Deals", ids[3_000] ?? "");
      fake.hands.change("Deals", ids[0] ?? "", { Amount: "7.00" });
      deal(fake, 9_000, { Amount: "0.55" });
    });
    const rows = await changed(crm);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect([rows.length, cents(rows)]).toEqual([4_500, 4_499 * 10_010 + 55]);
    const since = new Date(Date.parse("2026-11-30T08:00:00Z"));
    expect((await everything((page) => crm.gone(choice, since, page))).map(({ id }) => id)).toEqual(
      [ids[3_000]],
    );
  });

  it("says of a stage what it is, renamed or with a quote, shown or behind", async () => {
    const { fake, crm } = await world();
    const won = stageOf(fake, "成交");
    const id = deal(fake, 1);
    const renamed = fake.world.stages.get(won);
    if (renamed) renamed.display = "O'Hara 赢了";
    for (const stages of ["display", "actual"] as const) {
      fake.quirks.stages = stages;
      expect(await changed(crm)).toMatchObject([{ id, stage: won, stageSaid: "O'Hara 赢了" }]);
    }
    const [deals] = await crm.describe();
    expect(deals?.stages.filter(({ outcome }) => outcome === "won")).toEqual([
      { id: won, said: "O'Hara 赢了", pipeline: "标准销售流程", outcome: "won" },
    ]);
  });

  it("knows no amount from 0, and a moment from a day", async () => {
    const { fake, crm } = await world();
    deal(fake, 1, { Amount: null, Last_Activity_Time: Date.parse("2026-10-31T15:59:00Z") });
    deal(fake, 2, { Amount: "0" });
    expect(await changed(crm)).toMatchObject([
      { amount: null, lastActivity: { at: new Date("2026-10-31T15:59:00Z") } },
      { amount: "0", day: { day: "2026-11-30" } },
    ]);
  });

  it("is read on where its tokens end in the midst of it", async () => {
    const { fake, crm, ports } = await world();
    for (let n = 0; n < 2_100; n += 1) deal(fake, n);
    fake.api.after(/coql/, 1, () => fake.tokens.endAccess());
    expect(await changed(crm)).toHaveLength(2_100);
    expect(fake.refused()).toEqual(["INVALID_TOKEN"]);
    expect(ports.asks.length).toBeGreaterThan(0);
  });

  it("is entered by a code that is good once", async () => {
    const { fake, crm } = await world({ ZOHO_REFRESH_TOKEN: "", ZOHO_GRANT_CODE: "x" });
    expect(await troubleOf(crm.users(null))).toEqual({ kind: "revoked" });
    const again = createZoho(
      settingsOf(readZoho, {
        ZOHO_ACCOUNTS_URL: fake.accounts.url,
        ZOHO_CLIENT_ID: fake.tokens.client.id,
        ZOHO_CLIENT_SECRET: fake.tokens.client.secret,
        ZOHO_GRANT_CODE: fake.tokens.grant(),
      }),
      testPorts(),
    );
    await again.users(null);
    fake.tokens.endAccess();
    expect((await again.users(null)).rows).toHaveLength(1);
  });

  it("names each right that is missing, and what is left", async () => {
    const { fake, crm } = await world();
    fake.world.fiscalStart = "April";
    fake.credits.spend(60_000);
    expect(await crm.health()).toMatchObject({
      organisation: { id: fake.world.organisation.id, name: "星河销售" },
      user: { id: fake.world.reader, name: "数据 专员" },
      currency: "CNY",
      fiscalYearStart: 4,
    });
    expect((await crm.health()).left).toBeLessThan(40_000);
    for (const { which, granted } of (await crm.health()).rights) {
      expect([which, granted]).toEqual([which, true]);
      fake.tokens.scopes.delete(which);
      fake.tokens.endAccess();
      const says = await crm.health().then(
        ({ rights }) => rights.filter((each) => !each.granted).map((each) => each.which),
        async () => [(await troubleOf(crm.health())) as unknown],
      );
      const scopeMissing = { kind: "scope-missing", which };
      expect(says.length === 1 ? says : says.slice(0, 1)).toContainEqual(
        which === "ZohoCRM.org.READ" ? scopeMissing : which,
      );
      fake.tokens.scopes.add(which);
      fake.tokens.endAccess();
    }
  });

  it("of another data centre, or with a wrong secret, is said to be so", async () => {
    const { fake } = await world();
    const of = (more: Record<string, string>) =>
      createZoho(
        settingsOf(readZoho, {
          ZOHO_ACCOUNTS_URL: fake.accounts.url,
          ZOHO_CLIENT_ID: fake.tokens.client.id,
          ZOHO_CLIENT_SECRET: fake.tokens.client.secret,
          ZOHO_REFRESH_TOKEN: fake.tokens.refresh[0] ?? "",
          ...more,
        }),
        testPorts(),
      ).users(null);
    expect(await troubleOf(of({ ZOHO_ACCOUNTS_URL: fake.elsewhere.url }))).toEqual({
      kind: "wrong-centre",
      which: new URL(fake.elsewhere.url).host,
    });
    expect(await troubleOf(of({ ZOHO_CLIENT_SECRET: "other" }))).toEqual({ kind: "wrong-secret" });
    expect(await troubleOf(of({ ZOHO_REFRESH_TOKEN: "other" }))).toEqual({ kind: "revoked" });
  });

  it("that hands out no more tokens is left alone for ten minutes, in whatever language it says so", async () => {
    const { fake, crm, ports } = await world();
    for (const throttled of [
      { status: 200, language: "en" },
      { status: 400, language: "zh" },
    ] as const) {
      fake.tokens.throttled = throttled;
      for (let n = 0; n < 10; n += 1) {
        await crm.users(null).catch(() => {});
        fake.tokens.endAccess();
      }
      expect(await troubleOf(crm.users(null))).toEqual({
        kind: "slow-down",
        until: new Date(ports.now().getTime() + 600_000),
      });
    }
  });

  it("whose module the reader may not see says which right it is", async () => {
    const { fake, crm } = await world();
    fake.forbidden.add("Deals");
    expect(await troubleOf(crm.changed(choice, null, null))).toEqual({
      kind: "not-allowed",
      which: "Crm_Implied_View_Deals",
    });
    fake.forbidden.clear();
    fake.tokens.scopes.delete("ZohoCRM.modules.deals.READ");
    fake.tokens.endAccess();
    expect(await troubleOf(crm.changed(choice, null, null))).toEqual({
      kind: "scope-missing",
      which: "ZohoCRM.coql.READ, ZohoCRM.modules.deals.READ",
    });
  });

  it("tells orders too, and a module it has not is none", async () => {
    const { fake, crm } = await world();
    fake.hands.put("Sales_Orders", {
      id: "55402300001",
      Subject: "订单",
      Owner: fake.world.reader,
      Grand_Total: "88.80",
      Currency: "EUR",
      Status: "Created",
    });
    const orders = { object: "Sales_Orders", amount: "Grand_Total", day: "Created_Time" };
    expect((await crm.changed(orders, null, null)).rows).toMatchObject([
      { kind: "order", amount: "88.8", currency: "EUR", stage: "Created" },
    ]);
    expect((await crm.describe()).map(({ id, active }) => [id, active])).toEqual([
      ["Deals", false],
      ["Sales_Orders", true],
    ]);
    fake.world.modules.delete("Sales_Orders");
    expect((await crm.describe()).map(({ id }) => id)).toEqual(["Deals"]);
  });
});

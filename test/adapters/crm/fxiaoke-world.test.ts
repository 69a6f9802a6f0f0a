// The adapter and the strict Fxiaoke of our own, which knows nothing of it: whole worlds are read, exactly, and nothing is ever written.
import { describe, expect, it, onTestFinished } from "vitest";
import { createFxiaoke, readFxiaoke } from "#adapters/crm/fxiaoke/index";
import type { Crm, CrmPage, CrmRecord } from "#src/ports/crm";
import { startFakeFxiaoke, type FakeFxiaoke } from "#test/support/fxiaoke/fake";
import { settingsOf, testPorts, troubleOf } from "./scripted.ts";

const deals = { object: "NewOpportunityObj", amount: "amount", day: "close_date" };

async function world() {
  const ports = testPorts();
  const fake = await startFakeFxiaoke({ now: () => ports.now().getTime() });
  onTestFinished(async () => {
    expect(fake.writes()).toEqual([]);
    await fake.close();
  });
  const as = (more: Record<string, string>, own = ports): Crm =>
    createFxiaoke(
      settingsOf(readFxiaoke, {
        FXIAOKE_URL: fake.open.url,
        FXIAOKE_APP_ID: fake.tokens.app.id,
        FXIAOKE_APP_SECRET: fake.tokens.app.secret,
        FXIAOKE_PERMANENT_CODE: fake.tokens.app.permanentCode,
        ...more,
      }),
      own,
    );
  return { fake, ports, as, crm: as({ FXIAOKE_USER_ID: "1000" }) };
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
const changed = (crm: Crm, since: Date | null = null): Promise<CrmRecord[]> =>
  everything((page) => crm.changed(deals, since, page));

function deal(fake: FakeFxiaoke, n: number, more: Record<string, string | number | null> = {}) {
  const _id = `65a${String(n).padStart(21, "0")}`;
  fake.hands.put("NewOpportunityObj", {
    _id,
    name: `商机 ${n}`,
    owner: "1000",
    amount: "100.10",
    sales_status: "2",
    sales_stage: "5",
    close_date: Date.parse("2026-10-30T16:00:00Z"),
    ...more,
  });
  return _id;
}

/** What stands: rows that are not gone. */
const cents = (rows: readonly CrmRecord[]): number =>
  rows.reduce(
    (sum, row) =>
      sum +
      (row.kind !== "gone" && row.state === "standing"
        ? Math.round(Number(row.amount ?? 0) * 100)
        : 0),
    0,
  );

describe("a world of Fxiaoke", () => {
  it("of 10,300 deals comes whole, once each, though one is voided while it is read", async () => {
    const { fake, crm } = await world();
    const ids = Array.from({ length: 10_300 }, (_, n) => deal(fake, n));
    fake.open.after(/data\/query/, 3, () => {
      fake.hands.invalidate("NewOpportunityObj", ids[9_000] ?? "");
      fake.hands.change("NewOpportunityObj", ids[5] ?? "", { amount: "7.00" });
    });
    const rows = await changed(crm);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(10_300);
    expect(cents(rows)).toBe(10_299 * 10_010);
    expect(fake.refused()).toEqual([]);
    const since = new Date(Date.parse("2026-11-30T08:00:00Z"));
    expect((await everything((page) => crm.gone(deals, since, page))).map(({ id }) => id)).toEqual([
      ids[9_000],
    ]);
  });

  it.each(["list", "top", "single"] as const)("is read in its shape %s", async (shape) => {
    const { fake, crm } = await world();
    fake.quirks.shape = shape;
    expect(await changed(crm)).toEqual([]);
    const id = deal(fake, 1, { amount: null, owner: null });
    expect(await changed(crm)).toMatchObject([
      { id, amount: null, owner: null, stage: "2", stageSaid: "赢单", day: { day: "2026-10-31" } },
    ]);
  });

  it("says of a change that waits for approval that it does", async () => {
    const { fake, crm } = await world();
    const id = deal(fake, 1);
    fake.hands.propose("NewOpportunityObj", id, { amount: "1.00" });
    expect(await changed(crm)).toMatchObject([{ id, state: "changing" }]);
    fake.hands.decide("NewOpportunityObj", id, true);
    expect(await changed(crm)).toMatchObject([{ id, state: "standing", amount: "1" }]);
  });

  it("is read by headers, by an openUserId and by a mobile alike", async () => {
    const { fake, as } = await world();
    const id = deal(fake, 1);
    for (const [reader, owner] of [
      [{ FXIAOKE_USER_ID: "1000" }, "1000"],
      [{ FXIAOKE_USER_ID: "FSUID_1000" }, "FSUID_1000"],
      [{ FXIAOKE_MOBILE: "+86-13900001000" }, "FSUID_1000"],
    ] as const) {
      const crm = as(reader, testPorts());
      expect(await changed(crm)).toMatchObject([{ id, owner }]);
      expect((await crm.users(null)).rows).toMatchObject([
        { id: owner, name: "数据专员", email: null, mobile: "+86-13900001000", number: null },
      ]);
      expect((await crm.health()).user).toEqual({ id: owner, name: "数据专员" });
    }
  });

  it("proposes what is in use, and no amount that is only counted together", async () => {
    const { crm } = await world();
    const objects = await crm.describe();
    expect(
      objects.map(({ id, kind, active, amounts }) => [
        id,
        kind,
        active,
        amounts.filter(({ proposed }) => proposed).map((each) => each.id),
      ]),
    ).toEqual([
      ["NewOpportunityObj", "deal", true, ["amount"]],
      ["OpportunityObj", "deal", false, ["amount"]],
      ["SalesOrderObj", "order", true, ["order_amount"]],
      ["OrderPaymentObj", "payment", true, ["payment_amount"]],
      ["PaymentObj", "payment", true, []],
    ]);
  });

  it("is read on where its token ends in the midst of it, for the two hours it lasts and beyond", async () => {
    const { fake, crm, ports } = await world();
    for (let n = 0; n < 250; n += 1) deal(fake, n);
    fake.open.after(/data\/query/, 1, () => void ports.pause(7_300_000));
    expect(await changed(crm)).toHaveLength(250);
    expect(fake.refused()).toEqual(["20016"]);
  });

  it.each([
    [30004, [5_000, 10_000, 20_000]],
    [14001, [5_000, 10_000, 20_000]],
  ])("that is asked too often by others (%s) is waited for", async (code) => {
    const { fake, crm, ports } = await world();
    fake.limits.burst = code;
    for (let n = 0; n < 100; n += 1)
      fake.limits.take({ path: "/cgi/crm/v2/data/query" } as Parameters<
        typeof fake.limits.take
      >[0]);
    expect(await changed(crm)).toEqual([]);
    expect(ports.waits.reduce((sum, ms) => sum + ms, 0)).toBeGreaterThanOrEqual(15_000);
  });

  it("whose day's calls are used up, or were never bought, says which and until when", async () => {
    const { fake, crm } = await world();
    fake.limits.spend(fake.limits.bought);
    expect(await troubleOf(changed(crm))).toEqual({
      kind: "quota-used",
      until: new Date("2026-11-30T16:00:00Z"),
    });
    fake.limits.bought = 0;
    expect(await troubleOf(changed(crm))).toEqual({ kind: "no-quota" });
  });

  it("names what is wrong with the app, the secret, the user and their rights", async () => {
    const { fake, as, crm } = await world();
    const asked = (more: Record<string, string>) =>
      troubleOf(as({ FXIAOKE_USER_ID: "1000", ...more }, testPorts()).health());
    expect(await asked({ FXIAOKE_APP_SECRET: "other" })).toEqual({ kind: "wrong-secret" });
    expect(await asked({ FXIAOKE_PERMANENT_CODE: "other" })).toEqual({ kind: "revoked" });
    expect(await asked({ FXIAOKE_USER_ID: "1999" })).toEqual({ kind: "wrong-user" });
    fake.tokens.app.stopped = true;
    expect(await asked({})).toEqual({ kind: "app-stopped" });
    fake.tokens.app.stopped = false;
    fake.tokens.app.welcome = false;
    expect(await asked({})).toEqual({ kind: "address-refused", which: "127.0.0.1" });
    fake.tokens.app.welcome = true;
    fake.forbidden.add("NewOpportunityObj");
    expect(await troubleOf(changed(crm))).toEqual({
      kind: "not-allowed",
      which: "NewOpportunityObj",
    });
    expect((await crm.health()).rights.filter(({ granted }) => !granted)).toEqual([
      { which: "NewOpportunityObj", granted: false },
    ]);
    expect((await crm.describe()).map(({ id }) => id)).not.toContain("NewOpportunityObj");
    const [reader] = fake.world.users.values();
    if (reader) reader.isStop = true;
    expect(await asked({})).toEqual({ kind: "wrong-user" });
  });

  it("never asks for two tokens at once, whoever asks", async () => {
    const { fake, crm } = await world();
    await Promise.all([crm.users(null), changed(crm), crm.describe(), crm.health()]);
    expect(fake.refused()).toEqual([]);
    expect(fake.open.asked.filter(({ path }) => path === "/oauth2.0/token")).toHaveLength(1);
  });
});

// Deals in the database: every version as it was said, nothing read before it is published, what is counted from versions, and who owns what.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation, seedPlayground } from "#db/seed";
import { createHousekeeping } from "#db/stores/housekeeping";
import { createStores, type AllStores } from "#db/stores/index";
import { decimal } from "#src/language/decimal";
import type { OrganisationId, PersonId } from "#src/people/person";
import type { StagedDeal } from "#src/practices/deals/model";
import type { BatchId } from "#src/practices/numbers/api";
import type { MetricId } from "#src/practices/setup/api";
import { emptyTables, testDatabase } from "#test/support/database/database";
import { brought, day } from "#test/support/numbers/deals";

let database: Database;
let metric: MetricId;
let linxiao: PersonId;
let wanglei: PersonId;
const inStores = <T>(work: (stores: AllStores) => Promise<T>): Promise<T> =>
  createStores(database).inOrganisation(playgroundOrganisation, work);
const today = day("2026-11-11");

beforeEach(async () => {
  database = await testDatabase();
  await emptyTables(database);
  await seedPlayground(database);
  const people = await inStores((stores) => stores.people.directory());
  metric = (await inStores(({ setup }) => setup.metrics())).find(
    (each) => each.unit.kind === "money",
  )!.id;
  linxiao = people.find((each) => each.name === "林晓")!.id;
  wanglei = people.find((each) => each.name === "王磊")!.id;
});

const begun = async (): Promise<BatchId> => {
  const id = crypto.randomUUID() as BatchId;
  const batch = { id, source: "crm", metric, file: "deals.csv", by: null, at: new Date() };
  expect(await inStores(({ deals }) => deals.begin(batch))).toBe(true);
  return id;
};

/** Brought and published on that day; as what each was taken. */
async function bring(on: string, ...rows: readonly StagedDeal[]) {
  const batch = await begun();
  const numbered = rows.map((row, i) => ({ ...row, line: i + 2 }));
  const staged = await inStores(({ deals }) => deals.stageDeals(batch, numbered, day(on)));
  expect(await inStores(({ deals }) => deals.publish(batch))).toBe(true);
  return staged.map((each) => each.as);
}

const open = (of = linxiao) => inStores(({ deals }) => deals.openOf([of], today));
const versions = async (): Promise<number> => {
  const [row] = await execute<{ count: number }>(
    database.db,
    sql`select count(*)::int as count from deal`,
  );
  return row!.count;
};

describe("a batch of deals", () => {
  it("is read by nobody before it is published, and leaves nothing where it is given up", async () => {
    const batch = await begun();
    await inStores(({ deals }) => deals.stageDeals(batch, [brought("a")], today));
    expect(await open()).toEqual([]);
    await inStores(({ deals }) => deals.abandon(batch));
    expect(await versions()).toBe(0);
  });

  it("of a process that is gone is swept away by whichever import comes next", async () => {
    const batch = await begun();
    await inStores(({ deals }) => deals.stageDeals(batch, [brought("a")], today));
    await database.db.execute(
      sql`update number_batch set lease_until = clock_timestamp() - interval '1 second'`,
    );
    const facts = { id: crypto.randomUUID() as BatchId, source: "crm", metric, file: "x.csv" };
    await inStores(({ numbers }) => numbers.begin({ ...facts, by: null, at: new Date() }));
    expect(await versions()).toBe(0);
  });

  it("stores the same row once, and what says something else beside it", async () => {
    expect(await bring("2026-11-02", brought("a"), brought("b"))).toEqual(["new", "new"]);
    expect(await bring("2026-11-03", brought("a"), brought("b"))).toEqual(["same", "same"]);
    expect(await bring("2026-11-04", brought("a", { amount: null }))).toEqual(["changed"]);
    expect(await versions()).toBe(3);
    expect((await open()).map(({ name, amount }) => [name, amount?.toFixed(0) ?? null])).toEqual([
      ["deal b", "80000"],
      ["deal a", null],
    ]);
  });

  it("counts how often the close day is put off, and takes the source's count where that is more", async () => {
    for (const closeOn of ["2026-11-20", "2026-11-30", "2026-11-25", "2026-12-10"])
      await bring("2026-11-04", brought("a", { closeOn: day(closeOn) }));
    expect((await open())[0]).toMatchObject({ pushed: 2 });
    await bring("2026-11-05", brought("a", { closeOn: day("2026-12-10"), pushed: 4 }));
    expect((await open())[0]).toMatchObject({ pushed: 4 });
    expect(
      await bring("2026-11-06", brought("a", { closeOn: day("2026-12-10"), pushed: 3 })),
    ).toEqual(["same"]);
  });

  it("knows since when a deal stands in its stage: as the source says, or as it was seen", async () => {
    await bring("2026-11-02", brought("a"), brought("b", { stageSince: day("2026-10-01") }));
    await bring("2026-11-05", brought("a"), brought("b"));
    expect((await open()).map((each) => each.stageSince)).toEqual(["2026-11-02", "2026-10-01"]);
    await bring("2026-11-09", brought("a", { stage: "谈判" }));
    expect((await open()).find((each) => each.name === "deal a")?.stageSince).toBe("2026-11-09");
  });
});

describe("whose a deal is", () => {
  const wang = { key: "email:wanglei@example.com", said: "wanglei", email: "wanglei@example.com" };

  it("follows its owner while it is open, and stays with whoever won it", async () => {
    await bring("2026-11-02", brought("a"), brought("b"));
    await bring("2026-11-03", brought("a", { outcome: "won", closeOn: day("2026-11-03") }));
    await bring(
      "2026-11-04",
      brought("a", { outcome: "won", closeOn: day("2026-11-03"), owner: wang }),
      brought("b", { owner: wang }),
    );
    expect((await open(wanglei)).map((each) => each.name)).toEqual(["deal b"]);
    expect(await open()).toEqual([]);
    const year = [day("2026-01-01"), day("2026-12-31")] as const;
    const won = await inStores(({ deals }) => deals.closedOf([linxiao], metric, ...year));
    expect(won).toMatchObject([{ outcome: "won", currency: "CNY" }]);
  });

  it("moves with a name that is linked, and the name waits in the list of those nobody knows", async () => {
    const name = { key: "owner:小林", said: "小林", email: null };
    await bring("2026-11-02", brought("a", { owner: name }), brought("b", { owner: name }));
    expect(await open()).toEqual([]);
    const [waiting] = await inStores(({ numbers }) => numbers.unmatched(5));
    expect(waiting).toMatchObject({ said: "小林", facts: 2 });
    await inStores(({ numbers }) => numbers.link(waiting!.id, linxiao, wanglei, new Date()));
    expect((await open()).map((each) => each.name)).toEqual(["deal a", "deal b"]);
    expect(await inStores(({ numbers }) => numbers.unmatched(5))).toEqual([]);
  });
});

it("a stage's usual time is the middle one of deals that were won, where three of them passed through it", async () => {
  const days = ["2026-10-03", "2026-10-05", "2026-10-09"];
  const ids = ["a", "b", "c"];
  await bring("2026-10-01", ...ids.map((id) => brought(id, { stageSince: day("2026-10-01") })));
  const won = ids.map((id, i) =>
    brought(id, { stage: "赢单", outcome: "won", stageSince: day(days[i]!) }),
  );
  await bring("2026-10-10", ...won.slice(0, 2));
  expect(await inStores(({ deals }) => deals.norms())).toEqual([]);
  await bring("2026-10-11", won[2]!);
  expect(await inStores(({ deals }) => deals.norms())).toEqual([
    { source: "crm", stage: "报价", days: decimal("4") },
  ]);
});

it("rests until its day is over or it is taken back, through later versions", async () => {
  await bring("2026-11-02", brought("a"));
  const [deal] = await open();
  const until = day("2026-11-25");
  const said = { id: crypto.randomUUID(), deal: deal!, by: linxiao, at: new Date(), until };
  await inStores(({ deals }) => deals.rest({ ...said, reason: "客户在走流程" }));
  await bring("2026-11-04", brought("a", { amount: decimal("90000") }));
  expect((await open())[0]?.resting).toEqual({ reason: "客户在走流程", until });
  const later = await inStores(({ deals }) => deals.openOf([linxiao], day("2026-11-26")));
  expect(later[0]?.resting).toBeNull();
  expect(await inStores(({ deals }) => deals.wake(deal!, new Date(), today))).toBe(true);
  expect((await open())[0]?.resting).toBeNull();
  expect(await inStores(({ deals }) => deals.wake(deal!, new Date(), today))).toBe(false);
});

it("is nobody else's: another organisation sees none of it", async () => {
  await bring("2026-11-02", brought("a"));
  const [deal] = await open();
  const other = crypto.randomUUID() as OrganisationId;
  const seen = await createStores(database).inOrganisation(other, async ({ deals }) => [
    ...(await deals.openOf([linxiao], today)),
    await deals.deal(deal!.id, today),
  ]);
  expect(seen).toEqual([null]);
});

it("stays three years after it was last said, its older versions going first", async () => {
  await bring("2023-10-01", brought("a"));
  await bring("2026-11-02", brought("a", { stage: "谈判" }), brought("b"));
  const housekeeping = createHousekeeping(database);
  expect(await versions()).toBe(3);
  await housekeeping.prune(new Date("2026-11-11T02:00:00Z"));
  expect(await versions()).toBe(2);
  expect((await open()).map((each) => each.stage)).toEqual(["谈判", "报价"]);
  await inOrganisation(database, playgroundOrganisation, async (tx) => {
    expect((await execute(tx, sql`select from number_batch`)).length).toBe(2);
  });
});

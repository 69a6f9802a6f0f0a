// Rows of a CRM as they are pulled: what people see of them afterwards, on a real database.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute, type Database } from "#db/client";
import { inOrganisation } from "#db/organisation";
import { playgroundOrganisation } from "#db/seed";
import { createStores } from "#db/stores/index";
import { workOn, type SyncParts } from "#src/app/crm/sync";
import { createChance } from "#src/app/system";
import { proposalOf, type Wish } from "#src/practices/sync/api";
import { createWorld, user, type World } from "#test/support/crm/world";
import { seededDatabase } from "#test/support/database/database";
import { errorsInto } from "#test/support/log";

let database: Database;
let world: World;
let now: Date;
beforeEach(async () => {
  database = await seededDatabase();
  world = createWorld();
  now = new Date("2026-11-11T02:00:00Z");
  await chosen(world);
});

const partsOf = ({ crms }: World): SyncParts => ({
  stores: createStores(database),
  crms,
  clock: { now: () => now },
  chance: createChance(),
  logger: errorsInto([]),
});

async function chosen({ crm, source }: World): Promise<void> {
  const objects = await crm.describe();
  await createStores(database).inOrganisation(playgroundOrganisation, async ({ sync, setup }) => {
    const choice = proposalOf(objects, await setup.metrics(), "CNY");
    await sync.choose(source, choice!, null);
    await sync.switchTo(source, true, null, now);
  });
}

const pull = (wish: Wish | null = { what: "pull" }, of = world) =>
  workOn(of.source, playgroundOrganisation, partsOf(of), wish);
async function later(minutes = 30): Promise<void> {
  now = new Date(now.getTime() + minutes * 60_000);
  world.at = now;
}

/** What counts now, by owner and currency, exactly; with the days and what nobody is known under. */
async function sums(of = world) {
  const rows = await inOrganisation(database, playgroundOrganisation, (tx) =>
    execute<{ owner: string; currency: string; value: string; rows: number }>(
      tx,
      sql`select coalesce(p.name, '? ' || o.said) as owner, f.currency, trim_scale(sum(f.value))::text as value, count(*)::int as rows
        from number_fact f join number_owner o on o.id = f.source_owner_id left join person p on p.id = o.person_id join number_batch b on b.id = f.batch_id and b.state = 'visible'
        where f.source = ${of.source} and f.outcome = 'won' and not exists (select from number_fact n join number_batch v on v.id = n.batch_id and v.state = 'visible' where n.replaces_id = f.id)
        group by 1, 2 order by 1, 2`,
    ),
  );
  return rows.map((row) => `${row.owner} ${row.value} ${row.currency} in ${row.rows}`);
}

describe("a pull", () => {
  it("counts what is won by the stage's id, whatever the stage is called, and only that", async () => {
    world.put("1", { amount: "100.50" });
    world.put("2", { amount: "0.25", stageSaid: "改了名的阶段" });
    world.put("3", { stage: "s1", stageSaid: "赢单", amount: "7" });
    world.put("4", { stage: "s3", amount: "9" });
    world.put("9223372036854775807", { owner: "9007199254740994", amount: "1" });
    const worked = await pull();
    expect(worked?.report).toMatchObject({ rows: 5, added: 3, deals: 5, owners: 2, isFull: true });
    expect(await sums()).toEqual(["林晓 100.75 CNY in 2", "王磊 1 CNY in 1"]);
  });

  it("takes no amount as none, keeps currencies apart, and a win at 23:59 on the 31st in its month", async () => {
    world.put("1", { amount: null });
    world.put("2", { amount: "5", currency: "USD" });
    world.put("3", { amount: "8", day: { at: new Date("2026-10-31T15:59:00Z") } });
    world.put("4", { amount: "16", day: { at: new Date("2026-10-31T16:01:00Z") } });
    world.put("5", { amount: "32", day: null });
    const worked = await pull();
    expect(worked?.report).toMatchObject({ noAmount: 1, noDay: 1, added: 3 });
    expect(await sums()).toEqual(["林晓 24 CNY in 2", "林晓 5 USD in 1"]);
    const days = await inOrganisation(database, playgroundOrganisation, (tx) =>
      execute<{ on: string }>(
        tx,
        sql`select f."on"::text as on from number_fact f where f.source = ${world.source} and f.currency = 'CNY' order by 1`,
      ),
    );
    expect(days.map(({ on }) => on)).toEqual(["2026-10-31", "2026-11-01"]);
  });

  it("that comes again changes nothing, and finds within its overlap what came late", async () => {
    world.put("1");
    await pull();
    await later();
    world.put("2", { amount: "30", modified: new Date(now.getTime() - 33 * 60_000) });
    expect((await pull())?.report).toMatchObject({ isFull: false, rows: 2, added: 1, same: 1 });
    expect((await pull())?.report).toMatchObject({ added: 0 });
    expect(await sums()).toEqual(["林晓 130 CNY in 2"]);
  });

  it("is asked for when it is due, and not before", async () => {
    world.put("1");
    expect(await pull(null)).not.toBeNull();
    await later(29);
    expect(await pull(null)).toBeNull();
    await later(1);
    expect(await pull(null)).not.toBeNull();
  });

  it("that looks only stores nothing, and says what would come of it", async () => {
    world.put("1", { amount: "100" });
    world.users = [];
    const worked = await pull({ what: "try" });
    expect(worked).toMatchObject({
      stored: false,
      report: { sums: [{ owner: "9007199254740993", isKnown: false, value: "100", rows: 1 }] },
    });
    expect(await sums()).toEqual([]);
  });
});

describe("what was won", () => {
  it("stays with who owned it then, while an open deal moves with its owner", async () => {
    world.put("won");
    world.put("open", { stage: "s1", amount: "5" });
    await pull();
    await later();
    world.put("won", { owner: "9007199254740994", amount: "90" });
    world.put("open", { owner: "9007199254740994" });
    await pull();
    expect(await sums()).toEqual(["林晓 90 CNY in 1"]);
    await later();
    world.put("open", { stage: "s2" });
    await pull();
    expect(await sums()).toEqual(["林晓 90 CNY in 1", "王磊 5 CNY in 1"]);
  });

  it("leaves while it is open again, and won again it counts once, for who owns it then", async () => {
    world.put("1");
    await pull();
    await later();
    world.put("1", { stage: "s1", owner: "9007199254740994" });
    expect((await pull())?.report).toMatchObject({ left: 1 });
    expect(await sums()).toEqual([]);
    await later();
    world.put("1", { stage: "s2" });
    await pull();
    expect(await sums()).toEqual(["王磊 100 CNY in 1"]);
  });

  it("keeps its last effective value while a change of it waits for approval, and counts nothing before it was approved", async () => {
    world.put("1");
    world.put("2", { state: "pending", amount: "7" });
    await pull();
    await later();
    world.put("1", { state: "changing", amount: "70", stage: "s1" });
    await pull();
    expect(await sums()).toEqual(["林晓 100 CNY in 1"]);
    await later();
    world.put("1", { state: "standing", stage: "s2" });
    world.put("2", { state: "standing" });
    await pull();
    expect(await sums()).toEqual(["林晓 77 CNY in 2"]);
  });

  it("leaves when it is voided or deleted, and comes back when it is restored in silence", async () => {
    for (const id of ["1", "2", "3"]) world.put(id);
    await pull();
    await later();
    world.put("1", { state: "gone" });
    world.bin("2");
    await pull();
    expect(await sums()).toEqual(["林晓 100 CNY in 1"]);
    world.vanish("3");
    world.put("2", { modified: new Date("2026-11-01T00:00:00Z") });
    await later();
    await pull();
    expect(await sums()).toEqual(["林晓 100 CNY in 1"]);
    await later(24 * 60);
    expect((await pull())?.report).toMatchObject({ isFull: true, left: 1, changed: 1 });
    expect(await sums()).toEqual(["林晓 100 CNY in 1"]);
  });
});

describe("between pages", () => {
  beforeEach(() => {
    world.perPage = 2;
    for (const id of ["1", "2", "3", "4", "5"]) world.put(id);
  });

  it("a trouble leaves nothing half, and the next pull doubles nothing", async () => {
    world.faults.push(null, { kind: "unreachable" });
    expect((await pull())?.trouble).toMatchObject({ kind: "unreachable" });
    expect(await sums()).toEqual([]);
    await pull();
    expect(await sums()).toEqual(["林晓 500 CNY in 5"]);
  });

  it("a row that changes is counted once, as it is last", async () => {
    world.again.push("1");
    world.beforePage = (page) => {
      if (page === 2) world.put("1", { amount: "7" });
    };
    await pull();
    expect(await sums()).toEqual(["林晓 407 CNY in 5"]);
  });

  it("another process waits its turn, and takes over from one that is gone", async () => {
    world.beforePage = async (page) => {
      if (page !== 1) return;
      world.beforePage = null;
      expect(await pull()).toBeNull();
      await inOrganisation(database, playgroundOrganisation, (tx) =>
        tx.execute(
          sql`update crm_source set lease_until = clock_timestamp() - interval '1 second'`,
        ),
      );
      await inOrganisation(database, playgroundOrganisation, (tx) =>
        tx.execute(
          sql`update number_batch set lease_until = clock_timestamp() - interval '1 second' where state = 'staged'`,
        ),
      );
      expect((await pull())?.report).toMatchObject({ added: 5 });
    };
    expect(await pull()).toBeNull();
    expect(await sums()).toEqual(["林晓 500 CNY in 5"]);
  });
});

it("chosen anew for another metric leaves the one it fed", async () => {
  world.put("1");
  await pull();
  await createStores(database).inOrganisation(playgroundOrganisation, async ({ sync, setup }) => {
    const { choice } = (await sync.source(world.source))!;
    const count = (await setup.metrics()).find(({ unit }) => unit.kind === "count");
    await sync.choose(world.source, { ...choice!, metric: count!.id }, null);
  });
  expect((await pull())?.report).toMatchObject({ isFull: true, added: 1, left: 1 });
  expect(await sums()).toEqual(["林晓 1 null in 1"]);
});

describe("whose it is", () => {
  it("is told by e-mail, mobile or employee number; an empty one is nobody's, and a name alone proposes", async () => {
    await createStores(database).inOrganisation(
      playgroundOrganisation,
      async ({ sync, people }) => {
        const all = await people.directory();
        const renke = all.find(({ name }) => name.startsWith("Renke"))!;
        await sync.meet(
          "files",
          [
            {
              key: "mobile:+8613800000000",
              said: "Renke",
              also: ["number:0007"],
              person: renke.id,
              how: "mobile",
            },
          ],
          now,
        );
      },
    );
    world.users = [
      user("a", "Renke", { mobile: "+86-138 0000 0000" }),
      user("b", "Nobody", { number: "7" }),
      user("c", "王磊"),
      user("d", "Other", { number: "0007" }),
      user("e", "Empty", { number: "" }),
    ];
    for (const { id } of world.users) world.put(id, { owner: id });
    await pull();
    expect(await sums()).toEqual([
      "? Empty 100 CNY in 1",
      "? Nobody 100 CNY in 1",
      "? 王磊 100 CNY in 1",
      "Renke Petersen 200 CNY in 2",
    ]);
  });
});

describe("what is not believed", () => {
  it("is an account that is another organisation's by now", async () => {
    world.put("1");
    await pull();
    world.organisation = { id: "org-2", name: "别的公司" };
    world.put("2");
    await later();
    expect((await pull())?.trouble).toEqual({
      kind: "other-organisation",
      which: "别的公司",
      until: null,
    });
    expect(await sums()).toEqual(["林晓 100 CNY in 1"]);
    await createStores(database).inOrganisation(playgroundOrganisation, ({ sync }) =>
      sync.switchTo(world.source, true, null, now),
    );
    world.vanish("1");
    expect((await pull(null))?.report).toMatchObject({ isFull: true, added: 1, left: 1 });
  });

  it("is that more than half is gone overnight, unless somebody asks for everything", async () => {
    for (let n = 10; n < 40; n++) world.put(String(n));
    await pull();
    for (let n = 10; n < 30; n++) world.vanish(String(n));
    await later(24 * 60);
    expect((await pull(null))?.trouble).toMatchObject({ kind: "shrunk", which: "20/30" });
    expect(await sums()).toEqual(["林晓 3000 CNY in 30"]);
    expect((await pull({ what: "full" }))?.report).toMatchObject({ left: 20 });
    expect(await sums()).toEqual(["林晓 1000 CNY in 10"]);
  });
});

it("of two CRMs each stands alone", async () => {
  const other = createWorld("另一个 CRM", "other");
  await chosen(other);
  world.put("1");
  other.put("1");
  await pull();
  await pull({ what: "pull" }, other);
  expect(await sums()).toEqual(["林晓 100 CNY in 1"]);
  expect(await sums(other)).toEqual(["林晓 100 CNY in 1"]);
});

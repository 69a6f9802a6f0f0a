// Two processes on one PostgreSQL that want the same person at the same moment: nobody waits for ever, nothing is said twice or lost.
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { execute, type Database } from "#db/client";
import { createAlarms } from "#db/stores/nudges/due-reminders";
import { createBell } from "#db/stores/delivery/delivery-signal";
import { createOutbox } from "#db/stores/delivery/outbox";
import { createStores } from "#db/stores/index";
import { createChance } from "#src/app/system";
import { card } from "#src/view/card";
import { onPostgresOnly, secondConnection } from "#test/support/database/database";
import { idOf, startDrill, type Drill } from "#test/support/jobs/drill";

const renke = idOf("renke");
const ids = createChance();

onPostgresOnly("two processes that want the same person", () => {
  let drill: Drill;
  let second: Database;
  beforeEach(async () => {
    drill = await startDrill([], "2026-11-16T08:00:00Z");
    second = await secondConnection(drill.database);
  });
  afterEach(async () => {
    await second.close();
    await drill.stop();
  });
  /** A gate that a test opens. */
  function gate() {
    let open = () => {};
    const opened = new Promise<void>((resolve) => (open = resolve));
    return { open, opened };
  }
  /** Until a statement of the other connection waits for a lock. */
  async function untilSomebodyWaits(): Promise<void> {
    for (let n = 0; n < 500; n++) {
      const [row] = await execute<{ waits: boolean }>(
        drill.database.db,
        sql`select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock') as waits`,
      );
      if (row!.waits) return;
    }
    throw new Error("nobody waits");
  }
  const slot = (iso: string) => ({
    rule: "a",
    subject: renke as string,
    slotAt: new Date(iso),
    dueAt: new Date(iso),
    until: new Date(Date.parse(iso) + 12 * 3_600_000),
  });
  const [this_, next] = [slot("2026-11-16T08:00:00Z"), slot("2026-11-23T08:00:00Z")];

  it("do not wait for each other when one rings while the other composes, and what rang meanwhile keeps its alarm", async () => {
    const now = drill.now();
    await drill.stores.inOrganisation(playgroundOrganisation, ({ plans }) =>
      plans.write(renke, ["a"], [this_], new Date("2026-11-15T08:00:00Z")),
    );
    await drill.alarms.ring(now);
    await drill.stores.inOrganisation(playgroundOrganisation, ({ plans }) =>
      plans.write(renke, ["b"], [{ ...this_, rule: "b" }], new Date("2026-11-15T08:00:00Z")),
    );
    const [head] = await drill.heads();
    const { open, opened } = gate();
    const reached = gate();
    // As composing does: alarms first, the head last.
    const compose = drill.stores.inOrganisation(playgroundOrganisation, async (stores) => {
      await stores.people.lockActor(renke);
      await stores.plans.lock([renke]);
      await stores.plans.settle(renke, [this_], now);
      reached.open();
      await opened;
      await stores.plans.ringAgain(renke, null);
      await stores.nudges.say({
        id: head!.id,
        person: renke,
        cards: { en: [card({ title: "x" })] },
        at: now,
        stands: false,
      });
    });
    await reached.opened;
    const ring = createAlarms(second).ring(now);
    await ring;
    open();
    await compose;
    expect(await drill.planned("renke")).toEqual(["b 2026-11-16T08:00:00.000Z"]);
    expect(await drill.alarms.next(now)).toEqual(now);
  });

  it("wait until the other has planned or said: a slot that was just said does not come back", async () => {
    await drill.stores.inOrganisation(playgroundOrganisation, ({ plans }) =>
      plans.write(renke, ["a"], [this_, next], new Date("2026-11-15T08:00:00Z")),
    );
    const now = new Date("2026-11-16T08:00:05Z");
    const { open, opened } = gate();
    const reached = gate();
    const compose = drill.stores.inOrganisation(playgroundOrganisation, async (stores) => {
      await stores.people.lockActor(renke);
      await stores.plans.lock([renke]);
      await stores.plans.settle(renke, [this_], now);
      await stores.plans.write(renke, ["a"], [this_, next], now);
      reached.open();
      await opened;
    });
    await reached.opened;
    const act = createStores(second).inOrganisation(playgroundOrganisation, async ({ plans }) => {
      await plans.lock([renke]);
      await plans.write(renke, ["a"], [{ ...this_, dueAt: now }, next], now);
    });
    await untilSomebodyWaits();
    open();
    await Promise.all([compose, act]);
    expect(await drill.planned("renke")).toEqual([`a ${next.slotAt.toISOString()}`]);
  });

  it("do not bring a said slot back even where one forgot to wait", async () => {
    await drill.stores.inOrganisation(playgroundOrganisation, ({ plans }) =>
      plans.write(renke, ["a"], [this_, next], new Date("2026-11-15T08:00:00Z")),
    );
    const now = new Date("2026-11-16T08:00:05Z");
    const { open, opened } = gate();
    const reached = gate();
    const compose = drill.stores.inOrganisation(playgroundOrganisation, async ({ plans }) => {
      await plans.settle(renke, [this_], now);
      await plans.write(renke, ["a"], [this_, next], now);
      reached.open();
      await opened;
    });
    await reached.opened;
    const act = createStores(second).inOrganisation(playgroundOrganisation, ({ plans }) =>
      plans.write(renke, ["a"], [{ ...this_, dueAt: now }, next], now),
    );
    await untilSomebodyWaits();
    open();
    await Promise.all([compose, act]);
    expect(await drill.planned("renke")).toEqual([`a ${next.slotAt.toISOString()}`]);
  });

  it("hear of what the other wrote to be delivered after its commit", async () => {
    const bell = createBell(drill.database);
    const stores = createStores(drill.database, () => bell.ring());
    const heard: string[] = [];
    let next = () => {};
    const end = await createBell(second).listen(() => (heard.push("rung"), next()));
    const rung = new Promise<void>((resolve) => (next = resolve));
    await stores.inOrganisation(playgroundOrganisation, ({ acts }) =>
      acts.record({ key: "nothing", person: renke, at: drill.now(), reply: {}, begunBy: null }, []),
    );
    for (const key of ["one", "two"])
      await stores.inOrganisation(playgroundOrganisation, ({ acts }) =>
        acts.record(null, [
          {
            id: ids.id(),
            key,
            to: { person: renke },
            kind: "notice",
            cards: { en: [] },
            at: drill.now(),
            notBefore: null,
            standing: null,
          },
        ]),
      );
    await rung;
    await end();
    expect(heard).toContain("rung");
  });

  it("do again what the database ended because two waited for each other", async () => {
    const other = createStores(second);
    const anna = idOf("anna");
    const both = [gate(), gate()] as const;
    const locking = (stores: typeof other, first: typeof renke, then: typeof renke, me: 0 | 1) => {
      let times = 0;
      return stores.inOrganisation(playgroundOrganisation, async ({ people }) => {
        times++;
        await people.lock([first]);
        both[me].open();
        await both[(1 - me) as 0 | 1].opened;
        await people.lock([then]);
        return times;
      });
    };
    const times = await Promise.all([
      locking(drill.stores, renke, anna, 0),
      locking(other, anna, renke, 1),
    ]);
    expect(times.toSorted()).toEqual([1, 2]);
  });

  it("never have two messages to them in hand, however late one was committed", async () => {
    const wanted = {
      most: 10,
      leaseMs: 30_000,
      mostAttempts: 12,
      pace: () => ({ destination: null, installation: null }),
    };
    const tell = (id: string) => ({
      id,
      key: id,
      to: { person: renke },
      kind: "notice" as const,
      cards: { en: [card({ title: id })] },
      at: drill.now(),
      notBefore: null,
      standing: null,
    });
    const { open, opened } = gate();
    const reached = gate();
    const [late, early] = [ids.id(), ids.id()];
    const slow = drill.stores.inOrganisation(playgroundOrganisation, async ({ acts }) => {
      await acts.record(null, [tell(late)]);
      reached.open();
      await opened;
    });
    await reached.opened;
    await createStores(second).inOrganisation(playgroundOrganisation, ({ acts }) =>
      acts.record(null, [tell(early)]),
    );
    const [taken] = (await createOutbox(second).claim(wanted)).claimed;
    open();
    await slow;
    expect(taken).toMatchObject({ id: early });
    expect((await drill.outbox.claim(wanted)).claimed).toEqual([]);
    await createOutbox(second).sent(taken!, "m");
    expect((await drill.outbox.claim(wanted)).claimed).toMatchObject([{ id: late }]);
  });
});

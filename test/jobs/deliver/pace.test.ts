// A place that delays or refuses what comes too fast, and the pace that is kept so that it need not.
import { sql } from "drizzle-orm";
import { describe, expect, it, vi } from "vitest";
import { execute } from "#db/client";
import { mostAttempts } from "#jobs/deliver";
import { createFakePlace } from "#test/support/jobs/fake-place";
import { until } from "#test/support/until";
import {
  drill,
  place,
  delivering,
  beginAgain,
  write,
  head,
  drain,
  again,
  texts,
} from "./delivering.ts";

delivering();

describe("a platform that asks to wait", () => {
  it("is not asked whether it arrived, and no admin is: it said itself that it did not", async () => {
    place.mayLook = false;
    const id = await write("renke", "hello");
    for (let n = 0; n < 15; n++) {
      place.nextTo("renke", { result: "later", afterMs: 1_000 });
      await again();
    }
    expect(await head(id)).toMatchObject({ state: "waiting", attempts: 0 });
    await again();
    expect([texts(), place.looked, texts("zhoulan")]).toEqual([["hello"], [], []]);
  });

  it("with everything is left alone for as long as it said, whatever its burst, and others go on", async () => {
    for (const pace of [null, { perSecond: 1, burst: 20 }]) {
      await beginAgain(createFakePlace({ destination: null, installation: pace }));
      await write("renke", "r1");
      place.nextTo("renke", { result: "later", afterMs: 5_000, all: true });
      await drain();
      await write("anna", "a1");
      await drain();
      expect(place.posted).toEqual([]);
      const [due] = await execute<{ ms: number }>(
        drill.database.db,
        sql`select min(extract(epoch from due_at - clock_timestamp()))::float8 * 1000 as ms from outbox_head where state = 'waiting'`,
      );
      expect(due!.ms).toBeGreaterThan(3_000);
      await drill.database.db.execute(sql`update pace_bucket set next_at = 'epoch'`);
      await again();
      expect(place.posted.map((each) => each.text).toSorted()).toEqual(["a1", "r1"]);
    }
  });
});

describe("pace", () => {
  const all = ["renke", "anna", "maya", "linxiao", "wanglei", "chenjing"];
  /** As if so much time had passed. */
  const pass = async (ms: number) => {
    const passed = sql`${ms} * interval '1 millisecond'`;
    await drill.database.db.execute(sql`update pace_bucket set next_at = next_at - ${passed}`);
    await drill.database.db.execute(
      sql`update outbox_head set due_at = due_at - ${passed} where lease_until is null`,
    );
  };

  it("of an installation is kept: a burst at first, then one at a time", async () => {
    // So slow that no time passes by itself, however long the test takes.
    const rate = { perSecond: 0.000_1, burst: 3 };
    const eachMs = 1_000 / rate.perSecond;
    await beginAgain(createFakePlace({ destination: null, installation: rate }));
    for (const user of all) await write(user, user);
    const wanted = { most: 20, leaseMs: 30_000, mostAttempts, pace: () => place.pace };
    const taken = async () => (await drill.outbox.claim(wanted)).claimed.length;
    expect([await taken(), await taken()]).toEqual([3, 0]);
    await pass(eachMs / 2);
    expect(await taken()).toBe(0);
    await pass(eachMs / 2);
    expect([await taken(), await taken()]).toEqual([1, 0]);
    await pass(10 * eachMs);
    expect(await taken()).toBe(2);
  });

  it("of an installation is used: few destinations do not wait for the poll", async () => {
    await beginAgain(
      createFakePlace({ destination: null, installation: { perSecond: 2, burst: 3 } }),
    );
    for (const user of all) await write(user, user);
    const fake = ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] as const;
    vi.useFakeTimers({ toFake: [...fake] });
    try {
      drill.loop.start();
      await until(() => place.posted.length >= 3);
      await pass(60_000);
      // The next may go in half a second; the poll comes after a whole one.
      await vi.advanceTimersByTimeAsync(600);
      await until(() => place.posted.length === 6);
      await drill.loop.stop();
    } finally {
      vi.useRealTimers();
    }
    expect(place.posted.map((each) => each.text).toSorted()).toEqual(all.toSorted());
  });

  it("of a destination holds back nobody else", async () => {
    await beginAgain(
      createFakePlace({ destination: { perSecond: 1, burst: 1 }, installation: null }),
    );
    for (const n of [1, 2]) await write("renke", `r${n}`);
    await write("anna", "a1");
    await drain();
    expect([texts(), texts("anna")]).toEqual([["r1"], ["a1"]]);
    await drill.database.db.execute(sql`update pace_bucket set next_at = 'epoch'`);
    await again();
    expect(texts()).toEqual(["r1", "r2"]);
  });

  it("of what is changed where it stands has a clock of its own, and holds back no new message", async () => {
    await beginAgain(
      createFakePlace({
        destination: null,
        installation: null,
        edits: { perSecond: 1, burst: 2 },
      }),
    );
    const all = ["renke", "anna", "maya", "linxiao"];
    for (const user of all) await write(user, "0 cheers", { standing: "s" });
    await drain();
    for (const user of all) await write(user, "1 cheer", { standing: "s" });
    await write("wanglei", "hello");
    await drain();
    const changed = () => place.posted.filter((each) => each.edits !== null).map((each) => each.to);
    expect(changed()).toHaveLength(2);
    expect(texts("wanglei")).toEqual(["hello"]);
    await drill.database.db.execute(sql`update pace_bucket set next_at = 'epoch'`);
    await again();
    expect(changed().toSorted()).toEqual(all.toSorted());
  });
});

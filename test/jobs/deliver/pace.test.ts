// A place that delays or refuses what comes too fast, and the pace that is kept so that it need not.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import type { Pace } from "#src/ports/chat/chat";
import { createFakePlace, type FakePlace } from "#test/support/jobs/fake-place";
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
  /** Refuses whatever comes faster than its own bucket lets it, and keeps when each came. It takes one more at once than is said of it: calls take their time to get here. */
  function strict(
    rate: { perSecond: number; burst: number },
    pace: Pace,
  ): FakePlace & { readonly times: number[]; refused: number } {
    const inner = createFakePlace(pace);
    const times: number[] = [];
    let next = 0;
    const place = Object.assign(inner, { times, refused: 0 });
    const post = inner.post.bind(inner);
    place.post = (to, message) => {
      const now = performance.now();
      if (now < next - (rate.burst * 1000) / rate.perSecond) {
        place.refused++;
        return Promise.resolve({ result: "later", afterMs: 1000 });
      }
      next = Math.max(next, now) + 1000 / rate.perSecond;
      times.push(now);
      return post(to, message);
    };
    return place;
  }
  const untilSent = async (many: number, within: number) => {
    const end = performance.now() + within;
    while (place.posted.length < many && performance.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 5));
  };

  it("of an installation is kept without a refusal, and used: few destinations do not wait for the poll", async () => {
    const rate = { perSecond: 20, burst: 3 };
    const fast = strict(rate, { destination: null, installation: rate });
    await beginAgain(fast);
    const all = ["renke", "anna", "maya", "linxiao", "wanglei", "chenjing"];
    for (let n = 0; n < 5; n++) for (const user of all) await write(user, `${user} ${n}`);
    drill.loop.start();
    await untilSent(30, 6_000);
    expect(place.posted).toHaveLength(30);
    expect(fast.refused).toBe(0);
    const took = fast.times.at(-1)! - fast.times[0]!;
    expect(took).toBeGreaterThan(((30 - rate.burst) * 1000) / rate.perSecond - 100);
    // The share of the permitted rate that is reached; a machine under load may be late.
    expect(took).toBeLessThan(4_000);
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

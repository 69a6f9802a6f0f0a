// A place that loses the end of a call: what may have arrived is looked for, and where nobody may look, an admin is asked.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import type { PostResult } from "#src/ports/chat/chat";
import { retryAfterMs, createDeliverLoop, mostAttempts } from "#jobs/deliver";
import { arrivesUnheard } from "#test/support/jobs/fake-place";
import { teamRoom } from "#test/support/jobs/drill";
import {
  drill,
  place,
  delivering,
  ids,
  write,
  head,
  drain,
  again,
  texts,
  counted,
} from "./delivering.ts";

delivering();

describe("an attempt nobody heard the end of", () => {
  it("is looked for: what is there is not sent again", async () => {
    place.nextTo("renke", arrivesUnheard);
    const id = await write("renke", "hello");
    await drain();
    expect(await head(id)).toMatchObject({ state: "waiting", attempts: 1 });
    await again();
    expect(await head(id)).toMatchObject({ state: "sent", attempts: 2 });
    expect([texts(), place.looked]).toEqual([["hello"], [id]]);
  });

  it("is sent again where it is not there, and when posting threw", async () => {
    place.nextTo("renke", () => {
      throw new Error("socket");
    });
    await write("renke", "hello");
    await drain();
    await again();
    expect(texts()).toEqual(["hello"]);
    expect(drill.errors).toMatchObject([{ event: "post failed" }]);
  });

  it("comes back later each time, by half to the whole of a doubling wait, and dies after the last", async () => {
    expect([
      retryAfterMs(1, 0),
      retryAfterMs(1, 0.999),
      retryAfterMs(4, 0),
      retryAfterMs(12, 1),
      retryAfterMs(40, 1),
    ]).toEqual([500, 999.5, 4_000, 600_000, 600_000]);
    const id = await write("renke", "hello");
    const waits: number[] = [];
    for (let n = 1; n <= mostAttempts; n++) {
      place.nextTo("renke", { result: "unknown" });
      await again();
      const [due] = await execute<{ ms: number }>(
        drill.database.db,
        sql`select extract(epoch from due_at - clock_timestamp())::float8 * 1000 as ms from outbox_head where id = ${id}::uuid`,
      );
      if (n < mostAttempts) waits.push(due!.ms);
    }
    for (const [i, ms] of waits.entries()) {
      const whole = Math.min(600_000, 1000 * 2 ** i);
      expect(ms).toBeGreaterThan(whole / 2 - 500);
      expect(ms).toBeLessThanOrEqual(whole);
    }
    expect(await head(id)).toMatchObject({ state: "dead", attempts: mostAttempts, why: "gave up" });
    expect(counted("dead")).toBe(1);
  });

  it("is looked for though its content could not be read in between, which counts as an attempt and keeps back no other organisation", async () => {
    place.nextTo("renke", arrivesUnheard);
    const id = await write("renke", "hello");
    await drain();
    let away = 2;
    const real = drill.outbox;
    const outbox = {
      ...real,
      contents: (of: Parameters<typeof real.contents>[0]) =>
        away-- > 0 ? Promise.reject(new Error("the database is away")) : real.contents(of),
    };
    const loop = createDeliverLoop({
      ...drill,
      outbox,
      chats: [place],
      chance: ids,
      logger: drill.logger,
      meter: drill.meter,
    });
    for (let n = 0; n < 3; n++) {
      await drill.hurry();
      await loop.drain();
    }
    await loop.stop();
    expect(await head(id)).toMatchObject({ state: "sent", attempts: 4 });
    expect([texts(), place.looked]).toEqual([["hello"], [id]]);
    expect(drill.errors).toMatchObject([
      { event: "content not read" },
      { event: "content not read" },
    ]);
  });

  it("is not given up because its content was not found once: only when it stays away", async () => {
    const [first, second] = [await write("renke", "r1"), await write("anna", "a1")];
    let blind = 1;
    const real = drill.outbox;
    const outbox = {
      ...real,
      contents: async (of: Parameters<typeof real.contents>[0]) =>
        blind-- > 0 ? new Map() : real.contents(of),
    };
    const loop = createDeliverLoop({
      ...drill,
      outbox,
      chats: [place],
      chance: ids,
      logger: drill.logger,
      meter: drill.meter,
    });
    await loop.drain();
    await drill.hurry();
    await loop.drain();
    expect([texts(), texts("anna"), (await head(first)).state, (await head(second)).state]).toEqual(
      [["r1"], ["a1"], "sent", "sent"],
    );
    await drill.query(sql`delete from outbox where id = ${await write("renke", "r2")}::uuid`);
    for (let n = 0; n < 4; n++) {
      await drill.hurry();
      await loop.drain();
    }
    await loop.stop();
    expect((await drill.heads()).at(-1)).toMatchObject({
      state: "dead",
      attempts: 4,
      why: "its content is gone",
    });
  });

  it("is looked for when it is sent once more after it was given up, where one may look", async () => {
    place.nextTo("renke", arrivesUnheard);
    const id = await write("renke", "hello");
    await drain();
    await drill.database.db.execute(
      sql`update outbox_head set attempts = ${mostAttempts} where id = ${id}::uuid`,
    );
    await again();
    expect(await head(id)).toMatchObject({
      state: "dead",
      why: "the lease of its last attempt ran out",
    });
    expect(await drill.outbox.revive(id, drill.now())).toBe(true);
    await drain();
    expect([texts(), place.looked]).toEqual([["hello"], [id]]);
    expect(await head(id)).toMatchObject({ state: "sent" });
  });

  it("is not looked for while the platform may still be at it, and then is there once", async () => {
    const slow: PostResult & { arrives: true } = {
      result: "unknown",
      afterMs: 30_000,
      arrives: true,
    };
    place.nextTo("renke", slow);
    const id = await write("renke", "hello");
    await drain();
    await drain();
    expect(place.looked).toEqual([]);
    const [due] = await execute<{ s: number }>(
      drill.database.db,
      sql`select extract(epoch from due_at - clock_timestamp())::float8 as s from outbox_head where id = ${id}::uuid`,
    );
    expect(due!.s).toBeGreaterThan(20);
    await again();
    expect([texts(), place.looked]).toEqual([["hello"], [id]]);
    expect(await head(id)).toMatchObject({ state: "sent" });
  });

  it("where nobody may look is a question to the admins, once, and sending again works", async () => {
    place.mayLook = false;
    place.nextTo("renke", { result: "unknown" });
    const id = await write("renke", "hello");
    await drain();
    await again();
    expect(await head(id)).toMatchObject({ state: "dead" });
    await again();
    expect(texts("zhoulan")).toHaveLength(1);
    expect(texts("zhoulan")[0]).toContain("发给 Renke Petersen 的一条消息可能没送到");
    await drill.presses("zhoulan", "再发一次");
    expect(texts()).toEqual(["hello"]);
    expect(await head(id)).toMatchObject({ state: "sent" });
    await drill.presses("zhoulan", "再发一次");
    expect(texts()).toEqual(["hello"]);
  });

  it("is asked about again when sending again ended in the same way", async () => {
    place.mayLook = false;
    place.nextTo("renke", { result: "unknown" });
    await write("renke", "hello");
    await drain();
    await again();
    place.nextTo("renke", { result: "unknown" });
    await drill.presses("zhoulan", "再发一次");
    await again();
    expect(texts("zhoulan").filter((each) => each.includes("可能没送到"))).toHaveLength(2);
  });

  it("is left as it is when the admin says so; nobody else may", async () => {
    place.mayLook = false;
    place.nextTo("renke", { result: "unknown" });
    const id = await write("renke", "hello");
    await drain();
    await again();
    const outcome = await drill.bot.receive({
      kind: "pressed",
      dedupeKey: "x",
      from: { platform: "web", workspace: "playground", user: "renke" },
      name: "house.let-go",
      version: 1,
      payload: { delivery: id },
    });
    expect(outcome).toMatchObject({ outcome: "toast", tone: "bad" });
    await drill.presses("zhoulan", "不用了");
    expect(await head(id)).toMatchObject({ state: "dropped" });
    await again();
    expect(texts()).toEqual([]);
  });

  it("looks later where it is asked to wait, and still looks before it sends again", async () => {
    place.busy = 14;
    place.next(arrivesUnheard);
    const id = await write("renke", "hello");
    await drain();
    for (let n = 0; n < 14; n++) await again();
    // However often: waiting is no attempt that failed.
    expect(await head(id)).toMatchObject({ state: "waiting", attempts: 1 });
    await again();
    expect(await head(id)).toMatchObject({ state: "sent" });
    expect(texts("renke")).toEqual(["hello"]);
  });

  it("asks nobody about a question to the admins that may not have arrived itself", async () => {
    place.mayLook = false;
    place.next({ result: "unknown" }, { result: "unknown" });
    await write("renke", "hello");
    for (let n = 0; n < 5; n++) await again();
    expect((await drill.heads()).map((each) => each.state)).toEqual(["dead", "dead"]);
  });

  it("asks the admins in their own work hours, about a room by its name", async () => {
    drill.jumpTo("2026-11-17T18:00:00Z");
    place.mayLook = false;
    place.next({ result: "unknown" });
    await write(teamRoom, "hello");
    await drain();
    await again();
    expect(texts("zhoulan")).toEqual([]);
    await drill.goTo("2026-11-18T01:00:00Z");
    expect(texts("zhoulan")[0]).toContain("发给 east 的一条消息");
  });
});

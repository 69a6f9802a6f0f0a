// From the outbox to a place: in which order, to which chat of a person, by which of several processes.
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { playgroundOrganisation } from "#db/seed";
import { createOutbox } from "#db/stores/delivery/outbox";
import { mostAttempts } from "#jobs/deliver";
import type { Pace, PostResult } from "#src/ports/chat/chat";
import { accountName } from "#src/people/person";
import { idOf } from "#test/support/jobs/drill";
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
  dies,
  counted,
} from "./delivering.ts";

delivering();

describe("order", () => {
  it("is kept for each destination, and one that waits holds back nobody else", async () => {
    for (const n of [1, 2, 3]) await write("renke", `r${n}`);
    await write("anna", "a1");
    place.nextTo("renke", { result: "later", afterMs: 60_000 });
    await drain();
    expect([texts(), texts("anna")]).toEqual([[], ["a1"]]);
    await again();
    expect(texts()).toEqual(["r1", "r2", "r3"]);
    expect(counted("sent")).toBe(4);
  });

  it("never has two messages of one destination under way at once", async () => {
    let under = 0;
    let most = 0;
    place.nextTo(
      "renke",
      ...Array.from({ length: 6 }, () => async (): Promise<PostResult> => {
        most = Math.max(most, ++under);
        await new Promise((resolve) => setTimeout(resolve, 5));
        under--;
        return { result: "sent", messageId: "m" };
      }),
    );
    for (let n = 0; n < 6; n++) await write("renke", `r${n}`);
    await drain();
    expect([most, texts()]).toEqual([1, ["r0", "r1", "r2", "r3", "r4", "r5"]]);
  });
});

describe("a message for the chat of one account", () => {
  const account = (user: string) =>
    sql`update chat_identity set last_used_at = clock_timestamp() where "user" = ${user}`;
  beforeEach(async () => {
    await drill.database.db.execute(
      sql`insert into chat_identity (platform, workspace, "user", organisation_id, person_id) values ('web', 'playground', 'renke-2', ${playgroundOrganisation}::uuid, ${idOf("renke")}::uuid)`,
    );
    await drill.database.db.execute(account("renke-2"));
  });
  const through = accountName({ platform: "web", workspace: "playground", user: "renke" });

  it("goes there, though its reader was last in another, where all others go", async () => {
    await write("renke", "anywhere");
    await write("renke", "there", { through });
    await drain();
    expect([texts("renke"), texts("renke-2")]).toEqual([["there"], ["anywhere"]]);
  });

  it("goes to another where that one cannot be written to", async () => {
    place.nextTo("renke", dies("person"));
    await write("renke", "there", { through });
    await drain();
    await again();
    expect([texts("renke"), texts("renke-2")]).toEqual([[], ["there"]]);
  });
});

describe("a delivery that was committed late", () => {
  it("is not sent beside a younger one that is in hand, and comes next", async () => {
    const [early, late] = [ids.id(), ids.id()];
    let end = () => {};
    const inHand = new Promise<void>((reached) =>
      place.nextTo(
        "renke",
        () => (
          reached(),
          new Promise((resolve) => (end = () => resolve({ result: "sent", messageId: "m" })))
        ),
      ),
    );
    await write("renke", "in hand", { id: late });
    drill.loop.start();
    await inHand;
    await write("renke", "late", { id: early });
    // As if its transaction had begun before the other's.
    await drill.database.db.execute(sql`update outbox_head set seq = 0 where id = ${early}::uuid`);
    const other = await drill.outbox.claim({
      most: 10,
      leaseMs: 1_000,
      mostAttempts,
      pace: () => ({ destination: null, installation: null }),
    });
    expect(other.claimed).toEqual([]);
    end();
    await drain();
    expect(texts()).toEqual(["in hand", "late"]);
  });

  it("keeps the order in which things were written, whatever the clocks of those who wrote them", async () => {
    const [first, second] = [ids.id(), ids.id()];
    await write("renke", "one", { id: second });
    await write("renke", "two", { id: first });
    await drain();
    expect(texts()).toEqual(["one", "two"]);
  });
});

describe("leases", () => {
  it("are extended while a post takes long, and settle nothing once they were lost", async () => {
    const id = await write("renke", "hello");
    const pace: Pace = { destination: null, installation: null };
    const wanted = { most: 10, leaseMs: 30_000, mostAttempts, pace: () => pace };
    const outbox = createOutbox(drill.database);
    const [first] = (await outbox.claim(wanted)).claimed;
    const lease = async () =>
      (
        await execute<{ s: number }>(
          drill.database.db,
          sql`select extract(epoch from lease_until - clock_timestamp())::float8 as s from outbox_head where id = ${id}::uuid`,
        )
      )[0]!.s;
    await outbox.extend([first!], 300_000);
    expect(await lease()).toBeGreaterThan(290);
    await drill.database.db.execute(
      sql`update outbox_head set lease_until = clock_timestamp() - interval '1 second', due_at = clock_timestamp() - interval '1 second'`,
    );
    const [second] = (await outbox.claim(wanted)).claimed;
    expect(second).toMatchObject({ id, attempt: 2, unsure: true });
    await outbox.extend([first!], 900_000);
    expect(await lease()).toBeLessThan(31);
    await outbox.dead(first!, "too late", false);
    expect(await head(id)).toMatchObject({ state: "waiting" });
    await outbox.unknown(second!, 0);
    await outbox.extend([second!], 900_000);
    expect((await outbox.claim(wanted)).claimed).toMatchObject([{ id, attempt: 3, unsure: true }]);
  });
});

describe("the age of the oldest", () => {
  it("counts from when it could first have been sent, whatever holds it up", async () => {
    expect(await drill.outbox.oldestSeconds()).toBeNull();
    const id = await write("renke", "hello");
    place.nextTo("renke", dies("installation"));
    await drain();
    await drill.database.db.execute(
      sql`update outbox_head set first_due_at = first_due_at - interval '1 hour' where id = ${id}::uuid`,
    );
    await again();
    expect(await drill.outbox.oldestSeconds()).toBeGreaterThan(3_600);
  });
});

describe("a loop that nobody started", () => {
  it("sends nothing by itself, though it is woken", async () => {
    await write("renke", "hello");
    drill.loop.wake();
    await drill.outbox.oldestSeconds();
    expect(await drill.heads()).toMatchObject([{ state: "waiting", attempts: 0 }]);
    await drill.loop.stop();
    expect(texts()).toEqual([]);
  });
});

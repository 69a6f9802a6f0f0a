// What cannot succeed: who cannot be reached, what is not taken, and how long what was given up is kept.
import { createHousekeeping } from "#db/stores/housekeeping";
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { playgroundOrganisation } from "#db/seed";
import { createDeliverLoop, mostAttempts } from "#jobs/deliver";
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

describe("what cannot succeed", () => {
  it("stops one person's account: what waits goes to another account, or dies", async () => {
    const first = await write("renke", "r1");
    await write("anna", "a1");
    place.nextTo("renke", dies("person"));
    await drain();
    expect(await head(first)).toMatchObject({
      state: "dead",
      why: "no chat account that can be written to",
    });
    expect(texts("anna")).toEqual(["a1"]);
    await drill.database.db.execute(
      sql`insert into chat_identity (platform, workspace, "user", organisation_id, person_id) values ('web', 'playground', 'renke2', ${playgroundOrganisation}::uuid, ${idOf("renke")}::uuid)`,
    );
    await write("renke", "r2");
    await drain();
    expect([texts(), texts("renke2")]).toEqual([[], ["r2"]]);
  });

  it("stops one message for its content, and the next goes out", async () => {
    const first = await write("renke", "r1");
    await write("renke", "r2");
    place.nextTo("renke", dies("content"));
    await drain();
    expect(await head(first)).toMatchObject({ state: "dead", why: "no content" });
    expect(texts()).toEqual(["r2"]);
  });

  it("stops an installation: all its messages wait, none dies, and they come when it is back", async () => {
    await write("renke", "r1");
    await write("anna", "a1");
    place.nextTo("renke", dies("installation"));
    await drain();
    await write("maya", "m1");
    await drain();
    await again();
    // Anna's may have been under way when renke's was refused.
    expect((await drill.heads()).filter((each) => each.state === "waiting").length).toBe(
      3 - place.posted.length,
    );
    expect(texts("maya")).toEqual([]);
    await drill.database.db.execute(sql`update installation set stopped_at = null`);
    await again();
    expect(place.posted.map((each) => each.text).toSorted()).toEqual(["a1", "m1", "r1"]);
  });

  it("goes round another installation where the person has one", async () => {
    await drill.database.db.execute(
      sql`insert into chat_identity (platform, workspace, "user", organisation_id, person_id) values ('web', 'second', 'renke', ${playgroundOrganisation}::uuid, ${idOf("renke")}::uuid)`,
    );
    await write("renke", "r1");
    place.nextTo("renke", dies("installation"));
    await drain();
    expect(texts()).toEqual(["r1"]);
  });

  it("is dead when the lease of the last attempt ran out, not eternal", async () => {
    const id = await write("renke", "hello");
    await drill.database.db.execute(
      sql`update outbox_head set attempts = ${mostAttempts}, lease_until = clock_timestamp() - interval '1 second' where id = ${id}::uuid`,
    );
    await drain();
    expect(await head(id)).toMatchObject({
      state: "dead",
      why: "the lease of its last attempt ran out",
    });
    expect([texts(), counted("dead")]).toEqual([[], 1]);
  });

  it("is a nudge whose words cannot be found: let go after three tries, never asked about", async () => {
    place.mayLook = false;
    await drill.database.db
      .execute(sql`insert into outbox_head (id, organisation_id, destination, kind, state, composed, due_at, attempts)
      values (${ids.id()}::uuid, ${playgroundOrganisation}::uuid, ${idOf("renke")}::uuid, 'nudge', 'waiting', false, clock_timestamp(), 0)`);
    const broken = createDeliverLoop({
      ...drill,
      chats: [place],
      bot: { ...drill.bot, compose: () => Promise.reject(new Error("broken")) },
      chance: ids,
      logger: { info: () => {}, warn: () => {}, error: () => {} },
      meter: { count: () => {}, suppressed: () => {} },
    });
    for (let n = 0; n < 4; n++) {
      await drill.hurry();
      await broken.drain();
    }
    await broken.stop();
    expect((await drill.heads()).map((each) => [each.state, each.attempts])).toEqual([
      ["dropped", 3],
    ]);
    expect(place.looked).toEqual([]);
  });
});

describe("what cannot be said", () => {
  const left = async (): Promise<readonly string[]> =>
    (await drill.heads()).map((each) => each.state).toSorted();
  const older = (days: number) =>
    drill.database.db.execute(
      sql`update outbox_head set first_due_at = first_due_at - make_interval(days => ${days})`,
    );

  it("because it was given up, or its workspace does not come back, is kept for three months, and its words no longer", async () => {
    place.next({ result: "final", stops: "content", why: "refused" });
    await write("renke", "never taken");
    await drain();
    place.next({ result: "final", stops: "installation", why: "token_revoked" });
    await write("anna", "waits for the workspace");
    await drain();
    expect(await left()).toEqual(["dead", "waiting"]);
    const housekeeping = createHousekeeping(drill.database);
    await older(89);
    await housekeeping.prune(drill.now());
    expect(await left()).toEqual(["dead", "waiting"]);
    await older(2);
    await housekeeping.prune(drill.now());
    expect([await left(), await drill.query(sql`select id from outbox`)]).toEqual([[], []]);
  });
});

// The ticket that Lark pushes to a store app: without it nothing goes out, and nothing is lost; and nobody forges it.
import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { execute } from "#db/client";
import { v1Event } from "#test/support/lark/platform/push";
import {
  keys,
  database,
  store,
  now,
  refused,
  logged,
  storeApp,
  startProcess,
  fakeOf,
  doctor,
  said,
  forged,
  heads,
  waiting,
} from "./store-app.ts";

storeApp();

describe("the ticket", () => {
  it("that is not there is asked for once, and readiness and doctor say so", async () => {
    const process = await startProcess();
    const rep = process.who("east", "ou_lin");
    await rep.says("帮助");
    await process.who("west", "ou_zhao").says("帮助");
    expect(
      store.companies.flatMap((each) => each.messages.filter(({ by }) => by === "bot")),
    ).toEqual([]);
    expect(store.wished).toHaveLength(1);
    expect(process.adapter.health()).toMatchObject([
      {
        ready: true,
        says: expect.stringMatching(/^LARK_APP_ID waits for the app ticket/) as string,
      },
    ]);
    expect((await doctor()).filter((each) => each.startsWith("BAD"))).toEqual([
      expect.stringMatching(/^BAD no app ticket is there: .+ was asked to push one/),
    ]);
    await store.pushTicket(keys, process.bring);
    expect(process.adapter.health()[0]).not.toHaveProperty("says");
    await rep.says("定目标 回款 100万 12月31日前");
    await rep.presses("就这么定");
    await rep.sees("0 / 100万");
  });

  it("that was lost is asked for again, and what was to be sent meanwhile goes out when it came", async () => {
    const before = await startProcess();
    await store.pushTicket(keys, before.bring);
    await before.who("east", "ou_lin").says("帮助");
    // Much later: nobody remembers when it was asked for.
    await database.db.execute(sql`delete from app_token where app like '% asked for'`);
    store.loseTicket();
    fakeOf("east").revokeTokens();
    store.revokeAppTokens();
    const process = await startProcess();
    const shown = fakeOf("east").messages.length;
    await process
      .surface("east")
      .event("im.message.receive_v1", said("east", "ou_lin", "我的目标"));
    await process.adapter.idle();
    await process.house.deliveries.drain();
    expect([fakeOf("east").messages.length, store.wished.length, waiting(await heads())]).toEqual([
      shown,
      1,
      1,
    ]);
    expect(fakeOf("east").refusals).toContain(10012);
    await store.pushTicket(keys, process.bring);
    await database.db.execute(
      sql`update outbox_head set due_at = clock_timestamp() where state = 'waiting'`,
    );
    await database.db.execute(sql`delete from pace_bucket`);
    await process.settle();
    expect([fakeOf("east").messages.length, waiting(await heads())]).toEqual([shown + 1, 0]);
  });

  it.each<[string, () => Promise<Response>, string]>([
    [
      "signed with another key",
      () => forged({ ...keys, encryptKey: "another" }, store.appId),
      "another signature",
    ],
    [
      "with another verification token",
      () => forged({ ...keys, verificationToken: "another" }, store.appId),
      "another verification token",
    ],
    ["of another app", () => forged(keys, "cli_0000000000000000"), "another app"],
  ])("%s is refused, counted and not kept", async (_, push, why) => {
    const process = await startProcess();
    expect((await push()).status).toBe(401);
    expect(refused).toEqual([why]);
    expect(process.adapter.health()[0]).toHaveProperty("says");
    const { ticket } = await store.pushTicket(keys, process.bring);
    await process.who("east", "ou_lin").says("帮助");
    expect(new Set(store.ticketsShown)).toEqual(new Set([ticket]));
  });

  it("that comes late, pushed again after a newer one, changes nothing; one of yesterday is not taken", async () => {
    const process = await startProcess();
    const { ticket } = await store.pushTicket(keys, process.bring);
    for (const hours of [1, 20])
      expect(
        (
          await process.bring(
            v1Event(
              store.appId,
              keys,
              "app_ticket",
              { app_ticket: `old ${hours}` },
              now - hours * 3_600_000,
            ),
          )
        ).status,
      ).toBe(200);
    await process.who("east", "ou_lin").says("帮助");
    expect(new Set(store.ticketsShown)).toEqual(new Set([ticket]));
  });

  it("serves every process and every start, readable in none: not in the database, not in the log", async () => {
    const first = await startProcess();
    const { ticket } = await store.pushTicket(keys, first.bring);
    await first.who("east", "ou_lin").says("定目标 回款 100万 12月31日前");
    const second = await startProcess();
    expect(second.adapter.health()[0]).not.toHaveProperty("says");
    const shown = store.ticketsShown.length;
    await second.who("east", "ou_lin").presses("就这么定");
    // After two hours the tokens are over, and the ticket is good still.
    await database.db.execute(
      sql`update app_token set until = clock_timestamp() - interval '1 second' where app not like '% ticket'`,
    );
    fakeOf("east").revokeTokens();
    const third = await startProcess();
    await third.who("east", "ou_lin").says("报12万");
    await third.who("east", "ou_lin").sees("12万 / 100万");
    // The third's own proof, and one for all.
    expect(store.ticketsShown.length - shown).toBe(2);
    const rows = await execute<{ token: string | null }>(
      database.db,
      sql`select token from app_token`,
    );
    expect(JSON.stringify([rows, logged])).not.toContain(ticket);
    expect(store.wished).toEqual([]);
  });
});

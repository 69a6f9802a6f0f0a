// PGlite's statements go out by our own hand: what its own query() answers, they answer too.
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { execute, type Database, type Tx } from "#db/client";
import { affectedBy, begin, send } from "#db/rows";
import { scratchDatabase } from "#test/support/database/database";

let database: Database;
beforeAll(async () => {
  database = await scratchDatabase();
});
beforeEach(async () => {
  await database.db.execute(sql`drop table if exists thing`);
  await database.db.execute(
    sql`create table thing (id int primary key, name text, at timestamptz, worth numeric, large bigint, told jsonb, yes boolean)`,
  );
});
afterAll(() => database.close());

const put = (id: number, name: string | null) =>
  sql`insert into thing (id, name) values (${id}, ${name})`;
const names = async () =>
  (
    await execute<{ name: string | null }>(database.db, sql`select name from thing order by id`)
  ).map((each) => each.name);

describe("a statement", () => {
  it("gives every type back as it is read anywhere else", async () => {
    const at = new Date("2026-11-11T02:00:00.123Z");
    await database.db.execute(
      sql`insert into thing values (${1}, ${"O'Brien \u{1F600} 周岚"}, ${at.toISOString()}::timestamptz, ${"12.50"}::numeric, ${"9007199254740993"}::bigint, ${JSON.stringify({ a: [1, null] })}::text::jsonb, ${true})`,
    );
    expect(await execute(database.db, sql`select * from thing`)).toEqual([
      {
        id: 1,
        name: "O'Brien \u{1F600} 周岚",
        at,
        worth: "12.50",
        large: "9007199254740993",
        told: { a: [1, null] },
        yes: true,
      },
    ]);
    expect(
      await execute(database.db, sql`select name, told from thing where yes = ${false}`),
    ).toEqual([]);
  });

  it("says how many rows it touched, however it is written", async () => {
    for (const id of [1, 2, 3]) expect(affectedBy(await database.db.execute(put(id, "a")))).toBe(1);
    expect(
      affectedBy(await database.db.execute(sql`update thing set name = ${"b"} where id > ${1}`)),
    ).toBe(2);
    expect(affectedBy(await database.db.execute(sql`delete from thing`))).toBe(3);
  });

  it("that fails says so with the server's code, and the next one is carried out", async () => {
    await database.db.execute(put(1, "a"));
    for (let time = 0; time < 3; time++)
      await expect(database.db.execute(put(1, "b"))).rejects.toMatchObject({ code: "23505" });
    await expect(database.db.execute(sql`select nonsense from thing`)).rejects.toMatchObject({
      code: "42703",
    });
    await expect(database.db.execute(sql`select ${"x"}::int`)).rejects.toMatchObject({
      code: "22P02",
    });
    expect(await names()).toEqual(["a"]);
  });

  it("in a transaction that failed is undone with it", async () => {
    await expect(
      database.transaction(async (tx) => {
        await tx.execute(put(1, "a"));
        await tx.execute(put(1, "b"));
      }),
    ).rejects.toMatchObject({ code: "23505" });
    expect(await names()).toEqual([]);
    await database.transaction(async (tx) => void (await tx.execute(put(1, "c"))));
    expect(await names()).toEqual(["c"]);
  });

  // On PostgreSQL it has a connection of its own.
  it.skipIf(process.env["TEST_DATABASE_URL"])(
    "asked for outside waits for the end of a transaction",
    async () => {
      let outside: Promise<unknown> | undefined;
      const done = database.transaction(async (tx) => {
        await tx.execute(put(1, "a"));
        await tx.execute(put(2, "b"));
      });
      outside = names();
      await done;
      expect(await outside).toEqual(["a", "b"]);
    },
  );

  it("that nobody waited for is carried out before the next, also when it is new and the next one is known", async () => {
    const count = (tx: Tx) => send<{ n: number }>(tx, "select count(*)::int as n from thing", []);
    for (let more = 0; more < 3; more++) {
      const seen = await database.transaction(async (tx) => {
        begin(tx, {
          text: `insert into thing (id) values (${more}) /* never seen before: ${more} */`,
          parameters: [],
        });
        return await count(tx);
      });
      expect(seen).toEqual([{ n: more + 1 }]);
    }
    const said = await database.transaction(async (tx) => {
      for (const much of [5, 6])
        begin(tx, { text: `set local work_mem = '${much}MB'`, parameters: [] });
      return send<{ work_mem: string }>(tx, "show work_mem", []);
    });
    expect(said).toEqual([{ work_mem: "6MB" }]);
  });

  it("with a list of any length is carried out without being kept", async () => {
    const listed = (many: number) =>
      send<{ n: number }>(
        database.db,
        `select count(*)::int as n from unnest(array[${Array.from({ length: many }, (_, i) => `$${i + 1}::int`).join(", ")}]) x`,
        Array.from({ length: many }, (_, i) => i),
      );
    expect([await listed(40), await listed(41), await listed(90)]).toEqual([
      [{ n: 40 }],
      [{ n: 41 }],
      [{ n: 90 }],
    ]);
  });

  // postgres.js keeps no watch over that.
  it.skipIf(process.env["TEST_DATABASE_URL"])(
    "of a transaction that is over is refused",
    async () => {
      let kept: { execute(query: ReturnType<typeof put>): Promise<unknown> } | undefined;
      await database.transaction(async (tx) => void (kept = tx));
      await expect(kept!.execute(put(1, "a"))).rejects.toThrow();
      expect(await names()).toEqual([]);
    },
  );

  it("answers with a table's new columns once it was changed", async () => {
    await database.db.execute(put(1, "a"));
    const all = () => execute(database.db, sql`select * from thing`);
    expect(Object.keys((await all())[0]!)).toHaveLength(7);
    await database.db.execute(sql`alter table thing drop column told`);
    await database.db.execute(sql`alter table thing add column more text default 'x'`);
    expect(await all()).toMatchObject([{ id: 1, more: "x" }]);
  });

  it("of more texts than are kept is carried out all the same, the first ones again too", async () => {
    const numbered = (n: number) => send<{ n: number }>(database.db, `select ${n} as n`, []);
    for (let n = 0; n < 450; n++) await numbered(n);
    expect([await numbered(0), await numbered(449)]).toEqual([[{ n: 0 }], [{ n: 449 }]]);
  });
});

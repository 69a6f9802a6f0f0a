// What leaves the database as an error says what failed and where, and holds none of the values: on both drivers, by every way out.
import { inspect } from "node:util";
import { eq, sql } from "drizzle-orm";
import { integer, pgTable, text } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  begin,
  constraintOf,
  execute,
  isUniqueViolation,
  send,
  sqlStateOf,
  type Database,
  type Tx,
} from "#db/client";
import { migrate } from "#db/migrate";
import { onPostgresOnly, scratchDatabase, secondConnection } from "#test/support/database/database";
import { writeMigrations } from "#test/support/database/migrations";

const mark = "MARK-7f3a";
const words = `${mark} is worried\n    at home (file:///${mark}:1:1)`;

const thing = pgTable("thing", {
  id: integer("id").primaryKey(),
  name: text("name").notNull().unique(),
  amount: integer("amount"),
  told: text("told"),
});

let database: Database;
beforeAll(async () => {
  database = await scratchDatabase();
});
beforeEach(async () => {
  await database.db.execute(sql`drop table if exists part, thing`);
  await database.db.execute(
    sql`create table thing (id int primary key, name text not null unique, amount int check (amount >= 0), told text)`,
  );
  await database.db.execute(
    sql`create table part (id int, of int references thing deferrable initially deferred)`,
  );
  await database.db.execute(sql`insert into thing (id, name) values (${1}, ${mark})`);
});
afterAll(() => database.close());

/** All that anybody could print of it: its properties, hidden ones too, and its causes. */
const everythingIn = (error: unknown): string =>
  [
    inspect(error, { depth: 20, showHidden: true }),
    String(error),
    JSON.stringify(error),
    (error as Error).stack,
  ].join("\n");

async function failed(work: () => PromiseLike<unknown>): Promise<Error> {
  const error = await Promise.resolve()
    .then(work)
    .then(
      () => null,
      (thrown: unknown) => thrown,
    );
  expect(error).toBeInstanceOf(Error);
  expect(everythingIn(error)).not.toContain(mark);
  return error as Error;
}

function notToBeWritten(): never {
  throw new TypeError(words);
}

const twice = sql`insert into thing (id, name) values (${2}, ${mark})`;
const boundTwice = { text: "insert into thing (id, name) values ($1, $2)", parameters: [2, mark] };

describe("an error of the database", () => {
  const statements: readonly (readonly [
    what: string,
    state: string,
    says: RegExp,
    work: (on: Tx | Database["db"]) => PromiseLike<unknown>,
  ])[] = [
    [
      "a key that is there",
      "23505",
      /thing_name_key.*insert into thing/,
      (on) => on.execute(twice),
    ],
    [
      "a key that is there, by a builder",
      "23505",
      /thing_name_key.*insert into thing/,
      (on) => on.insert(thing).values({ id: 2, name: mark }),
    ],
    [
      "a key that is there, by text",
      "23505",
      /thing_name_key.*insert into thing/,
      (on) => send(on, boundTwice.text, boundTwice.parameters),
    ],
    [
      "a row that a check refuses",
      "23514",
      /thing_amount_check.*insert into thing/,
      (on) =>
        on.execute(
          sql`insert into thing (id, name, amount, told) values (2, ${`${mark} two`}, -1, ${words})`,
        ),
    ],
    [
      "a column that may not be empty",
      "23502",
      /thing\.name.*update thing/,
      (on) =>
        on
          .update(thing)
          .set({ name: null as never, told: words })
          .where(eq(thing.name, mark)),
    ],
    [
      "a value of another type",
      "22P02",
      /select from thing/,
      (on) => on.execute(sql`select 1 from thing where ${words}::uuid is null`),
    ],
    [
      "a NUL in a text",
      "22021",
      /insert into thing/,
      (on) => on.execute(sql`insert into thing (id, name) values (3, ${`${mark}\0`})`),
    ],
    ["json that is none", "22P02", /select/, (on) => on.execute(sql`select ${words}::json`)],
    [
      "a table that is gone",
      "42P01",
      /insert into goods/,
      (on) => on.execute(sql`insert into goods (id, name) values (3, ${words})`),
    ],
    [
      "a literal in its text",
      "22P02",
      /select/,
      (on) => on.execute(sql.raw(`select '${mark} and ''so'' on'::int`)),
    ],
    [
      "a word nobody knows",
      "42601",
      /.+/,
      (on) => on.execute(sql.raw(`selekt '${mark}' from thing`)),
    ],
  ];

  it.each(statements)(
    "about %s has a code and the statement's name, and no value",
    async (_what, state, says, work) => {
      for (const run of [
        () => work(database.db),
        () => database.transaction(async (tx) => void (await work(tx))),
        () =>
          database.transaction((tx) => tx.transaction(async (inner) => void (await work(inner)))),
      ]) {
        const error = await failed(run);
        expect(sqlStateOf(error)).toBe(state);
        expect(error).toMatchObject({ name: "DatabaseError", code: state });
        expect(error.message).toMatch(says);
        expect(error.message).toContain(state);
      }
    },
  );

  it("holds none where nobody waited for the statement, nor where COMMIT refuses", async () => {
    const begun = await failed(() => database.transaction(async (tx) => begin(tx, boundTwice)));
    expect([
      sqlStateOf(begun),
      constraintOf(begun),
      isUniqueViolation(begun, "thing_name_key"),
    ]).toEqual(["23505", "thing_name_key", true]);
    const later = await failed(() =>
      database.transaction(async (tx) => {
        begin(tx, boundTwice);
        await tx.execute(sql`select ${words}`);
      }),
    );
    expect(sqlStateOf(later)).toBe("23505");
    const deferred = await failed(() =>
      database.transaction(
        async (tx) => void (await tx.execute(sql`insert into part values (1, 424242)`)),
      ),
    );
    expect([sqlStateOf(deferred), constraintOf(deferred)]).toEqual(["23503", "part_of_fkey"]);
    expect(everythingIn(deferred)).not.toContain("424242");
  });

  it("that was caught in its transaction is told without values at the end as well", async () => {
    await database
      .transaction(async (tx) => {
        await tx.execute(twice).then(
          () => {},
          () => {},
        );
      })
      .catch((error: unknown) => expect(everythingIn(error)).not.toContain(mark));
    const after = await failed(() =>
      database.transaction(async (tx) => {
        await tx.execute(twice).then(
          () => {},
          () => {},
        );
        await tx.execute(sql`select ${words}`);
      }),
    );
    expect(sqlStateOf(after)).not.toBeNull();
  });

  it("in a savepoint leaves the transaction usable", async () => {
    await database.transaction(async (tx) => {
      const error = await failed(() =>
        tx.transaction(async (inner) => void (await inner.execute(twice))),
      );
      expect(constraintOf(error)).toBe("thing_name_key");
      await tx.insert(thing).values({ id: 3, name: "c" });
    });
    expect(await execute(database.db, sql`select id from thing order by id`)).toEqual([
      { id: 1 },
      { id: 3 },
    ]);
  });

  it("holds none where a value could not even be sent", async () => {
    const unsendable = { toString: () => notToBeWritten(), toJSON: () => notToBeWritten() };
    const refused = await failed(() => database.db.execute(sql`select ${unsendable}::text`));
    expect(refused.name).toBe("DatabaseError");
  });

  it("in a migration names the statement", async () => {
    const folder = writeMigrations({
      "0000_note": `create table note (id int, organisation_id uuid, text text check (text = 'x'));\n--> statement-breakpoint\ninsert into note (text) values ('${mark}')`,
    });
    const error = await failed(() => migrate(database, { folder }));
    expect(error.message).toMatch(/23514 note_text_check.*insert into note/);
  });

  it("of ours passes through unchanged", async () => {
    const ours = new TypeError("ours");
    await expect(database.transaction(() => Promise.reject(ours))).rejects.toBe(ours);
    await expect(
      database.transaction((tx) => tx.transaction(() => Promise.reject(ours))),
    ).rejects.toBe(ours);
  });

  it("says from where it was asked", async () => {
    const error = await failed(() => database.db.execute(twice));
    expect(error.stack).toContain("errors.test.ts");
  });
});

onPostgresOnly("a connection", () => {
  it("that was cut in the middle of a transaction has a code and no value", async () => {
    const other = await secondConnection(database);
    const error = await failed(() =>
      other.transaction(async (tx) => {
        const [row] = await execute<{ pid: number }>(tx, sql`select pg_backend_pid() as pid`);
        await database.db.execute(sql`select pg_terminate_backend(${row!.pid})`);
        await tx.execute(sql`select ${words}`);
      }),
    );
    expect(error).toMatchObject({
      name: "DatabaseError",
      code: expect.stringMatching(/57P01|CONNECTION_\w+/),
    });
    await other.close();
  });

  it("that waited too long for a lock has a code and the statement's name", async () => {
    const other = await secondConnection(database);
    const error = await database.transaction(async (tx) => {
      await tx.execute(sql`lock table thing`);
      return failed(() =>
        other.transaction(async (inner) => {
          await inner.execute(sql`set local lock_timeout = 20`);
          await inner.execute(sql`insert into thing (id, name) values (7, ${words})`);
        }),
      );
    });
    expect(error.message).toMatch(/55P03.*insert into thing/);
    await other.close();
  });
});

// PostgreSQL goes away and comes back under a process that works: the process lives, what it was told is stored is stored, and it goes
// on. The same ten times over, with the whole bot, in test/long/restarts.test.ts.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DatabaseUnreachable, execute, openDatabase } from "#db/client";
import { openConnection } from "#db/postgres/connection";
import { runner, moduleFile } from "#test/support/processes/processes";
import {
  freePort,
  hasPostgresServer,
  type OwnPostgres,
  startOwnPostgres,
} from "#test/support/database/own-postgres";

describe.skipIf(!hasPostgresServer())("a PostgreSQL of this test's own", () => {
  let server: OwnPostgres;
  beforeAll(async () => {
    server = (await startOwnPostgres())!;
  });
  afterAll(() => server.remove());

  it("that is restarted, crashes and loses a session ends nobody's process, and keeps every row that was acknowledged", async () => {
    const working = await startWriting(server.url);
    server.stop("fast");
    server.start();
    await working.goesOn();
    server.stop("immediate");
    server.start();
    await working.goesOn();
    await expect.poll(() => server.kill("session")).toBe(true);
    await working.goesOn();
    await working.hears();
    const { stored, code } = await working.end();
    const database = await openDatabase({ url: server.url });
    const kept = new Set(
      (await execute<{ id: number }>(database.db, sql`select id from kept`)).map((row) => row.id),
    );
    await database.close();
    expect({ lost: stored.filter((id) => !kept.has(id)), code }).toEqual({ lost: [], code: 0 });
  });

  it("that is started later is waited for, and said so once", async () => {
    server.stop("fast");
    const said: string[] = [];
    const opening = openDatabase({
      url: server.url,
      patienceMs: 30_000,
      say: (sentence) => void said.push(sentence),
    });
    await expect.poll(() => said.length).toBe(1);
    server.start();
    await (await opening).close();
    expect(said).toEqual([
      expect.stringMatching(
        /^The database at 127\.0\.0\.1:\d+ is not ready \(connect ECONNREFUSED .*\): waiting for it, 30 seconds at most\.$/,
      ),
    ]);
  });
});

describe("a server that is not there", () => {
  it("is waited for as long as was said, then named in one sentence", async () => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/none`;
    const said: string[] = [];
    const refused = openDatabase({
      url,
      patienceMs: 700,
      say: (sentence) => void said.push(sentence),
    });
    await expect(refused).rejects.toThrow(DatabaseUnreachable);
    await expect(refused).rejects.toThrow(
      /^The database that DATABASE_URL names could not be opened at 127\.0\.0\.1:\d+: connect ECONNREFUSED/,
    );
    expect(said).toHaveLength(1);
  });

  it.each(["57P03", "57P01", "hangs up"])("is waited for where it answers %s", async (how) => {
    const answering = await answersAll(how);
    const said: string[] = [];
    await expect(
      openDatabase({
        url: answering.url,
        patienceMs: 500,
        say: (sentence) => void said.push(sentence),
      }),
    ).rejects.toThrow(DatabaseUnreachable);
    expect({ said: said.length, several: answering.count() > 2 }).toEqual({
      said: 1,
      several: true,
    });
    answering.close();
  });

  it("is not waited for where waiting would not help", async () => {
    const answering = await answersAll("28P01");
    const said: string[] = [];
    await expect(
      openDatabase({
        url: answering.url,
        patienceMs: 30_000,
        say: (sentence) => void said.push(sentence),
      }),
    ).rejects.toThrow(/^The database that DATABASE_URL names could not be opened at/);
    expect({ said, asked: answering.count() }).toEqual({ said: [], asked: 1 });
    answering.close();
  });
});

it("a connection on which nothing is answered any more is given up, with all that was asked on it", async () => {
  const answering = await answersAll("nothing");
  let lost = 0;
  const connection = openConnection(postgres(answering.url).options, { lost: () => void lost++ });
  await connection.client(5_000).unsafe("");
  const patient = connection.client(null).unsafe("select 1");
  await expect(connection.client(100).unsafe("select 2")).rejects.toThrow(
    "the connection to the database was lost",
  );
  await expect(patient).rejects.toThrow("the connection to the database was lost");
  await expect(connection.begin(null, async () => "begun")).rejects.toThrow(
    "the connection to the database was lost",
  );
  expect({ lost, isLost: connection.isLost() }).toEqual({ lost: 1, isLost: true });
  answering.close();
});

/** A server that does the same with whoever comes: says an error of this code, hangs up, or lets them in and answers their first statement and no other. */
async function answersAll(
  how: string,
): Promise<{ readonly url: string; count(): number; close(): void }> {
  let count = 0;
  const server: Server = createServer((socket: Socket) => {
    count++;
    socket.on("error", () => {});
    socket.once("data", () => {
      if (how === "hangs up") socket.destroy();
      else if (how !== "nothing") socket.end(fatal(how));
      else {
        socket.write(Buffer.concat([message("R", Buffer.alloc(4)), ready]));
        socket.once("data", () => socket.write(Buffer.concat([message("I"), ready])));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `postgres://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`,
    count: () => count,
    close: () => void server.close(),
  };
}

function message(kind: string, body = Buffer.alloc(0)): Buffer {
  const head = Buffer.from(`${kind}\0\0\0\0`);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const ready = message("Z", Buffer.from("I"));
const fatal = (code: string): Buffer =>
  message(
    "E",
    Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mthe database system is not for you now\0\0`),
  );

interface Told {
  readonly stored?: number;
  readonly heard?: number;
}

/** A process that stores rows in eight transactions at a time and tells of each once it is committed. */
async function startWriting(url: string) {
  const child: ChildProcess = fork(runner, [moduleFile("row-keeper"), url]);
  const stored: number[] = [];
  let heard = 0;
  child.on("message", (told: Told) => {
    if (told.stored !== undefined) stored.push(told.stored);
    if (told.heard !== undefined) heard++;
  });
  const gone = once(child, "exit") as Promise<[number | null]>;
  const more = async (count: () => number): Promise<void> => {
    const before = count();
    await expect
      .poll(() => child.exitCode ?? count() - before, { timeout: 20_000 })
      .toBeGreaterThan(20);
  };
  await more(() => stored.length);
  return {
    goesOn: () => more(() => stored.length),
    hears: () => more(() => heard),
    async end() {
      if (child.connected) child.send("end");
      const [code] = await gone;
      return { stored, code };
    },
  };
}

// Files that are too much, told of twice, or not to be had: one sentence each, and nothing is stored by half.
import { deflateRawSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { sql } from "drizzle-orm";
import { execute } from "#db/client";
import { frontAsked } from "#test/support/story/front";
import { startSystem, type System } from "#test/support/story/system";

let system: System;
beforeEach(async () => {
  system = await startSystem();
});
afterEach(async () => {
  await system.stop();
  expect(system.errors).toEqual([]);
});

const counted = async (table: string): Promise<number> =>
  (
    await execute<{ n: number }>(
      system.database.db,
      sql`select count(*)::int as n from ${sql.identifier(table)}`,
    )
  )[0]!.n;

/** A zip that says it unpacks to a gigabyte, and does. */
function bomb(): Uint8Array {
  const name = Buffer.from("xl/worksheets/sheet1.xml");
  const packed = deflateRawSync(Buffer.alloc(1024));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(1024 ** 3, 22);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(1024 ** 3, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, name, packed, entry, name, end]);
}

it("a zip bomb is refused by what it says itself, and its pieces are gone", async () => {
  const admin = system.who("zhoulan");
  await admin.drops("炸弹.xlsx", bomb());
  await admin.sees("炸弹.xlsx 没读成");
  await admin.sees(/解开后超过 600 MB/u);
  expect(await counted("number_drop_part")).toBe(0);
});

it("more than 20 MB is not taken", async () => {
  const admin = system.who("zhoulan");
  await admin.drops("太大.csv", Buffer.alloc(21 * 1024 * 1024, "a"));
  await admin.sees(/20 MB/u);
  expect(await counted("number_drop_part")).toBe(0);
});

it("one that a process was killed over is begun again, and is there once", async () => {
  const admin = system.who("zhoulan");
  await admin.drops("订单.csv", "id,date,email,amount\nA1,2026-11-03,linxiao@example.com,500\n");
  await admin.sees("有 1 行可以保存");
  // As it stands when a process ends in the middle of storing: the work is claimed, and half of it staged.
  await system.database.db.execute(
    sql`update number_drop set state = 'work', said = said || '{"store":"all"}'::jsonb, attempts = 1, lease_until = clock_timestamp() - interval '1 second'`,
  );
  const [{ organisation_id: organisation } = { organisation_id: "" }] = await execute<{
    organisation_id: string;
  }>(system.database.db, sql`select organisation_id from number_drop`);
  system.house.files.wake(organisation);
  await system.house.files.drain();
  await admin.sees("保存了 1 行");
  expect(await counted("number_fact")).toBe(1);
  expect(await counted("number_drop_part")).toBe(0);
});

it("of a name of somebody else's organisation is nobody's, and a formula in a name stays words", async () => {
  const rep = system.who("linxiao");
  await rep.drops("别家.csv", "id,date,负责人,amount\nA1,2026-11-03,=HYPERLINK(1),500\n");
  await rep.sees("第 2 行：C 列“=HYPERLINK(1)”的业绩不归你导入");
});

it("in a channel is not read: whoever dropped it hears where files are read, where the bot is told of it at all", async () => {
  const rep = system.who("linxiao");
  await system.inChannel("linxiao").drops("订单.csv", "id,date,email,amount\n");
  if (frontAsked.startsWith("lark")) await rep.doesNotSee("文件");
  else await rep.sees("文件只在和我的单聊里读，请发到那里。");
  expect(await counted("number_drop")).toBe(0);
});

// Backups that nobody has seen come back for too long: whoever sees to the bot is told in the chat, and nobody else.
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { createBackupLog } from "#db/backup/events";
import { story } from "#test/support/story/story";

const system = story();

async function later(days: number): Promise<void> {
  await system.database.db.execute(
    sql`update backup_event set begun_at = begun_at - ${`${days} days`}::interval, ended_at = ended_at - ${`${days} days`}::interval`,
  );
  for (let n = 0; n < 3; n++) await system.house.bot.keepHouse();
  await system.house.deliveries.drain();
}

it("an admin hears once that no backup was proved for nine days, and no more once one is", async () => {
  const log = createBackupLog(system.database);
  const heard = async (user: string) =>
    (await system.who(user).screen()).messages.filter((each) =>
      /验证过备份|shown to come back/.test(each.text),
    ).length;
  await later(0);
  expect(await heard("zhoulan")).toBe(0);
  await log.note({ what: "proof", went: true, of: null, says: "a" });
  await later(8);
  expect(await heard("zhoulan")).toBe(0);
  await later(1);
  expect(await heard("zhoulan")).toBe(1);
  expect(await heard("maya")).toBe(0);
  await system.who("zhoulan").sees(/已经 9 天没有验证过备份/);
  await log.note({ what: "proof", went: true, of: null, says: "b" });
  await later(0);
  expect(await heard("zhoulan")).toBe(1);
});

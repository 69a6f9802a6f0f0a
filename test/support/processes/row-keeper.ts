// Writes rows into PostgreSQL, eight at a time, and says each once it is stored, and each notice it hears. For tests of restarts.
import { sql } from "drizzle-orm";
import { openDatabase } from "#db/client";

const say = (what: object): void => void process.send!(what);
const database = await openDatabase({ url: process.argv[2]! });
await database.db.execute(sql`create table kept (id int primary key, filler text)`);
await database.listen("pacer_test", () => say({ heard: 1 }));
let ended = false;
let id = 0;
const pause = () => new Promise((resolve) => setTimeout(resolve, 5));
async function work(): Promise<void> {
  while (!ended) {
    const mine = (id += 1);
    try {
      await database.transaction(async (tx) => {
        await tx.execute(sql`insert into kept values (${mine}, ${"x".repeat(mine % 3000)})`);
        await tx.execute(sql`select count(*) from kept where id > ${mine - 50}`);
        await tx.execute(sql`notify pacer_test`);
      });
      say({ stored: mine });
    } catch {
      await pause();
    }
  }
}
const all = Promise.all(Array.from({ length: 8 }, work));
process.once("message", () => {
  ended = true;
  void all.then(async () => {
    await database.close();
    process.exit(0);
  });
});

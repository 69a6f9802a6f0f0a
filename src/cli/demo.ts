// npm run demo: one working week of a sales centre in the terminal, on a database in memory, with the clock moved.
import { openDatabase } from "#db/client";
import { migrate } from "#db/migrate";
import { endWithReader } from "#src/app/log/closed-pipe";
import { playDemo } from "./demo/run.ts";
import { week } from "./demo/week.ts";

endWithReader();
const database = await openDatabase({ memory: true });
try {
  await migrate(database);
  await playDemo(database, week, (text) => void process.stdout.write(text));
} catch (error) {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exitCode = 1;
} finally {
  await database.close();
}

// One process that reads what was dropped, as the program does: waits for a word to begin, and says when there is nothing left to do.
import { openDatabase } from "#db/client";
import { playgroundStart } from "#db/seed";
import { createStores } from "#db/stores/index";
import { createFiles } from "#src/app/files";
import { createChance } from "#src/app/system";
import { createLanguage } from "#src/language/catalogue";

const [url = "", organisation = ""] = process.argv.slice(2);
const database = await openDatabase({ url, poolSize: 2 });
const files = createFiles({
  stores: createStores(database),
  bot: { tellOfWork: () => Promise.resolve() },
  chats: [],
  clock: { now: () => playgroundStart },
  chance: createChance(),
  language: createLanguage(),
  logger: { info: () => {}, warn: () => {}, error: () => void process.send?.("failed") },
});
process.once("message", () => {
  void (async () => {
    files.wake(organisation);
    await files.drain();
    process.send?.("done");
    files.stop();
    await database.close();
    process.disconnect();
  })();
});
process.send?.("ready");

// One process of several that read the same CRM: opens it from its variables, waits for a word to begin, reads once and says what came of it.
import { openDatabase } from "#db/client";
import { playgroundOrganisation } from "#db/seed";
import { openCrms } from "#src/app/crm/crms";
import { systemClock } from "#src/app/system";
import { readConfig } from "#src/config";

const [url = "", source = ""] = process.argv.slice(2);
const database = await openDatabase({ url, poolSize: 2 });
const crm = openCrms(readConfig(), systemClock, database).open(source, playgroundOrganisation);
process.once("message", () => {
  void (async () => {
    const read = await crm?.users(null);
    process.send?.(read?.rows.length ?? null);
    await database.close();
    process.disconnect();
  })();
});
process.send?.("ready");

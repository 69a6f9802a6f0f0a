// Retention of the house's own tables, organisation by organisation: the owner of the tables sees no rows otherwise.
import { inArray, lt, sql } from "drizzle-orm";
import type { Housekeeping } from "#src/ports/housekeeping";
import { affectedBy, execute, type Database } from "../client.ts";
import { inOrganisation } from "../organisation.ts";
import { act, organisation, outbox } from "../schema/kernel.ts";

const day = 24 * 3_600_000;

export function createHousekeeping(database: Database): Housekeeping {
  return {
    async prune(now) {
      const before = new Date(now.getTime() - day);
      // Content goes with its head, and only once it was sent: what still waits, or died, keeps both.
      const gone = await execute<{ id: string; organisation_id: string }>(database.db, sql`delete from outbox_head where state = 'sent' and due_at < clock_timestamp() - interval '1 day' returning id, organisation_id`);
      let count = gone.length;
      for (const { id } of await database.db.select().from(organisation)) {
        count += await inOrganisation(database, id, async (tx) => {
          const acts = affectedBy(await tx.delete(act).where(lt(act.at, before)));
          const ids = gone.filter((each) => each.organisation_id === id).map((each) => each.id);
          const told = ids.length === 0 ? 0 : affectedBy(await tx.delete(outbox).where(inArray(outbox.id, ids)));
          return acts + told;
        });
      }
      return count;
    },
  };
}

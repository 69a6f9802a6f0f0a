// What came in and is not done yet. Its heads (ids and leases, on the database's own clock) are kept by a trigger.
import { sql } from "drizzle-orm";
import type { Chance } from "#src/ports/process/clock";
import type { Inbox } from "#src/ports/delivery/inbox";
import type { OrganisationId } from "#src/people/person";
import { affectedBy, execute, type Database } from "../../client.ts";
import { inOrganisation } from "../../organisation.ts";
import { fromJson } from "../columns.ts";
import { deadEvents, type InboxHead } from "./dead-events.ts";

export function createInbox(database: Database, chance: Chance): Inbox {
  const remove = async (id: string, organisation: string): Promise<void> =>
    void (await inOrganisation(database, organisation, (tx) =>
      tx.execute(
        sql`delete from inbox where organisation_id = ${organisation}::uuid and id = ${id}::uuid`,
      ),
    ));

  return {
    async keep(organisation, { key, incoming, at }) {
      const id = chance.id();
      const kept = await inOrganisation(database, organisation, (tx) =>
        execute<{ id: string }>(
          tx,
          sql`insert into inbox (organisation_id, id, key, incoming, at) values (${organisation}::uuid, ${id}::uuid, ${key}, ${JSON.stringify(incoming)}::text::jsonb, ${at.toISOString()}::timestamptz)
            on conflict (organisation_id, key) do nothing returning id`,
        ),
      );
      return kept[0]?.id ?? null;
    },
    done: ({ id, organisation }) => remove(id, organisation),
    async claim({ leaseMs, mostAttempts }) {
      const dead = affectedBy(
        await database.db.execute(
          sql`update inbox_head set dead = true where not dead and lease_until < clock_timestamp() and attempts >= ${mostAttempts}`,
        ),
      );
      for (;;) {
        const [head] = await execute<InboxHead>(
          database.db,
          sql`update inbox_head set lease_until = clock_timestamp() + ${`${leaseMs} milliseconds`}::interval, attempts = attempts + 1
            where id in (select id from inbox_head where not dead and lease_until < clock_timestamp() order by seq limit 1 for update skip locked) returning id, organisation_id`,
        );
        if (!head) return { next: null, dead };
        const [row] = await inOrganisation(database, head.organisation_id, (tx) =>
          execute<{ incoming: unknown }>(
            tx,
            sql`select incoming from inbox where id = ${head.id}::uuid`,
          ),
        );
        // Without it, whoever stored it has just finished.
        if (row)
          return {
            next: {
              id: head.id,
              organisation: head.organisation_id as OrganisationId,
              incoming: fromJson<unknown>(row.incoming),
            },
            dead,
          };
      }
    },
    ...deadEvents(database),
  };
}

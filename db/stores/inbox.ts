// What came in and is not done yet. Its heads (ids and leases, on the database's own clock) are kept by a trigger.
import { sql } from "drizzle-orm";
import type { OrganisationId } from "#src/people/person";
import type { Inbox } from "#src/ports/inbox";
import type { Chance } from "#src/ports/clock";
import type { Json } from "#src/view/action";
import { execute, type Database } from "../client.ts";
import { inOrganisation } from "../organisation.ts";
import { fromJson } from "./columns.ts";

export function createInbox(database: Database, chance: Chance): Inbox {
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
    async done({ id, organisation }) {
      await inOrganisation(database, organisation, (tx) => tx.execute(sql`delete from inbox where organisation_id = ${organisation}::uuid and id = ${id}::uuid`));
    },
    async claim({ most, leaseMs, mostAttempts }) {
      await database.db.execute(sql`update inbox_head set dead = true where not dead and lease_until < clock_timestamp() and attempts >= ${mostAttempts}`);
      const heads = await execute<{ id: string; organisation_id: string }>(
        database.db,
        sql`update inbox_head set lease_until = clock_timestamp() + ${`${leaseMs} milliseconds`}::interval, attempts = attempts + 1
          where id in (select id from inbox_head where not dead and lease_until < clock_timestamp() order by id limit ${most} for update skip locked) returning id, organisation_id`,
      );
      const found = await Promise.all(
        heads.map((head) =>
          inOrganisation(database, head.organisation_id, async (tx) => {
            const [row] = await execute<{ incoming: unknown }>(tx, sql`select incoming from inbox where id = ${head.id}::uuid`);
            return row ? [{ id: head.id, organisation: head.organisation_id as OrganisationId, incoming: fromJson<Json>(row.incoming) }] : [];
          }),
        ),
      );
      return found.flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}

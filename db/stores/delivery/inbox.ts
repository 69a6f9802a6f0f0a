// What came in and is not done yet. Its heads (ids and leases, on the database's own clock) are kept by a trigger.
import { sql } from "drizzle-orm";
import type { OrganisationId } from "#src/people/person";
import type { DeadEvent, Inbox } from "#src/ports/inbox";
import type { Chance } from "#src/ports/clock";
import { affectedBy, execute, type Database, type Tx } from "../../client.ts";
import { atRouting, inOrganisation } from "../../organisation.ts";
import { recordLetter, type LetterAct } from "../people/audit.ts";
import { fromJson } from "../columns.ts";

interface Head {
  id: string;
  organisation_id: string;
}

export function createInbox(database: Database, chance: Chance): Inbox {
  const remove = async (id: string, organisation: string): Promise<void> =>
    void (await inOrganisation(database, organisation, (tx) =>
      tx.execute(
        sql`delete from inbox where organisation_id = ${organisation}::uuid and id = ${id}::uuid`,
      ),
    ));

  /** The person whose act it was stands before its key. */
  async function decide(
    id: string,
    act: LetterAct,
    at: Date,
    change: (tx: Tx) => Promise<void>,
  ): Promise<boolean> {
    const [head] = await execute<Head>(
      database.db,
      sql`select id, organisation_id from inbox_head where id = ${id}::uuid and dead`,
    );
    if (!head) return false;
    return inOrganisation(database, head.organisation_id, async (tx) => {
      const [dead] = await atRouting(tx, (routing) =>
        execute<{ id: string }>(
          routing,
          sql`select id from inbox_head where id = ${id}::uuid and dead for update`,
        ),
      );
      const [row] = dead
        ? await execute<{ whose: string }>(
            tx,
            sql`select split_part(key, ':', 1) as whose from inbox where id = ${id}::uuid`,
          )
        : [];
      if (row) await change(tx);
      return recordLetter(
        tx,
        head.organisation_id,
        { id, act, done: { by: "operator", at } },
        row?.whose,
      );
    });
  }

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
        const [head] = await execute<Head>(
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
    async deadCount() {
      const [row] = await execute<{ dead: number }>(
        database.db,
        sql`select count(*)::int as dead from inbox_head where dead`,
      );
      return row!.dead;
    },
    async deadEvents(most) {
      const heads = await execute<Head & { attempts: number }>(
        database.db,
        sql`select id, organisation_id, attempts from inbox_head where dead order by seq limit ${most}`,
      );
      const events: DeadEvent[] = [];
      for (const { id, organisation_id, attempts } of heads) {
        const [row] = await inOrganisation(database, organisation_id, (tx) =>
          execute<{ kind: string | null; at: Date }>(
            tx,
            sql`select incoming->>'kind' as kind, at from inbox where id = ${id}::uuid`,
          ),
        );
        if (row)
          events.push({
            id,
            organisation: organisation_id as OrganisationId,
            kind: row.kind ?? "",
            at: row.at,
            attempts,
          });
      }
      return events;
    },
    revive: (id, at) =>
      decide(
        id,
        "letter.revived",
        at,
        async (tx) =>
          void (await atRouting(tx, (routing) =>
            routing.execute(
              sql`update inbox_head set dead = false, attempts = 0, lease_until = 'epoch' where id = ${id}::uuid`,
            ),
          )),
      ),
    // Its head goes with it, by a trigger.
    drop: (id, at) =>
      decide(
        id,
        "letter.dropped",
        at,
        async (tx) => void (await tx.execute(sql`delete from inbox where id = ${id}::uuid`)),
      ),
  };
}

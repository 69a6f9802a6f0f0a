// What came in and was given up, as the operator lists and buries it.
import { sql } from "drizzle-orm";
import type { OrganisationId } from "#src/people/person";
import type { DeadEvent, Inbox } from "#src/ports/delivery/inbox";
import { execute, only, type Database, type Tx } from "../../client.ts";
import { atRouting, inOrganisation } from "../../organisation.ts";
import { recordLetter, type LetterAct } from "../people/audit.ts";

export interface InboxHead {
  id: string;
  organisation_id: string;
}

/** The person whose act it was stands before its key. */
async function decide(
  database: Database,
  id: string,
  act: LetterAct,
  at: Date,
  change: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  const [head] = await execute<InboxHead>(
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

export function deadEvents(
  database: Database,
): Pick<Inbox, "deadCount" | "deadEvents" | "revive" | "drop"> {
  return {
    async deadCount() {
      const { dead } = only(
        await execute<{ dead: number }>(
          database.db,
          sql`select count(*)::int as dead from inbox_head where dead`,
        ),
      );
      return dead;
    },
    async deadEvents(most) {
      const heads = await execute<InboxHead & { attempts: number }>(
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
        database,
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
        database,
        id,
        "letter.dropped",
        at,
        async (tx) => void (await tx.execute(sql`delete from inbox where id = ${id}::uuid`)),
      ),
  };
}

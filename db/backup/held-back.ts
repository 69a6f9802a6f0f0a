// What a database that came back from a backup does not say again by itself: whatever waited to be sent when the backup was made, and
// whatever was due until it came back. It may all have been said by the database that was lost.
import { sql } from "drizzle-orm";
import { execute, only, type Database, type Tx } from "../client.ts";
import { atRouting, inOrganisation } from "../organisation.ts";
import { organisation } from "../schema/kernel.ts";

/** Nobody is at work on it before that. */
const never = "9999-01-01";

/** Before tables are fenced, and without their triggers. `now`: business time, unless the playground's own clock is among what came back. */
export async function holdBack(tx: Tx, now: Date): Promise<void> {
  const { at } = only(
    await execute<{ at: Date }>(
      tx,
      sql`select coalesce((select max(at) from playground_clock), ${now.toISOString()}::timestamptz) as at`,
    ),
  );
  const until = sql`${at.toISOString()}::timestamptz`;
  await tx.execute(
    sql`update outbox_head h set state = 'restored', lease_until = null from outbox o where o.id = h.id and h.state = 'held' and o.not_before <= ${until}`,
  );
  await tx.execute(
    sql`update outbox o set not_before = null from outbox_head h where h.id = o.id and h.state = 'restored'`,
  );
  await tx.execute(
    sql`update outbox_head set state = 'restored', lease_until = null where state = 'waiting' and composed`,
  );
  // A nudge without words yet is made anew by the alarm it came from, or not at all.
  await tx.execute(sql`delete from outbox_head where state = 'waiting'`);
  await tx.execute(sql`delete from schedule_head where due_at <= ${until}`);
  await tx.execute(
    sql`update schedule set was_due_at = due_at, due_at = null where due_at <= ${until}`,
  );
  await tx.execute(sql`update inbox_head set lease_until = ${never}::timestamptz where not dead`);
}

export async function noteRestore(tx: Tx, of: Date): Promise<void> {
  await tx.execute(
    sql`insert into backup_event (id, what, begun_at, ended_at, went, "of") values (${`restore ${of.toISOString()} `} || clock_timestamp()::text, 'restore', clock_timestamp(), clock_timestamp(), true, ${of.toISOString()}::timestamptz)`,
  );
}

export interface HeldBack {
  readonly messages: number;
  readonly reminders: number;
  readonly events: number;
}

export async function heldBack(database: Database): Promise<HeldBack> {
  const { messages, events } = only(
    await execute<{ messages: number; events: number }>(
      database.db,
      sql`select (select count(*)::int from outbox_head where state = 'restored') as messages,
        (select count(*)::int from inbox_head where not dead and lease_until = ${never}::timestamptz) as events`,
    ),
  );
  let reminders = 0;
  for (const { id } of await database.db.select().from(organisation))
    reminders += only(
      await inOrganisation(database, id, (tx) =>
        execute<{ count: number }>(
          tx,
          sql`select count(*)::int as count from schedule where was_due_at is not null and due_at is null`,
        ),
      ),
    ).count;
  return { messages, reminders, events };
}

/**
 * All of it goes out or is let go. What came in and was not done yet is done in either case: it is what people did, and stands nowhere
 * else.
 */
export async function resume(database: Database, how: "send" | "drop"): Promise<HeldBack> {
  const held = await heldBack(database);
  const change =
    how === "send"
      ? sql`state = 'waiting', due_at = clock_timestamp(), first_due_at = clock_timestamp()`
      : sql`state = 'dropped', why = 'it waited when the backup was made'`;
  for (const { id } of await database.db.select().from(organisation))
    await inOrganisation(database, id, async (tx) => {
      if (how === "send")
        await tx.execute(
          sql`update schedule set due_at = was_due_at, was_due_at = null where organisation_id = ${id}::uuid and was_due_at is not null and due_at is null`,
        );
      await tx.execute(
        sql`update schedule set was_due_at = null where organisation_id = ${id}::uuid and was_due_at is not null`,
      );
      await atRouting(tx, (routing) =>
        routing.execute(
          sql`update outbox_head set ${change} where organisation_id = ${id}::uuid and state = 'restored'`,
        ),
      );
    });
  await database.db.execute(
    sql`update inbox_head set lease_until = 'epoch' where not dead and lease_until = ${never}::timestamptz`,
  );
  return held;
}

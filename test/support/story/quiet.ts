// Until nothing more is under way: what a platform's pace or a press in hand puts off for moments is brought forward, since a story
// is told faster than people may be written to. What waits for longer (a platform that is away) stays where it is.
import { sql } from "drizzle-orm";
import { affectedBy, type Database } from "#db/client";
import type { House } from "#src/app/compose";

const moments = "5 seconds";
const rounds = 50;

export async function untilQuiet(
  house: Pick<House, "deliveries">,
  database: Database,
  idle: () => Promise<void>,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    await idle();
    await house.deliveries.drain();
    await idle();
    await database.db.execute(sql`delete from pace_bucket where key not like '%paused'`);
    const moved = await database.db.execute(
      sql`update outbox_head set due_at = clock_timestamp() where state = 'waiting' and due_at > clock_timestamp() and due_at < clock_timestamp() + ${moments}::interval and (lease_until is null or lease_until < clock_timestamp())`,
    );
    if (affectedBy(moved) === 0) return;
  }
}

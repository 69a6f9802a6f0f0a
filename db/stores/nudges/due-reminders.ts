// The beat's side of the plans: a range scan of the alarms that are due, whatever organisation they belong to.
import { sql } from "drizzle-orm";
import type { Alarms } from "#src/ports/delivery/schedule";
import { again, execute, only, type Database } from "../../client.ts";

/** So many alarms ring in one transaction: a short one, that other processes need not wait for. */
const atOnce = 10_000;

/** What every beat asks, and mostly all: the instant stands outside of the search, so that it is planned once, as the front of the index. */
const anyDue = (now: Date) =>
  sql`select (select due_at from schedule_head order by due_at, id limit 1) <= ${now.toISOString()}::timestamptz as due`;

/**
 * Heads are sent in id order, so the ids are UUID version 7 by the database's clock, like those of all deliveries. One
 * message a person: whoever composes it looks at everything that is due for them. The ids that ring are an array, so that they
 * are looked up one by one: joined, they had all alarms there are read for each ten thousand.
 */
const ring = (now: Date) => sql`
  with rang as (
    delete from schedule_head where id = any(array(select id from schedule_head where due_at <= ${now.toISOString()}::timestamptz order by due_at, id limit ${atOnce} for update skip locked))
    returning organisation_id, person_id),
  made as (
    insert into outbox_head (id, organisation_id, destination, kind, state, composed, due_at, attempts)
    select (t.begins || substr(gen_random_uuid()::text, 16))::uuid, r.organisation_id, r.person_id, 'nudge', 'waiting', false, t.at, 0
    from (select distinct organisation_id, person_id from rang) r,
      (select at, substr(ms, 1, 8) || '-' || substr(ms, 9, 4) || '-7' as begins from (select at, lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') as ms from (select clock_timestamp() as at) c) m offset 0) t
    on conflict (destination) where state = 'waiting' and not composed do nothing)
  select count(*)::int as rang from rang`;

export function createAlarms(database: Database): Alarms {
  return {
    async ring(now) {
      const { due } = only(await execute<{ due: boolean | null }>(database.db, anyDue(now)));
      if (due !== true) return 0;
      let rang = 0;
      for (let more = true; more;) {
        const round = only(await again(() => execute<{ rang: number }>(database.db, ring(now))));
        rang += round.rang;
        more = round.rang === atOnce;
      }
      return rang;
    },
    async next(until) {
      const [row] = await execute<{ at: Date | null }>(
        database.db,
        sql`select min(due_at) as at from schedule_head where due_at <= ${until.toISOString()}::timestamptz`,
      );
      return row?.at ?? null;
    },
  };
}

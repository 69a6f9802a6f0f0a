// How messages fare: what went out, what waits, and what cannot be written to. Read where no organisation is fenced off, so every statement names its own.
import { sql } from "drizzle-orm";
import type { RunningStore } from "#src/ports/delivery/running";
import { execute, only, type Tx } from "../../../client.ts";
import { atRouting } from "../../../organisation.ts";
import { fromJson } from "../../columns.ts";

interface Row {
  sent: number;
  waiting: number;
  oldest: number;
  held: number;
  failed: number;
  stopped: unknown;
}

/** The whole installation's, whatever the organisation. */
const daysUnproved = sql`select floor(extract(epoch from clock_timestamp() - coalesce(max(ended_at) filter (where what = 'proof' and went), min(begun_at))) / 86400)::int as days
  from backup_event where what <> 'restore'`;

export const createRunningStore = (tx: Tx, organisationId: string): RunningStore => ({
  async daysUnproved() {
    const { days } = only(
      await atRouting(tx, () => execute<{ days: number | null }>(tx, daysUnproved)),
    );
    return days;
  },
  async messages() {
    const own = sql`organisation_id = ${organisationId}::uuid`;
    const { stopped, ...counts } = only(
      await atRouting(tx, () =>
        execute<Row>(
          tx,
          sql`select count(*) filter (where h.state = 'sent' and h.due_at > clock_timestamp() - interval '1 day')::int as sent,
              count(*) filter (where h.state = 'waiting' and h.composed and h.first_due_at <= clock_timestamp())::int as waiting,
              coalesce(floor(extract(epoch from clock_timestamp() - min(h.first_due_at) filter (where h.state = 'waiting' and h.composed and h.first_due_at <= clock_timestamp())) / 60), 0)::int as oldest,
              count(*) filter (where h.state = 'held')::int as held, count(*) filter (where h.state = 'dead')::int as failed,
              (select coalesce(json_agg(json_build_object('name', s.name, 'place', s.place, 'since', s.since) order by s.since), '[]') from (
                select i.name, false as place, i.stopped_at as since from installation i where i.${own} and i.stopped_at is not null
                union all
                select p.channel, true, p.stopped_at from chat_place p left join installation i on i.platform = p.platform and i.workspace = p.workspace
                  where p.${own} and p.stopped_at is not null and i.stopped_at is null) s) as stopped
            from outbox_head h where h.${own}`,
        ),
      ),
    );
    return {
      sent: Number(counts.sent),
      waiting: Number(counts.waiting),
      oldestMinutes: Number(counts.oldest),
      held: Number(counts.held),
      failed: Number(counts.failed),
      stopped: fromJson<{ name: string; place: boolean; since: string }[]>(stopped).map((each) => ({
        ...each,
        since: new Date(each.since),
      })),
    };
  },
});
